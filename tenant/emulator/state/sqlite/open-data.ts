/**
 * How the folder in which a tenant keeps its state is opened. Only a tenant with a folder loads this file, and SQLite.
 */
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'libsql';
import { keepNothing, type Keeper, type Kept } from '../keeper';
import { addDatabase, checkEmpty, copyFiles, fingerprint, hasDatabase, makeFolder, makePrivate } from './data-folder';
import { applicationId, findDamageOfFile, layout, readKept, schema } from './read-kept';
import { createSqliteKeeper } from './sqlite-keeper';
import { damaged, DATABASE, NOT_ALLOWED, UnusableData } from './unusable-data';

/**
 * The folders that tenants of this process have open. Their files must not be read, because that would let go of their
 * locks.
 */
const open = new Set<string>();

/**
 * Opens a folder for this process alone, until the keeper is closed or the process ends. A folder that is not there is
 * made.
 *
 * The data is checked on a copy, because SQLite changes a file that it opens, and damaged data must stay as it is.
 *
 * @param findDamage describes the damage of a state; undefined where there is none.
 * @throws UnusableData when another tenant has the folder open, or when it cannot be read. No data that was there has
 *   changed then.
 */
export function openData(dataDir: string, findDamage: (kept: Kept) => string | undefined = () => undefined): Keeper {
  if (dataDir.trim() === '') throw new UnusableData('""', 'its name is empty. Name one, such as ./tenant');
  const folder = makeFolder(resolve(dataDir));
  const place = realpathSync(folder);
  if (open.has(place)) throw new UnusableData(folder, IN_USE);
  try {
    const isNew = !hasDatabase(folder);
    if (isNew) checkEmpty(folder);
    if (isNew) addDatabase(folder, emptyDatabase());
    const before = fingerprint(folder);
    const kept = isNew ? keepNothing.recall() : check(folder, before, findDamage);
    const database = lock(join(folder, DATABASE));
    // A tenant that had the folder open until now may have written since the check.
    const known = fingerprint(folder) === before ? kept : undefined;
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE; COMMIT');
    const keeper = createSqliteKeeper(database, known);
    makePrivate(folder);
    open.add(place);
    return {
      ...keeper,
      close() {
        open.delete(place);
        keeper.close();
      },
    };
  } catch (error) {
    throw error instanceof UnusableData ? error : new UnusableData(folder, reasonOf(error), error);
  }
}

/** The bytes of a database with no rows. */
function emptyDatabase(): Buffer {
  return inTemporaryFolder((path) => {
    const database = new Database(join(path, DATABASE));
    database.exec(`PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; ${schema}`);
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${layout}`);
    database.close();
    return readFileSync(join(path, DATABASE));
  });
}

/**
 * Reads what the folder keeps.
 *
 * @throws UnusableData when any of it is damaged.
 */
function check(folder: string, before: string, findDamage: (kept: Kept) => string | undefined): Kept {
  try {
    return inTemporaryFolder((path) => {
      copyFiles(folder, path);
      return readCopy(folder, join(path, DATABASE), findDamage);
    });
  } catch (error) {
    // A copy of what somebody is writing may be half of two states.
    if (fingerprint(folder) !== before) throw new UnusableData(folder, IN_USE, error);
    throw error;
  }
}

function readCopy(folder: string, path: string, findDamage: (kept: Kept) => string | undefined): Kept {
  let database: Database.Database | undefined;
  try {
    database = new Database(path);
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = OFF; PRAGMA trusted_schema = OFF');
    if (readNumber(database, 'application_id') !== applicationId) throw new UnusableData(folder, NOT_OURS);
    const version = readNumber(database, 'user_version');
    if (version > layout) throw new UnusableData(folder, NEWER);
    if (version < layout) throw damaged(folder, `its version is ${version}`);
    const wrong = findDamageOfFile(database);
    if (wrong !== undefined) throw damaged(folder, wrong);
    const kept = readKept(database);
    const untrue = findDamage(kept);
    if (untrue !== undefined) throw damaged(folder, untrue);
    return kept;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (error instanceof UnusableData || code === 'SQLITE_FULL') throw error;
    throw code === 'SQLITE_NOTADB' ? new UnusableData(folder, NOT_OURS, error) : damaged(folder, message, error);
  } finally {
    database?.close();
  }
}

/**
 * Opens the database and locks it exclusively, because the state in memory is the only other copy. `openData` then sets
 * WAL with synchronous FULL: a transaction is on the disk before it is answered, so it survives a killed process and a
 * power cut; NORMAL would survive the first only.
 */
function lock(path: string): Database.Database {
  const database = new Database(path);
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function inTemporaryFolder<T>(work: (path: string) => T): T {
  const path = mkdtempSync(join(tmpdir(), 'netskope-steering-tenant-'));
  try {
    return work(path);
  } finally {
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // Windows keeps a file that a statement has open until the statement is collected.
    }
  }
}

function readNumber(database: Database.Database, pragma: string): number {
  const [row] = database.pragma(pragma) as Record<string, number>[];
  return row?.[pragma] ?? 0;
}

const IN_USE = 'another tenant is using it. Stop that one, or choose another folder';
const NOT_OURS = `${DATABASE} in it is not the data of a local tenant. Choose another folder, or move ${DATABASE} away`;
const NEWER = 'a newer version of this program has written it. Use that version, or choose another folder';
const reasons: Record<string, string> = {
  SQLITE_BUSY: IN_USE,
  EEXIST: IN_USE,
  SQLITE_READONLY: NOT_ALLOWED,
  SQLITE_CANTOPEN: NOT_ALLOWED,
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EROFS: NOT_ALLOWED,
  SQLITE_FULL: 'the disk is full. Make room, or choose another folder',
  ENOSPC: 'the disk is full. Make room, or choose another folder',
};

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return (code !== undefined && reasons[code]) || (message ?? String(error));
}
