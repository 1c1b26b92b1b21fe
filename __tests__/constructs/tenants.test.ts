/** What may stand in tenants.json, and where its mistakes are. What is said of each: tenants-mistakes.test.ts. */
import Ajv from 'ajv';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import schema from '../../docs/tenants.schema.json';
import { NativeApps, parseTenants, TenantsError, TrafficMode } from '../../constructs';
import { JsonMistake, readJsonText } from '../../steering/demands/json-text';

const root = resolve(__dirname, '../..');
const inEditors = new Ajv({ strict: false }).compile(schema);

const BLOCK = [{ app: 'WhatsApp', platforms: ['windows'] }];
const tenant = (change: object = {}) => ({ name: 'emea', block: BLOCK, ...change });
const parse = (value: unknown) => parseTenants(JSON.stringify(value));
const only = (change: object) => ({ tenants: [tenant(change)] });

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
      block: [{ ...block[0], key: 'whatsapp', app: NativeApps.WHATSAPP }],
      configurations: [],
    },
    expect.objectContaining({ name: 'a-1', state: { type: 'local' } }),
  ]);
});

const ACME = { name: 'Acme Chat', windows: ['acme.exe'], ports: [443, 5222], domains: ['acme.example'] };
const CONTRACTORS = { name: 'Contractors', userGroups: ['Contractors'] };

const GOOD: readonly [what: string, change: object, read: object][] = [
  ['nothing to block any more', { block: [] }, { block: [] }],
  ['nothing said of blocks', { block: undefined }, { block: [], configurations: [] }],
  [
    'every platform on which an app is known',
    { block: [{ app: 'Slack' }] },
    { block: [{ key: 'slack', app: NativeApps.SLACK, platforms: ['windows', 'mac_os', 'linux'] }] },
  ],
  [
    'an app of one’s own',
    { block: [{ app: ACME, notes: 'Why.' }] },
    { block: [{ key: 'Acme Chat', app: ACME, platforms: ['windows'], notes: 'Why.' }] },
  ],
  [
    'an app of one’s own that may get another name',
    { block: [{ app: { ...ACME, key: 'chat' } }] },
    { block: [{ key: 'chat', app: { ...ACME, key: 'chat' }, platforms: ['windows'] }] },
  ],
  [
    'a kind on one platform, but for some',
    { block: [{ kind: 'music', except: ['Spotify'], platforms: ['mac_os'] }, { app: 'Spotify' }] },
    {
      block: expect.not.arrayContaining([expect.objectContaining({ key: 'spotify', platforms: ['mac_os'] })]),
    },
  ],
  [
    'a configuration of its own, enabled unless it says otherwise',
    { configurations: [{ ...CONTRACTORS, trafficMode: 'web', expectTrafficMode: 'web', block: BLOCK }] },
    {
      configurations: [
        {
          key: 'Contractors',
          name: 'Contractors',
          existing: false,
          props: { ...CONTRACTORS, enabled: true, trafficMode: 'web', expectTrafficMode: 'web' },
          block: [{ key: 'whatsapp', app: NativeApps.WHATSAPP, platforms: ['windows'] }],
        },
      ],
    },
  ],
  [
    'several configurations, in their order',
    {
      configurations: [
        { name: 'Pilot', key: 'pilot', existing: true, expectTrafficMode: 'web' },
        { name: 'Sites', existing: false, organizationUnits: ['Sites'], enabled: false },
      ],
    },
    {
      configurations: [
        { key: 'pilot', name: 'Pilot', existing: true, props: { expectTrafficMode: 'web' }, block: [] },
        expect.objectContaining({
          key: 'Sites',
          props: { name: 'Sites', organizationUnits: ['Sites'], enabled: false },
        }),
      ],
    },
  ],
  ['a live tenant', { live: true }, { live: true }],
  ['what editors look for', {}, {}],
];

it.each(GOOD)('takes %s', (_what, change, read) => {
  const file = { $schema: './tenants.schema.json', ...only(change) };
  expect(parse(file)[0]).toMatchObject(read);
  expect([inEditors(JSON.parse(JSON.stringify(file))), inEditors.errors]).toEqual([true, null]);
});

it('takes the files of this repository', () => {
  for (const path of ['tenants.json', 'examples/gitops/tenants.json']) {
    const json = readFileSync(resolve(root, path), 'utf8');
    expect(parseTenants(json)).not.toEqual([]);
    expect([inEditors(JSON.parse(json)), (JSON.parse(json) as { $schema: string }).$schema]).toEqual([
      true,
      expect.stringMatching(/docs\/tenants\.schema\.json$/),
    ]);
  }
});

it('takes the example of the guide', () => {
  const [, example = ''] =
    /```json\n([^]*?)```/.exec(readFileSync(resolve(root, 'docs/guides/pull-requests.md'), 'utf8')) ?? [];
  expect(parseTenants(example)[0]?.configurations.map(({ name, existing }) => [name, existing])).toEqual([
    ['Pilot', true],
    ['Contractors', false],
  ]);
  expect([inEditors(JSON.parse(example)), inEditors.errors]).toEqual([true, null]);
});

it('blocks every app of a kind where it is known, and no other', () => {
  const [{ block } = {}] = parse(only({ block: [{ kind: 'messenger', platforms: ['linux', 'mac_os'] }] }));
  const messengers = NativeApps.ofKind('messenger');
  const known = messengers.filter(({ macOs, linux }) => macOs !== undefined || linux !== undefined);
  expect(block?.map(({ app }) => app)).toEqual(known);
  expect(known.length).toBeLessThan(messengers.length);
  for (const { app, platforms } of block ?? [])
    expect(platforms).toEqual([...(app.macOs ? ['mac_os'] : []), ...(app.linux ? ['linux'] : [])]);
});

it('makes one app of what several configurations describe alike, so that it is defined once', () => {
  const again = Object.fromEntries(Object.entries(ACME).reverse());
  const [{ block, configurations } = {}] = parse(
    only({ block: [{ app: ACME }], configurations: [{ ...CONTRACTORS, block: [{ app: again }, ...BLOCK] }] }),
  );
  expect(configurations?.[0]?.block[0]?.app).toBe(block?.[0]?.app);
});

it('keeps state in a local file where nothing is said of it', () => {
  expect(parse(only({}))[0]?.state).toEqual({ type: 'local' });
});

it('says the line and the column of each mistake: of a name that is not known, and of a value', () => {
  const json =
    '{\r\n  "tenants": [\r\n    { "name": "EMEA",\r\n      "blok": [] },\r\n    { }\r\n  ],\n  "tenants": []\n}\n';
  expect(() => parseTenants(json, 'x.json')).toThrow(
    new TenantsError(
      [
        'x.json has 2 problems:',
        '- tenants (line 7, column 3): stands here twice. Only the last one would count: keep one of them.',
        '- tenants (line 7, column 14): must be a list of one or more.',
      ].join('\n'),
    ),
  );
  expect(() => parseTenants(json.replace(',\n  "tenants": []', ''))).toThrow(
    new TenantsError(
      [
        'tenants.json has 3 problems:',
        `- tenants[0].blok (line 4, column 7): is not known here. Known are name, live, expectTrafficMode, block, configurations, state. Did you mean "block"?`,
        `- tenants[0].name (line 3, column 15): must be 1 to 40 of a-z, 0-9 and "-", a letter first.`,
        '- tenants[1].name (line 5, column 5): is missing.',
      ].join('\n'),
    ),
  );
});

it('says where a file stops being JSON, and shows the line', () => {
  const json = '{\n  "tenants": [\n    { "name": "emea", "block": [{ "app": "WhatsApp" },] }\n  ]\n}\n';
  expect(() => parseTenants(json)).toThrow(
    new TenantsError(
      [
        'tenants.json is not JSON. line 3, column 54: this comma is too many: the list ends after it. Remove it.',
        '3 |     { "name": "emea", "block": [{ "app": "WhatsApp" },] }',
        `  | ${' '.repeat(53)}^`,
      ].join('\n'),
    ),
  );
});

it('takes a byte order mark, as editors on Windows write it', () => {
  expect(parseTenants(`\uFEFF${JSON.stringify(only({}))}`)).toHaveLength(1);
});

describe('a text that is not JSON', () => {
  it.each<[what: string, json: string, message: RegExp]>([
    ['nothing', ' \n', /line 2, column 1: there is nothing in it\./],
    ['a missing comma', '[\n  1\n  2\n]', /line 2, column 4: a comma is missing here.*\n2 \|   1\n {2}\|    \^$/],
    ['a missing comma behind a name', '{ "a": 1 "b": 2 }', /column 9: a comma is missing here/],
    ['a comma too many', '{ "a": 1, }', /column 9: this comma is too many/],
    ['two commas', '[1,, 2]', /column 4: there is nothing before this comma/],
    ['a comment', '[1 // one\n]', /column 4: a comment begins here/],
    ['a comment as in YAML', '# one\n[]', /column 1: a comment begins here/],
    ['single quotes', "{ 'a': 1 }", /column 3: a name in double quotes is missing: a text stands between straight/],
    ['no quotes', '{ "a": windows }', /column 8: this word has no quotes/],
    ['a word of Python', '{ "a": True }', /column 8: this word has no quotes/],
    ['a name without quotes', '{ a: 1 }', /column 3: a name in double quotes is missing: this word/],
    ['no value', '{ "a": }', /column 8: a value is missing before this bracket/],
    ['no colon', '{ "a" 1 }', /column 6: a colon is missing/],
    ['a name in a list', '["a": 1]', /column 5: a colon follows/],
    ['an open quote', '{\n  "a: 1\n}', /line 2, column 3: this text has no closing quote/],
    ['a path of Windows', '{ "a": "C:\\Program" }', /column 11: a backslash in a text is written twice/],
    ['a tab', '["a\tb"]', /column 4: a text may hold no such character/],
    ['another bracket', '{\n  "a": [1}\n]', /line 2, column 10: the next bracket .*, of line 2, column 8\./],
    ['an open bracket', '{\n  "a": [1', /the file ends, but the bracket of line 2, column 8 is not closed/],
    ['a bracket too many', '[]]', /column 3: the document has ended before this/],
    ['a zero in front', '[007]', /column 2: this is no number/],
    ['a marker of a merge', '<<<<<<< HEAD\n[]', /column 1: this character means nothing/],
    ['too many brackets', '['.repeat(100_000), /column 66: more than 64 brackets are open/],
    ['what would move a cursor', '[1, \u001b[2J]', /1 \| \[1, \\u001b\[2J\]/],
  ])('is told by its place: %s', (_what, json, message) => {
    expect(() => parseTenants(json)).toThrow(TenantsError);
    expect(() => parseTenants(json)).toThrow(message);
  });

  it.each([
    '{ "apiKey": hunter2 }',
    '{ "token":\n\n  hunter2 }',
    '{ "token"\n:\nhunter2 }',
    '{ "state": 0123456789abcdef0123456789abcdef }',
  ])('is not shown where it may hold a secret: %j', (json) => {
    expect(() => parseTenants(json)).toThrow(/^tenants\.json is not JSON/);
    expect(() => parseTenants(json)).not.toThrow(/hunter2|0123456789abcdef/);
  });

  it('shows what is around the place in a long line', () => {
    expect(() => parseTenants(`[${'"app", '.repeat(1_000)}x${' '.repeat(1_000)}]`)).toThrow(
      /\n1 \| ….{60}x.{59}…\n {2}\| {62}\^$/,
    );
  });

  it('is what JSON.parse takes for none, and every other text is read alike', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"__proto__"',
      '"\\u00e9"',
      '1',
      '-0',
      '1.5e3',
      '01',
      'true',
      'null',
      ' ',
      '\n',
      '\\',
    ];
    const anything = fc.oneof(
      fc.json({ maxDepth: 4 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join('')),
      fc.tuple(fc.json(), fc.nat(), fc.constantFrom(...pieces)).map(([json, at, piece]) => {
        const cut = at % (json.length + 1);
        return json.slice(0, cut) + piece + json.slice(cut + 1);
      }),
    );
    const read = (parse: () => unknown): { value: unknown } | 'none' => {
      try {
        return { value: parse() };
      } catch (cause) {
        expect(cause instanceof SyntaxError || cause instanceof JsonMistake).toBe(true);
        return 'none';
      }
    };
    fc.assert(
      fc.property(anything, (json) => {
        expect(read(() => readJsonText(json).value)).toEqual(read(() => JSON.parse(json)));
      }),
      { numRuns: 2_000 },
    );
  });
});
