/**
 * How MessagePack's tokens are read one after another: https://github.com/msgpack/msgpack/blob/master/spec.md. The
 * length that a token claims is not trusted: no memory is set aside for it before the bytes have been read, so no
 * message takes more memory than it has bytes.
 */
import { fromFloat64, parseNumber } from '../numbers';
import type { TfNumber } from '../values';
import { MalformedError } from './wire-error';

/**
 * Reads an integer, a double, or a decimal text; undefined where none of them follows.
 * @throws RangeError for a text that is no number
 */
export function readNumber(tokens: Tokens): TfNumber | undefined {
  const number = tokens.number();
  if (typeof number === 'number') return fromFloat64(number);
  if (number !== undefined) return Number.isSafeInteger(Number(number)) ? Number(number) : number;
  const text = tokens.text();
  return text === undefined ? undefined : parseNumber(text);
}

/** The first byte of a token, which says of what kind it is. */
const Lead = {
  NIL: 0xc0,
  FALSE: 0xc2,
  TRUE: 0xc3,
  BIN8: 0xc4,
  EXT8: 0xc7,
  FLOAT32: 0xca,
  FLOAT64: 0xcb,
  UINT8: 0xcc,
  INT8: 0xd0,
  FIXEXT1: 0xd4,
  FIXEXT16: 0xd8,
  STR8: 0xd9,
  STR32: 0xdb,
  ARRAY16: 0xdc,
  ARRAY32: 0xdd,
  MAP16: 0xde,
  MAP32: 0xdf,
} as const;

/** The tokens of a message. Each method gives undefined, and reads nothing, where another kind of token follows. */
export class Tokens {
  private at = 0;
  private readonly bytes: Buffer;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** Checks that nothing follows. @throws WireError where something does */
  end(): void {
    if (this.at !== this.bytes.length) fail();
  }

  nil(): boolean {
    if (this.lead() !== Lead.NIL) return false;
    this.at += 1;
    return true;
  }

  bool(): boolean | undefined {
    const lead = this.lead();
    if (lead !== Lead.TRUE && lead !== Lead.FALSE) return undefined;
    this.at += 1;
    return lead === Lead.TRUE;
  }

  text(): string | undefined {
    const lead = this.lead();
    if (lead >= 0xa0 && lead <= 0xbf) return this.takeText(1, lead & 0x1f);
    if (lead < Lead.STR8 || lead > Lead.STR32) return undefined;
    const width = 1 << (lead - Lead.STR8);
    return this.takeText(1 + width, this.unsigned(width));
  }

  binary(): Buffer | undefined {
    const lead = this.lead();
    if (lead < Lead.BIN8 || lead > Lead.BIN8 + 2) return undefined;
    const width = 1 << (lead - Lead.BIN8);
    return this.take(1 + width, this.unsigned(width));
  }

  /** Reads a double, or an integer. */
  number(): number | bigint | undefined {
    const lead = this.lead();
    if (lead <= 0x7f || lead >= 0xe0) {
      this.at += 1;
      return lead <= 0x7f ? lead : lead - 0x100;
    }
    if (lead < Lead.FLOAT32 || lead >= Lead.FIXEXT1) return undefined;
    const width = lead <= Lead.FLOAT64 ? 4 << (lead - Lead.FLOAT32) : 1 << ((lead - Lead.UINT8) & 3);
    const bytes = this.take(1, width);
    if (lead <= Lead.FLOAT64) return width === 4 ? bytes.readFloatBE() : bytes.readDoubleBE();
    const signed = lead >= Lead.INT8;
    if (width === 8) return signed ? bytes.readBigInt64BE() : bytes.readBigUInt64BE();
    return signed ? bytes.readIntBE(0, width) : bytes.readUIntBE(0, width);
  }

  /** Reads the beginning of an array, and gives the number of values that follow. */
  array(): number | undefined {
    const lead = this.lead();
    return lead >= 0x90 && lead <= 0x9f ? this.short(lead) : this.long(lead, Lead.ARRAY16);
  }

  /** Reads the beginning of a map, and gives the number of pairs of values that follow. */
  map(): number | undefined {
    const lead = this.lead();
    return lead >= 0x80 && lead <= 0x8f ? this.short(lead) : this.long(lead, Lead.MAP16);
  }

  extension(): { readonly type: number; readonly payload: Buffer } | undefined {
    const lead = this.lead();
    if (lead >= Lead.FIXEXT1 && lead <= Lead.FIXEXT16) return this.takeExtension(1, 1 << (lead - Lead.FIXEXT1));
    if (lead < Lead.EXT8 || lead > Lead.EXT8 + 2) return undefined;
    const width = 1 << (lead - Lead.EXT8);
    return this.takeExtension(1 + width, this.unsigned(width));
  }

  /** Skips exactly these bytes, where they follow. */
  literal(expected: Uint8Array): boolean {
    const { bytes, at } = this;
    for (let index = 0; index < expected.length; index++) if (bytes[at + index] !== expected[index]) return false;
    this.at += expected.length;
    return true;
  }

  /** Skips one value, whatever is in it. */
  skip(): void {
    for (let values = 1; values > 0; values--) {
      const elements = this.array();
      const pairs = elements === undefined ? this.map() : undefined;
      if (elements !== undefined) values += elements;
      else if (pairs !== undefined) values += 2 * pairs;
      else if (!this.skipScalar()) fail();
    }
  }

  /** Says what follows, in Terraform's words. */
  describe(): string {
    const lead = this.lead();
    const before = this.at;
    const elements = this.array();
    this.at = before;
    if (elements !== undefined) return `a list of ${elements}`;
    if (lead === Lead.NIL) return 'null';
    if (lead === Lead.TRUE || lead === Lead.FALSE) return 'a bool';
    if ((lead >= 0x80 && lead <= 0x8f) || (lead >= Lead.MAP16 && lead <= Lead.MAP32)) return 'a map';
    if ((lead >= 0xa0 && lead <= 0xbf) || (lead >= Lead.STR8 && lead <= Lead.STR32)) return 'a string';
    if (lead >= Lead.BIN8 && lead <= Lead.BIN8 + 2) return 'bytes';
    return lead <= 0x7f || lead >= Lead.FLOAT32 ? 'a number' : fail();
  }

  private skipScalar(): boolean {
    if (this.nil() || this.bool() !== undefined || this.number() !== undefined) return true;
    return this.text() !== undefined || this.binary() !== undefined || this.extension() !== undefined;
  }

  private lead(): number {
    return this.bytes[this.at] ?? fail();
  }

  private short(lead: number): number {
    this.at += 1;
    return lead & 0xf;
  }

  private long(lead: number, two: number): number | undefined {
    if (lead !== two && lead !== two + 1) return undefined;
    const width = lead === two ? 2 : 4;
    const count = this.unsigned(width);
    this.at += 1 + width;
    return count;
  }

  /** Looks at the number behind the lead byte, and reads nothing. */
  private unsigned(width: number): number {
    if (this.at + 1 + width > this.bytes.length) fail();
    return this.bytes.readUIntBE(this.at + 1, width);
  }

  private takeExtension(header: number, length: number): { readonly type: number; readonly payload: Buffer } {
    const whole = this.take(header, length + 1);
    return { type: whole.readInt8(), payload: whole.subarray(1) };
  }

  private takeText(header: number, length: number): string {
    const start = this.at + header;
    const end = start + length;
    if (end > this.bytes.length) fail();
    this.at = end;
    // Most texts are ASCII, which is read faster and needs no normalizing.
    for (let at = start; at < end; at++) {
      if ((this.bytes[at] ?? 0) >= 0x80) return this.bytes.toString('utf8', start, end).normalize('NFC');
    }
    return this.bytes.toString('latin1', start, end);
  }

  private take(header: number, length: number): Buffer {
    const start = this.at + header;
    const end = start + length;
    if (end > this.bytes.length) fail();
    this.at = end;
    return this.bytes.subarray(start, end);
  }
}

function fail(): never {
  throw new MalformedError('The value is not valid MessagePack.');
}
