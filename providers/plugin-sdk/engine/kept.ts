/** For authors: whether an API kept what it was given, before Terraform finds that it did not and calls it a bug. */
import type { Path } from '../diagnostics';
import type { Planned, Schema, State } from '../schema/schema';
import type { ValueRecord } from '../values';
import { checkCompatible } from './rules/compatible';
import { keepSpelling } from './spelling';

/** One value that an API did not keep. */
export interface NotKept {
  /** Where it stands. */
  readonly path: Path;
  /** What is wrong, in a few words that follow the attribute: `has another value than planned`. */
  readonly what: string;
}

/** Where the state is not what was planned; another spelling of a value is the value. */
export function notKept<S extends Schema>({ attributes }: S, planned: Planned<S>, state: State<S>): NotKept[] {
  const spelled = keepSpelling(attributes, state as ValueRecord, planned as ValueRecord);
  return checkCompatible(attributes, planned as ValueRecord, spelled).map(({ path = [], detail }) => ({
    path,
    what: detail,
  }));
}
