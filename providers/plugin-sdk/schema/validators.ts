/** Validators that most providers need. Each returns diagnostics at the value's own path. */
import { error, type Diagnostic, type Path } from '../diagnostics';
import { isKnown, type Unknown } from '../values';
import type { Validator } from './attribute';
import { didYouMean } from './did-you-mean';

/** One of a fixed list of texts; a refusal names the one that was probably meant. */
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

/** A number from `min` to `max`, both included. */
export function between(min: number, max: number): Validator<number> {
  return (value, at) =>
    value >= min && value <= max ? [] : [error('Number out of range', `${value} is not from ${min} to ${max}.`, at)];
}

/** A text of `min` to `max` characters (Unicode code points). */
export function lengthBetween(min: number, max: number): Validator<string> {
  return (value, at) => {
    const length = [...value].length;
    if (length >= min && length <= max) return [];
    return [error('Text of the wrong length', `It has ${length} characters; ${min} to ${max} are allowed.`, at)];
  };
}

/**
 * A text in which the pattern is found; begin it with `^` and end it with `$` for the whole text. It runs on JavaScript's own
 * engine: write none that tries the same text in ever more ways, such as `(a+)+`.
 * @param what the text must be, such as `a host name in lower case`: it follows "is not"
 */
export function matches(pattern: RegExp, what: string): Validator<string> {
  // One that is global or sticky goes on where it found something before.
  const whole = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
  return (value, at) =>
    whole.test(value) ? [] : [error('Text of the wrong form', `${JSON.stringify(value)} is not ${what}.`, at)];
}

/** A list, a set or a map of any size. */
type Sized = readonly unknown[] | Readonly<Record<string, unknown>>;

/** A collection of at least so many elements. */
export function sizeAtLeast(min: number): Validator<Sized> {
  return (value, at) => {
    const size = Object.keys(value).length;
    return size >= min ? [] : [error('Too few elements', `It has ${size}; at least ${min} must be given.`, at)];
  };
}

/** A collection of at most so many elements. */
export function sizeAtMost(max: number): Validator<Sized> {
  return (value, at) => {
    const size = Object.keys(value).length;
    return size <= max ? [] : [error('Too many elements', `It has ${size}; at most ${max} may be given.`, at)];
  };
}

/** Every key of a map passes. */
export function eachKey(...validators: readonly Validator<string>[]): Validator<Readonly<Record<string, unknown>>> {
  return (map, at) =>
    Object.keys(map).flatMap((key) =>
      validators.flatMap((validate) => [...validate(key, [...at, { kind: 'key', key }])]),
    );
}

/** Every known value of a map passes. */
export function eachValue<V>(...validators: readonly Validator<V>[]): Validator<Readonly<Record<string, V | Unknown>>> {
  return (map, at) =>
    Object.entries(map).flatMap(([key, value]) =>
      isKnown(value) ? validators.flatMap((validate) => [...validate(value as V, [...at, { kind: 'key', key }])]) : [],
    );
}

/** Every known element of a list passes. */
export function eachElement<V>(...validators: readonly Validator<V>[]): Validator<readonly (V | Unknown)[]> {
  return eachStep(validators, (_, index) => ({ kind: 'index', index }));
}

/** Every known element of a set passes. Terraform shows the finding at the set, so the text should quote the element. */
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
