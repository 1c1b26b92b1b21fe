/**
 * HTTP/2's frames, RFC 9113 section 4.1: nine bytes, then a payload.
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

/** ACK and END_STREAM share a bit: they stand on different types. */
export const Flag = { ACK: 0x1, END_STREAM: 0x1, END_HEADERS: 0x4, PADDED: 0x8, PRIORITY: 0x20 } as const;

export interface Frame {
  readonly type: number;
  readonly flags: number;
  readonly stream: number;
  readonly payload: Buffer;
}

const HEADER_BYTES = 9;
/** What may be sent to a peer that has announced nothing else, and what we take. */
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
 * The payload of DATA or HEADERS without padding and priority.
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
