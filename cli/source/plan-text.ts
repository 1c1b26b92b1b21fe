/** The text of a plan, from a file or from stdin, as far as this process can hold it. */
import { getHeapStatistics } from 'node:v8';
import type { Bound, Surroundings } from '../complaint';
import { readText } from './files';

export const PLAN = 'The plan';

/** The most that a text of Node can hold. */
const LONGEST_TEXT = 2 ** 29 - 24;
/** Bytes of memory for each byte of a plan, as benchmarks/review.ts measures it, with something to spare. */
const MEMORY_PER_BYTE = 8;

/** Before it is read: memory that runs out ends the process without a word. */
function planBound(): Bound {
  const fits = Math.floor(getHeapStatistics().heap_size_limit / MEMORY_PER_BYTE);
  return {
    bytes: Math.min(fits, LONGEST_TEXT),
    because: (bytes) =>
      bytes > LONGEST_TEXT
        ? 'Node can read as one text. Plan a part of it with -target'
        : `fits into the memory that Node may use. Run it with NODE_OPTIONS=--max-old-space-size=${Math.ceil((bytes * MEMORY_PER_BYTE) / 2 ** 20)}`,
  };
}

/** @throws Complaint */
export async function readPlanText(path: string, { stdin }: Pick<Surroundings, 'stdin'>): Promise<string> {
  const bound = planBound();
  if (path === '-') return stdin(PLAN, bound);
  return readText(path, PLAN, { bound, instead: 'Pipe the plan in, and write - instead of the file' });
}
