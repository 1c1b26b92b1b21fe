/**
 * Values in MessagePack, the form in which they cross the socket. The rules are HashiCorp's object-wire-format.md:
 *
 *     null      nil                                    unknown   an extension (unknown-values.ts)
 *     number    int64, float64 or a decimal string     dynamic   [type in JSON as bin, value]
 *     set       array, in any order                    object    map of exactly all attributes
 */
import { Encoder } from '@msgpack/msgpack';
import { numberText } from '../numbers';
import type { Type } from '../types';
import { Unknown, type TfNumber, type Value } from '../values';
import { readValue } from './msgpack-reader';
import { Tokens } from './msgpack-tokens';
import { MAX_DEPTH } from './type-json';
import { encodeUnknown, type Codec } from './unknown-values';
import { writeValue } from './write-value';

/** @throws WireError where the value is not of the type */
export function encodeValue(value: Value, type: Type): Uint8Array {
  return encode(writeValue(value, type, encodeNumber));
}

/** @throws WireError for what is no MessagePack, or not of the type */
export function decodeValue(bytes: Uint8Array, type: Type): Value {
  const tokens = new Tokens(bytes);
  const value = readValue(tokens, type);
  tokens.end();
  return value;
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

const codec: Codec = { encode, encodeNumber };

const extensionCodec = {
  tryToEncode: (data: unknown) => (data instanceof Unknown ? encodeUnknown(data, codec) : null),
  decode: () => null,
};

/** One for all: each would begin with a buffer of its own. It takes a second one by itself where it is used inside itself. */
const encoder = new Encoder({ extensionCodec, useBigInt64: true, maxDepth: 3 * MAX_DEPTH });

function encode(data: unknown): Uint8Array {
  return encoder.encode(data);
}
