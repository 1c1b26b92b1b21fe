/** What a change of a tenant does to every flow (types: `comparison.ts`). */
import type { Comparison, CompareOptions } from './comparison';
import type { Model } from './model';

/** Compares what becomes of all flows on two models of one tenant. */
export function compare(_before: Model, _after: Model, _options: CompareOptions = {}): Comparison {
  throw new Error('the comparison is not there yet');
}
