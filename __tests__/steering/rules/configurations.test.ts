/** Mistakes with configurations and ports, as administrators write them in HCL, and what looks like them and is meant. */
import { checkModel } from '../../../steering/rules';
import type { Model } from '../../../steering';
import { APP, BLOCK, CONFIGURATION, DEFAULT, IN_DEFAULT, PAIR, PORT, modelOfHcl } from './hcl';

const VIP = CONFIGURATION('vip', 'traffic_mode = "web"\nuser_groups = ["VIP"]');
const IN_VIP = 'netskopesteering_configuration.vip.id';
const WHATSAPP = APP(
  'windows = { processes = ["WhatsApp.exe", "WhatsAppDesktop.exe", "WhatsApp.Root.exe"] }',
  'WhatsApp',
);
const DYNAMIC = (on: string, off: string) =>
  `dynamic_steering = { enabled = true, on_premises_traffic_mode = "${on}", off_premises_traffic_mode = "${off}" }`;

/** The rules of which these texts are about. */
const RULES = [
  'block-not-everywhere',
  'unreached-configuration',
  'traffic-mode-none',
  'forgotten-platform',
  'non-web-port',
  'duplicate-name',
  'idle-in-mode',
  'udp-port',
  'group-spelling',
  'predefined-app-blocked',
  'dynamic-steering-toggle',
];

async function found(text: string, change: (model: Model) => Model = (model) => model): Promise<string[]> {
  const { findings } = checkModel(change(await modelOfHcl(text)));
  return findings
    .filter(({ rule, code }) => RULES.includes(rule) || code === 'block-without-effect/mode-none')
    .map(({ code, message }) => `${code}: ${message}`);
}
const told = async (text: string, change?: (model: Model) => Model) =>
  (await found(text, change)).map((one) => one.split(': ')[0]);

it.each<[what: string, text: string, ...findings: string[]]>([
  ['a configuration above without the block', `${PAIR()}\n${VIP}`, 'block-not-everywhere/above'],
  [
    'a configuration above that blocks on one platform of two',
    [
      DEFAULT(),
      APP('windows = { processes = ["own.exe"] }\nlinux = { processes = ["own"] }'),
      BLOCK('e', 'windows = "block"\nlinux = "block"'),
      VIP,
      BLOCK('vip', 'linux = "block"', IN_VIP),
    ].join('\n'),
    'block-not-everywhere/above',
    'forgotten-platform',
  ],
  [
    'a configuration above with dynamic steering, without the block off-premises',
    [
      PAIR(),
      CONFIGURATION('vip', `user_groups = ["VIP"]\n${DYNAMIC('web', 'web')}`),
      BLOCK('vip', 'location = "on_premises"\nwindows = "bypass"', IN_VIP),
    ].join('\n'),
    'block-not-everywhere/above',
  ],
  [
    'a configuration for everybody above a group and the default one',
    [
      PAIR(),
      CONFIGURATION('all', 'traffic_mode = "web"'),
      CONFIGURATION(
        'vip',
        'traffic_mode = "web"\nuser_groups = ["VIP"]\ndepends_on = [netskopesteering_configuration.all]',
      ),
      BLOCK('vip', 'windows = "block"', IN_VIP),
    ].join('\n'),
    'unreached-configuration/everybody',
  ],
  [
    'a group that comes after a wider set of groups',
    [
      DEFAULT(),
      CONFIGURATION('staff', 'traffic_mode = "web"\nuser_groups = ["Sales", "Finance"]'),
      CONFIGURATION(
        'sales',
        'user_groups = ["Sales"]\ntraffic_mode = "web"\ndepends_on = [netskopesteering_configuration.staff]',
      ),
    ].join('\n'),
    'unreached-configuration/covered',
  ],
  [
    'a block in the configuration of a group only',
    [DEFAULT(), APP(), VIP, BLOCK('e', 'windows = "block"', IN_VIP)].join('\n'),
    'block-not-everywhere/group-only',
  ],
  ['mode none in the default configuration', DEFAULT('traffic_mode = "none"'), 'traffic-mode-none'],
  ['mode none with a block: one finding', PAIR('traffic_mode = "none"'), 'traffic-mode-none'],
  ['mode none on-premises', DEFAULT(DYNAMIC('none', 'web')), 'traffic-mode-none'],
  ['mode none off-premises', DEFAULT(DYNAMIC('all', 'none')), 'traffic-mode-none'],
  ['mode none for a group', CONFIGURATION('vip', 'traffic_mode = "none"\nuser_groups = ["VIP"]'), 'traffic-mode-none'],
  [
    'a platform of two that is named',
    [DEFAULT(), APP('windows = { processes = ["own.exe"] }\nmac_os = { processes = ["Own"] }'), BLOCK('e')].join('\n'),
    'forgotten-platform',
  ],
  [
    'an app that is blocked on macOS, and defined on Windows and iOS too',
    [
      DEFAULT(),
      APP('windows = { processes = ["own.exe"] }\nmac_os = { processes = ["Own"] }\nios = { processes = ["com.own"] }'),
      BLOCK('e', 'mac_os = "bypass_managed_direct"'),
    ].join('\n'),
    'forgotten-platform',
  ],
  [
    'two entries of one port, the one within the other',
    [DEFAULT(), PORT('one', 5222), PORT('two', 5222, '["whatsapp.com", "whatsapp.net"]')].join('\n'),
    'duplicate-name/port-again',
  ],
  [
    'two equal entries of one port',
    [DEFAULT(), PORT('one', 5222, '["a.example", "b.example"]'), PORT('two', 5222, '["b.example", "a.example"]')].join(
      '\n',
    ),
    'duplicate-name/port',
  ],
  ...[22, 25, 53, 143, 445, 587, 993, 3389, 5432].map((port): [string, string, string] => [
    `port ${port}`,
    [DEFAULT(), PORT('one', port)].join('\n'),
    'non-web-port',
  ]),
  [
    'port entries where every port is steered',
    [DEFAULT(`traffic_mode = "all"\ndynamic_steering = { enabled = false }`), PORT('one', 5222)].join('\n'),
    'idle-in-mode/ports',
  ],
  [
    'port entries where every port is steered, on both sides',
    [DEFAULT(DYNAMIC('all', 'all')), PORT('one', 8443), PORT('two', 9443)].join('\n'),
    'idle-in-mode/ports',
  ],
  [
    'the UDP of WhatsApp in mode web',
    [
      DEFAULT('traffic_mode = "web"\ndynamic_steering = { enabled = false }'),
      WHATSAPP,
      BLOCK('e'),
      PORT('one', 5222, '["whatsapp.com", "whatsapp.net"]'),
    ].join('\n'),
    'udp-port/web',
  ],
  [
    'the UDP of WhatsApp in mode all',
    [DEFAULT('traffic_mode = "all"\ndynamic_steering = { enabled = false }'), WHATSAPP, BLOCK('e')].join('\n'),
    'udp-port/all',
  ],
  [
    'groups in two cases',
    [
      CONFIGURATION('one', 'traffic_mode = "web"\nuser_groups = ["sales"]'),
      CONFIGURATION(
        'two',
        'traffic_mode = "web"\nuser_groups = ["Sales"]\ndepends_on = [netskopesteering_configuration.one]',
      ),
    ].join('\n'),
    'group-spelling',
  ],
  [
    'a name that ends with a space',
    'resource "netskopesteering_configuration" "one" {\nname = "Sales "\nuser_groups = ["Sales"]\n}',
    'group-spelling/white-space',
  ],
  [
    'Zoom, blocked for everybody',
    `${DEFAULT()}
data "netskopesteering_certificate_pinned_app" "a" { name = "Zoom" }
${BLOCK('e').replace('= netskopesteering_certificate', '= data.netskopesteering_certificate')}`,
    'udp-port/web',
    'predefined-app-blocked',
  ],
  [
    'a block that was lost off-premises',
    [
      DEFAULT(DYNAMIC('web', 'web')),
      APP(),
      BLOCK('e', 'location = "on_premises"\nwindows = "bypass_managed_tunnel"'),
    ].join('\n'),
    'dynamic-steering-toggle/one-location',
  ],
])('finds %s', async (_what, text, ...findings) => {
  expect(await told(text)).toEqual(findings);
});

it.each<[what: string, text: string]>([
  ['a block above and below', [PAIR(), VIP, BLOCK('vip', 'windows = "block"', IN_VIP)].join('\n')],
  ['a bypass above', [PAIR(), VIP, BLOCK('vip', 'windows = "bypass_direct"', IN_VIP)].join('\n')],
  ['a configuration above that is left disabled', `${PAIR()}\n${VIP.replace('enabled = true', '')}`],
  [
    'a configuration above for another system',
    `${PAIR()}\n${VIP.replace('traffic_mode', 'os_families = ["mac_os"]\ntraffic_mode')}`,
  ],
  [
    'a configuration above that is looked up',
    `${PAIR()}\ndata "netskopesteering_configuration" "vip" { name = "VIP" }`,
  ],
  [
    'exceptions above that only a plan counts',
    [
      PAIR(),
      VIP,
      BLOCK('vip', 'for_each = toset(var.apps)\nwindows = "block"', IN_VIP).replace(
        'netskopesteering_certificate_pinned_app.a.id',
        'each.value',
      ),
    ].join('\n'),
  ],
  ['mode web', PAIR('traffic_mode = "web"')],
  ['a mode that counts for nobody', DEFAULT(`traffic_mode = "none"\n${DYNAMIC('web', 'all')}`)],
  [
    'a side that counts for nobody',
    DEFAULT('dynamic_steering = { enabled = false, off_premises_traffic_mode = "none" }'),
  ],
  [
    'two exceptions that name all platforms',
    [
      DEFAULT(),
      APP('windows = { processes = ["own.exe"] }\nmac_os = { processes = ["Own"] }'),
      BLOCK('e'),
      BLOCK('mac', 'mac_os = "block"'),
    ].join('\n'),
  ],
  [
    'one port in two configurations',
    [DEFAULT(), VIP, PORT('one', 5222), PORT('two', 5222).replace(IN_DEFAULT, IN_VIP)].join('\n'),
  ],
  ...[8080, 8443, 8000, 5222, 5223, 5228, 4070, 3128].map((port): [string, string] => [
    `port ${port}`,
    [DEFAULT(), PORT('one', port)].join('\n'),
  ]),
  [
    'two configurations for everybody in no order, above a default one of which nothing is said',
    [
      CONFIGURATION('one', 'traffic_mode = "web"\nos_families = ["windows"]'),
      CONFIGURATION('two', 'traffic_mode = "web"\nos_families = ["mac_os"]'),
    ].join('\n'),
  ],
])('is content with %s', async (_what, text) => {
  expect(await told(text)).toEqual([]);
});

it('finds the same on a tenant, where the order is known', async () => {
  const onTenant = (model: Model): Model => ({
    ...model,
    covers: 'tenant',
    configurations: model.configurations.map((one, index) => ({
      ...one,
      origin: { id: one.key },
      priority: { known: true, value: index + 1 },
    })),
  });
  const sales = CONFIGURATION('sales', 'traffic_mode = "web"\nuser_groups = ["Sales"]');
  const all = CONFIGURATION('all', 'traffic_mode = "web"');
  expect(await told(`${PAIR('traffic_mode = "web"')}\n${VIP}`, onTenant)).toEqual(['block-not-everywhere/above']);
  expect(await told([PAIR('traffic_mode = "web"'), all, sales].join('\n'), onTenant)).toEqual([
    'unreached-configuration/everybody',
  ]);
  expect(await told([PAIR('traffic_mode = "web"'), sales, all].join('\n'), onTenant)).toEqual([
    'unreached-configuration/everybody',
  ]);
  expect(await told(DEFAULT('traffic_mode = "none"'), onTenant)).toEqual(['traffic-mode-none']);
});

it('says who is not blocked, of what, and where the block stands', async () => {
  expect(await found(`${PAIR()}\n${VIP}`)).toEqual([
    'block-not-everywhere/above: Clients of "vip" are not blocked from using "Own app" (Windows): the block stands only below it, in the default configuration, and a client gets the first configuration that it matches. Write the block in "vip" too, or say why these clients may use it.',
  ]);
});

it('lists six apps by name, and counts the others', async () => {
  const blocks = Array.from({ length: 8 }, (_, index) =>
    [APP(undefined, `App ${index}`), BLOCK(`e${index}`)]
      .join('\n')
      .replaceAll('app" "a"', `app" "a${index}"`)
      .replaceAll('app.a.', `app.a${index}.`),
  );
  const [message = ''] = await found([DEFAULT(), VIP, ...blocks].join('\n'));
  expect(message).toContain('"App 0" (Windows), "App 1" (Windows)');
  expect(message).toContain('"App 5" (Windows) and 2 more: the block');
});
