/** What a tenant's store holds, to be put back between cells: faster than a tenant for each of them. */
import { COLLECTION_NAMES, type CollectionName } from '../../tenant/contract/collections';
import type { Store } from '../../tenant/emulator';

interface Row {
  readonly id?: string;
  readonly config_id?: number;
}

const rowsOf = (store: Store, table: CollectionName): readonly Row[] =>
  (store[table] as Store['apps']).page({}, 0, Infinity).rows;

/** All rows of each table of a store. */
export const tablesOf = (store: Store): readonly (readonly Row[])[] =>
  COLLECTION_NAMES.map((table) => rowsOf(store, table));

const keyOf = ({ id, config_id }: Row) => id ?? config_id!;

/** Rows, each under its id in its table. */
const contentOf = (store: Store, table: CollectionName) =>
  new Map(rowsOf(store, table).map((row) => [keyOf(row), row]));

export class StoreSnapshot {
  private readonly kept;

  constructor(private readonly store: Store) {
    this.kept = COLLECTION_NAMES.map((table) => [table, contentOf(store, table)] as const);
  }

  /** What is put back after it was deleted is the last of its table. */
  restore(): void {
    for (const [table, kept] of this.kept) {
      const now = contentOf(this.store, table);
      for (const key of now.keys()) if (!kept.has(key)) this.store[table].remove(key);
      // An object in a store is replaced, never changed itself.
      for (const [key, row] of kept) if (now.get(key) !== row) this.store[table].put(key, row as never);
    }
  }

  /** The ids, as terraform has them, of what was not there. */
  added(): string[] {
    return this.kept.flatMap(([table, kept]) =>
      rowsOf(this.store, table)
        .filter((row) => !kept.has(keyOf(row)))
        .map(({ id, config_id }) => [config_id, id].filter((part) => part !== undefined).join('/')),
    );
  }
}
