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

/** A collection from which others keep deleting is taken as it is after so many readings. */
const READINGS = 3;

/**
 * Reads until `total` is reached; without it, until a page is not full. An object that comes twice, because others were
 * deleted meanwhile or the tenant ignores `offset`, counts once: its later state stays. Where `total` falls from page to page,
 * an object may have moved to a page that was read already, and everything is read again.
 */
export async function readPages<T>(
  readPage: (offset: number) => Promise<Page<T>>,
  idOf: (object: T) => string,
): Promise<readonly T[]> {
  for (let reading = 1; ; reading += 1) {
    const { objects, shrank } = await readOnce(readPage, idOf);
    if (!shrank || reading === READINGS) return objects;
  }
}

async function readOnce<T>(readPage: (offset: number) => Promise<Page<T>>, idOf: (object: T) => string) {
  const all = new Map<string, T>();
  let shrank = false;
  let before = 0;
  for (let offset = 0; ;) {
    const { rows, total } = await readPage(offset);
    const known = all.size;
    for (const row of rows) all.set(idOf(row), row);
    offset += rows.length;
    shrank ||= total !== undefined && total < before;
    before = total ?? before;
    // Nothing new: the tenant repeats itself, and would for ever.
    const complete = total === undefined ? rows.length < PAGE_SIZE : offset >= total;
    if (complete || all.size === known) return { objects: [...all.values()], shrank };
  }
}
