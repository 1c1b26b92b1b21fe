/**
 * Mistakes that administrators made when they were watched, as HCL without the blocks of terraform and the provider. The tenant is in traffic mode `web`.
 */

/** What is found: the entry, the HCL, and the rule that has to find it. */
export type Entry = readonly [entry: string, hcl: string, rule: string];

const IMPORT = `import {
  to = netskopesteering_default_configuration.default
  id = "0"
}
`;
const DEFAULT = 'netskopesteering_default_configuration.default.id';
const frame = (body = '') => `${IMPORT}resource "netskopesteering_default_configuration" "default" {${body}}
`;
const app = (
  lines: string,
  name = 'Own app',
  label = 'a',
) => `resource "netskopesteering_certificate_pinned_app" "${label}" {
  name = "${name}"
  ${lines}
}
`;
const exception = (
  actions: string,
  { domains = '["*"]', of = 'a', label = 'e', configuration = DEFAULT, location = '' } = {},
) =>
  `resource "netskopesteering_certificate_pinned_app_exception" "${label}" {
  configuration_id   = ${configuration}
  ${location === '' ? '' : `location           = "${location}"\n  `}app_id             = netskopesteering_certificate_pinned_app.${of}.id
  custom_app_domains = ${domains}
  ${actions}
}
`;
const OWN = 'windows = { processes = ["own.exe"] }';
const BLOCK = 'windows = "block"';
/** The pair: an app line, and the block of it. */
const pair = (line = OWN, actions = BLOCK, name = 'Own app') => frame() + app(line, name) + exception(actions);
/** A domain exception. */
const domains = (...list: string[]) => `${frame()}resource "netskopesteering_domain_exception" "x" {
  configuration_id = ${DEFAULT}
  domains          = ${JSON.stringify(list)}
}
`;
const configuration = (
  label: string,
  body: string,
  name = label,
) => `resource "netskopesteering_configuration" "${label}" {
  name         = "${name}"
  enabled      = true
  traffic_mode = "web"
  ${body}
}
`;
const port = (
  label: string,
  number: number,
  list = '["whatsapp.com"]',
  of = DEFAULT,
) => `resource "netskopesteering_non_standard_port" "${label}" {
  configuration_id = ${of}
  port             = ${number}
  domains          = ${list}
}
`;
const VIP = configuration('vip', 'user_groups  = ["VIP"]', 'VIP');
const WHATSAPP = [
  'windows = { processes = ["WhatsApp.exe", "WhatsAppDesktop.exe", "WhatsApp.Root.exe"] }',
  'WhatsApp',
] as const;
const G1 = `resource "netskopesteering_certificate_pinned_app" "a" {
  name    = "Own app"
  windows = { processes = ["chrome.exe", "svchost.exe"] }
  mac_os  = { match = "regex", processes = [".*"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "e" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.a.id
  custom_app_domains = ["only-this.example.com"]
  windows            = "block"
  mac_os             = "block"
  linux              = "block" # the app does not define Linux
}
resource "netskopesteering_non_standard_port" "p" {
  configuration_id = "0"
  port             = 5222
}
`;
const dynamic = (on: string, off: string) => `
  dynamic_steering = {
    enabled                   = true
    on_premises_traffic_mode  = "${on}"
    off_premises_traffic_mode = "${off}"
  }
`;
const both = (actions: string) =>
  ['on_premises', 'off_premises'].map((location) => exception(actions, { label: location, location })).join('');

export const EVERYDAY: readonly Entry[] = [
  ['a shared process', G1, 'shared-process'],
  ['a pattern for everything', G1, 'pattern-hits-others'],
  ['domains of a block', G1, 'ignored-domains'],
  ['a platform that is not defined', G1, 'undefined-platform'],
  ['a port without domains', G1, 'port-without-domains'],
  ['a glob', pair('windows = { processes = ["Telegram*.exe"] }'), 'process-name'],
  ['a glob without an end', pair('windows = { processes = ["WhatsApp*"] }'), 'process-name'],
  ['no .exe on Windows', pair('windows = { processes = ["Telegram"] }'), 'process-name'],
  ['.app on macOS', pair('mac_os = { processes = ["Telegram.app"] }', 'mac_os = "block"'), 'process-name'],
  ['.exe on macOS', pair('mac_os = { processes = ["Signal.exe"] }', 'mac_os = "block"'), 'process-name'],
  ['.exe on Linux', pair('linux = { processes = ["Signal.exe"] }', 'linux = "block"'), 'process-name'],
  [
    'a list for a bypass of managed devices',
    frame() +
      app('windows = { processes = ["slack.exe"] }') +
      exception('windows = "bypass_managed_direct"', { domains: '["slack.com"]' }),
    'ignored-domains',
  ],
  [
    'an executable is missing',
    pair('windows = { processes = ["WhatsApp.exe", "WhatsAppDesktop.exe"] }', BLOCK, 'WhatsApp'),
    'missing-executable',
  ],
  ['a configuration above without the block', pair() + VIP, 'block-not-everywhere'],
  [
    'a catch-all above',
    pair() +
      configuration('vip', '', 'VIP') +
      configuration(
        'sales',
        'user_groups  = ["Sales"]\n  depends_on   = [netskopesteering_configuration.vip]',
        'Sales',
      ) +
      exception(BLOCK, { label: 's', configuration: 'netskopesteering_configuration.sales.id' }),
    'unreached-configuration',
  ],
  [
    'a block of a group only',
    frame() + VIP + app(OWN) + exception(BLOCK, { configuration: 'netskopesteering_configuration.vip.id' }),
    'block-not-everywhere',
  ],
  [
    'mode none',
    `${IMPORT}resource "netskopesteering_default_configuration" "default" { traffic_mode = "none" }\n`,
    'traffic-mode-none',
  ],
  ['mode none on-premises', frame(dynamic('none', 'web')), 'traffic-mode-none'],
  ['mode none off-premises', frame(dynamic('web', 'none')), 'traffic-mode-none'],
  ['a top-level domain', domains('*.com'), 'public-suffix'],
  ['a suffix of two labels', domains('*.co.uk'), 'public-suffix'],
  ['sites for files and text', domains('*.dropbox.com', 'pastebin.com'), 'transfer-site'],
  ['domains of the vendor', domains('*.goskope.com'), 'vendor-domain'],
  [
    'a suite',
    `${frame()}resource "netskopesteering_application_exception" "x" {
  configuration_id = ${DEFAULT}
  applications     = ["Microsoft Office 365", "Google Drive"]
  action           = "bypass"
}
`,
    'bypass-of-suite',
  ],
  ['a platform is forgotten', pair(`${OWN}\n  mac_os = { processes = ["Own"] }`), 'forgotten-platform'],
  [
    'a pattern that looks like a name',
    pair('windows = { match = "regex", processes = ["WhatsApp.exe"] }'),
    'pattern-like-name',
  ],
  ['the apex is missing', domains('*.corp.example'), 'missing-apex'],
  ['a domain that clients never see', domains('bücher.example'), 'international-domain'],
  [
    'one port twice',
    frame() + port('one', 5222) + port('two', 5222, '["whatsapp.com", "whatsapp.net"]'),
    'duplicate-name',
  ],
  ...[25, 22, 53].map((one): Entry => [`port ${one}`, frame() + port('one', one), 'non-web-port']),
  [
    'ports where all are steered',
    `${IMPORT}resource "netskopesteering_default_configuration" "default" { traffic_mode = "all" }\n${port('one', 5222)}`,
    'idle-in-mode',
  ],
  ['UDP', pair(WHATSAPP[0], BLOCK, WHATSAPP[1]) + port('one', 5222, '["whatsapp.com", "whatsapp.net"]'), 'udp-port'],
  ['Android by domain', pair('android = { domains = ["whatsapp.net"] }', 'android = "block"'), 'android-by-domain'],
  [
    'a source location of everywhere',
    `${frame()}resource "netskopesteering_source_location_exception" "x" {
  configuration_id  = ${DEFAULT}
  network_locations = ["Any"]
}
`,
    'any-source-location',
  ],
  [
    'white space at the end of a name',
    frame() + configuration('sales', 'user_groups  = ["Sales"]', 'Sales '),
    'group-spelling',
  ],
  [
    'groups that differ in case',
    frame() +
      configuration('one', 'user_groups  = ["sales"]') +
      configuration('two', 'user_groups  = ["Sales"]\n  depends_on   = [netskopesteering_configuration.one]'),
    'group-spelling',
  ],
  ['a predefined app', pair('windows = { processes = ["Zoom.exe"] }', BLOCK, 'Zoom'), 'predefined-app-blocked'],
  ['no .exe on Windows', pair('windows = { processes = ["Telegram"] }', BLOCK, 'Telegram'), 'process-name'],
  ['.exe on macOS', pair('mac_os = { processes = ["Signal.exe"] }', 'mac_os = "block"', 'Signal'), 'process-name'],
  ['a Cyrillic letter', pair('windows = { processes = ["WhаtsApp.exe"] }', BLOCK, 'WhatsApp'), 'look-alike-letters'],
  [
    'one process in two apps',
    pair() + app('windows = { processes = ["OWN.exe"] }', 'Other', 'b') + exception(BLOCK, { of: 'b', label: 'f' }),
    'conflicting-exceptions',
  ],
  [
    'mode cloud_apps',
    `${IMPORT}resource "netskopesteering_default_configuration" "default" { traffic_mode = "cloud_apps" }\n${app(WHATSAPP[0], 'WhatsApp')}${exception(BLOCK)}${port('one', 5222)}`,
    'block-without-effect',
  ],
  ['off-premises none', frame(dynamic('web', 'none')) + app(OWN) + both(BLOCK), 'traffic-mode-none'],
  ['off-premises cloud_apps', frame(dynamic('web', 'cloud_apps')) + app(OWN) + both(BLOCK), 'block-without-effect'],
  ['a bypass of a browser', pair('windows = { processes = ["chrome.exe"] }', 'windows = "bypass"'), 'shared-process'],
  ['a pattern for everything', pair('windows = { match = "regex", processes = [".*"] }'), 'pattern-hits-others'],
  [
    'a misspelt domain of a port',
    pair(WHATSAPP[0], BLOCK, 'WhatsApp') + port('one', 5222, '["whatsap.com"]'),
    'block-without-effect',
  ],
];

/** What a rule finds on a tenant, and the provider may refuse in a plan: either is right. */
export const FOUND_OR_REFUSED: readonly Entry[] = [
  ['a space at the end', pair('windows = { processes = ["Zoom.exe "] }', BLOCK, 'Zoom'), 'process-name'],
  [
    'two names in one',
    pair('windows = { processes = ["WhatsApp.exe, WhatsAppDesktop.exe"] }', BLOCK, 'WhatsApp'),
    'process-name',
  ],
];

/** What the provider refuses in a plan. */
export const REFUSED: readonly (readonly [entry: string, hcl: string])[] = [
  ['a pattern that does not compile', pair('windows = { match = "regex", processes = ["*WhatsApp.exe"] }')],
  ['an unclosed class', pair('windows = { match = "regex", processes = ["[WhatsApp.exe"] }')],
  ...['https://example.com/path', 'example.com:8443', '10.0.0.0/8', '.example.com'].map(
    (one) => [`the domain ${one}`, domains(one)] as const,
  ),
  ...['.box.com', 'https://box.com'].map(
    (one) =>
      [
        `the custom app domain ${one}`,
        frame() + app(OWN) + exception('windows = "bypass"', { domains: `["${one}"]` }),
      ] as const,
  ),
  ['a port of a wildcard', frame() + port('one', 5222, '["*.whatsapp.net"]')],
];
