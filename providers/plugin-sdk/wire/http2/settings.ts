/** What each side tells the other at the start, RFC 9113 section 6.5. */
import { ErrorCode, Http2Error } from './error';

/** Flow control, RFC 9113 section 5.2: how much each side may send before the other takes more. */

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

export const Setting = {
  HEADER_TABLE_SIZE: 1,
  ENABLE_PUSH: 2,
  MAX_CONCURRENT_STREAMS: 3,
  INITIAL_WINDOW_SIZE: 4,
  MAX_FRAME_SIZE: 5,
  MAX_HEADER_LIST_SIZE: 6,
} as const;

/** A setting by its number, and its value. */
export type SettingValue = readonly [setting: number, value: number];

const BYTES = 6;

/** What a setting may be, and the error that the RFC names for anything else. Others may be anything. */
const LEGAL: Readonly<Record<number, { least: number; most: number; code: Http2Error['code'] }>> = {
  [Setting.ENABLE_PUSH]: { least: 0, most: 1, code: ErrorCode.PROTOCOL_ERROR },
  [Setting.INITIAL_WINDOW_SIZE]: { least: 0, most: 2 ** 31 - 1, code: ErrorCode.FLOW_CONTROL_ERROR },
  [Setting.MAX_FRAME_SIZE]: { least: 2 ** 14, most: 2 ** 24 - 1, code: ErrorCode.PROTOCOL_ERROR },
};

/** @throws Http2Error for a value that is not legal */
export function readSettings(payload: Buffer): SettingValue[] {
  const settings: SettingValue[] = [];
  for (let at = 0; at + BYTES <= payload.length; at += BYTES) {
    const [setting, value] = [payload.readUInt16BE(at), payload.readUInt32BE(at + 2)];
    const legal = LEGAL[setting];
    if (legal !== undefined && (value < legal.least || value > legal.most)) {
      throw new Http2Error(legal.code, `setting ${setting} cannot be ${value}`);
    }
    settings.push([setting, value]);
  }
  return settings;
}

export function writeSettings(settings: readonly SettingValue[]): Buffer {
  const payload = Buffer.alloc(settings.length * BYTES);
  for (const [index, [setting, value]] of settings.entries()) {
    payload.writeUInt16BE(setting, index * BYTES);
    payload.writeUInt32BE(value, index * BYTES + 2);
  }
  return payload;
}
