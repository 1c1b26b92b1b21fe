/**
 * Values in MessagePack, the form in which they cross the socket. The rules are HashiCorp's object-wire-format.md:
 *
 *     null      nil                                    unknown   an extension (unknown-values.ts)
 *     number    int64, float64 or a decimal string     dynamic   [type in JSON as bin, value]
 *     set       array, in any order                    object    map of exactly all attributes
 */
import { Decoder, Encoder } from '@msgpack/msgpack';
import { fromFloat64, numberText, parseNumber } from '../numbers';
import type { Type } from '../types';
import { Unknown, type TfNumber, type Value } from '../values';
import { readValue, type Format } from './read-value';
import { MAX_DEPTH, typeFromJson } from './type-json';
import { decodeUnknown, encodeUnknown, type Codec } from './unknown-values';
import { WireError } from './wire-error';
import { writeValue } from './write-value';

/** @throws WireError where the value is not of the type */
export function encodeValue(value: Value, type: Type): Uint8Array {
  return encode(writeValue(value, type, encodeNumber));
}

/** @throws WireError for what is no MessagePack, or not of the type */
export function decodeValue(bytes: Uint8Array, type: Type): Value {
  return readValue(MSGPACK, decode(bytes), type);
}

const INT64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };

/** A double would be exact for some fractions, but a text is exact for all. */
function encodeNumber(number: TfNumber): number | bigint | string {
  if (typeof number === 'number' && Number.isSafeInteger(number)) {
    return Math.abs(number) < 2 ** 31 ? number : BigInt(number); // the library writes larger numbers as doubles
  }
  if (typeof number === 'bigint' && number >= INT64.min && number <= INT64.max) return number;
  return numberText(number);
}

function decodeNumber(data: unknown): TfNumber | undefined {
  switch (typeof data) {
    case 'number':
      return fromFloat64(data);
    case 'bigint':
      return Number.isSafeInteger(Number(data)) ? Number(data) : data;
    case 'string':
      return parseNumber(data);
    default:
      return undefined;
  }
}

const codec: Codec = { encode, decode, encodeNumber, decodeNumber };

const extensionCodec = {
  tryToEncode: (data: unknown) => (data instanceof Unknown ? encodeUnknown(data, codec) : null),
  decode: (payload: Uint8Array, type: number) => decodeUnknown(type, payload, codec),
};

/**
 * The library puts maps into plain objects. A mark before every key keeps Terraform's `__proto__` and `constructor` apart
 * from JavaScript's. Every message has the same few keys, so marked ones are remembered, up to a limit.
 */
const MARK = '.';
const MOST_MARKED = 1_000;
const marked = new Map<string, string>();

function mark(key: string): string {
  const known = marked.get(key);
  if (known !== undefined) return known;
  if (marked.size < MOST_MARKED) marked.set(key, MARK + key);
  return MARK + key;
}

const keyDecoder = {
  canBeCached: () => true,
  decode: (bytes: Uint8Array, offset: number, length: number) =>
    mark(asBuffer(bytes).toString('utf8', offset, offset + length)),
};

/** What comes from the wire is a Buffer already. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** One for all: each would begin with a buffer of its own. It takes a second one by itself where it is used inside itself. */
const encoder = new Encoder({ extensionCodec, useBigInt64: true, maxDepth: 3 * MAX_DEPTH });

function encode(data: unknown): Uint8Array {
  return encoder.encode(data);
}

function decode(bytes: Uint8Array): unknown {
  const limit = bytes.length; // no array can have more elements than there are bytes: claims beyond it take no memory
  const options = { extensionCodec, keyDecoder, useBigInt64: true, maxArrayLength: limit, maxMapLength: limit };
  try {
    return new Decoder(options).decode(bytes);
  } catch {
    throw new WireError('The value is not valid MessagePack.');
  }
}

const MSGPACK: Format = {
  number: decodeNumber,
  dynamic(data) {
    if (!Array.isArray(data) || data.length !== 2 || !(data[0] instanceof Uint8Array)) return undefined;
    return { type: typeFromJson(parseType(data[0])), value: data[1] };
  },
  keys: (data) => (isRecord(data) ? unmark(Object.keys(data)) : undefined),
  size: (data) => (isRecord(data) ? Object.keys(data).length : undefined),
  get: (data, key) => (isRecord(data) ? data[mark(key)] : undefined),
  exactObjects: true,
};

/** A key without the mark was no text; Terraform has no such maps. */
function unmark(keys: readonly string[]): string[] | undefined {
  return keys.every((key) => key.startsWith(MARK)) ? keys.map((key) => key.slice(MARK.length)) : undefined;
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data) && !(data instanceof Uint8Array);
}

function parseType(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString()) as unknown;
  } catch {
    throw new WireError('the type of a dynamic value is not valid JSON');
  }
}
