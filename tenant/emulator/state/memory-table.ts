/** A table in memory. Every key has its own ordered list, so that a page is one slice however many objects there are. */
import type { Change } from './keeper';
import type { Page, Table, Where } from './store';

interface Entry<T, Key extends string> {
  /** The order of creation. */
  place: number;
  object: T;
  keys: Record<Key, string | number>;
}

/**
 * @param keysOf the values that `where` compares. They must be computed from the object alone.
 * @param note is told of every change by `put` and `remove`.
 */
export class MemoryTable<T extends object, Key extends string> implements Table<T, Key> {
  readonly #entries = new Map<string, Entry<T, Key>>();
  readonly #all: Entry<T, Key>[] = [];
  readonly #lists = new Map<string, Map<string | number, Entry<T, Key>[]>>();
  #created = 0;

  constructor(
    private readonly keysOf: (object: T) => Record<Key, string | number>,
    private readonly note: (change: Omit<Change, 'table'>) => void = () => undefined,
  ) {}

  get(id: string | number): T | undefined {
    return this.#entries.get(String(id))?.object;
  }

  put(id: string | number, object: T): void {
    this.#change(String(id), object);
  }

  remove(id: string | number): void {
    if (this.#entries.has(String(id))) this.#change(String(id), undefined);
  }

  /** Puts an object at its place, or takes it away when there is none, and tells nobody. */
  set(id: string, place: number, object: T | undefined): void {
    const before = this.#entries.get(id);
    if (before) this.#unlist(before);
    if (object === undefined) {
      this.#entries.delete(id);
      return;
    }
    const entry = { place, object, keys: this.keysOf(object) };
    this.#created = Math.max(this.#created, place + 1);
    this.#entries.set(id, entry);
    insert(this.#all, entry);
    for (const key in entry.keys) insert(this.#list(key, entry.keys[key]), entry);
  }

  #change(id: string, after: T | undefined): void {
    const entry = this.#entries.get(id);
    const place = entry?.place ?? this.#created;
    this.set(id, place, after);
    this.note({ id, place, before: entry?.object, after });
  }

  page(where: Where<Key>, offset: number, limit: number): Page<T> {
    const wanted = Object.entries(where) as [Key, string | number][];
    const lists = wanted.map(([key, value]) => this.#lists.get(key)?.get(value) ?? []);
    const shortest = lists.reduce((short, list) => (list.length < short.length ? list : short), this.#all);
    const found = lists.length > 1 ? shortest.filter(matches(wanted)) : shortest;
    return { rows: found.slice(offset, offset + limit).map((entry) => entry.object), total: found.length };
  }

  last(): T | undefined {
    return this.#all.at(-1)?.object;
  }

  #list(key: Key, value: string | number): Entry<T, Key>[] {
    let lists = this.#lists.get(key);
    if (!lists) this.#lists.set(key, (lists = new Map<string | number, Entry<T, Key>[]>()));
    let list = lists.get(value);
    if (!list) lists.set(value, (list = []));
    return list;
  }

  #unlist(entry: Entry<T, Key>): void {
    remove(this.#all, entry);
    for (const key in entry.keys) {
      const list = this.#list(key, entry.keys[key]);
      remove(list, entry);
      if (list.length === 0) this.#lists.get(key)?.delete(entry.keys[key]);
    }
  }
}

interface Placed {
  place: number;
}

function insert<E extends Placed>(list: E[], entry: E): void {
  const last = list.at(-1);
  if (last === undefined || last.place < entry.place) list.push(entry);
  else list.splice(positionOf(list, entry.place), 0, entry);
}

function remove<E extends Placed>(list: E[], entry: E): void {
  list.splice(positionOf(list, entry.place), 1);
}

/** The first position whose entry is not before the place. */
function positionOf(list: readonly Placed[], place: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.place ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function matches<Key extends string>(
  wanted: readonly [Key, string | number][],
): (entry: { keys: Record<Key, string | number> }) => boolean {
  return ({ keys }) => wanted.every(([key, value]) => keys[key] === value);
}
