/**
 * How is a whole collection read? Page by page. It fails where a part is missing: a part of a list is never taken for
 * the list.
 */
import type { ApiError } from './api-error';
import type { ErrorFacts } from './error-text';
import type { SuccessBody } from './read-answer';
import type { ListBounds } from './settings';
import { asArray, asCount } from './wire-values';

/** The most objects that the contract gives in one answer. */
export const PAGE_SIZE = 100;

/** One page of a list. */
export interface Page<T> {
  readonly objects: readonly T[];
  /** The number of all objects of the list; undefined where the tenant does not say. */
  readonly total: number | undefined;
  /** The size of the answer, in bytes. */
  readonly bytes: number;
}

/** Reads an answer as a page, and each object of it by `readObject`. */
export function takePage<T>(readObject: (value: unknown) => T): (reply: SuccessBody) => Page<T> {
  return ({ data, total, bytes }) => ({ objects: asArray(data).map(readObject), total: asCount(total), bytes });
}

/**
 * How often a list that is not whole is read before it is an error. Others may have changed the list in the meantime.
 */
const READINGS = 3;
const MEBIBYTE = 1024 * 1024;

/** The place that pages are read from, and the bounds of their list. */
export interface PageSource<T> {
  readonly readPage: (offset: number) => Promise<Page<T>>;
  readonly idOf: (object: T) => string;
  readonly bounds: ListBounds;
  /** Makes the error for a list that is too large, or not whole. */
  readonly fail: (facts: Pick<ErrorFacts, 'code' | 'reason' | 'setting'>) => ApiError;
}

/**
 * Reads all objects of a list.
 *
 * @throws ApiError `list_too_large` as soon as a bound is passed, `list_not_whole`, and what a page fails with
 */
export async function readPages<T>(source: PageSource<T>): Promise<readonly T[]> {
  for (let reading = 1; ; reading += 1) {
    const { objects, lack } = await readOnce(source);
    if (lack === undefined) return objects;
    if (reading === READINGS) throw source.fail({ code: 'list_not_whole', reason: lack });
  }
}

/**
 * Reads a list once, until `total` is reached. Without a total it reads until a page is empty, because a gateway may
 * make pages smaller. Where `total` becomes smaller from page to page, objects may have moved to places that were read
 * already. The places before are then read again, with a margin for objects that are deleted next. An object that comes
 * twice counts once, in its later state.
 */
async function readOnce<T>({ readPage, idOf, bounds, fail }: PageSource<T>) {
  const all = new Map<string, T>();
  const ended = (lack?: string) => ({ objects: [...all.values()], lack });
  // Pages of one object each are allowed, but not without end.
  const mostPages = PAGE_SIZE + bounds.objects / 10;
  let bytes = 0;
  /** The position before which no object was missed. */
  let covered = 0;
  let margin = 0;
  let lastTotal = 0;
  for (let pages = 1; ; pages += 1) {
    const offset = Math.max(0, covered - margin);
    const page = await readPage(offset);
    const end = offset + page.objects.length;
    // A total that is smaller than the end of its own page counts something else.
    const total = page.total !== undefined && (page.objects.length === 0 || end <= page.total) ? page.total : undefined;
    const known = all.size;
    for (const object of page.objects) all.set(idOf(object), object);
    bytes += page.bytes;
    if (bytes > bounds.mebibytes * MEBIBYTE) throw fail(tooLarge(`${bounds.mebibytes} MiB`, 'max_list_mebibytes'));
    if (Math.max(all.size, total ?? 0) > bounds.objects)
      throw fail(tooLarge(`${bounds.objects} objects`, 'max_list_objects'));

    const fallen = total === undefined ? 0 : Math.max(0, lastTotal - total);
    lastTotal = total ?? lastTotal;
    covered = Math.max(0, covered - fallen);
    const follows = offset <= covered;
    if (follows) covered = Math.max(covered, end);
    margin = 2 * fallen;
    if (total === undefined && page.objects.length === 0) return ended();
    if (total !== undefined && covered >= total) return ended(all.size < total ? lackOf(total, all.size) : undefined);
    // A tenant whose page has nothing new repeats itself, and would do so without end.
    if (follows && all.size === known) return ended(lackOf(page.total, all.size));
    if (pages >= mostPages) throw fail(tooLarge(`${pages} pages`, 'max_list_objects'));
  }
}

const tooLarge = (reason: string, setting: 'max_list_objects' | 'max_list_mebibytes') =>
  ({ code: 'list_too_large', reason, setting }) as const;

const lackOf = (total: number | undefined, came: number) =>
  total === undefined
    ? 'it gives no total, and its pages repeat'
    : `total says ${total}, and ${came} different objects came`;
