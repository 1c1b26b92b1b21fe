/** What each side tells the other at the start, RFC 9113 section 6.5. */
import { ErrorCode, Http2Error } from './error';

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
