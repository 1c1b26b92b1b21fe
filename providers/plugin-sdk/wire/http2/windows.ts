/** Flow control, RFC 9113 section 5.2: how much each side may send before the other takes more. */
import { ErrorCode, Http2Error } from './error';

/** What both sides begin with. */
export const DEFAULT_WINDOW_BYTES = 65_535;
const LARGEST_WINDOW_BYTES = 2 ** 31 - 1;

/** What the client may send at present. What it sent is credited when half of the window is used up. */
export class ReceiveWindow {
  private left: number;

  /** @param bytes that the client was told */
  constructor(private readonly bytes: number) {
    this.left = bytes;
  }

  /** @throws Http2Error where the client sends more than it was told; `stream` is the one that ends for it */
  take(bytes: number, stream?: number): void {
    if (bytes > this.left) throw new Http2Error(ErrorCode.FLOW_CONTROL_ERROR, 'more than the window takes', stream);
    this.left -= bytes;
  }

  /** What the client is to be credited now; 0 while it has half of its window. */
  credit(): number {
    const used = this.bytes - this.left;
    if (used < this.bytes / 2) return 0;
    this.left = this.bytes;
    return used;
  }
}

/**
 * What we may send, after the client has let us send more or, by a setting, less: then it may be less than nothing.
 * @throws Http2Error beyond what a window can be; `stream` is the one that ends for it
 */
export function changedWindow(window: number, bytes: number, stream?: number): number {
  const changed = window + bytes;
  if (changed <= LARGEST_WINDOW_BYTES) return changed;
  throw new Http2Error(ErrorCode.FLOW_CONTROL_ERROR, `a window of ${window} bytes cannot grow by ${bytes}`, stream);
}

/** The bytes of a WINDOW_UPDATE. @throws Http2Error for none; `stream` is the one that ends for it */
export function readWindowUpdate(payload: Buffer, stream?: number): number {
  const bytes = payload.readUInt32BE(0) & LARGEST_WINDOW_BYTES;
  if (bytes > 0) return bytes;
  throw new Http2Error(ErrorCode.PROTOCOL_ERROR, 'a window grows by nothing', stream);
}
