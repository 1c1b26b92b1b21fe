import { record, type Value, type ValueRecord } from '../values';

/** Maps the elements of a sequence, or the parts of a record. Where none changes, it stays the same one. */
export function mapParts<T extends readonly Value[] | ValueRecord>(
  parts: T,
  map: (part: Value, key: string) => Value,
): readonly Value[] | ValueRecord {
  const entries: [string, Value][] = Object.entries(parts);
  const mapped = entries.map(([key, part]): [string, Value] => [key, map(part, key)]);
  if (mapped.every(([, part], index) => part === entries[index]?.[1])) return parts;
  return Array.isArray(parts) ? mapped.map(([, part]) => part) : record(mapped);
}
