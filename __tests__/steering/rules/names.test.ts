/** Names and patterns of processes as administrators write them in HCL, and what the guardrails say of them. */
import { checkModel, RULES } from '../../../steering/rules';
import { modelOfHcl } from './hcl';

/** The rules that look at the text of names and patterns. */
const OF_NAMES = RULES.filter(({ id }) =>
  [
    'process-name',
    'pattern-like-name',
    'pattern-without-match',
    'look-alike-letters',
    'android-by-domain',
    'shared-process',
  ].includes(id),
);

const app = (platform: string, definition: string, name = 'Own app') => `
resource "netskopesteering_certificate_pinned_app" "a" {
  name = ${JSON.stringify(name)}
  ${platform} = ${definition}
}`;
const exact = (...names: string[]) => `{ processes = ${JSON.stringify(names)} }`;
const regex = (...patterns: string[]) => `{
    match     = "regex"
    processes = ${JSON.stringify(patterns)}
  }`;

async function found(text: string) {
  return checkModel(await modelOfHcl(text), { rules: OF_NAMES }).findings;
}

type Row = readonly [platform: string, names: readonly string[], ...codes: string[]];

const EXACT: readonly Row[] = [
  ['windows', ['Telegram*.exe'], 'process-name/wildcard'],
  ['windows', ['WhatsApp*'], 'process-name/wildcard'],
  ['windows', ['WhatsApp?.exe'], 'process-name/wildcard'],
  ['mac_os', ['Signal*'], 'process-name/wildcard'],
  ['linux', ['python[23]'], 'process-name/wildcard'],
  ['android', ['com.whatsapp*'], 'process-name/wildcard'],
  ['ios', ['net.whatsapp.*'], 'process-name/wildcard'],
  ['chrome_os', ['com.zoom?'], 'process-name/wildcard'],
  ['windows', ['^WhatsApp.exe$'], 'process-name/pattern'],
  ['windows', ['WhatsApp.exe|Telegram.exe'], 'process-name/pattern'],
  ['mac_os', ['Signal.*'], 'process-name/pattern'],
  ['windows', ['Telegram'], 'process-name/without-exe'],
  ['windows', ['Setup.msi'], 'process-name/without-exe'],
  ['windows', ['Rocket.Chat'], 'process-name/without-exe'],
  ['windows', ['Dropbox.com'], 'process-name/domain'],
  ['windows', ['WhatsApp.exe.'], 'process-name/without-exe'],
  ['windows', ['Slack Helper', 'Slack'], 'process-name/without-exe'],
  ['mac_os', ['Telegram.app'], 'process-name/bundle'],
  ['windows', ['Telegram.APP'], 'process-name/bundle'],
  ['linux', ['Telegram.app'], 'process-name/bundle'],
  ['ios', ['WhatsApp.app'], 'process-name/bundle'],
  ['mac_os', ['Signal.dmg'], 'process-name/bundle'],
  ['mac_os', ['Signal.exe'], 'process-name/exe-elsewhere'],
  ['linux', ['Signal.EXE'], 'process-name/exe-elsewhere'],
  ['ios', ['Signal.exe'], 'process-name/exe-elsewhere'],
  ['android', ['Signal.exe'], 'process-name/exe-elsewhere'],
  ['chrome_os', ['Signal.exe'], 'process-name/exe-elsewhere'],
  ['windows', ['TeamViewer.exe: remote access'], 'process-name/description'],
  ['windows', ['TeamViewer.exe - remote access'], 'process-name/description'],
  ['windows', ['TeamViewer.exe – remote access'], 'process-name/description'],
  ['windows', ['TeamViewer.exe (remote access)'], 'process-name/description'],
  ['mac_os', ['TeamViewer: remote access'], 'process-name/description'],
  ['windows', ['WhatsApp.exe;Telegram.exe'], 'process-name/several'],
  ['windows', ['WhatsApp.exe Telegram.exe'], 'process-name/several'],
  ['linux', ['slack; teams'], 'process-name/several'],
  ['windows', ['web.whatsapp.com'], 'process-name/domain'],
  ['windows', ['*.whatsapp.net'], 'process-name/domain'],
  ['windows', ['t.me'], 'process-name/domain'],
  ['windows', ['app.slack.com'], 'process-name/domain'],
  ['linux', ['app.slack.com'], 'process-name/domain'],
  ['mac_os', ['web.whatsapp.com'], 'process-name/domain'],
  ['windows', ['157.240.0.1'], 'process-name/domain'],
  ['linux', ['slack.com'], 'process-name/domain'],
  ['linux', ['web.whatsapp.com'], 'process-name/domain'],
  ['android', ['whatsapp.com'], 'process-name/domain'],
  ['android', ['WhatsApp'], 'process-name/identifier'],
  ['android', ['com.whats app'], 'process-name/identifier'],
  ['ios', ['WhatsApp'], 'process-name/identifier'],
  // Found before, and still.
  ['windows', ['Zoom.exe '], 'process-name'],
  ['windows', ['WhatsApp.exe, WhatsAppDesktop.exe'], 'process-name'],
  ['windows', ['https://web.whatsapp.com'], 'process-name'],
  ['windows', ['C:\\Program Files\\Own\\own.exe'], 'process-name'],
  ['windows', ['WhаtsApp.exe'], 'look-alike-letters'],
  ['mac_os', ['Τelegram'], 'look-alike-letters'],
  ['windows', ['ＷｈａｔｓＡｐｐ.exe'], 'look-alike-letters'],
  ['windows', ['chrome.exe'], 'shared-process'],
  ['windows', ['system'], 'shared-process'],
  ['windows', ['rundll32.exe'], 'shared-process'],
  ['mac_os', ['Safari'], 'shared-process'],
  ['mac_os', ['com.apple.WebKit.Networking'], 'shared-process'],
  ['windows', ['curl.exe'], 'shared-process/tool'],
  ['windows', ['Update.exe'], 'shared-process/tool'],
  ['windows', ['SupportTool.exe', 'Remove.exe'], 'shared-process/tool', 'shared-process/tool'],
  ['windows', ['javaw.exe', 'node.exe'], 'shared-process/tool', 'shared-process/tool'],
  ['mac_os', ['curl'], 'shared-process/tool'],
  ['linux', ['python3'], 'shared-process/tool'],
  // Clean.
  [
    'windows',
    ['own.exe', 'Own Agent.EXE', 'notepad++.exe', 'Battle.net.exe', 'app-1.2.exe', 'Foo (x86).exe', 'Foo [Beta].exe'],
  ],
  ['windows', ['WinSCP.com', 'saver.scr', 'вход.exe', 'ラインアプリ.exe']],
  [
    'mac_os',
    ['zoom.us', 'com.apple.geod', 'Google Chrome Helper (Renderer)', 'slack helper', 'us.zoom.app', 'Box - Sync'],
  ],
  ['linux', ['fleet-agent', 'python3.11-fleet', 'backup.sh', 'sync.py', 'org.gnome.Fleet', 'fleet.bin']],
  [
    'android',
    ['com.whatsapp', 'com.whatsapp:remote', 'com.example.app', 'org.telegram.messenger.web', 'ch.example.net'],
  ],
  ['ios', ['net.whatsapp.WhatsApp', 'com.tinyspeck.chatlyio', 'com.example.my-app']],
  ['chrome_os', ['com.example.app', 'Own']],
];

const PATTERNS: readonly Row[] = [
  ['windows', ['WhatsApp.exe'], 'pattern-like-name'],
  ['mac_os', ['zoom.us'], 'pattern-like-name'],
  ['windows', ['^WhatsApp.exe$'], 'pattern-like-name/dot'],
  ['windows', ['^own-[a-z]+.exe$'], 'pattern-like-name/dot'],
  ['windows', ['WhatsApp*'], 'pattern-like-name/wildcard'],
  ['windows', ['python*.exe'], 'pattern-like-name/wildcard'],
  ['windows', ['^Own*\\.exe$'], 'pattern-like-name/wildcard'],
  ['mac_os', ['Own *'], 'pattern-like-name/wildcard'],
  ['linux', ['fleet-*'], 'pattern-like-name/wildcard'],
  ['windows', ['^Telegram$'], 'pattern-without-match'],
  ['windows', ['^(Telegram|Signal)$'], 'pattern-without-match'],
  ['windows', ['^Telegram$|^Signal$'], 'pattern-without-match'],
  ['windows', ['\\.app$'], 'pattern-without-match'],
  ['windows', ['(?i)Own Helper$'], 'pattern-without-match'],
  ['mac_os', ['^Signal\\.exe$'], 'pattern-without-match'],
  ['mac_os', ['Signal[.]exe'], 'pattern-without-match'],
  ['linux', ['^(a|b)\\.exe$'], 'pattern-without-match'],
  ['mac_os', ['^Telegram\\.app$'], 'pattern-without-match'],
  ['mac_os', ['\\.app$'], 'pattern-without-match'],
  ['mac_os', ['\\.exe$'], 'pattern-without-match'],
  ['windows', ['^C:\\\\Own\\\\own\\.exe$'], 'pattern-without-match'],
  ['mac_os', ['^/Applications/Own'], 'pattern-without-match'],
  ['android', ['^WhatsApp$'], 'pattern-without-match'],
  ['ios', ['^Whats App$'], 'pattern-without-match'],
  ['windows', ['^WhаtsApp\\.exe$'], 'look-alike-letters'],
  // Clean.
  [
    'windows',
    ['^acme-[a-z]+\\.exe$', '^Payroll(Agent)?\\.exe$', '^Teams?\\.exe$', '^own', 'own.*', '^(own|ours)\\.exe$'],
  ],
  [
    'windows',
    ['^system$', 'e$', 'xe$', '^own(\\.exe)?$', '^own\\.(exe|com)$', '\\.com$', '^o[a-z]*$', '^own\\d*\\.exe$'],
  ],
  ['mac_os', ['^Own( Helper.*)?$', '^Own$', 'zoom\\.us$', '^com\\.own\\.app$', '^Own .*$', '^own(\\.exe)?$']],
  ['linux', ['^fleet-(agent|helper)$', '^fleet[0-9]*$', '^fleet\\w*$', '^[а-я]+$']],
  ['android', ['^com\\.whatsapp(:.*)?$', 'whatsapp']],
  ['windows', ['^(?!.com\\.microsoft\\.emmx).*$', '^(a)\\1$']],
];

const titled = (rows: readonly Row[]) =>
  rows.map(([platform, names, ...codes]) => [`${names.join(' | ')} on ${platform}`, platform, names, codes] as const);

it.each(titled(EXACT))('exact names: %s', async (_, platform, names, codes) => {
  const findings = await found(app(platform, exact(...names)));
  expect(findings.map(({ code }) => code)).toEqual(codes);
  for (const finding of findings) expect(finding.attribute).toEqual([platform, 'processes']);
  const told = findings.filter(({ rule }) => rule !== 'shared-process').map(({ value }) => value);
  if (told.length > 0) expect(told).toEqual([names.join(', ')]);
});

it.each(titled(PATTERNS))('patterns: %s', async (_, platform, names, codes) => {
  const findings = await found(app(platform, regex(...names)));
  expect(findings.map(({ code }) => code)).toEqual(codes);
  for (const finding of findings) {
    expect(finding.attribute).toEqual([platform, 'processes']);
    expect(finding.value).toBe(names.join(', '));
  }
});

it('says what to write', async () => {
  const of = async (platform: string, definition: string) =>
    (await found(app(platform, definition))).map(({ message }) => message).join('\n');
  expect(await of('windows', exact('Telegram'))).toContain('Write "Telegram.exe".');
  expect(await of('windows', exact('Telegram.app'))).toContain('Write "Telegram.exe".');
  expect(await of('mac_os', exact('Telegram.app'))).toContain('Write "Telegram".');
  expect(await of('mac_os', exact('Signal.exe'))).toContain('Write "Signal".');
  expect(await of('windows', exact('Telegram*.exe'))).toContain('"^Telegram.*\\\\.exe$"');
  expect(await of('windows', exact('a.exe: b'))).toContain('Write "a.exe".');
  expect(await of('windows', regex('WhatsApp.exe'))).toContain('"^WhatsApp\\\\.exe$"');
  expect(await of('windows', regex('python*.exe'))).toContain('"^python.*\\\\.exe$"');
  expect(await of('windows', regex('^Telegram$'))).toContain('"^Telegram\\\\.exe$"');
  expect(await of('mac_os', regex('^Signal\\.exe$'))).toContain('"^Signal$"');
  expect(await of('windows', exact('WhаtsApp.exe'))).toContain('"WhatsApp.exe"');
});

it('proposes no pattern that would match everything', async () => {
  for (const [platform, pattern] of [
    ['windows', '\\.app$'],
    ['mac_os', '\\.app$'],
    ['mac_os', '\\.exe$'],
    ['linux', '^(\\.exe)$'],
  ] as const) {
    const [finding] = await found(app(platform, regex(pattern)));
    expect(finding?.message).toMatch(/Write a pattern for the name of the executable\.$/);
  }
});

it('tells many names of one kind in one finding, and names six of them', async () => {
  const names = [...'abcdefgh'].map((letter) => `own-${letter}`);
  const [finding, ...others] = await found(app('windows', exact(...names)));
  expect(others).toEqual([]);
  expect(finding?.message).toContain('"own-f" and 2 more');
  expect(finding?.value).toBe(names.join(', '));
});

it.each([
  ['{ domains = ["whatsapp.net"] }', ['android-by-domain']],
  ['{ domains = ["whatsapp.net", "whatsapp.com"], processes = [] }', ['android-by-domain']],
  ['{ processes = [] }', ['android-by-domain/nothing']],
  ['{ domains = ["whatsapp.net"], processes = ["com.whatsapp"] }', []],
  ['{ processes = ["com.whatsapp"] }', []],
  ['{ domains = ["whatsapp.net"], processes = var.processes }', []],
])('Android, known as %s', async (definition, codes) => {
  expect((await found(app('android', definition))).map(({ code }) => code)).toEqual(codes);
});

it('says nothing of a definition on iOS by domains alone, of which nothing is published', async () => {
  expect(await found(app('ios', '{ domains = ["whatsapp.net"] }'))).toEqual([]);
});

const configuration = (name: string, groups: readonly string[]) => `
resource "netskopesteering_configuration" "c" {
  name        = ${JSON.stringify(name)}
  user_groups = ${JSON.stringify(groups)}
}`;

it.each([
  ['the name of an app', app('windows', exact('own.exe'), 'WhаtsApp'), ['name'], 'WhаtsApp'],
  ['the name of a configuration', configuration('Sаles', ['Sales']), ['name'], 'Sаles'],
  ['a user group', configuration('Sales', ['IT', 'Sаles']), ['user_groups'], 'Sаles'],
  ['a word with one Latin letter', configuration('Sales', ['Cотрудники']), ['user_groups'], 'Cотрудники'],
  ['full-width letters', configuration('Sales', ['ＩＴ']), ['user_groups'], 'ＩＴ'],
  ['an Armenian letter', configuration('Sales', ['Cօntractors']), ['user_groups'], 'Cօntractors'],
])('letters of another script in %s', async (_, text, attribute, value) => {
  const findings = await found(text);
  expect(findings.map((one) => [one.code, one.attribute, one.value])).toEqual([
    ['look-alike-letters', attribute, value],
  ]);
});

const CLEAN =
  'Продажи,Отдел IT,ITотдел,гостVPN,VPNпользователи,営業部,営業部Ａ,Ελλάδα,Zürich Straße,μTorrent,1º turno,İstanbul';

it.each(CLEAN.split(','))('has nothing against the name %s', async (name) => {
  expect(await found(configuration(name, [name]))).toEqual([]);
  expect(await found(app('mac_os', exact(name), name))).toEqual([]);
});

it('leaves definitions alone that the vendor made', async () => {
  const model = await modelOfHcl(app('windows', exact('Telegram')));
  const predefined = {
    ...model,
    apps: model.apps.map((one) => ({ ...one, custom: { known: true, value: false } as const })),
  };
  expect(checkModel(predefined, { rules: OF_NAMES }).findings).toEqual([]);
});

/** A block in the default configuration, whose traffic mode is known. */
const blocked = (platform: string, definition: string, name: string) => `${app(platform, definition, name)}
resource "netskopesteering_default_configuration" "default" { traffic_mode = "web" }
resource "netskopesteering_non_standard_port" "p" {
  configuration_id = netskopesteering_default_configuration.default.id
  port             = 5222
  domains          = ["whatsapp.com", "whatsapp.net"]
}
resource "netskopesteering_certificate_pinned_app_exception" "e" {
  configuration_id   = netskopesteering_default_configuration.default.id
  app_id             = netskopesteering_certificate_pinned_app.a.id
  custom_app_domains = ["*"]
  ${platform} = "block"
}`;
const WHATSAPP = ['WhatsApp.exe', 'WhatsAppDesktop.exe', 'WhatsApp.Root.exe'];

it.each([
  ['Telegram without .exe', 'windows', exact('Telegram'), 'Telegram', ['process-name/without-exe']],
  ['Telegram with a star', 'windows', exact('Telegram*.exe'), 'Telegram', ['process-name/wildcard']],
  ['the bundle of Telegram', 'mac_os', exact('Telegram.app'), 'Telegram', ['process-name/bundle']],
  ['Zoom with a space', 'windows', exact('Zoom.exe '), 'Zoom', ['process-name']],
  ['two names in one', 'windows', exact(WHATSAPP.join(', ')), 'WhatsApp', ['process-name']],
  ['a Cyrillic letter', 'windows', exact('WhаtsApp.exe', ...WHATSAPP.slice(1)), 'WhatsApp', ['look-alike-letters']],
  ['a pattern without .exe', 'windows', regex('^Telegram$'), 'Telegram', ['pattern-without-match']],
  ['an executable that is left out', 'windows', exact(...WHATSAPP.slice(0, 2)), 'WhatsApp', ['missing-executable']],
  ['all executables of WhatsApp', 'windows', exact(...WHATSAPP), 'WhatsApp', []],
])('tells one cause once in a stack: %s', async (_, platform, definition, name, codes) => {
  const { findings } = checkModel(await modelOfHcl(blocked(platform, definition, name)));
  const told = findings.flatMap(({ code }) => (/name|letters|pattern|executable/.test(code) ? [code] : []));
  expect(told).toEqual(codes);
});
