/**
 * Values as a model has them: known, or not known yet, with what they may turn out to be and why nobody can say. A list of
 * texts can be known in part.
 */

import type { AssumptionId } from './domain/assumptions';

/** Why a value is not known that is yet to be; for any other reason it is what it was, whatever that is. */
export const AFTER_APPLY = 'it is only known after apply';

export interface Known<T> {
  readonly known: true;
  readonly value: T;
  /** What it rests on, where the source does not say it itself. */
  readonly assumption?: AssumptionId;
}

export interface NotKnown<T> {
  readonly known: false;
  /** Why, as part of a sentence: `it is only known after apply`. */
  readonly reason: string;
  /** All that it can be; left out where it can be anything of its type. */
  readonly candidates?: readonly T[];
  /** What the candidates rest on, where they are not all that is possible. */
  readonly assumption?: AssumptionId;
}

export type Value<T> = Known<T> | NotKnown<T>;

export function known<T>(value: T, assumption?: AssumptionId): Known<T> {
  return assumption === undefined ? { known: true, value } : { known: true, value, assumption };
}

/** A single candidate is still not known: it is what the value is, if it is anything that is named here. */
export function notKnown<T>(reason: string, candidates?: readonly T[]): NotKnown<T> {
  return candidates === undefined ? { known: false, reason } : { known: false, reason, candidates };
}

/** What a value may be. @param all of its type, where nothing narrower is known */
export function possibilitiesOf<T>(value: Value<T>, all: readonly T[]): readonly T[] {
  if (value.known) return [value.value];
  return value.candidates ?? all;
}

/** Texts, each once and in no order that means anything. */
export interface Names {
  readonly items: readonly string[];
  /** Why there may be others beside `items`; left out where there are none. */
  readonly open?: string;
}

export const NO_NAMES: Names = { items: [] };

export function names(...items: readonly string[]): Names {
  return { items };
}

/** Whether there is nothing, for certain. */
export function isEmpty({ items, open }: Names): boolean {
  return items.length === 0 && open === undefined;
}

/** The same for the same meaning: what is not known, and is not yet to be, is as it is, for whatever reason it is not known. */
export function meaningOf(object: unknown): string {
  return JSON.stringify(object, (name, value: unknown) => (REASONS.has(name) ? reasonFor(value) : value));
}

const REASONS = new Set(['reason', 'open', 'doubt']);

function reasonFor(reason: unknown): unknown {
  return typeof reason === 'string' && !isYetToBe(reason) ? '' : reason;
}

/** Whether a value that is not known for this reason is another one than before. */
export function isYetToBe(reason: string): boolean {
  return reason.startsWith(AFTER_APPLY);
}
