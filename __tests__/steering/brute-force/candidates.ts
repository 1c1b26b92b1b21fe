import type { Value } from '../../../steering/value';

/** All that a value may be. */
export function candidatesOf<T>(value: Value<T>, all: readonly T[]): readonly T[] {
  return value.known ? [value.value] : (value.candidates ?? all);
}
