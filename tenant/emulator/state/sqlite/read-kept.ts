/**
 * How the content of a database is read, and how the database is laid out. No byte of it is trusted: libsql ends the
 * process at a text that is not UTF-8, so every text leaves SQLite as bytes.
 */
import type Database from 'libsql';
import type { Kept, KeptObject } from '../keeper';

/** The mark ("NSST") of a database as a local tenant's. */
export const applicationId = 0x4e535354;
/** The version of the layout, which `user_version` holds. */
export const layout = 1;

/** The tables of an empty database. Objects are JSON, as they are in memory, in the order in which they are read. */
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

/**
 * Reads the whole content.
 *
 * @throws what SQLite, the decoder or the parser says of a database that is damaged.
 */
export function readKept(database: Database.Database): Kept {
  return {
    objects: readJson(database, OBJECT, 'object') as KeptObject[],
    sequences: readJson(database, 'json_array(name, number)', 'sequence') as Kept['sequences'],
  };
}

/**
 * The expression for an object. Its body is JSON already; to have SQLite parse it would take as long as all the rest.
 */
const OBJECT = `'{"table":' || json_quote(collection) || ',"place":' || place
  || ',"id":' || json_quote(id) || ',"object":' || body || '}'`;

/** Describes the damage of the database as such, whatever its rows say; undefined where there is none. */
export function findDamageOfFile(database: Database.Database): string | undefined {
  const tables = readJson(database, `json_quote(coalesce(sql, ''))`, 'sqlite_schema') as string[];
  if (comparable(tables) !== comparable(schema.trim().split(/;\s*/))) return 'it has other tables';
  const [found] = readJson(database, 'json_quote(integrity_check)', 'pragma_integrity_check(1)') as string[];
  return found === 'ok' ? undefined : found;
}

/** Reads a value of each row, as JSON. All of them come in one answer, which is one text to decode. */
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
