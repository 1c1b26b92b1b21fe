/** A value of a schema, such as a default, as JSON spells it; HCL reads the same. Numbers keep all their digits. */
import { Decimal, Dynamic, Unknown, type Value } from '../../providers/plugin-sdk';

export function spellValue(value: Value): string {
  if (value instanceof Unknown) throw new Error('an unknown value cannot be written down');
  if (value instanceof Dynamic) return spellValue(value.value);
  if (typeof value === 'bigint' || value instanceof Decimal) return value.toString();
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(spellValue).join(',')}]`;
  const entries = Object.entries(value).map(
    ([key, part]: [string, Value]) => `${JSON.stringify(key)}:${spellValue(part)}`,
  );
  return `{${entries.join(',')}}`;
}
