/** What a client loses that breaks a rule of RFC 9113, and that the server lives on. The rules are a table of their own. */
import { ErrorCode } from '../../../../providers/plugin-sdk/wire/http2/error';
import { FrameType } from '../../../../providers/plugin-sdk/wire/http2/frames';
import { Range, STATUS } from './peer';
import {
  headers,
  LOSES_ITS_CONNECTION,
  LOSES_ITS_CONNECTION_AT_ONCE,
  LOSES_ITS_STREAM,
  LOSES_NOTHING,
} from './rfc9113-rules';

const { GOAWAY, RST_STREAM } = FrameType;

let range: Range;

beforeEach(async () => {
  range = new Range();
  await range.start();
});

afterEach(() => range.stop());

it.each(LOSES_ITS_CONNECTION)(
  'section %s: a client loses its connection for %s',
  async (_section, _what, code, act) => {
    const peer = range.connect();
    act(peer);
    expect(await peer.ended()).toBe(code);
  },
);

it.each(LOSES_ITS_STREAM)('section %s: a client loses its stream for %s', async (_section, _what, code, act) => {
  const peer = range.connect();
  act(peer);
  await peer.settled();
  expect(peer.received(RST_STREAM, 1).map(({ payload }) => payload.readUInt32BE())).toEqual([code]);
  // The call behind it, if one began, is given up, and the connection serves the next.
  expect(range.events).not.toEqual(['open /x']);
  await headers(peer, 3).settled();
  range.replies.at(-1)?.({ headers: STATUS });
  await peer.settled();
  expect(peer.received(FrameType.HEADERS, 3)).toHaveLength(1);
  await peer.close();
});

it.each(LOSES_NOTHING)('section %s: a client loses nothing for %s', async (_section, _what, act) => {
  const peer = range.connect();
  act(peer);
  await peer.settled();
  expect(peer.frames.filter(({ type }) => type === RST_STREAM || type === GOAWAY)).toEqual([]);
  await peer.close();
});

it.each(LOSES_ITS_CONNECTION_AT_ONCE)(
  'section 3.4: a client loses its connection that begins with %s',
  async (_what, act) => {
    const peer = range.connectSilent();
    act(peer);
    expect(await peer.ended()).toBe(ErrorCode.PROTOCOL_ERROR);
  },
);
