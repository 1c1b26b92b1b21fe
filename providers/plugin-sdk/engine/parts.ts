/** How values are taken apart and put together, known or not. */
import type { PathStep } from '../diagnostics';
import { Unknown, type Value, type ValueRecord, record } from '../values';

/**
 * Gives the part of a value that one step leads to. Every part of an unknown is unknown, and every part of null is
 * null.
 */
export function child(value: Value, by: Exclude<PathStep, { kind: 'element' }>): Value {
  if (value instanceof Unknown) return value;
  if (value === null) return null;
  if (by.kind === 'index') return (value as readonly Value[])[by.index] ?? null;
  return (value as ValueRecord)[by.kind === 'key' ? by.key : by.name] ?? null;
}

/** Maps the elements of a sequence, or the parts of a record. Where none changes, the same object is returned. */
export function mapParts<T extends readonly Value[] | ValueRecord>(
  parts: T,
  map: (part: Value, key: string) => Value,
): readonly Value[] | ValueRecord {
  const entries: [string, Value][] = Object.entries(parts);
  const mapped = entries.map(([key, part]): [string, Value] => [key, map(part, key)]);
  if (mapped.every(([, part], index) => part === entries[index]?.[1])) return parts;
  return Array.isArray(parts) ? mapped.map(([, part]) => part) : record(mapped);
}
