/**
 * Reads what a database keeps, and trusts no byte of it. libsql ends the process at a text that is not UTF-8, so every
 * text leaves SQLite as bytes.
 */
import type Database from 'libsql';
import type { Kept, KeptObject } from '../keeper';

/** The layout of a tenant's database: how it is marked, and its tables. */

/** Marks the file as ours ("NSST"); `user_version` is the version of its layout. */
export const applicationId = 0x4e535354;
export const layout = 1;

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

/** @throws whatever SQLite, the decoder or the parser says of a database that is damaged. */
export function readKept(database: Database.Database): Kept {
  return {
    objects: readJson(database, OBJECT, 'object') as KeptObject[],
    sequences: readJson(database, 'json_array(name, number)', 'sequence') as Kept['sequences'],
  };
}

/** The body is JSON already; to have SQLite look at it would take as long as all the rest. */
const OBJECT = `'{"table":' || json_quote(collection) || ',"place":' || place
  || ',"id":' || json_quote(id) || ',"object":' || body || '}'`;

/** What is wrong with the database as such, whatever its rows say; undefined where nothing is. */
export function findDamageOfFile(database: Database.Database): string | undefined {
  const tables = readJson(database, `json_quote(coalesce(sql, ''))`, 'sqlite_schema') as string[];
  if (comparable(tables) !== comparable(schema.trim().split(/;\s*/))) return 'it has other tables';
  const [found] = readJson(database, 'json_quote(integrity_check)', 'pragma_integrity_check(1)') as string[];
  return found === 'ok' ? undefined : found;
}

/** A value of each row, as JSON; all of them in one answer, which is one text to decode. */
function readJson(database: Database.Database, value: string, table: string): unknown[] {
  const sql = `SELECT count(*) AS count, CAST(coalesce(group_concat(${value}), '') AS BLOB) AS list FROM ${table}`;
  const { count, list } = database.prepare(sql).get() as { count: number; list: ArrayBuffer };
  const values = JSON.parse(`[${new TextDecoder('utf-8', { fatal: true }).decode(list)}]`) as unknown[];
  if (values.length !== count) throw new Error(`${table} holds more than it shows`);
  return values;
}

function comparable(statements: readonly string[]): string {
  return statements
    .filter((sql) => sql !== '')
    .map((sql) => sql.replaceAll(/\s+/g, ' '))
    .sort()
    .join('\n');
}
