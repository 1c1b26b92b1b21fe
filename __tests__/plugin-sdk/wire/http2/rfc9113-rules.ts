/**
 * RFC 9113, a row for each rule: what a client sends against it, and what it loses, its stream or its connection, with which code.
 * Where the RFC leaves the choice of the code or of the scope, the row has the one that this server makes.
 */
import { ErrorCode } from '../../../../providers/plugin-sdk/wire/http2/error';
import { Flag, frameHeader, FrameType } from '../../../../providers/plugin-sdk/wire/http2/frames';
import { encodeHeaders, type Header } from '../../../../providers/plugin-sdk/wire/http2/hpack';
import { HEADERS, PREFACE, setting, TRAILERS, uint32, type Peer } from './peer';

const { DATA, PRIORITY, RST_STREAM, SETTINGS, PUSH_PROMISE, PING, GOAWAY, WINDOW_UPDATE, CONTINUATION } = FrameType;
const WHOLE = Flag.END_HEADERS | Flag.END_STREAM;
const { PROTOCOL_ERROR, FLOW_CONTROL_ERROR, STREAM_CLOSED, FRAME_SIZE_ERROR, COMPRESSION_ERROR } = ErrorCode;

export type Act = (peer: Peer) => unknown;
type Row = readonly [section: string, what: string, code: number, act: Act];

const bytes = (count: number): Buffer => Buffer.alloc(count);
export const headers = (peer: Peer, stream: number, flags = WHOLE, block: Uint8Array = HEADERS): Peer =>
  peer.send(FrameType.HEADERS, flags, stream, block);
/** Stream 1 is open, and its request goes on. */
const open = (peer: Peer): Peer => headers(peer, 1, Flag.END_HEADERS);
const request = (...fields: Header[]): Act => {
  const block = encodeHeaders(fields);
  return (peer) => headers(peer, 1, WHOLE, block);
};
const PSEUDO: Header[] = [
  [':method', 'POST'],
  [':scheme', 'https'],
  [':path', '/x'],
];
const with_ = (...fields: Header[]): Act => request(...PSEUDO, ...fields);

export const LOSES_ITS_CONNECTION: readonly Row[] = [
  [
    '4.1',
    'DATA that is larger than was agreed',
    FRAME_SIZE_ERROR,
    (peer) => peer.socket.write(frameHeader(16_385, DATA, 0, 1)),
  ],
  [
    '4.2',
    'HEADERS with half a priority',
    FRAME_SIZE_ERROR,
    (peer) => headers(peer, 1, WHOLE | Flag.PRIORITY, bytes(3)),
  ],
  [
    '4.2',
    'padded DATA without the length of its padding',
    FRAME_SIZE_ERROR,
    (peer) => open(peer).send(DATA, Flag.PADDED, 1),
  ],
  ['4.3', 'a header block that is no HPACK', COMPRESSION_ERROR, (peer) => headers(peer, 1, WHOLE, Buffer.from([0x80]))],
  [
    '4.3',
    'a table of headers that is larger than was agreed',
    COMPRESSION_ERROR,
    (peer) => headers(peer, 1, WHOLE, Buffer.concat([Buffer.from([0x3f, 0xe2, 0x1f]), HEADERS])),
  ],
  [
    '4.3',
    'a table of headers that changes its size behind a header',
    COMPRESSION_ERROR,
    (peer) => headers(peer, 1, WHOLE, Buffer.concat([HEADERS, Buffer.from([0x20])])),
  ],
  ['5.1', 'DATA on an idle stream', PROTOCOL_ERROR, (peer) => peer.send(DATA, 0, 1)],
  ['5.1', 'RST_STREAM on an idle stream', PROTOCOL_ERROR, (peer) => peer.send(RST_STREAM, 0, 1, uint32(8))],
  ['5.1', 'WINDOW_UPDATE on an idle stream', PROTOCOL_ERROR, (peer) => peer.send(WINDOW_UPDATE, 0, 1, uint32(1))],
  ['5.1.1', 'HEADERS on a stream with an even number', PROTOCOL_ERROR, (peer) => headers(peer, 2)],
  ['5.1.1', 'DATA on a stream with an even number', PROTOCOL_ERROR, (peer) => headers(peer, 5).send(DATA, 0, 2)],
  ['5.1.1', 'HEADERS on a stream that was passed over', PROTOCOL_ERROR, (peer) => headers(headers(peer, 5), 3)],
  [
    '5.5',
    'an unknown frame inside a header block',
    PROTOCOL_ERROR,
    (peer) => headers(peer, 1, 0).send(0xfe, 0, 1, bytes(4)),
  ],
  ['6.1', 'DATA on stream 0', PROTOCOL_ERROR, (peer) => peer.send(DATA, 0, 0)],
  [
    '6.1',
    'DATA whose padding is as long as the frame',
    PROTOCOL_ERROR,
    (peer) => open(peer).send(DATA, Flag.PADDED, 1, Buffer.from([2, 0])),
  ],
  ['6.2', 'HEADERS on stream 0', PROTOCOL_ERROR, (peer) => headers(peer, 0)],
  [
    '6.2',
    'HEADERS whose padding is longer than the frame',
    PROTOCOL_ERROR,
    (peer) => headers(peer, 1, WHOLE | Flag.PADDED, Buffer.from([9, 0])),
  ],
  [
    '6.2',
    'HEADERS inside the header block of another stream',
    PROTOCOL_ERROR,
    (peer) => headers(headers(peer, 1, 0), 3),
  ],
  ['6.3', 'PRIORITY on stream 0', PROTOCOL_ERROR, (peer) => peer.send(PRIORITY, 0, 0, bytes(5))],
  [
    '6.3',
    'PRIORITY of six bytes on a stream that is idle',
    FRAME_SIZE_ERROR,
    (peer) => peer.send(PRIORITY, 0, 1, bytes(6)),
  ],
  ['6.4', 'RST_STREAM on stream 0', PROTOCOL_ERROR, (peer) => peer.send(RST_STREAM, 0, 0, uint32(8))],
  ['6.4', 'RST_STREAM of three bytes', FRAME_SIZE_ERROR, (peer) => open(peer).send(RST_STREAM, 0, 1, bytes(3))],
  ['6.5', 'SETTINGS on a stream', PROTOCOL_ERROR, (peer) => open(peer).send(SETTINGS, 0, 1)],
  [
    '6.5',
    'an acknowledgement with settings',
    FRAME_SIZE_ERROR,
    (peer) => peer.send(SETTINGS, Flag.ACK, 0, setting(1, 0)),
  ],
  ['6.5', 'half a setting', FRAME_SIZE_ERROR, (peer) => peer.send(SETTINGS, 0, 0, bytes(5))],
  ['6.5.2', 'ENABLE_PUSH of 2', PROTOCOL_ERROR, (peer) => peer.send(SETTINGS, 0, 0, setting(2, 2))],
  [
    '6.5.2',
    'INITIAL_WINDOW_SIZE of 2^31',
    FLOW_CONTROL_ERROR,
    (peer) => peer.send(SETTINGS, 0, 0, setting(4, 2 ** 31)),
  ],
  ['6.5.2', 'MAX_FRAME_SIZE of 16,383', PROTOCOL_ERROR, (peer) => peer.send(SETTINGS, 0, 0, setting(5, 16_383))],
  ['6.5.2', 'MAX_FRAME_SIZE of 2^24', PROTOCOL_ERROR, (peer) => peer.send(SETTINGS, 0, 0, setting(5, 2 ** 24))],
  ['6.5.2', 'MAX_FRAME_SIZE of 2^32 - 1', PROTOCOL_ERROR, (peer) => peer.send(SETTINGS, 0, 0, setting(5, 2 ** 32 - 1))],
  ['6.6', 'PUSH_PROMISE', PROTOCOL_ERROR, (peer) => open(peer).send(PUSH_PROMISE, Flag.END_HEADERS, 1, bytes(8))],
  ['6.7', 'PING on a stream', PROTOCOL_ERROR, (peer) => open(peer).send(PING, 0, 1, bytes(8))],
  ['6.7', 'PING of seven bytes', FRAME_SIZE_ERROR, (peer) => peer.send(PING, 0, 0, bytes(7))],
  ['6.8', 'GOAWAY on a stream', PROTOCOL_ERROR, (peer) => open(peer).send(GOAWAY, 0, 1, bytes(8))],
  ['6.8', 'GOAWAY of seven bytes', FRAME_SIZE_ERROR, (peer) => peer.send(GOAWAY, 0, 0, bytes(7))],
  [
    '6.9',
    'WINDOW_UPDATE of nothing for the connection',
    PROTOCOL_ERROR,
    (peer) => peer.send(WINDOW_UPDATE, 0, 0, uint32(0)),
  ],
  ['6.9', 'WINDOW_UPDATE of three bytes', FRAME_SIZE_ERROR, (peer) => peer.send(WINDOW_UPDATE, 0, 0, bytes(3))],
  [
    '6.9.1',
    'WINDOW_UPDATE beyond what a window can be, for the connection',
    FLOW_CONTROL_ERROR,
    (peer) => peer.send(WINDOW_UPDATE, 0, 0, uint32(2 ** 31 - 1)),
  ],
  [
    '6.9.2',
    'INITIAL_WINDOW_SIZE that takes an open stream beyond it',
    FLOW_CONTROL_ERROR,
    (peer) =>
      open(peer)
        .send(WINDOW_UPDATE, 0, 1, uint32(2 ** 30))
        .send(SETTINGS, 0, 0, setting(4, 2 ** 31 - 1)),
  ],
  ['6.10', 'CONTINUATION of nothing', PROTOCOL_ERROR, (peer) => peer.send(CONTINUATION, Flag.END_HEADERS, 1)],
  [
    '6.10',
    'CONTINUATION behind the end of its block',
    PROTOCOL_ERROR,
    (peer) => open(peer).send(CONTINUATION, Flag.END_HEADERS, 1),
  ],
  [
    '6.10',
    'CONTINUATION on another stream',
    PROTOCOL_ERROR,
    (peer) => headers(peer, 1, 0).send(CONTINUATION, Flag.END_HEADERS, 3),
  ],
  ['6.10', 'DATA inside a header block', PROTOCOL_ERROR, (peer) => headers(peer, 1, 0).send(DATA, 0, 1)],
];

export const LOSES_ITS_STREAM: readonly Row[] = [
  ['5.1', 'DATA behind the end of its request', STREAM_CLOSED, (peer) => headers(peer, 1).send(DATA, 0, 1)],
  ['5.1', 'HEADERS behind the end of its request', STREAM_CLOSED, (peer) => headers(headers(peer, 1), 1)],
  [
    '5.1',
    'DATA behind its own reset',
    STREAM_CLOSED,
    (peer) => open(peer).send(RST_STREAM, 0, 1, uint32(8)).send(DATA, 0, 1),
  ],
  [
    '5.1',
    'HEADERS behind its own reset',
    STREAM_CLOSED,
    (peer) => headers(open(peer).send(RST_STREAM, 0, 1, uint32(8)), 1),
  ],
  ['6.3', 'PRIORITY of six bytes', FRAME_SIZE_ERROR, (peer) => open(peer).send(PRIORITY, 0, 1, bytes(6))],
  [
    'RFC 7540, 5.3.1',
    'PRIORITY that depends on itself',
    PROTOCOL_ERROR,
    (peer) => open(peer).send(PRIORITY, 0, 1, Buffer.concat([uint32(1), bytes(1)])),
  ],
  [
    '6.9',
    'WINDOW_UPDATE of nothing for the stream',
    PROTOCOL_ERROR,
    (peer) => open(peer).send(WINDOW_UPDATE, 0, 1, uint32(0)),
  ],
  [
    '6.9.1',
    'WINDOW_UPDATE beyond what a window can be, for the stream',
    FLOW_CONTROL_ERROR,
    (peer) => open(peer).send(WINDOW_UPDATE, 0, 1, uint32(2 ** 31 - 1)),
  ],
  [
    '8.1',
    'trailers that are not the end',
    PROTOCOL_ERROR,
    (peer) => headers(open(peer), 1, Flag.END_HEADERS, TRAILERS),
  ],
  ['8.1', 'trailers with a pseudo-header', PROTOCOL_ERROR, (peer) => headers(open(peer), 1, WHOLE, HEADERS)],
  [
    '8.1.1',
    'less DATA than its content-length',
    PROTOCOL_ERROR,
    (peer) => {
      headers(peer, 1, Flag.END_HEADERS, encodeHeaders([...PSEUDO, ['content-length', '5']]));
      peer.send(DATA, Flag.END_STREAM, 1, bytes(4));
    },
  ],
  ['8.1.1', 'no DATA, and a content-length', PROTOCOL_ERROR, with_(['content-length', '5'])],
  ['8.1.1', 'a content-length that is no number', PROTOCOL_ERROR, with_(['content-length', '-1'])],
  ['8.2', 'a header with a capital', PROTOCOL_ERROR, with_(['Accept', 'x'])],
  ['8.2.1', 'a header without a name', PROTOCOL_ERROR, with_(['', 'x'])],
  ['8.2.1', 'a name with a blank', PROTOCOL_ERROR, with_(['a b', 'x'])],
  ['8.2.1', 'a name with a colon inside', PROTOCOL_ERROR, with_(['a:b', 'x'])],
  ['8.2.1', 'a value with a line break', PROTOCOL_ERROR, with_(['accept', 'x\r\ny: z'])],
  ['8.2.1', 'a value with NUL', PROTOCOL_ERROR, with_(['accept', 'x\0'])],
  ['8.2.1', 'a value that begins with a blank', PROTOCOL_ERROR, with_(['accept', ' x'])],
  ['8.2.1', 'a value that ends with a tab', PROTOCOL_ERROR, with_(['accept', 'x\t'])],
  ...['connection', 'proxy-connection', 'keep-alive', 'transfer-encoding', 'upgrade'].map((name): Row => [
    '8.2.2',
    `the header ${name}`,
    PROTOCOL_ERROR,
    with_([name, 'x']),
  ]),
  ['8.2.2', 'TE that is not "trailers"', PROTOCOL_ERROR, with_(['te', 'gzip'])],
  ['8.3', 'an unknown pseudo-header', PROTOCOL_ERROR, with_([':colour', 'red'])],
  ['8.3', 'a pseudo-header of answers', PROTOCOL_ERROR, with_([':status', '200'])],
  ['8.3', 'a pseudo-header twice', PROTOCOL_ERROR, with_([':path', '/y'])],
  ['8.3', 'a pseudo-header behind a header', PROTOCOL_ERROR, with_(['accept', 'x'], [':authority', 'localhost'])],
  ...PSEUDO.map(([name]): Row => [
    '8.3.1',
    `no ${name}`,
    PROTOCOL_ERROR,
    request(...PSEUDO.filter((field) => field[0] !== name)),
  ]),
  ['8.3.1', 'an empty :path', PROTOCOL_ERROR, request(...PSEUDO.slice(0, 2), [':path', ''])],
];

export const LOSES_NOTHING: readonly (readonly [section: string, what: string, act: Act])[] = [
  ['4.1', 'a frame of a type that nobody knows', (peer) => peer.send(0xfe, 0xff, 7, bytes(4))],
  ['4.1', 'flags that mean nothing, and the reserved bit', (peer) => peer.send(PING, 0xfe & ~Flag.ACK, 0, bytes(8))],
  ['5.1', 'PRIORITY on a stream that is idle', (peer) => peer.send(PRIORITY, 0, 9, bytes(5))],
  [
    '5.1',
    'PRIORITY, RST_STREAM and WINDOW_UPDATE on a stream that is over',
    (peer) =>
      open(peer)
        .send(RST_STREAM, 0, 1, uint32(8))
        .send(PRIORITY, 0, 1, bytes(5))
        .send(RST_STREAM, 0, 1, uint32(8))
        .send(WINDOW_UPDATE, 0, 1, uint32(1)),
  ],
  ['6.1', 'DATA that is all padding', (peer) => open(peer).send(DATA, Flag.PADDED, 1, Buffer.from([3, 0, 0, 0]))],
  [
    '6.5.2',
    'settings that nobody knows, and the largest legal ones',
    (peer) =>
      peer.send(SETTINGS, 0, 0, Buffer.concat([setting(0xfe, 1), setting(4, 2 ** 31 - 1), setting(5, 2 ** 24 - 1)])),
  ],
  ['6.5.3', 'an acknowledgement of settings', (peer) => peer.send(SETTINGS, Flag.ACK, 0)],
  ['6.8', 'GOAWAY with words', (peer) => peer.send(GOAWAY, 0, 0, bytes(20))],
  ['8.2.2', 'TE of "trailers"', with_(['te', 'trailers'])],
  [
    '8.1.1',
    'a content-length that is right',
    (peer) => {
      headers(peer, 1, Flag.END_HEADERS, encodeHeaders([...PSEUDO, ['content-length', '4']]));
      peer.send(DATA, Flag.END_STREAM, 1, bytes(4));
    },
  ],
];

/** In place of what every client says first, section 3.4. */
export const LOSES_ITS_CONNECTION_AT_ONCE: readonly (readonly [what: string, act: Act])[] = [
  ['another preface', (peer) => peer.socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n')],
  ['a frame in place of its settings', (peer) => peer.socket.write(PREFACE) && peer.send(PING, 0, 0, bytes(8))],
  ['an acknowledgement in place of its settings', (peer) => peer.socket.write(PREFACE) && peer.send(SETTINGS, 1, 0)],
];
