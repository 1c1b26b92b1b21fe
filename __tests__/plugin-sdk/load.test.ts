/** Much at once, much in one piece, and an end in the middle of it. */
import {
  attribute,
  dataSource,
  ephemeralResource,
  provider,
  resource,
  schema,
  type Operation,
} from 'terraform-plugin-sdk-ts';
import { ApplyError, ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { ProviderClient } from '../../providers/plugin-sdk/testing/provider-client';
import { encodeValue } from '../../providers/plugin-sdk/wire/msgpack';
import { memoryProvider } from './support/memory-provider';

const description = 'd';
const thing = schema({
  description,
  attributes: {
    id: attribute.string({ description, computed: true }),
    text: attribute.string({ description, optional: true }),
  },
});

it('1,000 calls at once are each answered with their own answer', async () => {
  const arrived: (() => void)[] = [];
  const all = 1_000;
  const waiting = provider({
    ...memoryProvider({}).provider,
    resources: [
      resource<typeof thing, null>({
        name: 'memory_thing',
        schema: thing,
        create: () => Promise.reject(new Error('not used')),
        // Nobody is answered before everybody is there.
        read: ({ state: { id, text } }) =>
          new Promise((resolve) => {
            arrived.push(() => resolve({ id: id ?? '', text: `${text}!` }));
            if (arrived.length === all) for (const answer of arrived.reverse()) answer();
          }),
        update: () => Promise.reject(new Error('not used')),
        delete: () => Promise.resolve(),
      }),
    ],
  });
  const driver = await ProviderDriver.start(waiting);
  try {
    const reads = Array.from({ length: all }, (_, index) =>
      driver.read('memory_thing', { state: { id: `${index}`, text: `t${index}` }, privateBytes: new Uint8Array() }),
    );
    const states = (await Promise.all(reads)).map((instance) => instance?.state);
    expect(states).toEqual(states.map((_, index) => ({ id: `${index}`, text: `t${index}!` })));
  } finally {
    await driver.close();
  }
});

it('an object of 20 MB is planned, applied and read', async () => {
  const memory = memoryProvider({ text: attribute.string({ description, optional: true }) });
  const driver = await ProviderDriver.start(memory.provider);
  try {
    const text = 'ä'.repeat(10 * 2 ** 20);
    const made = await driver.apply('memory_thing', { text });
    expect((await driver.read('memory_thing', made!))?.state['text'] === text).toBe(true);
    expect((await driver.plan('memory_thing', { text }, made)).action).toBe('no-op');
  } finally {
    await driver.close();
  }
});

describe('StopProvider', () => {
  /** Each operation waits until it is told to stop, or for ever. */
  function hanging() {
    let begin = () => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const wait = ({ signal }: Pick<Operation<null>, 'signal'>): Promise<never> =>
      new Promise((_, reject) => {
        begin();
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    const served = provider({
      name: 'x',
      version: '1.0.0',
      schema: schema({ description, attributes: {} }),
      resources: [
        resource<typeof thing, null>({
          name: 'x_thing',
          schema: thing,
          modifyPlan: wait,
          planDelete: wait,
          create: wait,
          read: wait,
          update: wait,
          delete: wait,
          importState: wait,
        }),
      ],
      dataSources: [dataSource<typeof thing, null>({ name: 'x_thing', schema: thing, read: wait })],
      ephemeralResources: [
        ephemeralResource<typeof thing, null>({ name: 'x_thing', schema: thing, open: wait, renew: wait, close: wait }),
      ],
      configure: () => Promise.resolve(null),
    });
    return { served, begun };
  }

  const bytes = (msgpack: Uint8Array) => ({ msgpack, json: new Uint8Array() });
  const objectOf = (id: string | null) =>
    bytes(
      encodeValue(
        { id, text: 't' },
        { kind: 'object', attributes: { id: { kind: 'string' }, text: { kind: 'string' } } },
      ),
    );
  const object = objectOf('1');
  const config = objectOf(null);
  const nothing = bytes(Buffer.from([0xc0]));
  const typeName = 'x_thing';

  it.each([
    ['PlanResourceChange', { typeName, priorState: nothing, proposedNewState: object, config }],
    ['PlanResourceChange', { typeName, priorState: object, proposedNewState: nothing, config: nothing }],
    ['ApplyResourceChange', { typeName, priorState: nothing, plannedState: object, config }],
    ['ApplyResourceChange', { typeName, priorState: object, plannedState: object, config }],
    ['ApplyResourceChange', { typeName, priorState: object, plannedState: nothing, config: nothing }],
    ['ReadResource', { typeName, currentState: object }],
    ['ImportResourceState', { typeName, id: '1' }],
    ['ReadDataSource', { typeName, config }],
    ['OpenEphemeralResource', { typeName, config }],
    ['RenewEphemeralResource', { typeName }],
    ['CloseEphemeralResource', { typeName }],
  ] as const)('ends a running %s (%j)', async (rpc, request) => {
    const { served, begun } = hanging();
    const client = await ProviderClient.start(served);
    try {
      await client.call('ConfigureProvider', { config: bytes(Buffer.from([0x80])) });
      const answer = client.call(rpc, request);
      await begun;
      expect(await client.call('StopProvider', {})).toEqual({ Error: '' });
      expect((await answer).diagnostics).toMatchObject([{ severity: 1, summary: 'Interrupted' }]);
    } finally {
      await client.close();
    }
  });

  it('ends a running ConfigureProvider', async () => {
    let begin = () => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const client = await ProviderClient.start({
      ...memoryProvider({}).provider,
      configure: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
          begin();
        }),
    });
    try {
      const answer = client.call('ConfigureProvider', { config: bytes(Buffer.from([0x80])) });
      await begun;
      await client.call('StopProvider', {});
      expect((await answer).diagnostics).toMatchObject([{ severity: 1, summary: 'Interrupted' }]);
    } finally {
      await client.close();
    }
  });

  it('leaves what was stored, when it ends an apply', async () => {
    const { served, begun } = hanging();
    const { modifyPlan: _, ...plain } = served.resources[0]!;
    const driver = await ProviderDriver.start({ ...served, resources: [plain] });
    try {
      const stored = { state: { id: '1', text: 'old' }, privateBytes: new Uint8Array() };
      const failed = driver.apply('x_thing', { text: 'new' }, stored).catch((cause: unknown) => cause);
      await begun;
      await driver.stop();
      expect(await failed).toBeInstanceOf(ApplyError);
      expect(((await failed) as ApplyError).instance?.state).toEqual({ id: '1', text: 'old' });
    } finally {
      await driver.close();
    }
  });
});
