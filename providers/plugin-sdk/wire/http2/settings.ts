/**
 * The settings that each end of a connection tells the other at the start (RFC 9113 section 6.5), and flow control: how
 * much each may send before the other takes more (section 5.2).
 */
import { ErrorCode, Http2Error } from './error';

/** The window with which both ends begin. */
export const DEFAULT_WINDOW_BYTES = 65_535;
const LARGEST_WINDOW_BYTES = 2 ** 31 - 1;

/** The bytes that the client may send at present. What it has sent is credited when half of the window is used up. */
export class ReceiveWindow {
  private left: number;

  /** @param bytes the size of the window that the client was told */
  constructor(private readonly bytes: number) {
    this.left = bytes;
  }

  /**
   * Counts what the client sent.
   * @throws Http2Error where that is more than it may; `stream` is the stream that ends for it
   */
  take(bytes: number, stream?: number): void {
    if (bytes > this.left) throw new Http2Error(ErrorCode.FLOW_CONTROL_ERROR, 'more than the window takes', stream);
    this.left -= bytes;
  }

  /** Gives the bytes with which the client is to be credited now; 0 while it has half of its window. */
  credit(): number {
    const used = this.bytes - this.left;
    if (used < this.bytes / 2) return 0;
    this.left = this.bytes;
    return used;
  }
}

/**
 * Gives the bytes that the server may send, after the client has allowed more or, by a setting, less. The result may be
 * below zero.
 * @throws Http2Error beyond what a window can be; `stream` is the stream that ends for it
 */
export function changedWindow(window: number, bytes: number, stream?: number): number {
  const changed = window + bytes;
  if (changed <= LARGEST_WINDOW_BYTES) return changed;
  throw new Http2Error(ErrorCode.FLOW_CONTROL_ERROR, `a window of ${window} bytes cannot grow by ${bytes}`, stream);
}

/**
 * Reads the number of bytes in a WINDOW_UPDATE.
 * @throws Http2Error where it is zero; `stream` is the stream that ends for it
 */
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

/** A setting: its number and its value. */
export type SettingValue = readonly [setting: number, value: number];

/** The bytes of one setting. */
const BYTES = 6;

/**
 * The legal values of settings, and the error that the RFC names for any other value. Settings that are not listed may
 * be anything.
 */
const LEGAL: Readonly<Record<number, { least: number; most: number; code: Http2Error['code'] }>> = {
  [Setting.ENABLE_PUSH]: { least: 0, most: 1, code: ErrorCode.PROTOCOL_ERROR },
  [Setting.INITIAL_WINDOW_SIZE]: { least: 0, most: 2 ** 31 - 1, code: ErrorCode.FLOW_CONTROL_ERROR },
  [Setting.MAX_FRAME_SIZE]: { least: 2 ** 14, most: 2 ** 24 - 1, code: ErrorCode.PROTOCOL_ERROR },
};

/** Reads settings. @throws Http2Error for a value that is not legal */
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
