/**
 * Unknown values in MessagePack: any extension is one. Type 0 says nothing more; type 12 is a map of what is known already:
 *
 *     1 null or not   2 prefix of a string   3, 4 least and greatest number   5, 6 least and greatest length
 *
 * A bound is `[number, inclusive]`. What is malformed or not listed is read over, as the protocol asks.
 */
import { ExtData } from '@msgpack/msgpack';
import { Unknown, UNKNOWN, type Bound, type Refinements, type TfNumber } from '../values';

const PLAIN = 0;
const REFINED = 12;

/** How numbers and other data travel inside the map; MessagePack's own affair, so it is handed in. */
export interface Codec {
  encode(data: unknown): Uint8Array;
  decode(bytes: Uint8Array): unknown;
  encodeNumber(number: TfNumber): unknown;
  decodeNumber(data: unknown): TfNumber | undefined;
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
  // By hand, because the library can only write strings as keys.
  const entries = present.flatMap(([key, data]) => [Buffer.from([key]), codec.encode(data)]);
  return new ExtData(REFINED, Buffer.concat([Buffer.from([0x80 + present.length]), ...entries]));
}

/** An unknown value; null when the refinements say that nothing else is possible. */
export function decodeUnknown(type: number, payload: Uint8Array, codec: Codec): Unknown | null {
  const known: unknown = type === REFINED ? codec.decode(payload) : undefined;
  if (typeof known !== 'object' || known === null) return UNKNOWN;
  const at = (key: number): unknown => (known as Record<number, unknown>)[key];
  if (at(1) === true) return null;
  const refinements: Partial<Refinements> = {
    ...(at(1) === false && { notNull: true }),
    ...optional('stringPrefix', text(at(2))),
    ...optional('numberMin', bound(at(3), codec)),
    ...optional('numberMax', bound(at(4), codec)),
    ...optional('lengthMin', length(at(5))),
    ...optional('lengthMax', length(at(6))),
  };
  return Object.keys(refinements).length === 0 ? UNKNOWN : new Unknown(refinements);
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}

function text(data: unknown): string | undefined {
  return typeof data === 'string' ? data.normalize('NFC') : undefined;
}

function length(data: unknown): number | undefined {
  const count = typeof data === 'bigint' ? Number(data) : data;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

function bound(data: unknown, codec: Codec): Bound | undefined {
  const [limit, inclusive] = Array.isArray(data) ? (data as unknown[]) : [];
  const value = codec.decodeNumber(limit);
  return value === undefined || typeof inclusive !== 'boolean' ? undefined : { value, inclusive };
}
