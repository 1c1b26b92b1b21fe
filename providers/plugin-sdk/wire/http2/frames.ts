/**
 * HTTP/2's frames: nine bytes, then a payload (RFC 9113 section 4.1), and the rules that each type must keep (section
 * 6).
 *
 *     length (24 bits) | type (8) | flags (8) | reserved (1), stream (31) | payload
 */
import { ErrorCode, Http2Error } from './error';

export const FrameType = {
  DATA: 0,
  HEADERS: 1,
  PRIORITY: 2,
  RST_STREAM: 3,
  SETTINGS: 4,
  PUSH_PROMISE: 5,
  PING: 6,
  GOAWAY: 7,
  WINDOW_UPDATE: 8,
  CONTINUATION: 9,
} as const;

export type FrameTypeCode = (typeof FrameType)[keyof typeof FrameType];

/** The flags of frames. ACK and END_STREAM share a bit, since they stand on different types. */
export const Flag = { ACK: 0x1, END_STREAM: 0x1, END_HEADERS: 0x4, PADDED: 0x8, PRIORITY: 0x20 } as const;

export interface Frame {
  readonly type: number;
  readonly flags: number;
  readonly stream: number;
  readonly payload: Buffer;
}

const HEADER_BYTES = 9;
/** The largest payload that may be sent to a client that has announced nothing else, and that is taken here. */
export const MAX_FRAME_BYTES = 16_384;
const STREAM_MASK = 0x7fff_ffff;

export function frameHeader(length: number, type: FrameTypeCode, flags: number, stream: number): Buffer {
  const header = Buffer.allocUnsafe(HEADER_BYTES);
  header.writeUIntBE(length, 0, 3);
  header[3] = type;
  header[4] = flags;
  header.writeUInt32BE(stream, 5);
  return header;
}

/** Cuts what arrives, in chunks of any size, into frames. */
export class FrameSplitter {
  private rest: Buffer | undefined;

  /** @throws Http2Error for a frame that is larger than was agreed */
  *push(chunk: Buffer): Generator<Frame, void> {
    const bytes = this.rest === undefined ? chunk : Buffer.concat([this.rest, chunk]);
    this.rest = undefined;
    let at = 0;
    while (bytes.length - at >= HEADER_BYTES) {
      const length = bytes.readUIntBE(at, 3);
      if (length > MAX_FRAME_BYTES) throw new Http2Error(ErrorCode.FRAME_SIZE_ERROR, `a frame of ${length} bytes`);
      const end = at + HEADER_BYTES + length;
      if (end > bytes.length) break;
      yield {
        type: bytes.readUInt8(at + 3),
        flags: bytes.readUInt8(at + 4),
        stream: bytes.readUInt32BE(at + 5) & STREAM_MASK,
        payload: bytes.subarray(at + HEADER_BYTES, end),
      };
      at = end;
    }
    if (at < bytes.length) this.rest = bytes.subarray(at);
  }
}

/**
 * Gives the payload of DATA or HEADERS without padding and priority.
 * @throws Http2Error for more padding than there is payload, and for less payload than the flags promise
 */
export function contentOf({ type, flags, payload }: Frame): Buffer {
  const padded = (flags & Flag.PADDED) !== 0;
  const priority = type === FrameType.HEADERS && (flags & Flag.PRIORITY) !== 0 ? 5 : 0;
  const begin = (padded ? 1 : 0) + priority;
  if (payload.length < begin) throw new Http2Error(ErrorCode.FRAME_SIZE_ERROR, 'a frame without its first bytes');
  const end = payload.length - (padded ? (payload[0] ?? 0) : 0);
  if (begin > end) throw new Http2Error(ErrorCode.PROTOCOL_ERROR, 'more padding than payload');
  return payload.subarray(begin, end);
}

/** Where a type of frame may stand, and how long it may be. */
interface FrameRule {
  /** Whether the frame speaks of the whole connection, which is stream 0, of one stream, or of either. */
  readonly on: 'connection' | 'stream' | 'either';
  /** Whether it may stand on a stream that nobody has opened yet. */
  readonly mayBeIdle?: boolean;
  /** Whether its payload may have so many bytes. */
  readonly fits?: (bytes: number) => boolean;
  /**
   * Whether a wrong length only ends the stream. It ends the connection where it leaves doubt about the state of all
   * streams.
   */
  readonly sizeEndsStream?: boolean;
}

const exactly = (wanted: number) => (bytes: number) => bytes === wanted;
const atLeast = (wanted: number) => (bytes: number) => bytes >= wanted;
const SETTING_BYTES = 6;

/** The rules, by the number of the type. PUSH_PROMISE is not for clients, and has no rule that it could keep. */
const RULES: Readonly<Record<number, FrameRule>> = {
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
 * Checks a frame. Types that nobody knows yet break no rule.
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
