/** Whether what terraform shows is what a step expects. */
import { isDeepStrictEqual } from 'node:util';
import { Unknown } from '../../values';

/**
 * What is expected of a value. An object names only the attributes that matter, a regular expression must be found in a
 * text, a function must return true, `UNKNOWN` is a value that a plan does not know yet, and anything else must be
 * equal, lists element by element.
 */
export type Expected =
  | null
  | Unknown
  | string
  | number
  | boolean
  | RegExp
  | ((actual: unknown) => boolean)
  | readonly Expected[]
  | { readonly [key: string]: Expected };

/**
 * Makes an expectation that compares a value between steps: `keep` takes the value that it finds, `same` demands that
 * value later, and `other` demands another one.
 *
 *     const id = remembered();
 *     … state: { 'x_note.it': { id: id.keep } } … state: { 'x_note.it': { id: id.same } } …
 */
export function remembered(): Readonly<Record<'keep' | 'same' | 'other', (actual: unknown) => boolean>> {
  let kept: { readonly value: unknown } | undefined;
  const isKept = (actual: unknown): boolean => {
    if (kept === undefined) throw new Error('nothing was kept that this could be compared with');
    return isDeepStrictEqual(actual, kept.value);
  };
  return {
    keep: (value) => (kept = { value }) !== undefined,
    same: isKept,
    other: (actual) => !isKept(actual),
  };
}

/** Compares a value with what is expected. @throws Error for the first difference, with its place */
export function expectMatch(actual: unknown, expected: Expected, where: string): void {
  if (matches(actual, expected, where)) return;
  throw new Error(`${where} is ${show(actual)}, expected ${show(expected)}`);
}

function matches(actual: unknown, expected: Expected, where: string): boolean {
  if (expected instanceof RegExp) return typeof actual === 'string' && expected.test(actual);
  if (typeof expected === 'function') return expected(actual);
  if (expected instanceof Unknown || actual instanceof Unknown)
    return expected instanceof Unknown && actual instanceof Unknown;
  if (typeof expected !== 'object' || expected === null) return actual === expected;
  if (typeof actual !== 'object' || actual === null) return false;
  if (Array.isArray(expected) !== Array.isArray(actual)) return false;
  if (Array.isArray(actual) && actual.length !== Object.keys(expected).length) return false;
  for (const [key, part] of Object.entries<Expected>(expected as Readonly<Record<string, Expected>>)) {
    expectMatch((actual as Record<string, unknown>)[key], part, `${where}.${key}`);
  }
  return true;
}

function show(value: unknown): string {
  if (value instanceof RegExp) return `text that matches ${value}`;
  if (typeof value === 'function') return `something else (${value.name || 'by a function'})`;
  if (value instanceof Unknown) return 'not known yet';
  return JSON.stringify(value) ?? 'nothing';
}
