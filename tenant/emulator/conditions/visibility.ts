/**
 * How objects show late: a new one is missing from lists and by id for a while [vendor]. Writes know it at once, so its
 * name is taken and it can be referred to [assumed]. This file also has the collisions of creates that are under way at
 * the same time.
 */
import { COLLECTION_NAMES } from '../../contract/collections';
import type { Clock } from '../clock';
import { conflict } from '../problem';
import type { ObjectPage, Store, Table, Where } from '../state/store';

/** The creates that are under way. A second one in the same collection collides. [vendor; the status 409 is assumed] */
export class Collisions {
  readonly #underWay = new Set<string>();

  constructor(private readonly clock: Clock) {}

  /**
   * Runs a create, which then takes `ms` milliseconds.
   *
   * @throws a Problem (409) while another create of the collection is under way.
   */
  async create<T>(collection: string, ms: number, run: () => T, gone: AbortSignal): Promise<T> {
    if (this.#underWay.has(collection)) {
      throw conflict('Another create in this collection is under way. Nothing was created; try again.');
    }
    this.#underWay.add(collection);
    try {
      const result = run();
      await this.clock.sleep(ms, gone);
      return result;
    } finally {
      this.#underWay.delete(collection);
    }
  }
}

/** The time at which each young object was made, by table and id. */
type Births = Map<string, number>;

/** Tells which objects are visible to reads. */
export class Visibility {
  readonly #births: Births = new Map();

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly lagMs: () => number,
  ) {}

  /** The store for writes. Objects that are made through it show late. */
  forWrites(): Store {
    return this.lagMs() === 0
      ? this.store
      : this.#wrap((table, name) => new RecordingTable(table, (id) => this.#record(name, id)));
  }

  /** The store as reads see it now. */
  forReads(): Store {
    const since = this.clock.now() - this.lagMs();
    for (const [key, born] of this.#births) if (born <= since) this.#births.delete(key);
    if (this.#births.size === 0) return this.store;
    return this.#wrap((table, name) => new LateTable(table, (id) => !this.#births.has(`${name}/${id}`)));
  }

  #record(name: string, id: string | number): void {
    this.#births.set(`${name}/${id}`, this.clock.now());
  }

  #wrap(wrap: (table: Table<object, string>, name: string) => Table<object, string>): Store {
    const { store } = this;
    const wrapped = COLLECTION_NAMES.map((name) => [name, wrap(store[name] as Table<object, string>, name)]);
    return { ...store, ...(Object.fromEntries(wrapped) as Partial<Store>) };
  }
}

/** A table that reports each new object. */
class RecordingTable<T extends object, Key extends string> implements Table<T, Key> {
  constructor(
    private readonly table: Table<T, Key>,
    private readonly onNew: (id: string | number) => void,
  ) {}

  get(id: string | number): T | undefined {
    return this.table.get(id);
  }
  put(id: string | number, object: T): void {
    if (!this.table.get(id)) this.onNew(id);
    this.table.put(id, object);
  }
  remove(id: string | number): void {
    this.table.remove(id);
  }
  page(where: Where<Key>, offset: number, limit: number): ObjectPage<T> {
    return this.table.page(where, offset, limit);
  }
  last(): T | undefined {
    return this.table.last();
  }
}

/** A table that shows only visible objects; nothing is written through it. */
class LateTable<T extends object, Key extends string> implements Table<T, Key> {
  constructor(
    private readonly table: Table<T, Key>,
    private readonly isVisible: (id: string | number) => boolean,
  ) {}

  get(id: string | number): T | undefined {
    return this.isVisible(id) ? this.table.get(id) : undefined;
  }
  put(): never {
    throw new Error('a read wrote');
  }
  remove(): never {
    throw new Error('a read wrote');
  }
  page(where: Where<Key>, offset: number, limit: number): ObjectPage<T> {
    const rows = this.table.page(where, 0, Infinity).rows.filter((object) => this.isVisible(idOf(object)));
    return { rows: rows.slice(offset, offset + limit), total: rows.length };
  }
  last(): T | undefined {
    return this.page({}, 0, Infinity).rows.at(-1);
  }
}

/** The id of a stored object. That of a configuration is its config_id, which the objects in it have too. */
function idOf(object: object): string | number {
  const { id, config_id } = object as { id?: string; config_id: number };
  return id ?? config_id;
}
