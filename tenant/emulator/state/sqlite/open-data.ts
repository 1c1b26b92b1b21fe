/** Opens the folder that a tenant keeps its state in. Only a tenant that is given one loads this file, and SQLite. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'libsql';
import type { Keeper } from '../keeper';
import { createSqliteKeeper, schema } from './sqlite-keeper';
import { UnusableData } from './unusable-data';

const fileName = 'tenant.db';

/** Marks the file as ours ("NSST"); `user_version` is the version of its layout. */
const applicationId = 0x4e535354;
const layout = 1;

/**
 * The keeper of a folder, which is made when it is not there, for this process alone until it is closed or dies.
 *
 * WAL with synchronous FULL: a transaction is on the disk before it is answered, so it survives a killed process and a
 * power cut; NORMAL would survive the first only. Locked exclusively: the state in memory is the only other copy.
 *
 * @throws UnusableData when another tenant has it open, or when it cannot be read.
 */
export function openData(dataDir: string): Keeper {
  const folder = resolve(dataDir);
  let database: Database.Database | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    database = new Database(join(folder, fileName));
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    // The first access takes the lock; with journal_mode first, a file of somebody else would be changed already.
    const id = readNumber(database, 'application_id');
    const version = readNumber(database, 'user_version');
    if (!isOurs(database, id)) throw new UnusableData(folder, `${fileName} in it is not the data of a local tenant`);
    if (version > layout) throw new UnusableData(folder, 'a newer version of this program has written it');
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE');
    if (version === 0) {
      database.exec(schema);
      database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${layout}`);
    }
    database.exec('COMMIT');
    return createSqliteKeeper(database);
  } catch (error) {
    database?.close();
    throw error instanceof UnusableData ? error : new UnusableData(folder, reasonOf(error), error);
  }
}

function isOurs(database: Database.Database, id: number): boolean {
  if (id === applicationId) return true;
  const { tables } = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() as { tables: number };
  return id === 0 && tables === 0;
}

function readNumber(database: Database.Database, pragma: string): number {
  const [row] = database.pragma(pragma) as Record<string, number>[];
  return row?.[pragma] ?? 0;
}

const reasons: Record<string, string> = {
  SQLITE_BUSY: 'another tenant is using it. Stop that one, or choose another folder',
  SQLITE_NOTADB: `${fileName} in it is not the data of a local tenant`,
  SQLITE_CORRUPT: `${fileName} in it is damaged`,
  SQLITE_READONLY: 'it cannot be written',
  SQLITE_CANTOPEN: 'it cannot be written',
  EACCES: 'it cannot be written',
  EEXIST: 'it is not a folder',
  ENOTDIR: 'it is not in a folder',
};

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return (code !== undefined && reasons[code]) || (message ?? String(error));
}
