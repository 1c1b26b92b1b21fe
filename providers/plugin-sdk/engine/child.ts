import type { PathStep } from '../diagnostics';
import { Unknown, type Value, type ValueRecord } from '../values';

/** What stands below a step; below an unknown everything is unknown, below null nothing is. */
export function child(value: Value, by: Exclude<PathStep, { kind: 'element' }>): Value {
  if (value instanceof Unknown) return value;
  if (value === null) return null;
  if (by.kind === 'index') return (value as readonly Value[])[by.index] ?? null;
  return (value as ValueRecord)[by.kind === 'key' ? by.key : by.name] ?? null;
}
