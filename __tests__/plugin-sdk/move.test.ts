/** What becomes of stored objects when their type changes, and what a destroy may say before it happens. */
import {
  attribute,
  block,
  DiagnosticError,
  error,
  identity,
  moveFrom,
  provider,
  resource,
  schema,
  t,
  warning,
  type Provider,
  type ResourceDefinition,
} from 'terraform-plugin-sdk-ts';
import { ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { ProviderClient } from '../../providers/plugin-sdk/testing/provider-client';
import { boxes, EU } from './support/box-provider';
import { memoryProvider } from './support/memory-provider';

const description = 'd';
const note = schema({
  description,
  attributes: {
    id: attribute.string({ description, computed: true }),
    text: attribute.string({ description, required: true }),
    secret: attribute.string({ description, optional: true, writeOnly: true }),
    tags: block.list({ name: attribute.string({ description, required: true }) }, { description }),
  },
});
const old = schema({
  description,
  attributes: {
    id: attribute.string({ description, computed: true }),
    size: attribute.number({ description, optional: true }),
    words: attribute.list(t.string, { description, optional: true }),
  },
});
const who = identity({ attributes: { id: attribute.string({ description, required: true }) } });
type Definition = ResourceDefinition<typeof note, null, typeof who>;

function notes(changes: Partial<Definition> = {}): Provider<null> {
  const never = () => Promise.reject(new Error('not used'));
  const definition: Definition = {
    name: 'x_note',
    schema: note,
    create: never,
    read: never,
    update: never,
    delete: async () => undefined,
    identity: who,
    identityOf: ({ id }) => ({ id }),
    moves: [
      moveFrom({ type: 'y_note', provider: 'test/y', version: 1, schema: old }, ({ id, size, words }) => ({
        id,
        text: `${String(size)} ${words?.join()}`,
        secret: 'leaked' as unknown as null,
        tags: [],
      })),
      moveFrom({ type: 'x_old', schema: old }, () => {
        throw new DiagnosticError(error('Too old', 'It is empty.'));
      }),
    ],
    ...changes,
  };
  return provider({
    name: 'x',
    version: '1.0.0',
    schema: schema({ description, attributes: {} }),
    resources: [resource(definition)],
    configure: async () => null,
  });
}

const drivers: ProviderDriver[] = [];
afterEach(async () => {
  await Promise.all(drivers.splice(0).map((driver) => driver.close()));
});

async function start<C>(served: Provider<C>, ...rest: [settings?: object, meta?: Record<string, unknown>]) {
  const driver = await ProviderDriver.start(served, ...(rest as []));
  drivers.push(driver);
  return driver;
}

describe('a moved object', () => {
  const from = { provider: 'terraform.local/test/y', type: 'y_note', version: 1 };

  it('becomes one of the new type, with every digit, an identity, and nothing write-only', async () => {
    const driver = await start(notes());
    const stored = '{"id":"7","size":123456789012345678901234567890,"words":["a"],"more":[1]}';
    expect(await driver.move('x_note', from, stored)).toMatchObject({
      state: { id: '7', text: '123456789012345678901234567890 a', secret: null, tags: [] },
      identity: { id: '7' },
    });
  });

  it.each<[string, Parameters<ProviderDriver['move']>[1]]>([
    ['another provider', { ...from, provider: 'terraform.local/test/other-y' }],
    ['another version', { ...from, version: 0 }],
    ['another type', { ...from, type: 'y_thing' }],
  ])('of %s is refused, with what can be moved', async (_, source) => {
    const driver = await start(notes());
    await expect(driver.move('x_note', source, {})).rejects.toMatchObject({
      diagnostics: [
        { summary: 'Resource cannot be moved', detail: expect.stringContaining('These can: y_note, x_old.') },
      ],
    });
  });

  it('is refused by the author, or where nobody thought of it', async () => {
    await expect((await start(notes())).move('x_note', { type: 'x_old' }, {})).rejects.toThrow('Too old: It is empty.');
    const { moves: _, ...without } = notes().resources[0]!;
    const driver = await start({ ...notes(), resources: [without] });
    await expect(driver.move('x_note', from, {})).rejects.toThrow('Nothing can.');
  });

  it('is announced where there is such a thing', async () => {
    for (const [served, expected] of [
      [notes(), true],
      [boxes().served, false],
    ] as const) {
      const client = await ProviderClient.start(served);
      const { serverCapabilities } = await client.call('GetMetadata', {});
      expect(serverCapabilities?.moveResourceState).toBe(expected);
      await client.close();
    }
  });
});

describe('a planned destroy', () => {
  const stored = { state: { id: '7', text: 't', secret: null, tags: [] }, privateBytes: new Uint8Array() };

  it('may warn, and may be refused', async () => {
    const driver = await start(
      notes({
        async planDelete({ prior, warn }) {
          if (prior.text === 't') warn(warning('Still in use', 'It has readers.'));
          else throw new DiagnosticError(error('In use', 'It cannot go.'));
        },
      }),
    );
    expect(await driver.plan('x_note', null, stored)).toMatchObject({
      action: 'delete',
      warnings: [{ summary: 'Still in use' }],
    });
    const other = { ...stored, state: { ...stored.state, text: 'u' } };
    await expect(driver.plan('x_note', null, other)).rejects.toThrow('In use: It cannot go.');
  });
});

it('an identity may change where the resource says so', async () => {
  const { served, stored } = boxes({
    identityMayChange: true,
    identityOf: ({ id, region }) => ({ id, region, tenant: null }),
  });
  const driver = await start(served);
  const made = await driver.apply('x_box', { region: 'eu' });
  expect(made?.identity).toEqual({ ...EU, tenant: null });
  stored.set(1, { id: 1, region: 'us', text: null });
  expect((await driver.read('x_box', made!))?.identity).toMatchObject({ region: 'us' });
  expect((await driver.apply('x_box', { region: 'us', text: 'a' }, made))?.identity).toMatchObject({ region: 'us' });
});

it('what a module says in provider_meta reaches operations', async () => {
  const meta = schema({ description, attributes: { module: attribute.string({ description, optional: true }) } });
  const { provider: memory } = memoryProvider({ text: attribute.string({ description, optional: true }) });
  const seen: unknown[] = [];
  const [thing] = memory.resources;
  const spied: typeof thing = {
    ...thing!,
    create: (request) => (seen.push(request.providerMeta), thing!.create(request)),
    read: (request) => (seen.push(request.providerMeta), thing!.read(request)),
  };
  for (const said of [{ module: 'm' }, undefined]) {
    const driver = await start({ ...memory, meta, resources: [spied] }, {}, said);
    await driver.read('memory_thing', (await driver.apply('memory_thing', { text: 'a' }))!);
  }
  expect(seen).toEqual([{ module: 'm' }, { module: 'm' }, null, null]);
});
