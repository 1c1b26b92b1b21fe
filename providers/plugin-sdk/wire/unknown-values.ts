/**
 * How unknown values stand in MessagePack: as an extension, and every extension stands for one. Type 0 says no more;
 * type 12 is a map of what is known already:
 *
 *     1 null or not   2 prefix of a string   3, 4 least and greatest number   5, 6 least and greatest length
 *
 * A bound is `[number, inclusive]`. Entries that are malformed or not listed are ignored, as the protocol asks.
 */
import { ExtData } from '@msgpack/msgpack';
import { Unknown, UNKNOWN, type Bound, type Refinements, type TfNumber } from '../values';
import { Tokens, readNumber } from './msgpack-tokens';
import { MalformedError } from './wire-error';

const PLAIN = 0;
const REFINED = 12;

/** How numbers and other data are written inside the map. MessagePack's writer knows that, so it is handed in. */
export interface Codec {
  encode(data: unknown): Uint8Array;
  encodeNumber(number: TfNumber): unknown;
}

export function encodeUnknown({ refinements }: Unknown, codec: Codec): ExtData {
  const bound = (limit: Bound | undefined): unknown => limit && [codec.encodeNumber(limit.value), limit.inclusive];
  const known: readonly (readonly [key: number, data: unknown])[] = [
    [1, refinements.notNull === true ? false : undefined],
    [2, refinements.stringPrefix?.normalize('NFC')],
    [3, bound(refinements.numberMin)],
    [4, bound(refinements.numberMax)],
    [5, refinements.lengthMin],
    [6, refinements.lengthMax],
  ];
  const present = known.filter(([, data]) => data !== undefined);
  if (present.length === 0) return new ExtData(PLAIN, Buffer.from([0]));
  // The map is written by hand, because the library can only write strings as keys.
  const entries = present.flatMap(([key, data]) => [Buffer.from([key]), codec.encode(data)]);
  return new ExtData(REFINED, Buffer.concat([Buffer.from([0x80 + present.length]), ...entries]));
}

/** Reads an unknown value; null where the refinements say that the value can only be null. */
export function decodeUnknown(type: number, payload: Uint8Array): Unknown | null {
  if (type !== REFINED) return UNKNOWN;
  try {
    return readRefinements(new Tokens(payload));
  } catch (cause) {
    // The protocol asks to ignore refinements that make no sense.
    if (cause instanceof MalformedError) return UNKNOWN;
    throw cause;
  }
}

function readRefinements(tokens: Tokens): Unknown | null {
  const count = tokens.map() ?? 0;
  const refinements: { -readonly [K in keyof Refinements]: Refinements[K] } = {};
  for (let index = 0; index < count; index++) {
    const key = tokens.number();
    if (key === undefined) return UNKNOWN;
    if (key === 1) {
      const isNull = tokens.bool();
      if (isNull === true) return null;
      if (isNull === false) refinements.notNull = true;
      else tokens.skip();
    } else {
      const [name, read] = READERS[Number(key)] ?? [];
      const value = read === undefined ? tokens.skip() : read(tokens);
      if (name !== undefined && value !== undefined) Object.assign(refinements, { [name]: value });
    }
  }
  return Object.keys(refinements).length === 0 ? UNKNOWN : new Unknown(refinements);
}

/** The readers of refinements, by key. Each reads one value, and gives it, or undefined where it makes no sense. */
const READERS: Readonly<Record<number, readonly [name: keyof Refinements, read: (tokens: Tokens) => unknown]>> = {
  2: ['stringPrefix', text],
  3: ['numberMin', bound],
  4: ['numberMax', bound],
  5: ['lengthMin', length],
  6: ['lengthMax', length],
};

function text(tokens: Tokens): string | undefined {
  const found = tokens.text();
  if (found === undefined) tokens.skip();
  return found;
}

function length(tokens: Tokens): number | undefined {
  const found = tokens.number();
  if (found === undefined) tokens.skip();
  const count = Number(found);
  return Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

function bound(tokens: Tokens): Bound | undefined {
  if (tokens.array() !== 2) throw new MalformedError('a bound has two parts');
  const value = limit(tokens);
  const inclusive = tokens.bool();
  return value === undefined || inclusive === undefined ? undefined : { value, inclusive };
}

function limit(tokens: Tokens): TfNumber | undefined {
  try {
    return readNumber(tokens);
  } catch (cause) {
    if (cause instanceof RangeError) return undefined; // the text was read, and is not a number
    throw cause;
  }
}
