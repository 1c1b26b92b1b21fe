/**
 * When Terraform takes two values for equal: sets without order, numbers by their value, any unknown like any other.
 */
import { numberText } from '../numbers';
import { partType, type Type } from '../types';
import { Decimal, Dynamic, isWhollyKnown, Unknown, type Value, type ValueRecord } from '../values';

export function equalValues(type: Type, a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  // Every object of a plan is compared, so texts, which are costly, are only made where order means nothing.
  if (isRecord(a) && isRecord(b)) return equalRecords(type, a, b);
  if (isList(a) && isList(b) && equalInOrder(type, a, b)) return true;
  return canonicalText(type, a) === canonicalText(type, b);
}

function equalRecords(type: Type, a: ValueRecord, b: ValueRecord): boolean {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && equalValues(partOf(type, key), a[key] ?? null, b[key] ?? null));
}

function equalInOrder(type: Type, a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((value, index) => equalValues(partOf(type, index), value, b[index] ?? null));
}

function isRecord(value: Value): value is ValueRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(value instanceof Unknown || value instanceof Dynamic || value instanceof Decimal);
}

/** Gives a text that two values share exactly when they are equal. Refinements of unknowns do not count. */
export function canonicalText(type: Type, value: Value): string {
  if (value === null) return 'null';
  if (value instanceof Unknown) return '?';
  if (value instanceof Dynamic) return `<${typeText(value.type)}>${canonicalText(value.type, value.value)}`;
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal) return numberText(value);
  if (typeof value !== 'object') return JSON.stringify(value);
  return isList(value) ? sequenceText(type, value) : recordText(type, value);
}

/**
 * Gives a text that two types share exactly when they are equal. The order of an object's attributes does not count.
 */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return `${type.kind}(${typeText(type.element)})`;
    case 'tuple':
      return `tuple(${type.elements.map(typeText).join()})`;
    case 'object': {
      const parts = Object.entries(type.attributes).map(([name, part]) => `${JSON.stringify(name)}:${typeText(part)}`);
      return `object(${parts.sort().join()})`;
    }
    default:
      return type.kind;
  }
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function sequenceText(type: Type, values: readonly Value[]): string {
  if (type.kind !== 'set') return `[${values.map((value, index) => canonicalText(partOf(type, index), value)).join()}]`;
  const texts = distinctWithTexts(type.element, values).map(([text]) => text);
  return `{${texts.sort().join()}}`;
}

/**
 * Gives the elements of a set, each once. Elements that are not wholly known may turn out to differ, so all of them
 * stay.
 */
export function distinct(element: Type, values: readonly Value[]): Value[] {
  return distinctWithTexts(element, values).map(([, value]) => value);
}

/**
 * Gives the elements with their texts. Made twice at each level, the texts would take twice as long for every set in a
 * set.
 */
function distinctWithTexts(element: Type, values: readonly Value[]): (readonly [text: string, value: Value])[] {
  const seen = new Set<string>();
  return values.flatMap((value) => {
    const text = canonicalText(element, value);
    const repeated = seen.has(text) && isWhollyKnown(value);
    seen.add(text);
    return repeated ? [] : [[text, value] as const];
  });
}

function recordText(type: Type, values: ValueRecord): string {
  const keys = Object.keys(values).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalText(partOf(type, key), values[key] ?? null)}`).join()}}`;
}

/** Gives the type of a part. Parts that the type does not have compare like dynamic ones, by their own form. */
function partOf(type: Type, key: string | number): Type {
  return partType(type, key) ?? { kind: 'dynamic' };
}
