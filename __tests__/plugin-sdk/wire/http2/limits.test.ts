/** The bounds of what a client may ask for, and what becomes of one that goes beyond. */
import { once } from 'node:events';
import { Duplex } from 'node:stream';
import * as http2 from 'node:http2';
import { Connection } from '../../../../providers/plugin-sdk/wire/http2/connection';
import { ErrorCode } from '../../../../providers/plugin-sdk/wire/http2/error';
import { Flag, FrameType } from '../../../../providers/plugin-sdk/wire/http2/frames';
import { encodeHeaders } from '../../../../providers/plugin-sdk/wire/http2/hpack';
import { MAX_STREAMS, ServerStream, Streams } from '../../../../providers/plugin-sdk/wire/http2/streams';
import { ReceiveWindow } from '../../../../providers/plugin-sdk/wire/http2/settings';
import { waitUntil } from '../../../support/wait-until';
import { frame, HEADERS, PREFACE, Range, setting, STATUS, TRAILERS, uint32, type Peer } from './peer';

const { DATA, CONTINUATION, RST_STREAM, PING, SETTINGS, WINDOW_UPDATE } = FrameType;
const WHOLE = Flag.END_HEADERS | Flag.END_STREAM;
const MB = 1024 * 1024;

let range: Range;

beforeEach(async () => {
  range = new Range();
  await range.start();
});

afterEach(() => range.stop());

const open = (peer: Peer, stream: number, flags = WHOLE): Peer => peer.send(FrameType.HEADERS, flags, stream, HEADERS);
const resets = (peer: Peer, stream: number): number[] =>
  peer.received(RST_STREAM, stream).map(({ payload }) => payload.readUInt32BE());
const count = (event: string): number => range.events.filter((each) => each === event).length;

describe('a header block', () => {
  it.each<[string, (peer: Peer) => void]>([
    [
      'of more bytes than a block may have',
      (peer) => {
        peer.send(FrameType.HEADERS, 0, 1, Buffer.alloc(16_000));
        for (let part = 0; part < 4; part++) peer.send(CONTINUATION, 0, 1, Buffer.alloc(16_000));
      },
    ],
    [
      'of 20,000 empty frames',
      (peer) => {
        open(peer, 1, 0);
        for (let part = 0; part < 20_000; part++) peer.send(CONTINUATION, 0, 1);
      },
    ],
    [
      'of 60,000 frames of one byte',
      (peer) => {
        open(peer, 1, 0);
        for (let part = 0; part < 60_000; part++) peer.send(CONTINUATION, 0, 1, Buffer.alloc(1));
      },
    ],
    [
      'that repeats a long header of the table',
      (peer) => {
        const entry = Buffer.concat([Buffer.from([0x40, 1, 0x61, 0x7f, 0x81, 0x1e]), Buffer.alloc(4_000, 'x')]);
        peer.send(FrameType.HEADERS, WHOLE, 1, Buffer.concat([HEADERS, entry, Buffer.alloc(10_000, 0xbe)]));
      },
    ],
  ])('%s costs the client its connection', async (_what, act) => {
    const peer = range.connect();
    act(peer);
    expect(await peer.ended()).toBe(ErrorCode.ENHANCE_YOUR_CALM);
  });
});

describe('streams', () => {
  const odd = (index: number): number => 2 * index + 1;

  it('are as many as the server announces; one more is refused, until one is answered', async () => {
    const peer = range.connect();
    for (let index = 0; index <= MAX_STREAMS; index++) open(peer, odd(index));
    await peer.settled();
    expect(peer.received(SETTINGS, 0)[0]?.payload.indexOf(setting(3, MAX_STREAMS))).toBe(0);
    expect(count('open /x')).toBe(MAX_STREAMS);
    expect(resets(peer, odd(MAX_STREAMS))).toEqual([ErrorCode.REFUSED_STREAM]);
    range.replies[0]?.({ headers: STATUS });
    await open(peer, odd(MAX_STREAMS + 1)).settled();
    expect(count('open /x')).toBe(MAX_STREAMS + 1);
    await peer.close();
  });

  it('that are given up count until their calls are done', async () => {
    const peer = range.connect();
    for (let index = 0; index < 2 * MAX_STREAMS; index++) {
      open(peer, odd(index)).send(RST_STREAM, 0, odd(index), uint32(8));
    }
    await peer.settled();
    expect(count('open /x')).toBe(MAX_STREAMS);
    for (const reply of range.replies) reply({ headers: STATUS });
    await open(peer, odd(2 * MAX_STREAMS)).settled();
    expect(count('open /x')).toBe(MAX_STREAMS + 1);
    await peer.close();
  });

  it('hold no more together than the server has room for', () => {
    const streams = new Streams();
    const [first, second] = [1, 3].map((id) => new ServerStream(id, 0, undefined));
    for (const stream of [first!, second!]) streams.add(stream);
    streams.hold(first!, 512 * MB);
    expect(() => streams.hold(second!, 1)).toThrow('the requests under way are too large');
    streams.finish(first!);
    expect(() => streams.hold(second!, 512 * MB)).not.toThrow();
  });
});

describe('what comes in', () => {
  it('is credited to stream and connection when half of the window is used up', async () => {
    const peer = open(range.connect(), 1, Flag.END_HEADERS);
    for (let part = 0; part < 520; part++) peer.send(DATA, 0, 1, Buffer.alloc(16_384));
    await peer.settled();
    const credited = (stream: number): number[] =>
      peer.received(WINDOW_UPDATE, stream).map(({ payload }) => payload.readUInt32BE());
    expect(credited(1)).toEqual([8 * MB]);
    expect(credited(0)).toEqual([16 * MB - 65_535, 8 * MB]);
    await peer.close();
  });

  it('may not be more than the window', () => {
    const window = new ReceiveWindow(10);
    window.take(4);
    expect(window.credit()).toBe(0);
    window.take(6);
    expect(() => window.take(1, 5)).toThrow(expect.objectContaining({ code: ErrorCode.FLOW_CONTROL_ERROR, stream: 5 }));
    expect(window.credit()).toBe(10);
    window.take(10);
  });

  it('is not kept where it is empty', async () => {
    const peer = open(range.connect(), 1, Flag.END_HEADERS);
    for (let part = 0; part < 10_000; part++) peer.send(DATA, 0, 1);
    await peer.send(DATA, Flag.END_STREAM, 1).settled();
    expect(range.events).toEqual(['open /x', 'end']);
    await peer.close();
  });
});

describe('a client that does not read', () => {
  const FRAMES = 400_000;

  it.each<[string, (turn: number) => Buffer]>([
    ['pings', () => frame(PING, 0, 0, Buffer.alloc(8))],
    ['settings', () => frame(SETTINGS, 0, 0)],
    ['malformed requests', (turn) => frame(FrameType.HEADERS, WHOLE, 2 * turn + 1, TRAILERS)],
  ])('loses its connection when it goes on to send %s', async (_what, frameOf) => {
    const socket = new Duplex({ read: () => undefined, write: () => undefined }); // what is written never arrives
    let closed = false;
    new Connection(socket, {
      accept() {
        throw new Error('no request is whole');
      },
      onClose: () => (closed = true),
    });
    socket.push(Buffer.concat([PREFACE, frame(SETTINGS, 0, 0)]));
    for (let turn = 0; turn < FRAMES && !closed; turn++) {
      socket.push(frameOf(turn));
      if (turn % 1_000 > 0) continue;
      await new Promise(setImmediate);
      expect(socket.writableLength).toBeLessThan(3 * MB);
    }
    await waitUntil('the connection is closed', () => closed);
  });

  it('makes its answers wait, and gets them whole when it reads on', async () => {
    const peer = range
      .connect()
      .send(SETTINGS, 0, 0, Buffer.concat([setting(4, 2 ** 31 - 1), setting(5, 2 ** 24 - 1)]));
    await peer.send(WINDOW_UPDATE, 0, 0, uint32(2 ** 30)).settled();
    for (const stream of [1, 3, 5]) open(peer, stream);
    await peer.settled();
    peer.socket.pause();
    for (const reply of range.replies)
      reply({ headers: STATUS, body: [Buffer.alloc(20 * MB, 'x')], trailers: TRAILERS });
    await new Promise(setImmediate);
    expect(range.sockets[0]?.writableLength).toBeLessThan(2 * MB);
    peer.socket.resume();
    await waitUntil('all is there', () => [1, 3, 5].every((id) => peer.received(FrameType.HEADERS, id).length === 2));
    const parts = peer.received(DATA, 5).map(({ payload }) => payload.length);
    expect(parts.reduce((sum, length) => sum + length, 0)).toBe(20 * MB);
    expect(Math.max(...parts)).toBe(16_384);
    await peer.close();
  });
});

it('an answer that fits its window to the byte is whole, though its message is empty', async () => {
  const peer = await open(range.connect().send(SETTINGS, 0, 0, setting(4, 5)), 1).settled();
  range.replies[0]?.({ headers: STATUS, body: [Buffer.alloc(5), Buffer.alloc(0)], trailers: TRAILERS });
  await peer.settled();
  expect(peer.received(FrameType.HEADERS, 1)).toHaveLength(2);
  await peer.close();
});

it('a client that takes no table of headers reads its answers', async () => {
  const client = range.connectSilent().socket;
  client.removeAllListeners('data');
  const session = http2.connect('http://localhost', {
    createConnection: () => client,
    settings: { headerTableSize: 0 },
  });
  await once(session, 'remoteSettings');
  await once(session, 'localSettings');
  const stream = session.request({ ':method': 'POST', ':path': '/x' });
  stream.end();
  await waitUntil('it is asked', () => range.replies.length === 1);
  range.replies[0]?.({ headers: encodeHeaders([[':status', '204']]) });
  const [answer] = (await once(stream, 'response')) as [http2.IncomingHttpHeaders & { ':status': number }];
  expect(answer[':status']).toBe(204);
  session.destroy();
});

it.each<[string, (peer: Peer) => void]>([
  ['ends its side', (peer) => peer.socket.end()],
  ['resets its connection', (peer) => peer.socket.resetAndDestroy()],
  ['breaks a rule', (peer) => peer.send(PING, 0, 0)],
])('a client that %s gives up its calls, and its connection closes', async (_what, act) => {
  const peer = await open(range.connect(), 1).settled();
  act(peer);
  await waitUntil('the connection is closed', () => count('closed') === 1);
  expect(range.events).toEqual(['open /x', 'end', 'reset', 'closed']);
});
