import { parseTenants, TrafficMode } from '../../constructs';

const BLOCK = [{ app: 'WhatsApp', platforms: ['windows'] }];
const tenant = (change: object = {}) => ({ name: 'emea', block: BLOCK, ...change });
const parse = (value: unknown) => parseTenants(JSON.stringify(value));
const only = (change: object) => ({ tenants: [tenant(change)] });

/** What is said of a file that is not in order, without the heading. */
function complaints(value: unknown): string[] {
  try {
    parse(value);
  } catch (cause) {
    const [heading, ...lines] = (cause as Error).message.split('\n');
    expect(heading).toBe('tenants.json is not in order:');
    return lines.map((line) => line.slice('- '.length));
  }
  return [];
}

it('reads tenants in the order of the file, with all that is said of each', () => {
  const block = [{ app: 'WhatsApp', platforms: ['mac_os', 'windows'], notes: 'Why.', communityExecutables: true }];
  const tenants = parse({
    state: { type: 's3', bucket: 'states' },
    tenants: [
      tenant({ name: 'z', expectTrafficMode: 'web', block }),
      tenant({ name: 'a-1', state: { type: 'local' } }),
    ],
  });
  expect(tenants).toEqual([
    {
      name: 'z',
      expectTrafficMode: TrafficMode.WEB,
      state: { type: 's3', bucket: 'states' },
      block: [{ ...block[0], app: expect.objectContaining({ name: 'WhatsApp' }) }],
    },
    expect.objectContaining({ name: 'a-1', state: { type: 'local' } }),
  ]);
});

it('keeps state in a local file where nothing is said of it', () => {
  expect(parse(only({}))[0]?.state).toEqual({ type: 'local' });
});

const NOT_A_NAME = 'must be 1 to 40 of a-z, 0-9 and "-", a letter first.';
const FILES: readonly [what: string, file: unknown, complaint: string][] = [
  ['a list', [], 'the document: must be an object.'],
  ['null', null, 'the document: must be an object.'],
  ['no tenants', {}, 'tenants: is missing.'],
  ['an empty list of tenants', { tenants: [] }, 'tenants: must be a list of one or more.'],
  ['a tenant that is a text', { tenants: ['emea'] }, 'tenants[0]: must be an object.'],
  ['an unknown key', { ...only({}), tennants: 1 }, 'tennants: is not known here. Known are tenants, state.'],
  ['a name with a capital', only({ name: 'EMEA' }), `tenants[0].name: ${NOT_A_NAME}`],
  ['a name that leads out of its folder', only({ name: '../emea' }), `tenants[0].name: ${NOT_A_NAME}`],
  ['a name that is a template', only({ name: '${x}' }), `tenants[0].name: ${NOT_A_NAME}`],
  ['a name of 41 characters', only({ name: 'a'.repeat(41) }), `tenants[0].name: ${NOT_A_NAME}`],
  ['an empty name', only({ name: '' }), 'tenants[0].name: must be a text, and not an empty one.'],
  ['nothing to block', only({ block: [] }), 'tenants[0].block: must be a list of one or more.'],
  [
    'no platform',
    only({ block: [{ app: 'WhatsApp', platforms: [] }] }),
    'tenants[0].block[0].platforms: must be a list of one or more.',
  ],
  [
    'a platform of no client',
    only({ block: [{ app: 'WhatsApp', platforms: ['windows', 'win'] }] }),
    'tenants[0].block[0].platforms[1]: must be one of "windows", "mac_os", "linux", "ios", "android", "chrome_os".',
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
    '"\\u001b[2J": is not known here. Known are tenants, state.',
  ],
];

it.each(FILES)('says what is wrong, and where: %s', (_what, file, complaint) => {
  expect(complaints(file)).toEqual([complaint]);
});

it('names the presets where an app is none of them', () => {
  const [complaint] = complaints(only({ block: [{ app: 'Whatsapp', platforms: ['windows'] }] }));
  expect(complaint).toMatch(/^tenants\[0\]\.block\[0\]\.app: must be the name of a preset: .*"WhatsApp"/);
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

it.each([
  ['a comma too many', '{\n  "tenants": [],\n}', /^tenants\.json is not JSON( near line 3)?: look for/],
  ['nothing', '', /^tenants\.json is not JSON/],
  ['a secret in the wrong place', '{ "apiKey": hunter2 }', /^tenants\.json is not JSON/],
])('says where a file stops being JSON, without quoting it: %s', (_what, json, message) => {
  expect(() => parseTenants(json)).toThrow(message);
  expect(() => parseTenants(json)).not.toThrow(/hunter2/);
});

it('takes a byte order mark, as editors on Windows write it', () => {
  expect(parseTenants(`\uFEFF${JSON.stringify(only({}))}`)).toHaveLength(1);
});
