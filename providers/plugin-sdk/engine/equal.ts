/** Equality of values as Terraform sees it: sets without order, numbers by value, one unknown like another. */
import { numberText } from '../numbers';
import type { Type } from '../types';
import { Decimal, Dynamic, Unknown, type Value, type ValueRecord } from '../values';

export function equalValues(type: Type, a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return canonicalText(type, a) === canonicalText(type, b);
}

/** A text that two values share exactly when they are equal. Refinements of unknowns do not count. */
export function canonicalText(type: Type, value: Value): string {
  if (value === null) return 'null';
  if (value instanceof Unknown) return '?';
  if (value instanceof Dynamic) return `<${JSON.stringify(value.type)}>${canonicalText(value.type, value.value)}`;
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal) return numberText(value);
  if (typeof value !== 'object') return JSON.stringify(value);
  return isList(value) ? sequenceText(type, value) : recordText(type, value);
}

function isList(value: readonly Value[] | ValueRecord): value is readonly Value[] {
  return Array.isArray(value);
}

function sequenceText(type: Type, values: readonly Value[]): string {
  if (type.kind === 'set') {
    return `{${[...new Set(values.map((value) => canonicalText(type.element, value)))].sort().join()}}`;
  }
  const elementType = (index: number): Type =>
    type.kind === 'tuple'
      ? (type.elements[index] ?? { kind: 'dynamic' })
      : 'element' in type
        ? type.element
        : { kind: 'dynamic' };
  return `[${values.map((value, index) => canonicalText(elementType(index), value)).join()}]`;
}

function recordText(type: Type, values: ValueRecord): string {
  const elementType = (key: string): Type =>
    type.kind === 'object'
      ? (type.attributes[key] ?? { kind: 'dynamic' })
      : 'element' in type
        ? type.element
        : { kind: 'dynamic' };
  const fields = Object.keys(values).sort();
  return `{${fields.map((key) => `${JSON.stringify(key)}:${canonicalText(elementType(key), values[key] ?? null)}`).join()}}`;
}
