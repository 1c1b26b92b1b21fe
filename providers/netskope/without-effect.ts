/**
 * Which values of a plan have no effect because of other values, although a tenant accepts them? The pages say "only
 * with" of these. Each resource has a table of such values. A plan warns of a new one, and not of one that is stored
 * already, so there is no warning of an import or of a configuration that terraform generated from it.
 */
import { isDeepStrictEqual } from 'node:util';
import { isKnown, path, warning, type Diagnostic } from 'terraform-plugin-sdk-ts';
import type { Complaint } from '../../steering/domain/vocabulary';

/** A value, and the reason why it may have no effect. `O` is the object, in which anything may be unknown. */
export interface WithoutEffect<O> {
  /** The names on the way to the value. */
  readonly at: readonly string[];
  /** The reason why the value does nothing; undefined where it does something, or where that is not known yet. */
  readonly why: (object: O) => Complaint | undefined;
}

/** An object as it is configured, planned and stored. */
export interface PlannedObject {
  readonly config: object;
  readonly plan: object;
  /** The stored object; null where the object is created. */
  readonly prior: object | null;
}

/**
 * Makes a warning for each configured value that has no effect in the plan. There is none where the stored object has
 * the same value, and it has no effect there either.
 */
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

/** The value at the end of a way of names; undefined where the way ends early, or leads through an unknown value. */
export function valueAt(object: unknown, at: readonly string[]): unknown {
  return at.reduce<unknown>(
    (value, name) => (isKnown(value) ? (value as Readonly<Record<string, unknown>>)[name] : undefined),
    object,
  );
}

/** Whether a value asks for anything. False, an empty list and an empty text do not. */
function saysSomething(value: unknown): boolean {
  if (!isKnown(value) || value === false || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}
