/** Each call of the protocol on a real socket, with what terraform never sends and authors never should do. */
import { DiagnosticError, provider, record, schema, UNKNOWN, warning } from 'terraform-plugin-sdk-ts';
import type { ValueRecord } from 'terraform-plugin-sdk-ts';
import { typeOfAttributes } from '../../providers/plugin-sdk/schema/schema';
import { CallError } from '../../providers/plugin-sdk/testing/grpc-client';
import { ProviderClient } from '../../providers/plugin-sdk/testing/provider-client';
import { Diagnostic_Severity } from '../../providers/plugin-sdk/wire/gen/tfplugin6';
import { decodeValue, encodeValue } from '../../providers/plugin-sdk/wire/msgpack';
import { note, noteProvider, noteState, type NoteDefinition } from './support/note-provider';

const typeName = 'sample_note';
const TYPE = typeOfAttributes(note.attributes);
const JUNK = { msgpack: Buffer.from([0xc1, 0xff]), json: new Uint8Array() };
const NOTHING = new Uint8Array();

const clients: ProviderClient[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
});

async function start(changes: Partial<NoteDefinition> = {}, configured = true): Promise<ProviderClient> {
  const client = await ProviderClient.start(noteProvider(changes).provider);
  clients.push(client);
  if (configured) await client.call('ConfigureProvider', { config: encode(record(), record()) });
  return client;
}

function encode(value: ValueRecord | null, as?: ValueRecord) {
  const type = as === undefined ? TYPE : ({ kind: 'object', attributes: {} } as const);
  return { msgpack: encodeValue(value, type), json: NOTHING };
}

const decode = (value: { msgpack: Uint8Array } | undefined) =>
  value === undefined ? undefined : decodeValue(value.msgpack, TYPE);

const empty: ValueRecord = record(Object.keys(note.attributes).map((name) => [name, null]));
const config = { ...empty, text: 'a' };
const planned = { ...config, id: UNKNOWN, revision: UNKNOWN };
const stored = record(Object.entries(noteState()));

/** A request for each call that reaches the author's code. */
const create = { typeName, config: encode(config), priorState: encode(null), plannedState: encode(planned) };
const update = { typeName, config: encode(config), priorState: encode(stored), plannedState: encode(stored) };
const destroy = { typeName, config: encode(null), priorState: encode(stored), plannedState: encode(null) };
const plan = { typeName, config: encode(config), priorState: encode(null), proposedNewState: encode(config) };
const read = { typeName, currentState: encode(stored), private: Buffer.from('{"k":1}') };

describe('each call', () => {
  it('announces what the provider has and can', async () => {
    const client = await start({}, false);
    const capabilities = { planDestroy: true, getProviderSchemaOptional: true, moveResourceState: false };
    expect(await client.call('GetMetadata', {})).toEqual({
      serverCapabilities: capabilities,
      diagnostics: [],
      dataSources: [],
      resources: [{ typeName }],
      functions: [],
      ephemeralResources: [],
    });
    const answer = await client.call('GetProviderSchema', {});
    expect(answer.serverCapabilities).toEqual(capabilities);
    expect(answer.resourceSchemas[typeName]).toMatchObject({ version: 2 });
    expect(answer.resourceSchemas[typeName]?.block?.attributes.map(({ name }) => name)).toEqual(
      Object.keys(note.attributes).sort(),
    );
    expect(answer.diagnostics).toEqual([]);
  });

  it('shows each description as the author says', async () => {
    const described = { ...noteProvider({}).provider, describe: (text: string) => text.toUpperCase() };
    const client = await ProviderClient.start(described);
    clients.push(client);
    const { block } = (await client.call('GetProviderSchema', {})).resourceSchemas[typeName] ?? {};
    const shown = [block?.description, ...(block?.attributes ?? []).map(({ description }) => description)];
    expect(shown).toEqual(shown.map((text) => text?.toUpperCase()));
    expect(shown[0]).toBe(note.description.toUpperCase());
  });

  it('is told unimplemented where there is none', async () => {
    const client = await start();
    for (const rpc of ['ListResource', 'PlanAction', 'Nonsense']) {
      await expect(client.send(rpc, NOTHING)).rejects.toMatchObject({ code: 12 });
    }
  });

  it('validates without being configured, and needs the configuration for everything that works on objects', async () => {
    const client = await start({}, false);
    expect(await client.call('ValidateProviderConfig', { config: encode(record(), record()) })).toEqual({
      diagnostics: [],
    });
    expect(await client.call('ValidateResourceConfig', { typeName, config: encode(config) })).toEqual({
      diagnostics: [],
    });
    const used = [
      client.call('PlanResourceChange', plan),
      client.call('ApplyResourceChange', update),
      client.call('ReadResource', read),
      client.call('ImportResourceState', { typeName, id: '1' }),
    ];
    for (const { diagnostics } of await Promise.all(used)) {
      expect(diagnostics).toMatchObject([{ detail: expect.stringContaining('before it configured it') }]);
    }
  });

  it('names a resource type that the provider does not have', async () => {
    const client = await start();
    const other = { typeName: 'sample_other' };
    const answers = await Promise.all([
      client.call('ValidateResourceConfig', other),
      client.call('UpgradeResourceState', other),
      client.call('ReadResource', other),
      client.call('PlanResourceChange', other),
      client.call('ApplyResourceChange', other),
      client.call('ImportResourceState', other),
    ]);
    for (const { diagnostics } of answers) {
      expect(diagnostics).toMatchObject([{ detail: expect.stringContaining('asked for sample_other') }]);
    }
  });

  it('stops: what comes later is aborted from the start', async () => {
    const client = await start({
      read: async ({ signal, state }) => ({ ...noteState(), ...state, text: String(signal.aborted) }) as never,
    });
    expect(decode((await client.call('ReadResource', read)).newState)).toMatchObject({ text: 'false' });
    expect(await client.call('StopProvider', {})).toEqual({ Error: '' });
    expect(decode((await client.call('ReadResource', read)).newState)).toMatchObject({ text: 'true' });
  });

  it('aborts when the client cancels it', async () => {
    let begin = () => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    let aborted = () => {};
    const abortion = new Promise<void>((resolve) => (aborted = resolve));
    const client = await start({
      read: ({ signal }) => {
        signal.addEventListener('abort', () => aborted());
        begin();
        return new Promise(() => undefined);
      },
    });
    const cancel = new AbortController();
    const call = client.call('ReadResource', read, cancel.signal).catch((cause: unknown) => cause);
    await begun;
    cancel.abort();
    expect(await call).toMatchObject({ name: 'AbortError' });
    await abortion;
  });
});

describe('whatever the author’s code throws', () => {
  class Hostile extends Error {
    override get message(): string {
      throw new Error('from the getter');
    }
    override get name(): string {
      throw new Error('from the getter');
    }
    override get stack(): string {
      throw new Error('from the getter');
    }
  }
  const things: readonly [string, () => unknown][] = [
    ['an error', () => new TypeError('x is not a function')],
    ['a string', () => 'just text'],
    ['undefined', () => undefined],
    ['null', () => null],
    ['an object without a prototype', () => Object.create(null) as unknown],
    ['an error with hostile getters', () => new Hostile()],
    [
      'a proxy that refuses everything',
      () =>
        new Proxy(
          {},
          {
            getPrototypeOf: () => {
              throw new Error('no');
            },
          },
        ),
    ],
    ['a diagnostic error with a warning only', () => new DiagnosticError(warning('Hm', 'It is odd.'))],
    ['a diagnostic error with nothing', () => new DiagnosticError()],
  ];
  const raise = (make: () => unknown) => (): never => {
    throw make();
  };

  it.each(things)('%s is an error diagnostic, and no state is lost', async (_, make) => {
    const fail = raise(make);
    const client = await start({
      create: async ({ saveState }) => {
        saveState(noteState({ text: 'saved' }));
        return fail();
      },
      update: fail,
      delete: fail,
      read: fail,
      modifyPlan: fail,
      importState: fail,
      validate: fail,
      upgrades: { 0: { from: note.attributes, upgrade: fail } },
    });
    const answers = {
      created: await client.call('ApplyResourceChange', create),
      updated: await client.call('ApplyResourceChange', { ...update, plannedPrivate: read.private }),
      destroyed: await client.call('ApplyResourceChange', destroy),
      read: await client.call('ReadResource', read),
      planned: await client.call('PlanResourceChange', plan),
      imported: await client.call('ImportResourceState', { typeName, id: '1' }),
      validated: await client.call('ValidateResourceConfig', { typeName, config: encode(config) }),
      upgraded: await client.call('UpgradeResourceState', {
        typeName,
        version: 0,
        rawState: { json: Buffer.from('{}'), flatmap: {} },
      }),
    };
    for (const { diagnostics } of Object.values(answers)) {
      expect(diagnostics.filter(({ severity }) => severity === Diagnostic_Severity.ERROR)).toHaveLength(1);
      expect(diagnostics.at(-1)?.summary).toBe('The provider failed unexpectedly');
    }
    expect(decode(answers.created.newState)).toMatchObject({ id: 'note-1', text: 'saved' });
    expect(decode(answers.updated.newState)).toEqual(stored);
    expect(Buffer.from(answers.updated.private).toString()).toBe('{"k":1}');
    expect(decode(answers.destroyed.newState)).toEqual(stored);
    expect(decode(answers.read.newState)).toEqual(stored);
    expect(Buffer.from(answers.read.private).toString()).toBe('{"k":1}');
  });

  it('a provider that cannot be configured says so, and stays unconfigured', async () => {
    const failing = provider({
      ...noteProvider().provider,
      schema: schema({ description: 'd', attributes: {} }),
      configure: () => Promise.reject(new DiagnosticError()),
    });
    const client = await ProviderClient.start(failing);
    clients.push(client);
    const answer = await client.call('ConfigureProvider', { config: encode(record(), record()) });
    expect(answer.diagnostics).toMatchObject([{ severity: 1 }]);
    expect((await client.call('ReadResource', read)).diagnostics).toMatchObject([{ severity: 1 }]);
  });

  it('private state that JSON cannot hold fails where it is set', async () => {
    const client = await start({
      update: async ({ privateState, prior }) => {
        privateState.set('big', 1n);
        return prior;
      },
    });
    const answer = await client.call('ApplyResourceChange', { ...update, plannedPrivate: read.private });
    expect(answer.diagnostics).toMatchObject([{ detail: expect.stringContaining('BigInt') }]);
    expect(decode(answer.newState)).toEqual(stored);
    expect(Buffer.from(answer.private).toString()).toBe('{"k":1}');
  });
});

describe('bytes that are no message', () => {
  it('are a diagnostic where a value is malformed, and the prior state stays as it came', async () => {
    const client = await start();
    const answers = await Promise.all([
      client.call('ValidateProviderConfig', { config: JUNK }),
      client.call('ConfigureProvider', { config: JUNK }),
      client.call('ValidateResourceConfig', { typeName, config: JUNK }),
      client.call('PlanResourceChange', { ...plan, config: JUNK }),
      client.call('ReadResource', { ...read, currentState: encode({}, record()) }),
    ]);
    for (const { diagnostics } of answers) expect(diagnostics).toMatchObject([{ severity: 1 }]);
    const applied = await client.call('ApplyResourceChange', {
      ...update,
      plannedState: JUNK,
      plannedPrivate: read.private,
    });
    expect(applied.diagnostics).toMatchObject([{ detail: expect.stringContaining('not valid MessagePack') }]);
    expect(decode(applied.newState)).toEqual(stored);
    expect(Buffer.from(applied.private).toString()).toBe('{"k":1}');
    const unread = await client.call('ReadResource', { ...read, currentState: JUNK });
    expect(unread.newState?.msgpack).toEqual(new Uint8Array(JUNK.msgpack));
  });

  it('are a clean gRPC error where the message itself is malformed, and the server goes on', async () => {
    const client = await start();
    for (const bytes of [[0xff], [0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f], [0x0a, 0x05, 0x01]]) {
      const failure = await client.send('ApplyResourceChange', Buffer.from(bytes)).catch((cause: unknown) => cause);
      expect(failure).toBeInstanceOf(CallError);
      expect(failure).toMatchObject({ code: 13, detail: expect.stringContaining('ApplyResourceChange failed') });
    }
    expect((await client.call('ReadResource', read)).diagnostics).toEqual([]);
  });

  it('answers a request without any field with diagnostics', async () => {
    const client = await start();
    expect((await client.call('ApplyResourceChange', {})).diagnostics).toHaveLength(1);
    expect((await client.call('ImportResourceState', {})).diagnostics).toHaveLength(1);
    expect((await client.call('UpgradeResourceState', { typeName, version: 2 })).diagnostics).toHaveLength(1);
  });
});
