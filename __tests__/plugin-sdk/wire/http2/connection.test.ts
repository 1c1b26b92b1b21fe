import fc from 'fast-check';
import { Flag, FrameType } from '../../../../providers/plugin-sdk/wire/http2/frames';
import { HEADERS, Range, setting, STATUS, TRAILERS, uint32, type Peer } from './peer';

let range: Range;
let events: string[];
let replies: Range['replies'];

beforeEach(async () => {
  range = new Range();
  ({ events, replies } = range);
  await range.start();
});

afterEach(() => range.stop());

describe('a request', () => {
  it('may come in padded frames, with a priority, and with headers in several pieces', async () => {
    const peer = range.connect();
    const padded = Buffer.concat([Buffer.from([3]), Buffer.alloc(5), HEADERS.subarray(0, 2), Buffer.alloc(3)]);
    peer.send(FrameType.HEADERS, Flag.PADDED | Flag.PRIORITY, 1, padded);
    peer.send(FrameType.CONTINUATION, 0, 1, HEADERS.subarray(2, 4));
    peer.send(FrameType.CONTINUATION, Flag.END_HEADERS, 1, HEADERS.subarray(4));
    peer.send(FrameType.DATA, Flag.PADDED | Flag.END_STREAM, 1, Buffer.from([2, 7, 7, 7, 0, 0]));
    await peer.settled();
    expect(events).toEqual(['open /x', 'data 3', 'end']);
    await peer.close();
  });

  it('may end with trailers, and with frames that nobody knows in between', async () => {
    const peer = range.connect();
    peer.send(FrameType.HEADERS, Flag.END_HEADERS, 1, HEADERS);
    peer.send(0xfe, 0xff, 1, Buffer.from('whatever')).send(FrameType.PRIORITY, 0, 1, Buffer.alloc(5));
    peer.send(FrameType.HEADERS, Flag.END_HEADERS | Flag.END_STREAM, 1, TRAILERS);
    await peer.settled();
    expect(events).toEqual(['open /x', 'end']);
    await peer.close();
  });

  it('is reset once when the client gives up, and not at all when it was answered', async () => {
    const peer = range.connect();
    for (const stream of [1, 3]) peer.send(FrameType.HEADERS, Flag.END_HEADERS, stream, HEADERS);
    await peer.settled();
    replies[1]?.({ headers: STATUS });
    for (const stream of [1, 3]) peer.send(FrameType.RST_STREAM, 0, stream, uint32(8));
    await peer.settled();
    expect(events).toEqual(['open /x', 'open /x', 'reset']);
    replies[0]?.({ headers: STATUS });
    await peer.settled();
    expect(peer.received(FrameType.HEADERS, 1)).toEqual([]);
    await peer.close();
  });

  it('that is answered early is not waited for, and what still comes of it is dropped', async () => {
    const peer = range.connect();
    peer.send(FrameType.HEADERS, Flag.END_HEADERS, 1, HEADERS);
    await peer.settled();
    replies[0]?.({ headers: STATUS });
    peer.send(FrameType.DATA, Flag.END_STREAM, 1, Buffer.alloc(10));
    await peer.settled();
    expect(events).toEqual(['open /x']);
    expect(peer.received(FrameType.RST_STREAM, 1).map(({ payload }) => payload.readUInt32BE())).toEqual([0]);
    await peer.close();
  });
});

describe('flow control', () => {
  const open = (peer: Peer, stream: number): Peer =>
    peer.send(FrameType.HEADERS, Flag.END_HEADERS | Flag.END_STREAM, stream, HEADERS);
  const bytesOf = (peer: Peer, stream: number): number =>
    peer.received(FrameType.DATA, stream).reduce((sum, { payload }) => sum + payload.length, 0);

  it('sends no more than the client takes, and goes on when it takes more', async () => {
    const peer = await open(range.connect().send(FrameType.SETTINGS, 0, 0, setting(4, 10)), 1).settled();
    replies[0]?.({ headers: STATUS, body: [Buffer.alloc(4, 'a'), Buffer.alloc(21, 'b')], trailers: TRAILERS });
    await peer.settled();
    expect(bytesOf(peer, 1)).toBe(10);
    await peer.send(FrameType.WINDOW_UPDATE, 0, 1, uint32(5)).settled();
    expect(bytesOf(peer, 1)).toBe(15);
    // A new initial window counts for open streams too: 15 of 20 are used up.
    await peer.send(FrameType.SETTINGS, 0, 0, setting(4, 20)).settled();
    expect(bytesOf(peer, 1)).toBe(25);
    const body = Buffer.concat(peer.received(FrameType.DATA, 1).map(({ payload }) => payload));
    expect(body.toString()).toBe('aaaa' + 'b'.repeat(21));
    expect(peer.received(FrameType.HEADERS, 1)).toHaveLength(2);
    await peer.close();
  });

  it('holds for the connection too, over all streams', async () => {
    const peer = await open(
      open(range.connect().send(FrameType.SETTINGS, 0, 0, setting(4, 1_000_000)), 1),
      3,
    ).settled();
    for (const reply of replies) reply({ headers: STATUS, body: [Buffer.alloc(40_000)], trailers: TRAILERS });
    await peer.settled();
    expect([bytesOf(peer, 1), bytesOf(peer, 3)]).toEqual([40_000, 25_535]);
    await peer.send(FrameType.WINDOW_UPDATE, 0, 0, uint32(100_000)).settled();
    expect([bytesOf(peer, 1), bytesOf(peer, 3)]).toEqual([40_000, 40_000]);
    await peer.close();
  });

  it('cuts what it sends into frames that the client takes', async () => {
    const peer = await open(range.connect().send(FrameType.SETTINGS, 0, 0, setting(4, 1_000_000)), 1).settled();
    replies[0]?.({ headers: STATUS, body: [Buffer.alloc(40_000)], trailers: TRAILERS });
    await peer.settled();
    expect(peer.received(FrameType.DATA, 1).map(({ payload }) => payload.length)).toEqual([16_384, 16_384, 7_232]);
    await peer.close();
  });

  it('forgets an answer whose client gave up half way', async () => {
    const peer = await open(range.connect().send(FrameType.SETTINGS, 0, 0, setting(4, 10)), 1).settled();
    replies[0]?.({ headers: STATUS, body: [Buffer.alloc(100)], trailers: TRAILERS });
    await peer.send(FrameType.RST_STREAM, 0, 1, uint32(8)).send(FrameType.WINDOW_UPDATE, 0, 1, uint32(500)).settled();
    expect(bytesOf(peer, 1)).toBe(10);
    expect(events).toEqual(['open /x', 'end']);
    await peer.close();
  });
});

describe('a client that breaks the rules', () => {
  it('never makes the server throw, whatever its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            type: fc.integer({ min: 0, max: 11 }),
            flags: fc.constantFrom(0, 1, 4, 5, 8, 13, 0x20, 0xff),
            stream: fc.integer({ min: 0, max: 5 }),
            payload: fc.oneof(fc.uint8Array({ maxLength: 20 }), fc.constant(new Uint8Array(HEADERS))),
          }),
          { maxLength: 12 },
        ),
        async (frames) => {
          const peer = range.connect();
          for (const { type, flags, stream, payload } of frames) peer.send(type, flags, stream, payload);
          peer.socket.end();
          await peer.ended();
        },
      ),
      { numRuns: 300 },
    );
    // Still there for who keeps the rules.
    const peer = await range.connect().settled();
    await peer.close();
  });
});
