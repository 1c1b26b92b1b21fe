/** When an operation must be done: what the configuration says of its time, or the author's default. */
import { error, path, type Diagnostic } from '../diagnostics';
import type { Attributes } from '../schema/attribute';
import { millisecondsOf, type TimedOperation } from '../schema/timeouts';
import { isKnown, record, type Value, type ValueRecord } from '../values';

export interface Deadline {
  readonly operation: TimedOperation;
  readonly milliseconds: number;
  /** The name of the attribute that can change it. */
  readonly attribute: string;
}

interface Declared {
  readonly name: string;
  readonly defaults: Readonly<Partial<Record<TimedOperation, number>>>;
}

const declared = new WeakMap<Attributes, Declared | null>();

function timeoutsOf(attributes: Attributes): Declared | null {
  let found = declared.get(attributes);
  if (found === undefined) {
    const [first] = Object.entries(attributes).flatMap(([name, { options }]) =>
      options.timeouts === undefined ? [] : [{ name, defaults: options.timeouts }],
    );
    declared.set(attributes, (found = first ?? null));
  }
  return found;
}

/** @param object holds what is configured: the planned or the stored one. Undefined where time is not limited. */
export function deadlineOf(
  attributes: Attributes,
  operation: TimedOperation,
  object: ValueRecord | null,
): Deadline | undefined {
  const timeouts = timeoutsOf(attributes);
  const byDefault = timeouts?.defaults[operation];
  if (timeouts === null || byDefault === undefined) return undefined;
  const configured = object?.[timeouts.name] ?? null;
  const text = isKnown(configured) ? (configured as ValueRecord)[operation] : null;
  const milliseconds = (typeof text === 'string' ? millisecondsOf(text) : undefined) ?? byDefault;
  return { operation, milliseconds, attribute: timeouts.name };
}

/** The object with the timeouts of another one: they are the user's alone, so no author need carry them along. */
export function keepTimeouts<T extends ValueRecord | null>(attributes: Attributes, object: T, from: ValueRecord): T {
  const timeouts = timeoutsOf(attributes);
  if (timeouts === null || object === null) return object;
  const kept: Value = from[timeouts.name] ?? null;
  return object[timeouts.name] === kept ? object : (record([...Object.entries(object), [timeouts.name, kept]]) as T);
}

export function timedOut({ operation, milliseconds, attribute }: Deadline): Diagnostic {
  const why = `The ${operation} took longer than ${milliseconds / 1_000} s, and was stopped.`;
  const next = `What it did until then may have had an effect. If it needs more time, set ${attribute}.${operation}.`;
  return error('Timed out', `${why} ${next}`, path(attribute, operation));
}
