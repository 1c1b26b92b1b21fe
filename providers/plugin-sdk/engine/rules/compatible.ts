/**
 * What Terraform demands of the result of an apply, which otherwise fails with "Provider produced inconsistent result
 * after apply": a value that was planned as known must come back unchanged, and an unknown one must come back known and
 * within its refinements. This is the behaviour of Terraform's objchange.AssertObjectCompatible, for tests without
 * terraform. The same rule holds between the first plan, which may have unknowns, and the second one, of the apply.
 */
import { error, type Diagnostic, type Path } from '../../diagnostics';
import { compareNumbers } from '../../numbers';
import { isBlock, type Attributes, type BlockShape } from '../../schema/attribute';
import { typeOfAttribute, typeOfAttributes } from '../../schema/schema';
import { partType, someType, type Type } from '../../types';
import {
  Decimal,
  Dynamic,
  isWhollyKnown,
  Unknown,
  type Bound,
  type Refinements,
  type Value,
  type ValueRecord,
} from '../../values';
import { bucketsOf } from '../buckets';
import { canonicalText, distinct, equalValues, typeText } from '../equal';
import { child } from '../parts';

export function checkCompatible(
  attributes: Attributes,
  planned: ValueRecord | null,
  actual: ValueRecord | null,
): Diagnostic[] {
  return checkObject(attributes, planned, actual, []);
}

function checkObject(attributes: Attributes, planned: Value, actual: Value, path: Path): Diagnostic[] {
  if (planned === null || actual === null) return checkPresence(planned, actual, path);
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const by = { kind: 'attribute', name } as const;
    const [before, after, at] = [child(planned, by), child(actual, by), [...path, by]];
    if (isBlock(attribute.shape)) return checkBlocks(attribute.shape, before, after, at);
    return checkValue(typeOfAttribute(attribute), before, after, at);
  });
}

function checkBlocks({ nesting, attributes }: BlockShape, planned: Value, actual: Value, path: Path): Diagnostic[] {
  // Blocks are unknown where nobody knows how many there will be.
  if (planned instanceof Unknown || actual instanceof Unknown) return [];
  if (nesting === 'single') return checkObject(attributes, planned, actual, path);
  if (planned === null || actual === null) return [];
  const of = (before: Value, after: Value, at = path) => checkObject(attributes, before, after, at);
  if (nesting === 'set') return checkSet(typeOfAttributes(attributes), of, planned, actual, path);
  const [before, after] = [Object.keys(planned).length, Object.keys(actual).length];
  if (before !== after) return [inconsistent(`had ${before} blocks, now ${after}`, path)];
  return Object.entries(planned).flatMap(([key, value]: [string, Value]) => {
    const by = nesting === 'map' ? ({ kind: 'key', key } as const) : ({ kind: 'index', index: Number(key) } as const);
    return Object.hasOwn(actual as object, key) ? of(value, child(actual, by), [...path, by]) : [];
  });
}

function checkPresence(planned: Value, actual: Value, path: Path): Diagnostic[] {
  if (planned === actual) return [];
  return [inconsistent(actual === null ? 'was present, but is now absent' : 'was absent, but is now present', path)];
}

function checkValue(type: Type, planned: Value, actual: Value, path: Path): Diagnostic[] {
  if (planned instanceof Unknown) {
    return fits(planned.refinements, actual) ? [] : [inconsistent('does not fit what was planned of it', path)];
  }
  if (planned === null || actual === null) return checkPresence(planned, actual, path);
  if (actual instanceof Unknown) return [inconsistent('was known, but is now unknown', path)];
  if (planned instanceof Dynamic && actual instanceof Dynamic) {
    const same = typeText(planned.type) === typeText(actual.type);
    return same
      ? checkValue(planned.type, planned.value, actual.value, path)
      : [inconsistent('has another type', path)];
  }
  if (type.kind === 'set') {
    const of = (before: Value, after: Value) => checkValue(type.element, before, after, path);
    return checkSet(type.element, of, planned, actual, path);
  }
  if (type.kind === 'list' || type.kind === 'tuple') {
    return checkSequence(type, planned as readonly Value[], actual as readonly Value[], path);
  }
  if (type.kind === 'map' || type.kind === 'object') {
    return checkRecord(type, planned as ValueRecord, actual as ValueRecord, path);
  }
  return equalValues(type, planned, actual) ? [] : [inconsistent('has another value than planned', path)];
}

function checkSequence(type: Type, planned: readonly Value[], actual: readonly Value[], path: Path): Diagnostic[] {
  if (planned.length !== actual.length)
    return [inconsistent(`had ${planned.length} elements, now ${actual.length}`, path)];
  return planned.flatMap((value, index) => {
    const element = partType(type, index);
    const by = { kind: 'index', index } as const;
    return element === undefined ? [] : checkValue(element, value, actual[index] ?? null, [...path, by]);
  });
}

function checkRecord(type: Type, planned: ValueRecord, actual: ValueRecord, path: Path): Diagnostic[] {
  return [...new Set([...Object.keys(planned), ...Object.keys(actual)])].flatMap((key) => {
    const by = type.kind === 'map' ? ({ kind: 'key', key } as const) : ({ kind: 'attribute', name: key } as const);
    const at = [...path, by];
    if (!Object.hasOwn(actual, key)) return [inconsistent('has vanished', at)];
    if (!Object.hasOwn(planned, key)) return [inconsistent('has appeared', at)];
    const element = partType(type, key);
    return element === undefined ? [] : checkValue(element, child(planned, by), child(actual, by), at);
  });
}

/** Checks a set. Elements correspond where they are compatible, and each must have a partner in the other set. */
function checkSet(
  element: Type,
  check: (planned: Value, actual: Value) => readonly Diagnostic[],
  planned: Value,
  actual: Value,
  path: Path,
): Diagnostic[] {
  const [before, after] = [planned, actual].map((set) => distinct(element, set as readonly Value[]));
  if (before === undefined || after === undefined) return [];
  const keyOf = commonKey(element, [...before, ...after]);
  const [left, right] = [bucketsOf(before, keyOf), bucketsOf(after, keyOf)];
  const agree = (a: Value = null, b: Value = null) => check(a, b).length === 0;
  const isKept = (a: Value) => right.get(keyOf(a))?.some((index) => agree(a, after[index]));
  const isPlanned = (b: Value) => left.get(keyOf(b))?.some((index) => agree(before[index], b));
  if (!before.every(isKept)) return [inconsistent('lost a planned element', path)];
  if (!after.every(isPlanned)) return [inconsistent('gained an element', path)];
  return before.length < after.length ? [inconsistent('gained an element', path)] : [];
}

/**
 * Makes the function that gives the key of an element: a text of the values that are known in all elements. Only
 * elements with the same key can be compatible.
 */
function commonKey(element: Type, values: readonly Value[]): (value: Value) => string {
  if (element.kind !== 'object') {
    const isKnown = values.every(isWhollyKnown);
    return (value) => (isKnown ? canonicalText(element, value) : '');
  }
  const at = (value: Value, name: string) => child(value, { kind: 'attribute', name });
  const parts = Object.entries(element.attributes).filter(([name, type]) => {
    // Objects may hold blocks, of which null and none are the same.
    if (someType(type, ({ kind }) => kind === 'object')) return false;
    return values.every((value) => !(value instanceof Unknown) && isWhollyKnown(at(value, name)));
  });
  return (value) => JSON.stringify(parts.map(([name, type]) => canonicalText(type, at(value, name))));
}

/** Whether an unknown value of which this much is known may turn out to be another value. */
export function fits(of: Refinements, actual: Value): boolean {
  if (actual instanceof Unknown) return true;
  if (actual === null) return of.notNull !== true;
  if (typeof actual === 'string') return actual.startsWith(of.stringPrefix ?? '');
  if (typeof actual === 'number' || typeof actual === 'bigint' || actual instanceof Decimal) {
    const within = (bound: Bound | undefined, sign: number) => {
      if (bound === undefined) return true;
      const order = compareNumbers(actual, bound.value) * sign;
      return order > 0 || (order === 0 && bound.inclusive);
    };
    return within(of.numberMin, 1) && within(of.numberMax, -1);
  }
  if (typeof actual !== 'object' || actual instanceof Dynamic) return true;
  const length = Object.keys(actual).length;
  return length >= (of.lengthMin ?? 0) && length <= (of.lengthMax ?? Infinity);
}

function inconsistent(what: string, path: Path): Diagnostic {
  return error('Provider produced inconsistent result after apply', what, path);
}
