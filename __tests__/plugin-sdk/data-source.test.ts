/** Data sources through the driver and on a bare socket. */
import {
  attribute,
  dataSource,
  DiagnosticError,
  error,
  oneOf,
  path,
  provider,
  schema,
  t,
  UNKNOWN,
  Unknown,
  warning,
} from 'terraform-plugin-sdk-ts';
import type { DataSourceDefinition, Diagnostic } from 'terraform-plugin-sdk-ts';
import { ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { ProviderClient } from '../../providers/plugin-sdk/testing/provider-client';
import { encode } from '../../providers/plugin-sdk/testing/objects';

const description = 'd';
const notes = schema({
  description,
  attributes: {
    folder: attribute.string({ description, required: true, normalize: (text) => text.toLowerCase() }),
    order: attribute.string({ description, optional: true, computed: true, default: 'newest' }),
    limit: attribute.integer({ description, optional: true }),
    owner: attribute.string({ description, optional: true, computed: true }),
    filters: attribute.listOf(
      {
        field: attribute.string({ description, required: true, validators: [oneOf('text', 'tag')] }),
        exact: attribute.bool({ description, optional: true, computed: true, default: false }),
        hits: attribute.integer({ description, computed: true }),
      },
      { description, optional: true },
    ),
    texts: attribute.list(t.string, { description, computed: true }),
  },
});
type Notes = typeof notes;
type Definition = DataSourceDefinition<Notes, string>;

const seen: object[] = [];
const read: Definition['read'] = async ({ config, client, warn, signal }) => {
  seen.push(config);
  if (config.folder === 'none') throw new DiagnosticError(error('No folder', 'There is none.', path('folder')));
  if (config.folder === 'odd') warn(warning('Odd', 'It is odd.', 'folder'));
  return {
    ...config,
    folder: config.folder.toUpperCase(),
    owner: config.owner ?? client,
    filters: config.filters?.map((filter) => ({ ...filter, hits: 1 })) ?? null,
    texts: [String(signal.aborted)],
  };
};

function sample(changes: Partial<Definition> = {}) {
  return provider({
    name: 'sample',
    version: '1.0.0',
    schema: schema({ description, attributes: {} }),
    resources: [],
    dataSources: [dataSource<Notes, string>({ name: 'sample_notes', schema: notes, read, ...changes })],
    configure: async () => 'me',
  });
}

const closing: { close(): Promise<void> }[] = [];
beforeEach(() => void seen.splice(0));
afterEach(async () => {
  await Promise.all(closing.splice(0).map((one) => one.close()));
});

async function start(changes: Partial<Definition> = {}): Promise<ProviderDriver> {
  const driver = await ProviderDriver.start(sample(changes));
  closing.push(driver);
  return driver;
}

async function connect(): Promise<ProviderClient> {
  const client = await ProviderClient.start(sample());
  closing.push(client);
  return client;
}

const NAME = 'sample_notes';
const DEFAULTS = { order: 'newest', limit: null, owner: null, filters: null, texts: null };

it('is asked with defaults where nothing is set, null where the answer goes, and keeps the spelling of what was asked', async () => {
  const driver = await start();
  const state = await driver.readData(NAME, {
    folder: 'Work',
    filters: [{ field: 'tag' }, { field: 'text', exact: true }],
  });
  const filters = [
    { field: 'tag', exact: false },
    { field: 'text', exact: true },
  ];
  expect(seen).toEqual([
    { ...DEFAULTS, folder: 'Work', filters: filters.map((filter) => ({ ...filter, hits: null })) },
  ]);
  expect(state).toEqual({
    ...DEFAULTS,
    folder: 'Work',
    owner: 'me',
    filters: filters.map((filter) => ({ ...filter, hits: 1 })),
    texts: ['false'],
  });
  expect(await driver.readData(NAME, { folder: 'w', order: 'oldest', owner: 'you' })).toMatchObject({
    order: 'oldest',
    owner: 'you',
  });
});

it('is not read while something is unknown: the answer is unknown, and what is configured stays', async () => {
  const driver = await start({
    validate: ({ folder }) => (folder instanceof Unknown ? [warning('W', 'unknown')] : []),
  });
  const filters = [{ field: 'tag' }];
  const state = await driver.readData(NAME, { folder: UNKNOWN, filters });
  expect(state).toMatchObject({ folder: UNKNOWN, limit: null, owner: UNKNOWN, texts: UNKNOWN });
  expect(state['filters']).toEqual([{ field: 'tag', exact: UNKNOWN, hits: UNKNOWN }]);
  expect(seen).toEqual([]);
  expect(driver.warnings).toMatchObject([{ summary: 'W' }]);
});

it('is validated like a resource: its schema, its attributes at their full paths, then rules across them', async () => {
  const rules: Partial<Definition> = {
    validate: ({ limit }) => (limit === 0 ? [error('Limit', 'Zero gives nothing.', 'limit')] : []),
  };
  const driver = await start(rules);
  const found = async (configuration: object) =>
    (await driver.validateData(NAME, configuration as never)).map(({ summary, path: at }: Diagnostic) => [summary, at]);
  expect(await found({})).toEqual([['Missing required argument', path('folder')]]);
  expect(await found({ folder: 'a', texts: [] })).toEqual([['Value for unconfigurable attribute', path('texts')]]);
  expect(await found({ folder: 'a', limit: 0, filters: [{ field: 'x' }] })).toEqual([
    ['Value not allowed', path('filters', 0, 'field')],
  ]);
  expect(await found({ folder: 'a', limit: 0 })).toEqual([['Limit', path('limit')]]);
  await expect(driver.readData(NAME, { folder: 'a', limit: 0 })).rejects.toThrow('Zero gives nothing.');
  expect(seen).toEqual([]);
});

it('says what is wrong at its attribute, and warns without failing', async () => {
  const driver = await start();
  await expect(driver.readData(NAME, { folder: 'none' })).rejects.toMatchObject({
    diagnostics: [{ severity: 'error', summary: 'No folder', detail: 'There is none.', path: path('folder') }],
  });
  await driver.readData(NAME, { folder: 'odd' });
  expect(driver.warnings).toMatchObject([{ severity: 'warning', summary: 'Odd', path: path('folder') }]);
});

it.each<[string, Definition['read'], string]>([
  ['throws', () => Promise.reject(new TypeError('x is undefined')), 'TypeError: x is undefined'],
  ['returns nothing', async () => null as never, 'read of sample_notes: result has null at its root, not an object'],
  [
    'leaves a value unknown',
    async (request) => ({ ...(await read(request)), owner: UNKNOWN as never }),
    'leaves owner unknown',
  ],
  ['returns another type', async (request) => ({ ...(await read(request)), texts: 'x' as never }), 'at texts'],
])('a read that %s is a bug of the provider', async (_, broken, why) => {
  const driver = await start({ read: broken });
  await expect(driver.readData(NAME, { folder: 'a' })).rejects.toMatchObject({
    diagnostics: [{ summary: 'The provider failed unexpectedly', detail: expect.stringContaining(why) }],
  });
});

it('is announced with its schema', async () => {
  const client = await connect();
  expect((await client.call('GetMetadata', {})).dataSources).toEqual([{ typeName: NAME }]);
  const { dataSourceSchemas, resourceSchemas } = await client.call('GetProviderSchema', {});
  expect(resourceSchemas).toEqual({});
  expect(dataSourceSchemas[NAME]?.block?.attributes.map(({ name }) => name)).toEqual(
    Object.keys(notes.attributes).sort(),
  );
});

it('is validated without being configured, and read only then; other names are none of ours', async () => {
  const client = await connect();
  const nothing = { folder: 'a', order: null, limit: null, owner: null, filters: null, texts: null };
  const request = { typeName: NAME, config: encode(notes, nothing) };
  expect((await client.call('ValidateDataResourceConfig', request)).diagnostics).toEqual([]);
  const detail = async (answer: Promise<{ diagnostics: readonly { detail: string }[] }>) =>
    (await answer).diagnostics.map((found) => found.detail).join();
  expect(await detail(client.call('ReadDataSource', request))).toContain('before it configured it');
  await client.call('ConfigureProvider', { config: encode(sample().schema, {}) });
  expect(await detail(client.call('ReadDataSource', request))).toBe('');
  const unknown = { ...request, config: encode(notes, { ...nothing, folder: UNKNOWN }) };
  expect(await detail(client.call('ReadDataSource', unknown))).toContain('only known after an apply');
  for (const rpc of ['ValidateDataResourceConfig', 'ReadDataSource'] as const) {
    expect(await detail(client.call(rpc, { typeName: 'sample_other' }))).toContain('asked for sample_other');
    const junk = { ...request, config: { msgpack: Buffer.from([0xc1]), json: new Uint8Array() } };
    expect(await detail(client.call(rpc, junk))).toContain('not valid MessagePack');
  }
});

it('must be named like its provider, once, and hold nothing that is write-only', () => {
  const { dataSources: [source] = [], ...rest } = sample();
  const named = (...names: string[]) => provider({ ...rest, dataSources: names.map((name) => ({ ...source!, name })) });
  expect(() => named('sample_a', 'sample_b', 'sample_a')).toThrow('two data sources are named sample_a');
  expect(() => named('other_a')).toThrow('data source other_a must be named sample_...');
  const secret = attribute.string({ description, optional: true, writeOnly: true });
  const writeOnly = schema({ description, attributes: { secret } });
  expect(() =>
    dataSource<typeof writeOnly, null>({
      name: 'sample_a',
      schema: writeOnly,
      read: async () => ({ secret: null }),
    }),
  ).toThrow('attribute secret of a data source cannot be write-only');
});
