/** Reads a whole collection, page by page. */
import { asCount, asRows } from './wire-values';
import type { Reply } from './read-answer';

/** The most that the contract gives in one answer. */
export const PAGE_SIZE = 100;

export interface Page<T> {
  readonly rows: readonly T[];
  /** How many objects there are in all; undefined where the tenant does not say. */
  readonly total: number | undefined;
}

export function takePage<T>(readRow: (row: unknown) => T): (reply: Reply) => Page<T> {
  return ({ data, total }) => ({ rows: asRows(data).map(readRow), total: asCount(total) });
}

/**
 * Reads until `total` is reached; without it, until a page is not full. An object that comes twice, because others were
 * deleted meanwhile or the tenant ignores `offset`, counts once: its later state stays.
 */
export async function readPages<T>(
  readPage: (offset: number) => Promise<Page<T>>,
  idOf: (object: T) => string,
): Promise<readonly T[]> {
  const all = new Map<string, T>();
  for (let offset = 0; ;) {
    const { rows, total } = await readPage(offset);
    const before = all.size;
    for (const row of rows) all.set(idOf(row), row);
    offset += rows.length;
    // Nothing new: the tenant repeats itself, and would for ever.
    const complete = total === undefined ? rows.length < PAGE_SIZE : offset >= total;
    if (complete || all.size === before) return [...all.values()];
  }
}
