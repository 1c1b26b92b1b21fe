/**
 * Values that a tenant takes and that do nothing beside others: what the pages call "only with". Each is a line of a table.
 * A plan warns of one when it is new; what is stored already says nothing, so that an import, and a configuration that
 * terraform generated of one, stay silent.
 */
import { isDeepStrictEqual } from 'node:util';
import { isKnown, path, warning, type Diagnostic } from 'terraform-plugin-sdk-ts';
import type { Complaint } from '../../steering/domain/vocabulary';

/** A value, and what makes it one without effect. `O` is the object, in which anything may be unknown. */
export interface WithoutEffect<O> {
  /** Names on the way to the value. */
  readonly at: readonly string[];
  /** Why the value does nothing; undefined where it does something, and where what decides that is not known. */
  readonly why: (object: O) => Complaint | undefined;
}

/** What is planned, beside what is configured of it and what is stored. */
export interface PlannedObject {
  readonly config: object;
  readonly plan: object;
  /** Null where the object is created. */
  readonly prior: object | null;
}

/** A warning for each configured value that is to be without effect, and was not, or had another value. */
export function warnOfIdleValues<O>(table: readonly WithoutEffect<O>[], planned: PlannedObject): Diagnostic[] {
  const { config, plan, prior } = planned;
  return table.flatMap(({ at, why }) => {
    if (!saysSomething(valueAt(config, at))) return [];
    const complaint = why(plan as O);
    if (complaint === undefined) return [];
    const before = prior !== null && why(prior as O) !== undefined;
    if (before && isDeepStrictEqual(valueAt(plan, at), valueAt(prior, at))) return [];
    return [warning(complaint.summary, complaint.detail, path(...at))];
  });
}

export function valueAt(object: unknown, at: readonly string[]): unknown {
  return at.reduce<unknown>(
    (value, name) => (isKnown(value) ? (value as Readonly<Record<string, unknown>>)[name] : undefined),
    object,
  );
}

/** Off, an empty list and an empty text ask for nothing. */
function saysSomething(value: unknown): boolean {
  if (!isKnown(value) || value === false || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}
