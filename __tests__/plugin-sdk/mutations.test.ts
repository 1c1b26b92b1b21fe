/** Messages that nobody meant to send: the server answers each, or refuses it, and serves on as if nothing had been. */
import { connect } from 'node:net';
import fc from 'fast-check';
import { CallError } from '../../providers/plugin-sdk/testing/grpc-client';
import { methodsOf } from '../../providers/plugin-sdk/server';
import { ProviderClient } from '../../providers/plugin-sdk/testing/provider-client';
import * as proto from '../../providers/plugin-sdk/wire/gen/tfplugin6';
import { isSoak, runs, SOAK_MS } from '../support/runs';
import { requests, wholeProvider } from './support/whole-provider';

jest.setTimeout(isSoak ? SOAK_MS : 180_000);

let client: ProviderClient;
beforeEach(async () => {
  client = await ProviderClient.start(wholeProvider());
});
afterEach(() => client.close());

const REQUESTS = requests();
const ANSWER_WITHIN_MS = 20_000;
/** Bytes that mean much where they stand: lengths, leads of MessagePack, tags of protobuf. */
const odd = fc.constantFrom(
  0x00,
  0x01,
  0x0a,
  0x0b,
  0x7f,
  0x80,
  0x8f,
  0x9f,
  0xc0,
  0xc1,
  0xc6,
  0xc9,
  0xd4,
  0xdb,
  0xdd,
  0xdf,
  0xff,
);
const change = fc.record({
  kind: fc.constantFrom('set', 'insert', 'remove', 'cut', 'repeat', 'graft'),
  at: fc.nat(),
  bytes: fc.array(fc.oneof(odd, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 }),
  other: fc.nat(REQUESTS.length - 1),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function mutate(before: Buffer, { kind, at, bytes, other }: Change): Buffer {
  const index = at % (before.length + 1);
  const [head, tail] = [before.subarray(0, index), before.subarray(index)];
  if (kind === 'set') return Buffer.concat([head, Buffer.from(bytes), tail.subarray(bytes.length)]);
  if (kind === 'insert') return Buffer.concat([head, Buffer.from(bytes), tail]);
  if (kind === 'remove') return Buffer.concat([head, tail.subarray(bytes.length)]);
  if (kind === 'cut') return head;
  if (kind === 'repeat') return Buffer.concat([before, tail]);
  return Buffer.concat([head, REQUESTS[other]![1].subarray(index)]);
}

/** Answered, or refused with the status of a malformed message. One that hangs fails its test, whose time ends. */
async function send(rpc: string, message: Uint8Array, to = client): Promise<'answered' | 'refused'> {
  try {
    await to.send(rpc, message);
    return 'answered';
  } catch (cause) {
    if (cause instanceof CallError && cause.code === 13) return 'refused';
    throw cause;
  }
}

async function expectService(of = client): Promise<void> {
  const { diagnostics } = await of.call('ImportResourceState', { typeName: 'x_box', id: '1' });
  expect(diagnostics).toEqual([]);
}

it('every request that is changed makes sense before', async () => {
  for (const [rpc, message] of REQUESTS) {
    const answer = (
      proto as unknown as Record<string, { decode(bytes: Uint8Array): { diagnostics?: { severity: number }[] } }>
    )[`${rpc}_Response`]!;
    const { diagnostics = [] } = answer.decode(await client.send(rpc, message));
    if (rpc !== 'MoveResourceState')
      expect([rpc, diagnostics.filter(({ severity }) => severity === 1)]).toEqual([rpc, []]);
  }
});

const mutated = fc
  .tuple(fc.constantFrom(...REQUESTS), fc.array(change, { minLength: 1, maxLength: 5 }))
  .map(([[rpc, message], changes]) => [rpc, changes.reduce(mutate, message)] as const);
const TOGETHER = 50;

it.each<[number, string, () => Promise<ProviderClient>]>([
  [runs(2_000, 20_000), 'over a socket', async () => client],
  [runs(25_000, 1_000_000), 'in process', async () => ProviderClient.inProcess(methodsOf(wholeProvider()))],
])(
  '%i requests with changed bytes, sent %s, are answered or refused, and the next one is served',
  async (count, _, to) => {
    const seen = { answered: 0, refused: 0 };
    const server = await to();
    const notConfigured = await server.call('ImportResourceState', { typeName: 'x_box', id: '1' });
    expect(notConfigured.diagnostics).toHaveLength(1);
    await fc.assert(
      fc.asyncProperty(fc.array(mutated, { minLength: TOGETHER, maxLength: TOGETHER }), async (batch) => {
        const outcomes = await Promise.all(batch.map(([rpc, message]) => send(rpc, message, server)));
        for (const outcome of outcomes) seen[outcome] += 1;
      }),
      { numRuns: count / TOGETHER, endOnFailure: true },
    );
    expect(seen.answered + seen.refused).toBe(count);
    expect(Math.min(seen.answered, seen.refused)).toBeGreaterThan(count / 10);
    await server.call('ConfigureProvider', { config: { msgpack: Buffer.from([0x80]), json: new Uint8Array() } });
    await expectService(server);
  },
);

const repeated = (bytes: number[], times: number) => Buffer.alloc(bytes.length * times, Buffer.from(bytes));
const value = (msgpack: Uint8Array) =>
  proto.ValidateResourceConfig_Request.encode({
    typeName: 'x_disk',
    config: { msgpack, json: new Uint8Array() },
    clientCapabilities: undefined,
  }).finish();
const state = (json: string) =>
  proto.UpgradeResourceState_Request.encode({
    typeName: 'x_box',
    version: 0,
    rawState: { json: Buffer.from(json), flatmap: {} },
  }).finish();
const argument = (msgpack: Uint8Array) =>
  proto.CallFunction_Request.encode({
    name: 'join',
    arguments: [
      { msgpack: Buffer.from([0x90]), json: new Uint8Array() },
      { msgpack, json: new Uint8Array() },
    ],
  }).finish();
const MEGABYTE = 2 ** 20;

it.each<[string, string, () => Uint8Array]>([
  [
    'arrays in arrays, each of which claims to be huge',
    'ValidateResourceConfig',
    () => value(repeated([0xdd, 0, 0x0f, 0xff, 0xff], MEGABYTE)),
  ],
  [
    'maps in maps, each of which claims to be huge',
    'ValidateResourceConfig',
    () => value(repeated([0xdf, 0, 0x0f, 0xff, 0xff, 0xa1, 0x61], MEGABYTE)),
  ],
  [
    'a list that claims more than there is',
    'CallFunction',
    () => argument(Buffer.from([0x92, 0xc4, 0x11, ...Buffer.from('["list","number"]'), 0xdd, 0xff, 0xff, 0xff, 0xff])),
  ],
  [
    'refinements in refinements',
    'ValidateResourceConfig',
    () =>
      value(Buffer.concat([Buffer.from([0xc9, 0, 0x10, 0, 0, 0x0c]), repeated([0xdd, 0, 0x0f, 0xff, 0xff], MEGABYTE)])),
  ],
  [
    'dynamic values in dynamic values',
    'CallFunction',
    () => argument(repeated([0x92, 0xc4, 0x09, ...Buffer.from('"dynamic"')], 100_000)),
  ],
  [
    'a type that nests without end',
    'CallFunction',
    () =>
      argument(
        Buffer.concat([Buffer.from([0x92, 0xc6, 0, 0x12, 0, 0]), repeated([...Buffer.from('["list",')], 147_456)]),
      ),
  ],
  [
    'a number of a million digits',
    'CallFunction',
    () =>
      argument(
        Buffer.concat([
          Buffer.from([0x92, 0xc4, 0x08, ...Buffer.from('"number"'), 0xdb, 0, 0x10, 0, 0]),
          repeated([0x31], MEGABYTE),
        ]),
      ),
  ],
  [
    'an exponent of a billion',
    'CallFunction',
    () => argument(Buffer.from([0x92, 0xc4, 0x08, ...Buffer.from('"number"'), 0xab, ...Buffer.from('1e999999999')])),
  ],
  ['a state that nests without end', 'UpgradeResourceState', () => state('['.repeat(MEGABYTE))],
  ['a state of numbers that nests without end', 'UpgradeResourceState', () => state('[0.1,'.repeat(MEGABYTE))],
  ['a state with a long number', 'UpgradeResourceState', () => state(`{"id":${'9'.repeat(MEGABYTE)}}`)],
  ['groups in groups', 'ReadResource', () => repeated([0x0b], MEGABYTE)],
  ['a field that claims to be huge', 'ReadResource', () => Buffer.from([0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f])],
  ['a field number that cannot be', 'ReadResource', () => repeated([0xff], 64)],
])('%s: a clean answer, soon, and no memory for what is not there', async (_, rpc, make) => {
  const message = make();
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  await send(rpc, message);
  expect(performance.now() - begun).toBeLessThan(ANSWER_WITHIN_MS);
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * MEGABYTE);
  await client.call('ConfigureProvider', { config: { msgpack: Buffer.from([0x80]), json: new Uint8Array() } });
  await expectService();
});

const CONNECTIONS = runs(300, 10_000);
it(`${CONNECTIONS} connections with changed bytes are answered or closed, and others are served`, async () => {
  const preface = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
  const frame = (type: number, flags: number, stream: number, payload: Uint8Array) => {
    const header = Buffer.alloc(9);
    header.writeUIntBE(payload.length, 0, 3);
    header[3] = type;
    header[4] = flags;
    header.writeUInt32BE(stream, 5);
    return Buffer.concat([header, payload]);
  };
  const name = (text: string) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);
  const headers = Buffer.concat(
    [
      [':method', 'POST'],
      [':scheme', 'http'],
      [':path', '/tfplugin6.Provider/GetMetadata'],
      ['content-type', 'application/grpc'],
    ].flatMap(([key = '', of = '']) => [Buffer.from([0]), name(key), name(of)]),
  );
  const valid = Buffer.concat([
    preface,
    frame(4, 0, 0, Buffer.from([0, 4, 0, 0, 0xff, 0xff])),
    frame(1, 4, 1, headers),
    frame(8, 0, 0, Buffer.from([0, 0, 1, 0])),
    frame(0, 1, 1, Buffer.alloc(5)),
    frame(6, 0, 0, Buffer.alloc(8)),
  ]);
  const said = (bytes: Uint8Array) =>
    new Promise<number>((resolve, reject) => {
      let received = 0;
      const socket = connect(client.socket, () => socket.end(bytes));
      socket.on('data', (chunk) => (received += chunk.length));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(received));
      socket.setTimeout(ANSWER_WITHIN_MS, () => reject(new Error('the connection hangs')));
    });
  expect(await said(valid)).toBeGreaterThan(100);
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      await said(changes.reduce(mutate, valid));
    }),
    { numRuns: CONNECTIONS, endOnFailure: true },
  );
  expect((await client.call('GetMetadata', {})).resources).toHaveLength(3);
});
