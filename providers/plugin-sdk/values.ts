/**
 * Terraform's values in TypeScript: the one vocabulary that schema, engine and wire share.
 *
 * | Terraform            | here                                                        |
 * | -------------------- | ----------------------------------------------------------- |
 * | null                 | `null`                                                      |
 * | unknown              | {@link Unknown}, with what is already known about it        |
 * | bool, string         | `boolean`, `string`                                         |
 * | number               | {@link TfNumber}, lossless                                  |
 * | list, set, tuple     | arrays; the order of a set means nothing                    |
 * | map, object          | records that inherit nothing, so that any key is only a key |
 * | dynamic              | {@link Dynamic}, a value that carries its type              |
 */
import type { Type } from './types';

/** What Terraform knows about a value that is not known yet. */
export interface Refinements {
  /** `true`: the value will not be null. */
  readonly notNull?: true;
  /** The value will start with this text. */
  readonly stringPrefix?: string;
  readonly numberMin?: Bound;
  readonly numberMax?: Bound;
  /** The collection will hold at least so many elements. */
  readonly lengthMin?: number;
  /** The collection will hold at most so many elements. */
  readonly lengthMax?: number;
}

/** The least or the greatest number that an unknown one may turn out to be. */
export interface Bound {
  readonly value: TfNumber;
  readonly inclusive: boolean;
}

/** A value that will only be known after an apply. */
export class Unknown {
  constructor(readonly refinements: Refinements = {}) {}
}

/** An unknown value of which nothing is known. */
export const UNKNOWN = new Unknown();

/**
 * A number that neither a JavaScript number nor a bigint holds exactly, such as 0.1 + 2^-60: its canonical decimal text.
 * Make one with `parseNumber` of `numbers.ts`, never by hand: two equal numbers then have equal texts.
 */
export class Decimal {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

/**
 * A Terraform number. A JavaScript number stands for the decimal that it prints (`0.1` is one tenth); integers beyond
 * 2^53 are bigints, all other numbers that would lose digits are {@link Decimal}.
 */
export type TfNumber = number | bigint | Decimal;

/** The value of an attribute whose type the configuration decides. */
export class Dynamic {
  constructor(
    readonly type: Type,
    readonly value: Value,
  ) {}
}

/** A map or an object: values by key. */
export interface ValueRecord {
  readonly [key: string]: Value;
}

/** Any value of Terraform's: null, text, truth, numbers, unknowns, and lists and records of such. */
export type Value = null | boolean | string | TfNumber | Unknown | Dynamic | readonly Value[] | ValueRecord;

/** Whether a value is only known after an apply. */
export function isUnknown(value: unknown): value is Unknown {
  return value instanceof Unknown;
}

/** A value that is neither null nor unknown. */
export function isKnown<T>(value: T): value is Exclude<T, null | undefined | Unknown> {
  return value !== null && value !== undefined && !(value instanceof Unknown);
}

/** What stands in a dynamic value, which may be null or unknown in spite of its type; any other value itself. */
export function contentOf(value: Value): Value {
  return value instanceof Dynamic ? value.value : value;
}

/** Whether a value holds nothing unknown, at any depth. */
export function isWhollyKnown(value: Value): boolean {
  if (value instanceof Unknown) return false;
  if (value instanceof Dynamic) return isWhollyKnown(value.value);
  if (value === null || typeof value !== 'object' || value instanceof Decimal) return true;
  return (Array.isArray(value) ? value : Object.values(value)).every(isWhollyKnown);
}

/** V8 makes objects that share an empty prototype five times faster than such that have none. */
function Bare(): void {}
Bare.prototype = Object.create(null) as object;

/** A record that inherits nothing: `__proto__` and `constructor` are keys like any other. */
export function record(entries: Iterable<readonly [string, Value]> = []): Record<string, Value> {
  const result = new (Bare as unknown as new () => Record<string, Value>)();
  for (const [key, value] of entries) result[key] = value;
  return result;
}
