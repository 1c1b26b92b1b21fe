/**
 * How the tenant's state is held in memory. Every read is answered from here. What a transaction has changed is handed
 * to a keeper, so that a store on disk differs in its keeper only.
 */
import { COLLECTION_NAMES, type CollectionName } from '../../contract/collections';
import { keepNothing, type Change, type Keeper } from './keeper';
import { TABLES, type ObjectPage, type SequenceName, type Store, type Table, type Where } from './store';

interface StoredEntry<T, Key extends string> {
  /** The place in the order of creation. */
  place: number;
  object: T;
  keys: Record<Key, string | number>;
}

/**
 * A table in memory. Every value of a key has its own ordered list, so that a page is one slice however many objects
 * there are.
 */
class MemoryTable<T extends object, Key extends string> implements Table<T, Key> {
  readonly #entries = new Map<string, StoredEntry<T, Key>>();
  readonly #all: StoredEntry<T, Key>[] = [];
  readonly #lists = new Map<string, Map<string | number, StoredEntry<T, Key>[]>>();
  #created = 0;

  /**
   * @param keysOf the values that `where` compares. They must be computed from the object alone.
   * @param note is told of every change by `put` and `remove`.
   */
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

  /** Puts an object at its place, or removes the one with that id where none is given. `note` is not told of it. */
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

  page(where: Where<Key>, offset: number, limit: number): ObjectPage<T> {
    const wanted = Object.entries(where) as [Key, string | number][];
    const lists = wanted.map(([key, value]) => this.#lists.get(key)?.get(value) ?? []);
    const shortest = lists.reduce((short, list) => (list.length < short.length ? list : short), this.#all);
    const found = lists.length > 1 ? shortest.filter(matches(wanted)) : shortest;
    return { rows: found.slice(offset, offset + limit).map((entry) => entry.object), total: found.length };
  }

  last(): T | undefined {
    return this.#all.at(-1)?.object;
  }

  #list(key: Key, value: string | number): StoredEntry<T, Key>[] {
    let lists = this.#lists.get(key);
    if (!lists) this.#lists.set(key, (lists = new Map<string | number, StoredEntry<T, Key>[]>()));
    let list = lists.get(value);
    if (!list) lists.set(value, (list = []));
    return list;
  }

  #unlist(entry: StoredEntry<T, Key>): void {
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

/** The first position in a list whose entry does not stand before the place. */
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

/** Takes a change back in its table. */
type Undo = (change: Change) => void;

/** Gathers what changes until it is committed, and takes it back when it is not. */
class Transactions {
  #changes: Change[] | undefined;
  #numbersBefore = new Map<SequenceName, number>();
  readonly #numbers = new Map<SequenceName, number>();

  constructor(
    private readonly keeper: Keeper,
    private readonly undo: Undo,
  ) {}

  /** Runs work as a whole: its changes are kept when it returns, and taken back when it or the keeper throws. */
  run<T>(work: () => T): T {
    if (this.#changes) return work();
    const changes: Change[] = (this.#changes = []);
    try {
      const result = work();
      if (changes.length > 0 || this.#numbersBefore.size > 0) this.keeper.keep(changes, this.#numbersSince());
      return result;
    } catch (error) {
      for (const change of changes.reverse()) this.undo(change);
      for (const [name, number] of this.#numbersBefore) this.#numbers.set(name, number);
      throw error;
    } finally {
      this.#changes = undefined;
      this.#numbersBefore.clear();
    }
  }

  /**
   * Notes a change that the tables have made already. A change outside of a transaction is a transaction of its own.
   */
  note(change: Change): void {
    if (this.#changes) this.#changes.push(change);
    else this.run(() => this.note(change));
  }

  next(name: SequenceName): number {
    if (!this.#changes) return this.run(() => this.next(name));
    const before = this.#numbers.get(name) ?? 0;
    if (!this.#numbersBefore.has(name)) this.#numbersBefore.set(name, before);
    this.#numbers.set(name, before + 1);
    return before + 1;
  }

  /** Continues a sequence after a number that was kept. */
  resume(name: SequenceName, number: number): void {
    this.#numbers.set(name, number);
  }

  #numbersSince(): Map<SequenceName, number> {
    return new Map([...this.#numbersBefore.keys()].map((name) => [name, this.#numbers.get(name) ?? 0]));
  }
}

/**
 * Makes a store with what its keeper has kept. Without a keeper the store is empty, and is gone when the process ends.
 */
export function createStore(keeper: Keeper = keepNothing): Store {
  const tableOf = (table: CollectionName): MemoryTable<object, string> =>
    new MemoryTable<object, string>(
      TABLES[table].keysOf as (object: object) => Record<string, string | number>,
      (change) => transactions.note({ table, ...change }),
    );
  const tables = Object.fromEntries(COLLECTION_NAMES.map((name) => [name, tableOf(name)])) as Record<
    CollectionName,
    MemoryTable<object, string>
  >;
  const set = (table: CollectionName, id: string, place: number, object: object | undefined): void =>
    tables[table].set(id, place, object);
  const transactions = new Transactions(keeper, ({ table, id, place, before }) => set(table, id, place, before));
  const { objects, sequences } = keeper.recall();
  for (const { table, id, place, object } of objects) set(table, id, place, object);
  for (const [name, number] of sequences) transactions.resume(name, number);
  return {
    // Each table takes what its own keys are computed from.
    ...(tables as unknown as Pick<Store, CollectionName>),
    next: (sequence) => transactions.next(sequence),
    transaction: (work) => transactions.run(work),
    close: () => keeper.close(),
  };
}
