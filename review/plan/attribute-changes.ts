/**
 * What changes in an object? Its attributes are compared one by one; for a list, the added and removed elements are
 * told.
 */
import { isObject, type PlannedChange } from '../../steering';
import type { AttributeChange } from '../report';
import { partSensitive, SENSITIVE } from './sensitive';

export const UNKNOWN = '(known after apply)';
const NOT_OBSERVED = '(not observed)';

/** A value together with what terraform says of it: what in it is sensitive, and what is unknown: until the apply, or not observed. */
interface ToldValue {
  readonly value: unknown;
  readonly sensitive: unknown;
  readonly unknown: unknown;
}

export function attributeChanges(change: PlannedChange['change']): AttributeChange[] {
  const before = { value: change.before, sensitive: change.before_sensitive, unknown: change.before_unknown };
  const after = { value: change.after, sensitive: change.after_sensitive, unknown: change.after_unknown };
  const changes = [...differences('', before, after)];
  // Every object that is created gets an id, so the new id is not told.
  return change.before === null
    ? changes.filter(({ attribute, after: id }) => attribute !== 'id' || id !== UNKNOWN)
    : changes;
}

function* differences(attribute: string, before: ToldValue, after: ToldValue): Iterable<AttributeChange> {
  if (same(before, after)) return;
  if (isHidden(before) || isHidden(after) || before.unknown === true || after.unknown === true) {
    yield { attribute, ...partShown('before', before), ...partShown('after', after) };
    return;
  }
  if (isList(before.value) || isList(after.value)) {
    const list = listChange(before, after);
    if (list !== undefined) {
      yield { attribute, ...list };
      return;
    }
  } else if (isObject(before.value) || isObject(after.value) || isObject(after.unknown)) {
    for (const name of namesIn(before.value, after.value, after.unknown))
      yield* differences(attribute === '' ? name : `${attribute}.${name}`, partOf(before, name), partOf(after, name));
    return;
  }
  yield { attribute, ...partShown('before', before), ...partShown('after', after) };
}

/** Compares two lists by their elements; undefined where an element is sensitive or not known yet. */
function listChange(before: ToldValue, after: ToldValue): Omit<AttributeChange, 'attribute'> | undefined {
  if (holdsTrue(before.sensitive) || holdsTrue(after.sensitive) || holdsTrue(after.unknown)) return undefined;
  const [old, now] = [elementsOf(before.value), elementsOf(after.value)];
  const removed = without(old, now);
  const added = without(now, old);
  if (removed.length === 0 && added.length === 0) return old.length === 0 ? undefined : { reordered: true };
  return { ...(added.length > 0 && { added }), ...(removed.length > 0 && { removed }) };
}

/** The elements of one list that another list lacks, each as often as it is missing. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of other) left.set(one, (left.get(one) ?? 0) + 1);
  return list.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}

function same(before: ToldValue, after: ToldValue): boolean {
  if (holdsTrue(after.unknown) || holdsTrue(before.unknown)) return false;
  const nothing = (value: unknown) => value === undefined || value === null;
  if (nothing(before.value) && nothing(after.value)) return true;
  return JSON.stringify(before.value) === JSON.stringify(after.value);
}

function partShown(when: 'before' | 'after', told: ToldValue): { [W in typeof when]?: string } {
  const { value, sensitive, unknown } = told;
  if (sensitive === true || (isList(value) && holdsTrue(sensitive))) return { [when]: SENSITIVE };
  if (unknown === true || (isList(value) && holdsTrue(unknown)))
    return { [when]: when === 'before' ? NOT_OBSERVED : UNKNOWN };
  return value === undefined || value === null
    ? {}
    : { [when]: JSON.stringify(partSensitive(value, sensitive, '').shown) };
}

function isHidden({ sensitive }: ToldValue): boolean {
  return sensitive === true;
}

function partOf({ value, sensitive, unknown }: ToldValue, name: string): ToldValue {
  return { value: own(value, name), sensitive: own(sensitive, name), unknown: own(unknown, name) };
}

/**
 * Reads a field of the object itself, and never a field that every object inherits, because the names come from others.
 */
function own(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function namesIn(...values: readonly unknown[]): string[] {
  return [...new Set(values.flatMap((value) => (isObject(value) ? Object.keys(value) : [])))].sort();
}

function elementsOf(value: unknown): string[] {
  return isList(value) ? value.map((element) => JSON.stringify(element)) : [];
}

/** Says whether a mark of terraform, which has the shape of a value, is true anywhere. */
export function holdsTrue(shape: unknown): boolean {
  if (shape === true) return true;
  return typeof shape === 'object' && shape !== null && Object.values(shape).some(holdsTrue);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
