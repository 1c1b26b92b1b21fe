/** How V8 is made to work less in a process that lives for seconds (docs/decisions/0012-optimize-later.md). */
import { setFlagsFromString } from 'node:v8';

/** Bytes of bytecode that a function runs before V8 optimizes it: V8's own number, and one that few plans reach. */
const BUDGET = { own: 66 * 1024, patient: 1_000_000 } as const;
/** A process that works for longer than this is about enough objects for optimized code to pay. */
const PATIENCE_MS = 2_000;

/** Nothing happens where V8 is not that of Node 20: later ones have a quicker compiler in between, and were not measured. */
export function optimizeLater(version = process.versions.v8): void {
  if (!version.startsWith('11.3.')) return;
  const setBudget = (bytes: number): void => setFlagsFromString(`--interrupt-budget=${bytes}`);
  setBudget(BUDGET.patient);
  setTimeout(setBudget, PATIENCE_MS, BUDGET.own).unref();
}
