/** What is said of each mistake in tenants.json, and that its schema tells editors the same as far as a schema can. */
import Ajv from 'ajv';
import schema from '../../docs/tenants.schema.json';
import { parseTenants, TenantsError } from '../../constructs';

const inEditors = new Ajv({ strict: false }).compile(schema);
const BLOCK = [{ app: 'WhatsApp', platforms: ['windows'] }];
const tenant = (change: object = {}) => ({ name: 'emea', block: BLOCK, ...change });
const parse = (value: unknown) => parseTenants(JSON.stringify(value));
const only = (change: object) => ({ tenants: [tenant(change)] });
const ACME = { name: 'Acme Chat', windows: ['acme.exe'], ports: [443, 5222], domains: ['acme.example'] };
const CONTRACTORS = { name: 'Contractors', userGroups: ['Contractors'] };

/** What is said of a file, without the heading and without the places, of which there is a test below. */
function complaints(value: unknown): string[] {
  try {
    parse(value);
  } catch (cause) {
    expect(cause).toBeInstanceOf(TenantsError);
    const [heading, ...lines] = (cause as Error).message.split('\n');
    expect(heading).toBe(`tenants.json has ${lines.length === 1 ? '1 problem' : `${lines.length} problems`}:`);
    return lines.map((line) => line.slice('- '.length).replace(/ \(line 1, column \d+\)/, ''));
  }
  return [];
}

const NOT_A_NAME = 'must be 1 to 40 of a-z, 0-9 and "-", a letter first.';
const FILES: readonly [what: string, file: unknown, complaint: string][] = [
  ['a list', [], 'the document: must be an object.'],
  ['null', null, 'the document: must be an object.'],
  ['no tenants', {}, 'tenants: is missing.'],
  ['an empty list of tenants', { tenants: [] }, 'tenants: must be a list of one or more.'],
  ['a tenant that is a text', { tenants: ['emea'] }, 'tenants[0]: must be an object.'],
  [
    'an unknown key',
    { ...only({}), tennants: 1 },
    'tennants: is not known here. Known are tenants, $schema, state. Did you mean "tenants"?',
  ],
  ['a name with a capital', only({ name: 'EMEA' }), `tenants[0].name: ${NOT_A_NAME}`],
  ['a name that leads out of its folder', only({ name: '../emea' }), `tenants[0].name: ${NOT_A_NAME}`],
  ['a name that is a template', only({ name: '${x}' }), `tenants[0].name: ${NOT_A_NAME}`],
  ['a name of 41 characters', only({ name: 'a'.repeat(41) }), `tenants[0].name: ${NOT_A_NAME}`],
  ['an empty name', only({ name: '' }), 'tenants[0].name: must be a text, and not an empty one.'],
  [
    'no platform',
    only({ block: [{ app: 'WhatsApp', platforms: [] }] }),
    'tenants[0].block[0].platforms: must be a list of one or more.',
  ],
  [
    'a platform of no client',
    only({ block: [{ app: 'WhatsApp', platforms: ['windows', 'win'] }] }),
    'tenants[0].block[0].platforms[1]: must be one of "windows", "mac_os", "linux", "ios", "android", "chrome_os". Did you mean "windows"?',
  ],
  [
    'a mode that expects nothing',
    only({ expectTrafficMode: 'none' }),
    'tenants[0].expectTrafficMode: must be one of "cloud_apps", "web", "all".',
  ],
  [
    'two tenants of a name',
    { tenants: [tenant(), tenant({ name: 'apac' }), tenant()] },
    'tenants[2].name: is also the name of tenants[0].',
  ],
  [
    'an app twice',
    only({ block: [...BLOCK, ...BLOCK] }),
    'tenants[0].block[1].app: is also in block[0]. List its platforms together.',
  ],
  [
    'an app in a kind and alone',
    only({ block: [{ kind: 'messenger' }, ...BLOCK] }),
    'tenants[0].block[1].app: is also in block[0], as one of the kind "messenger". Add "except": ["WhatsApp"] there.',
  ],
  [
    'an app alone and in a kind',
    only({ block: [...BLOCK, { kind: 'messenger' }] }),
    'tenants[0].block[1].kind: is also in block[0]: the kind has "WhatsApp". Add "except": ["WhatsApp"] here.',
  ],
  [
    'a kind twice',
    only({ block: [{ kind: 'music' }, { kind: 'music', platforms: ['windows'] }] }),
    'tenants[0].block[1].kind: is also in block[0]. List its platforms together.',
  ],
  [
    'a kind of nothing',
    only({ block: [{ kind: 'Messengers' }] }),
    'tenants[0].block[0].kind: must be one of "messenger", "meeting", "ai", "remote access", "file sync", "vpn or proxy", "file sharing", "games", "developer tool", "notes and office", "music". Did you mean "messenger"?',
  ],
  [
    'an exception to another kind',
    only({ block: [{ kind: 'music', except: ['WhatsApp'] }] }),
    'tenants[0].block[0].except[0]: is no app of the kind "music", so it is not blocked anyway.',
  ],
  [
    'a preset that is nearly right',
    only({ block: [{ app: 'whatsap' }] }),
    'tenants[0].block[0].app: must be the name of a preset (docs/native-apps.md has the list), or an app of your own: an object with a name and executables. Did you mean "WhatsApp"?',
  ],
  [
    'a part of several names',
    only({ block: [{ app: 'proton' }] }),
    'tenants[0].block[0].app: must be the name of a preset (docs/native-apps.md has the list), or an app of your own: an object with a name and executables. Did you mean "Proton Drive" or "Proton VPN"?',
  ],
  [
    'a name that is near none',
    only({ block: [{ app: 'Solitaire' }] }),
    'tenants[0].block[0].app: must be the name of a preset (docs/native-apps.md has the list), or an app of your own: an object with a name and executables.',
  ],
  [
    'an exception that is nearly right',
    only({ block: [{ kind: 'messenger', except: ['telegramm'] }] }),
    'tenants[0].block[0].except[0]: must be the name of a preset (docs/native-apps.md has the list). Did you mean "Telegram"?',
  ],
  [
    'an app where it is not known',
    only({ block: [{ app: 'WhatsApp', platforms: ['linux'] }] }),
    'tenants[0].block[0].platforms[0]: No executable of WhatsApp is known there. Known are windows, mac_os.',
  ],
  [
    'an app of no executable',
    only({ block: [{ app: { name: 'Acme' } }] }),
    'tenants[0].block[0].app: names no executable, so nothing would be blocked. Give at least one of windows, macOs, linux, ios, android, chromeOs.',
  ],
  [
    'a text where a list belongs',
    only({ block: [{ app: { name: 'Acme', windows: 'acme.exe' } }] }),
    'tenants[0].block[0].app.windows: must be a list of one or more.',
  ],
  [
    'a platform by its other spelling',
    only({ block: [{ app: { ...ACME, mac_os: ['Acme'] } }] }),
    'tenants[0].block[0].app.mac_os: is not known here. Known are name, key, windows, macOs, linux, ios, android, chromeOs, ports, domains. Did you mean "macOs"?',
  ],
  [
    'ports for no domain',
    only({ block: [{ app: { name: 'Acme', windows: ['acme.exe'], ports: [5222] } }] }),
    'tenants[0].block[0].app.ports: are steered for the domains of the app only. Give them in domains.',
  ],
  [
    'a port twice',
    only({ block: [{ app: { ...ACME, ports: [5222, 5222] } }] }),
    'tenants[0].block[0].app.ports[1]: is the same as item [0].',
  ],
  [
    'two apps of a key',
    only({ block: [{ app: { ...ACME, key: 'whatsapp' } }, ...BLOCK] }),
    'tenants[0].block[1].app: is also in block[0], under the same key. Give it another one there.',
  ],
  [
    'an app that is called like a construct',
    only({ block: [{ app: { name: 'Port5222', windows: ['acme.exe'] } }] }),
    'tenants[0].block[0].app.name: is what constructs call something else. Give the app a key beside its name.',
  ],
  [
    'two configurations that are one to constructs',
    only({
      configurations: [
        { ...CONTRACTORS, name: 'a/b' },
        { ...CONTRACTORS, name: 'a--b' },
      ],
    }),
    'tenants[0].configurations[1].name: is also the name of configurations[0].',
  ],
  [
    'one app, described in two ways',
    only({
      block: [{ app: ACME }],
      configurations: [{ ...CONTRACTORS, block: [{ app: { ...ACME, ports: [443] } }] }],
    }),
    'tenants[0].configurations[0].block[0].app: has the name or key of another app, in tenants[0].block[0]. Describe it alike in both.',
  ],
  [
    'a configuration for nobody',
    only({ configurations: [{ name: 'Contractors' }] }),
    'tenants[0].configurations[0]: must say for whom it is: by userGroups or by organizationUnits, one of the two.',
  ],
  [
    'users of a configuration that is only looked up',
    only({ configurations: [{ ...CONTRACTORS, existing: true }] }),
    'tenants[0].configurations[0].userGroups: is not known here. Known are name, existing, key, expectTrafficMode, block.',
  ],
  [
    'groups here and units there',
    only({ configurations: [CONTRACTORS, { name: 'Sites', organizationUnits: ['Sites'] }] }),
    'tenants[0].configurations[1].organizationUnits: is also there where configurations[0] has userGroups. A tenant uses one of the two for all.',
  ],
  [
    'two configurations of a name',
    only({ configurations: [CONTRACTORS, CONTRACTORS] }),
    'tenants[0].configurations[1].name: is also the name of configurations[0].',
  ],
  [
    'an expectation that the configuration itself does not meet',
    only({ configurations: [{ ...CONTRACTORS, expectTrafficMode: 'web' }] }),
    'tenants[0].configurations[0].expectTrafficMode: is more than clients steer in trafficMode "cloud_apps". Set that to "web" or "all".',
  ],
  [
    'a configuration of too long a name',
    only({ configurations: [{ ...CONTRACTORS, name: 'x'.repeat(41) }] }),
    'tenants[0].configurations[0].name: must be a text of at most 40 characters.',
  ],
  [
    'a state of no type',
    only({ state: {} }),
    'tenants[0].state.type: must be one of "local", "s3", "http", "pg", "cloud".',
  ],
  ['a bucket without a name', only({ state: { type: 's3' } }), 'tenants[0].state.bucket: is missing.'],
  [
    'a prefix that leads elsewhere',
    only({ state: { type: 's3', bucket: 'b', prefix: 'a//b' } }),
    'tenants[0].state.prefix: must be letters, digits, ".", "_" and "-", in parts between single "/".',
  ],
  [
    'a setting of another type',
    only({ state: { type: 'pg', bucket: 'b' } }),
    'tenants[0].state.bucket: is not known here. Known are type, schemaPrefix.',
  ],
  [
    'a bucket that is a template',
    only({ state: { type: 's3', bucket: '${x}' } }),
    'tenants[0].state.bucket: must be letters, digits, " ", ".", ":", "_" and "-".',
  ],
  [
    'a name that would move a cursor',
    { ...only({}), '\u001b[2J': 1 },
    '"\\u001b[2J": is not known here. Known are tenants, $schema, state.',
  ],
];

/** What no schema can say: it looks at one value at a time, and knows no addresses. */
const BEYOND_A_SCHEMA =
  /^tenants\[\d\]\S*: is also|^tenants\[0\]\S*: (has the name|No executable|is no app of the kind|is more than|is what|names one|are steered|names no)/;

it.each(FILES)('says what is wrong, and where: %s', (_what, file, complaint) => {
  expect(complaints(file)).toEqual([complaint]);
  expect(inEditors(file)).toBe(BEYOND_A_SCHEMA.test(complaint));
});

it('says all that is wrong at once', () => {
  expect(complaints({ tenants: [tenant({ name: 1 }), tenant({ block: 'WhatsApp' })], more: 1 })).toHaveLength(3);
});

it.each([
  ['http://states.example/{tenant}', 'must be an https address (http to loopback only).'],
  ['not an address {tenant}', 'must be an https address (http to loopback only).'],
  ['https://states.example/${x}/{tenant}', 'may hold no template: only {tenant} stands for something.'],
  [
    'https://states.example/emea',
    'must contain {tenant}, which stands for the name of the tenant: two tenants in one state would destroy each other.',
  ],
  [
    'https://me:hunter2@states.example/{tenant}',
    'may hold neither a user, a password nor a query: give them in TF_HTTP_USERNAME and TF_HTTP_PASSWORD.',
  ],
  [
    'https://states.example/{tenant}?private_token=hunter2',
    'may hold neither a user, a password nor a query: give them in TF_HTTP_USERNAME and TF_HTTP_PASSWORD.',
  ],
])('takes no address of a state like %s', (address, complaint) => {
  expect(complaints(only({ state: { type: 'http', address } }))).toEqual([`tenants[0].state.address: ${complaint}`]);
});

it.each([
  'apiKey',
  'api_key',
  'token',
  'NETSKOPE_API_KEY',
  'password',
  'accessKey',
  'secret_key',
  'connStr',
  'conn_str',
])('refuses a secret under the name %s wherever it stands, and does not repeat it', (key) => {
  const secret = { [key]: 'hunter2' };
  for (const file of [{ ...only({}), ...secret }, only(secret), only({ state: { type: 'pg', ...secret } })]) {
    const [complaint] = complaints(file);
    expect(complaint).toMatch(
      new RegExp(`^(tenants\\[0\\]\\.(state\\.)?)?${key}: looks like a secret\\. .* in the environment`),
    );
    expect(complaint).not.toContain('hunter2');
  }
});
