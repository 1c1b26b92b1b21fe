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

/** What Terraform already knows about a value that is not known yet. */
export interface Refinements {
  /** The value will not be null. */
  readonly notNull?: true;
  /** The value will start with this text. */
  readonly stringPrefix?: string;
  /** The number will be at least this. */
  readonly numberMin?: Bound;
  /** The number will be at most this. */
  readonly numberMax?: Bound;
  /** The list, set or map will have at least so many elements. */
  readonly lengthMin?: number;
  /** The list, set or map will have at most so many elements. */
  readonly lengthMax?: number;
}

/** The least or the greatest number that an unknown one may turn out to be. */
export interface Bound {
  readonly value: TfNumber;
  /** Whether the number may be the bound itself. */
  readonly inclusive: boolean;
}

/**
 * A value that will only be known after an apply. Terraform treats all unknown values as equal, whatever is known about
 * them.
 */
export class Unknown {
  constructor(readonly refinements: Refinements = {}) {}
}

/** An unknown value of which nothing is known. */
export const UNKNOWN = new Unknown();

/**
 * A number that neither a JavaScript number nor a bigint holds exactly, such as 0.1 + 2^-60. It is kept as its
 * canonical text: plain decimal digits, without exponent, without leading or trailing zeros, so that equal numbers have
 * equal texts. The SDK makes such numbers from what Terraform sends.
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

/** The value of an attribute whose type the configuration decides; it carries that type. */
export class Dynamic {
  constructor(
    readonly type: Type,
    readonly value: Value,
  ) {}
}

/** The value of a map or an object: its parts by key. */
export interface ValueRecord {
  readonly [key: string]: Value;
}

/**
 * Any value that Terraform has: null, text, truth, numbers, unknowns, dynamic values, and lists and records of these.
 */
export type Value = null | boolean | string | TfNumber | Unknown | Dynamic | readonly Value[] | ValueRecord;

/** Whether a value is only known after an apply. */
export function isUnknown(value: unknown): value is Unknown {
  return value instanceof Unknown;
}

/** Whether a value is neither null nor unknown. The values inside a list or a record may still be null or unknown. */
export function isKnown<T>(value: T): value is Exclude<T, null | undefined | Unknown> {
  return value !== null && value !== undefined && !(value instanceof Unknown);
}

/**
 * Gives what a dynamic value holds, which may be null or unknown although its type is known; any other value as it is.
 */
export function contentOf(value: Value): Value {
  return value instanceof Dynamic ? value.value : value;
}

/** Whether nothing in a value is unknown, at any depth. */
export function isWhollyKnown(value: Value): boolean {
  if (value instanceof Unknown) return false;
  if (value instanceof Dynamic) return isWhollyKnown(value.value);
  if (value === null || typeof value !== 'object' || value instanceof Decimal) return true;
  return (Array.isArray(value) ? value : Object.values(value)).every(isWhollyKnown);
}

/**
 * The constructor of records. V8 makes objects that share an empty prototype five times faster than objects that have
 * none.
 */
function Bare(): void {}
Bare.prototype = Object.create(null) as object;

/** Makes a record that inherits nothing, so that `__proto__` and `constructor` are keys like any other. */
export function record(entries: Iterable<readonly [string, Value]> = []): Record<string, Value> {
  const result = new (Bare as unknown as new () => Record<string, Value>)();
  for (const [key, value] of entries) result[key] = value;
  return result;
}
