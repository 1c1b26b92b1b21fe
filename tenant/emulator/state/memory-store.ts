/**
 * The tenant's state in memory. Every read is answered from here; what a transaction has changed is handed to a keeper,
 * so that a store on disk differs in its keeper only.
 */
import type { App, NonStandardPort } from '../../contract';
import { keepNothing, type Change, type Keeper, type TableName } from './keeper';
import { MemoryTable } from './memory-table';
import type { Store, StoredConfiguration, StoredException } from './store';
import { Transactions } from './transaction';

/** A store with what its keeper kept; empty by default, and gone when the process ends. */
export function createStore(keeper: Keeper = keepNothing): Store {
  const note =
    (table: TableName) =>
    (change: Omit<Change, 'table'>): void =>
      transactions.note({ table, ...change });
  const tables = {
    apps: new MemoryTable((app: App) => ({ app_name: app.app_name }), note('apps')),
    configurations: new MemoryTable(
      (configuration: StoredConfiguration) => ({ config_name: configuration.config_name }),
      note('configurations'),
    ),
    nonStandardPorts: new MemoryTable(
      (row: NonStandardPort & { config_id: number }) => ({ config_id: row.config_id }),
      note('nonStandardPorts'),
    ),
    exceptions: new MemoryTable(
      (exception: StoredException) => ({
        config_id: exception.config_id,
        type: exception.type,
        app_id: exception.certificate_pinned_app?.app_id ?? '',
      }),
      note('exceptions'),
    ),
  };
  // A keeper's objects are what the table gave it once.
  const set = (table: TableName, id: string, place: number, object: object | undefined): void =>
    tables[table].set(id, place, object as never);
  const transactions = new Transactions(keeper, ({ table, id, place, before }) => set(table, id, place, before));
  const { objects, sequences } = keeper.recall();
  for (const { table, id, place, object } of objects) set(table, id, place, object);
  for (const [name, number] of sequences) transactions.resume(name, number);
  return {
    ...tables,
    next: (sequence) => transactions.next(sequence),
    transaction: (work) => transactions.run(work),
    close: () => keeper.close(),
  };
}
