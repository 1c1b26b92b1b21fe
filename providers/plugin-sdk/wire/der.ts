/** ASN.1's DER, as far as a certificate needs it: each function gives one encoded value. https://www.itu.int/rec/T-REC-X.690 */

export type Der = Buffer;

/** Tag, length and content, which every value in DER is. */
export function der(tag: number, ...content: Uint8Array[]): Der {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag, ...lengthBytes(body.length)]), body]);
}

export const boolean = (value: boolean): Der => der(0x01, Buffer.from([value ? 0xff : 0]));

/** A positive integer from its big-endian bytes; the leading zero keeps a set first bit from meaning "negative". */
export function integer(bytes: Uint8Array): Der {
  return der(0x02, Buffer.from((bytes[0] ?? 0) >= 0x80 ? [0, ...bytes] : bytes));
}

/** Whole bytes, or flags of which the last `unused` bits do not count. */
export const bitString = (bytes: Uint8Array, unused = 0): Der => der(0x03, Buffer.from([unused]), bytes);

export const octetString = (bytes: Uint8Array): Der => der(0x04, bytes);

/** From dotted notation, such as `2.5.29.17`. */
export function oid(dotted: string): Der {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

export const utf8String = (text: string): Der => der(0x0c, Buffer.from(text));

export const sequence = (...parts: Der[]): Der => der(0x30, ...parts);

export const set = (...parts: Der[]): Der => der(0x31, ...parts);

/** A constructed value with the context's own tag `[number]`. */
export const context = (number: number, ...parts: Der[]): Der => der(0xa0 + number, ...parts);

/** UTCTime up to 2049 and GeneralizedTime from 2050 on, as RFC 5280 demands; whole seconds. */
export function time(date: Date): Der {
  const digits = date.toISOString().replace(/\.\d+|[-:T]/g, '');
  return date.getUTCFullYear() < 2050 ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits));
}

function lengthBytes(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 + bytes.length, ...bytes];
}

function base128(value: number): number[] {
  const groups = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) groups.unshift(128 + (rest % 128));
  return groups;
}
