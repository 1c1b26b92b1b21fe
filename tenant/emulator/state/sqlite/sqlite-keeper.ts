/** Keeps a store in one SQLite file: each transaction of the store is one of the file. */
import type Database from 'libsql';
import { Problem } from '../../problem';
import type { Change, Keeper, KeptObject, SequenceName, TableName } from '../keeper';

/** @param database has the tables of `schema`, and nobody else writes it. */
export function createSqliteKeeper(database: Database.Database): Keeper {
  const put = database.prepare(
    'INSERT INTO object (collection, id, place, body) VALUES (?, ?, ?, ?) ' +
      'ON CONFLICT (collection, id) DO UPDATE SET place = excluded.place, body = excluded.body',
  );
  const remove = database.prepare('DELETE FROM object WHERE collection = ? AND id = ?');
  const number = database.prepare('INSERT OR REPLACE INTO sequence (name, number) VALUES (?, ?)');
  const write = ({ table, id, place, after }: Change): void => {
    if (after === undefined) remove.run(table, id);
    else put.run(table, id, place, JSON.stringify(after));
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
      const objects = database.prepare('SELECT collection, id, place, body FROM object ORDER BY place').all() as Row[];
      const sequences = database.prepare('SELECT name, number FROM sequence').all() as Sequence[];
      return {
        objects: objects.map(({ collection, id, place, body }): KeptObject => ({
          table: collection,
          id,
          place,
          object: JSON.parse(body) as object,
        })),
        sequences: sequences.map(({ name, number: value }) => [name, value] as const),
      };
    },
    close() {
      // Its statements keep a closed database open until they are collected, so the lock is let go of by hand; and an
      // exclusive lock goes with WAL only.
      database.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema');
      database.close();
    },
  };
}

/** Of an empty file. Objects are JSON, as they are in memory. */
export const schema = `
  CREATE TABLE object (
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    place INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (collection, id)
  ) WITHOUT ROWID;
  CREATE TABLE sequence (name TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
`;

interface Row {
  collection: TableName;
  id: string;
  place: number;
  body: string;
}

interface Sequence {
  name: SequenceName;
  number: number;
}
