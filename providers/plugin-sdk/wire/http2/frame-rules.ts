/** Where each type of frame may stand, and how long it may be: RFC 9113 section 6, as a table. */
import { ErrorCode, Http2Error } from './error';
import { FrameType, type Frame } from './frames';

interface Rule {
  /** Whether the frame speaks of the whole connection, which is stream 0, of one stream, or of either. */
  readonly on: 'connection' | 'stream' | 'either';
  /** It may stand on a stream that nobody has opened yet. */
  readonly mayBeIdle?: boolean;
  readonly fits?: (bytes: number) => boolean;
  /** A wrong length ends the one stream. It ends the connection where it leaves doubt about the state of all streams. */
  readonly sizeEndsStream?: boolean;
}

const exactly = (wanted: number) => (bytes: number) => bytes === wanted;
const atLeast = (wanted: number) => (bytes: number) => bytes >= wanted;
const SETTING_BYTES = 6;

/** By the number of the type. PUSH_PROMISE is not for clients, and has no rule that it could keep. */
const RULES: Readonly<Record<number, Rule>> = {
  [FrameType.DATA]: { on: 'stream' },
  [FrameType.HEADERS]: { on: 'stream', mayBeIdle: true },
  [FrameType.PRIORITY]: { on: 'stream', mayBeIdle: true, fits: exactly(5), sizeEndsStream: true },
  [FrameType.RST_STREAM]: { on: 'stream', fits: exactly(4) },
  [FrameType.SETTINGS]: { on: 'connection', fits: (bytes) => bytes % SETTING_BYTES === 0 },
  [FrameType.PUSH_PROMISE]: { on: 'stream', fits: () => false },
  [FrameType.PING]: { on: 'connection', fits: exactly(8) },
  [FrameType.GOAWAY]: { on: 'connection', fits: atLeast(8) },
  [FrameType.WINDOW_UPDATE]: { on: 'either', fits: exactly(4) },
  [FrameType.CONTINUATION]: { on: 'stream', mayBeIdle: true },
};

/**
 * Types that nobody knows yet keep every rule.
 * @param isIdle whether the stream of the frame was never opened
 * @throws Http2Error for a frame that stands where it may not, or has a wrong length
 */
export function checkFrame({ type, stream, payload }: Frame, isIdle: boolean): void {
  const rule = RULES[type];
  if (rule === undefined) return;
  if (type === FrameType.PUSH_PROMISE) throw new Http2Error(ErrorCode.PROTOCOL_ERROR, 'a client cannot push');
  if (rule.on !== 'either' && (rule.on === 'connection') !== (stream === 0)) {
    throw new Http2Error(ErrorCode.PROTOCOL_ERROR, `a frame of type ${type} on stream ${stream}`);
  }
  if (isIdle && rule.mayBeIdle !== true) {
    throw new Http2Error(ErrorCode.PROTOCOL_ERROR, `stream ${stream} is not open`);
  }
  if (rule.fits?.(payload.length) === false) {
    const ended = rule.sizeEndsStream === true ? stream : undefined;
    throw new Http2Error(ErrorCode.FRAME_SIZE_ERROR, `a frame of type ${type} with ${payload.length} bytes`, ended);
  }
}
