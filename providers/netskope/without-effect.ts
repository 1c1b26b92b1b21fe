/**
 * Which values of a plan have no effect beside others, though a tenant takes them; the pages say "only with" of these. Each
 * resource has a table of such values. A plan warns of one that is new. Of one that is stored already it says nothing, so that
 * an import, and a configuration that terraform generated of it, stay silent.
 */
import { isDeepStrictEqual } from 'node:util';
import { isKnown, path, warning, type Diagnostic } from 'terraform-plugin-sdk-ts';
import type { Complaint } from '../../steering/domain/vocabulary';

/** A value, and the reason why it may have no effect. `O` is the object, in which anything may be unknown. */
export interface WithoutEffect<O> {
  /** The names on the way to the value. */
  readonly at: readonly string[];
  /** Why the value does nothing; undefined where it does something, and where what decides that is not known. */
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
 * Yields a warning for each configured value that has no effect in the plan. It yields none where the stored object has the same
 * value, without effect too.
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

/** The value at the end of a way of names; undefined where the way ends early, or leads through something unknown. */
export function valueAt(object: unknown, at: readonly string[]): unknown {
  return at.reduce<unknown>(
    (value, name) => (isKnown(value) ? (value as Readonly<Record<string, unknown>>)[name] : undefined),
    object,
  );
}

/** Whether a value asks for anything: false, an empty list and an empty text do not. */
function saysSomething(value: unknown): boolean {
  if (!isKnown(value) || value === false || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}
