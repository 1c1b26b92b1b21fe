/**
 * Whether an API kept what it was given. Authors can ask this before Terraform does, which calls a difference a bug.
 */
import type { Path } from '../diagnostics';
import type { Planned, Schema, State } from '../schema/schema';
import type { ValueRecord } from '../values';
import { checkCompatible } from './rules/compatible';
import { keepSpelling } from './spelling';

/** One value that an API did not keep. */
export interface NotKept {
  /** The place of the value. */
  readonly path: Path;
  /** What is wrong, in a few words that can follow the attribute: `has another value than planned`. */
  readonly what: string;
}

/** Finds where the state is not what was planned. Another spelling of a planned value counts as that value. */
export function notKept<S extends Schema>({ attributes }: S, planned: Planned<S>, state: State<S>): NotKept[] {
  const spelled = keepSpelling(attributes, state as ValueRecord, planned as ValueRecord);
  return checkCompatible(attributes, planned as ValueRecord, spelled).map(({ path = [], detail }) => ({
    path,
    what: detail,
  }));
}
