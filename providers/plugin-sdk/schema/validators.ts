/** The validators that most providers need. Each returns its diagnostics at the path of the value. */
import { type Diagnostic, type Path, error } from '../diagnostics';
import { type Unknown, isKnown } from '../values';
import type { Validator } from './attribute';

/**
 * Gives the end of a message that names the word of a closed list that somebody probably meant: ` Did you mean
 * "mac_os"?`. A word counts as near if it differs in case, in the signs between its parts or by a slip of the pen, or
 * if only its beginning was written.
 * @returns an empty text where no word is near enough
 */
export function didYouMean(written: string, words: readonly string[]): string {
  const [nearest] = words
    .map((word) => ({ word, distance: distanceBetween(bare(written), bare(word)) }))
    .filter(({ distance }) => distance !== undefined)
    .sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0));
  return nearest === undefined ? '' : ` Did you mean ${JSON.stringify(nearest.word)}?`;
}

/** Removes from a word what does not count: `Mac-OS`, `mac_os` and `macos` become the same. */
const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Gives how far two words are apart; undefined where they have too little in common. A much longer text is no slip of
 * the pen.
 */
function distanceBetween(written: string, word: string): number | undefined {
  if (written === word) return 0;
  if (written.length < 2 || written.length > 2 * word.length + 2) return undefined;
  if (word.startsWith(written)) return 1;
  if (word.length > 2 && written.startsWith(word)) return 2;
  const slips = slipsBetween(written, word);
  return slips <= Math.max(1, Math.floor(word.length / 3)) ? slips + 2 : undefined;
}

/**
 * Counts the letters that must be added, left out, changed, or swapped with the next one (optimal string alignment).
 */
function slipsBetween(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const choices = [last[column], next[column - 1], last[column - 1]].map((cost = 0) => cost + 1);
      if (same) choices.push(last[column - 1] ?? 0);
      if (swapped) choices.push((before[column - 2] ?? 0) + 1);
      next.push(Math.min(...choices));
    }
    [before, last] = [last, next];
  }
  return last[b.length] ?? 0;
}

/** Demands one of a fixed list of texts. The refusal names the text that was probably meant. */
export function oneOf(...allowed: readonly string[]): Validator<string> {
  const listed = allowed.map((value) => `"${value}"`).join(', ');
  return (value, at) =>
    allowed.includes(value)
      ? []
      : [
          error(
            'Value not allowed',
            `${JSON.stringify(value)} is not one of ${listed}.${didYouMean(value, allowed)}`,
            at,
          ),
        ];
}

/** Demands a number from `min` to `max`, both included. */
export function between(min: number, max: number): Validator<number> {
  return (value, at) =>
    value >= min && value <= max ? [] : [error('Number out of range', `${value} is not from ${min} to ${max}.`, at)];
}

/** Demands a text of `min` to `max` characters (Unicode code points). */
export function lengthBetween(min: number, max: number): Validator<string> {
  return (value, at) => {
    const length = [...value].length;
    if (length >= min && length <= max) return [];
    return [error('Text of the wrong length', `It has ${length} characters; ${min} to ${max} are allowed.`, at)];
  };
}

/**
 * Demands a text in which the pattern is found. A pattern for the whole text begins with `^` and ends with `$`. It runs
 * on JavaScript's own engine, so it must not try the same text in ever more ways, as `(a+)+` does.
 * @param what the text must be, in words that can follow "is not", such as `a host name in lower case`
 */
export function matches(pattern: RegExp, what: string): Validator<string> {
  // A pattern that is global or sticky would go on where it found something before.
  const whole = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
  return (value, at) =>
    whole.test(value) ? [] : [error('Text of the wrong form', `${JSON.stringify(value)} is not ${what}.`, at)];
}

/** A list, a set or a map of any size. */
type Sized = readonly unknown[] | Readonly<Record<string, unknown>>;

/** Demands a list, set or map of at least so many elements. */
export function sizeAtLeast(min: number): Validator<Sized> {
  return (value, at) => {
    const size = Object.keys(value).length;
    return size >= min ? [] : [error('Too few elements', `It has ${size}; at least ${min} must be given.`, at)];
  };
}

/** Demands a list, set or map of at most so many elements. */
export function sizeAtMost(max: number): Validator<Sized> {
  return (value, at) => {
    const size = Object.keys(value).length;
    return size <= max ? [] : [error('Too many elements', `It has ${size}; at most ${max} may be given.`, at)];
  };
}

/** Demands that every key of a map passes the validators. */
export function eachKey(...validators: readonly Validator<string>[]): Validator<Readonly<Record<string, unknown>>> {
  return (map, at) =>
    Object.keys(map).flatMap((key) =>
      validators.flatMap((validate) => [...validate(key, [...at, { kind: 'key', key }])]),
    );
}

/** Demands that every known value of a map passes the validators. */
export function eachValue<V>(...validators: readonly Validator<V>[]): Validator<Readonly<Record<string, V | Unknown>>> {
  return (map, at) =>
    Object.entries(map).flatMap(([key, value]) =>
      isKnown(value) ? validators.flatMap((validate) => [...validate(value as V, [...at, { kind: 'key', key }])]) : [],
    );
}

/** Demands that every known element of a list passes the validators. */
export function eachElement<V>(...validators: readonly Validator<V>[]): Validator<readonly (V | Unknown)[]> {
  return eachStep(validators, (_, index) => ({ kind: 'index', index }));
}

/**
 * Demands that every known element of a set passes the validators. Terraform shows their diagnostics at the set, so the
 * text should quote the element.
 */
export function eachSetElement<V extends string | number | boolean>(
  ...validators: readonly Validator<V>[]
): Validator<readonly (V | Unknown)[]> {
  return eachStep(validators, (value) => ({ kind: 'element', value }));
}

function eachStep<V>(
  validators: readonly Validator<V>[],
  step: (value: V, index: number) => Path[number],
): Validator<readonly (V | Unknown)[]> {
  return (values, at) =>
    values.flatMap((value, index): Diagnostic[] =>
      isKnown(value)
        ? validators.flatMap((validate) => [...validate(value as V, [...at, step(value as V, index)])])
        : [],
    );
}
