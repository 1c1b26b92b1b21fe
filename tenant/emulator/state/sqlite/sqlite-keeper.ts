/** Keeps a store in one SQLite file: each transaction of the store is one of the file. */
import type Database from 'libsql';
import { Problem } from '../../problem';
import type { Change, Keeper, KeptObject, SequenceName, TableName } from '../keeper';

/** @param database has the tables of `schema`, and nobody else writes it. */
export function createSqliteKeeper(database: Database.Database): Keeper {
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
    recall: () => ({ objects: recallObjects(database), sequences: recallSequences(database) }),
    close() {
      // Its statements keep a closed database open until they are collected, so the lock is let go of by hand; and an
      // exclusive lock goes with WAL only.
      database.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema');
      database.close();
    },
  };
}

function* recallObjects(database: Database.Database): Iterable<KeptObject> {
  const rows = database.prepare('SELECT collection, place, id, body FROM object ORDER BY collection, place').iterate();
  for (const { collection, place, id, body } of rows as Iterable<Row>) {
    yield { table: collection, place, id, object: JSON.parse(body) as object };
  }
}

function recallSequences(database: Database.Database): (readonly [SequenceName, number])[] {
  const rows = database.prepare('SELECT name, number FROM sequence').all() as { name: SequenceName; number: number }[];
  return rows.map(({ name, number }) => [name, number] as const);
}

interface Row {
  collection: TableName;
  place: number;
  id: string;
  body: string;
}

/** Of an empty file. Objects are JSON, as they are in memory, and lie in the order that they are read in. */
export const schema = `
  CREATE TABLE object (
    collection TEXT NOT NULL,
    place INTEGER NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (collection, place)
  ) WITHOUT ROWID;
  CREATE TABLE sequence (name TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
`;
