/** How a store is kept in one SQLite file: each transaction of the store is one transaction of the file. */
import type Database from 'libsql';
import { Problem } from '../../problem';
import type { Change, Keeper, Kept } from '../keeper';
import { readKept } from './read-kept';

/**
 * Makes the keeper of a database.
 *
 * @param database a database with the tables of `schema`, which nobody else writes.
 * @param known the content of the database, where that has been read already.
 */
export function createSqliteKeeper(database: Database.Database, known?: Kept): Keeper {
  const put = database.prepare('INSERT OR REPLACE INTO object (collection, place, id, body) VALUES (?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM object WHERE collection = ? AND place = ?');
  const number = database.prepare('INSERT OR REPLACE INTO sequence (name, number) VALUES (?, ?)');
  const write = ({ table, id, place, after }: Change): void => {
    if (after === undefined) remove.run(table, place);
    else put.run(table, place, id, JSON.stringify(after));
  };
  return {
    keep(changes, sequences) {
      try {
        database.exec('BEGIN IMMEDIATE');
        changes.forEach(write);
        for (const [name, value] of sequences) number.run(name, value);
        database.exec('COMMIT');
      } catch (error) {
        if (database.inTransaction) database.exec('ROLLBACK');
        const { message } = error as Error;
        throw new Problem(500, `The change could not be kept on disk (${message}), so nothing of it was carried out.`);
      }
    },
    recall() {
      const kept = known ?? readKept(database);
      // The known content is true of one moment only, so it is handed out once.
      known = undefined;
      return kept;
    },
    close() {
      // The prepared statements keep a closed database open until they are collected, so the lock is released by hand.
      // An exclusive lock can only be released together with WAL.
      database.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema');
      database.close();
    },
  };
}
