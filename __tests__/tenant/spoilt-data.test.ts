import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import {
  expectRefused,
  filesOf,
  healthyData,
  textOf,
  usable,
  type HealthyData,
  type Outcome,
} from './support/healthy-data';
import { temporaryFolder } from './support/temporary-folder';

const DATABASE = 'tenant.db';

/** What was done to a folder, and what its refusal says of it. */
type Case = readonly [what: string, spoil: (path: string) => void, says: string];

const sql =
  (statements: string) =>
  (path: string): void => {
    const database = new Database(join(path, DATABASE));
    database.exec(statements);
    database.close();
  };
const setBody = (id: string, body: string) => sql(`UPDATE object SET body = ${body} WHERE id = '${id}'`);
const setField = (id: string, field: string, value: string) =>
  setBody(id, `json_set(body, '$.${field}', json('${value}'))`);
const noText = `CAST(x'41ff42' AS TEXT)`;
const isDamaged = 'tenant.db in it is damaged';
const isNotOurs = 'tenant.db in it is not the data of a local tenant';
const notFile = 'is not a file. Move it away';
const link = 'is a symbolic link. Put the file that it leads to in its place';

const cases: Case[] = [
  ['another program wrote it', sql('DROP TABLE object; DROP TABLE sequence; PRAGMA application_id = 7'), isNotOurs],
  ['a newer version wrote it', sql('PRAGMA user_version = 2'), 'a newer version of this program has written it'],
  ['an unknown version wrote it', sql('PRAGMA user_version = 0'), isDamaged],
  ['a version below all wrote it', sql('PRAGMA user_version = -1'), isDamaged],
  ['a table is missing', sql('DROP TABLE sequence'), 'other tables'],
  ['a table has another name', sql('ALTER TABLE object RENAME TO objects'), 'other tables'],
  ['there is a table more', sql('CREATE TABLE bookmarks (url TEXT)'), 'other tables'],
  ['there is a view', sql('CREATE VIEW objects AS SELECT * FROM object'), 'other tables'],
  ['there is a trigger', sql('CREATE TRIGGER t AFTER INSERT ON object BEGIN DELETE FROM object; END'), 'other tables'],
  ['a column is missing', sql('ALTER TABLE object DROP COLUMN body'), 'other tables'],
  ['there is a column more', sql('ALTER TABLE object ADD COLUMN more TEXT'), 'other tables'],
  ['a column has another name', sql('ALTER TABLE object RENAME COLUMN body TO content'), 'other tables'],
  ['a body is no text', setBody('app-9', noText), isDamaged],
  ['a body is bytes', setBody('app-9', `x'ff'`), isDamaged],
  ['a body is no JSON', setBody('app-9', `'{"id":'`), isDamaged],
  [
    'a body is two',
    setBody('app-9', `body || '},{"table":"apps","place":7,"id":"app-7","object":' || body`),
    isDamaged,
  ],
  ['a body is empty', setBody('app-9', `''`), isDamaged],
  ['a body is null', setBody('app-9', `'null'`), 'apps app-9 is not what the contract says'],
  ['a body is a list', setBody('app-9', `'[]'`), 'apps app-9 is not what the contract says'],
  ['a body lacks a field', setBody('app-9', `json_remove(body, '$.platforms')`), 'apps app-9 is not what'],
  ['a field has another type', setField('app-9', 'app_name', '5'), 'apps app-9 is not what'],
  ['a field inside is missing', setField('app-9', 'platforms', '{"mac":{"match":"exact"}}'), 'apps app-9 is not what'],
  ['a word is unknown', setField('0', 'traffic_type', '"webb"'), 'configurations 0 is not what'],
  ['a port is out of range', setField('row-1', 'port', '99999'), 'nonStandardPorts row-1 is not what'],
  ['an exception has data of another type', setField('exc-5', 'type', '"dns"'), 'exceptions exc-5 is not what'],
  ['an id is no text', sql(`UPDATE object SET id = ${noText} WHERE id = 'app-9'`), isDamaged],
  ['an id is another inside', sql(`UPDATE object SET id = 'app-999' WHERE id = 'app-9'`), 'has another id inside'],
  ['an id is there twice', sql(`UPDATE object SET id = 'app-8' WHERE id = 'app-9'`), 'app-8 is not in its place'],
  ['a collection is no text', sql(`UPDATE object SET collection = ${noText} WHERE id = 'app-9'`), isDamaged],
  [
    'a collection is unknown',
    sql(`UPDATE object SET collection = 'toString' WHERE id = 'app-9'`),
    'is not in its place',
  ],
  ['a place is a text', sql(`UPDATE object SET place = 'x' WHERE id = 'app-9'`), isDamaged],
  ['a place is below all', sql(`UPDATE object SET place = -5 WHERE id = 'app-9'`), 'app-9 is not in its place'],
  ['the default configuration is missing', sql(`DELETE FROM object WHERE id = '0'`), 'no configuration is the default'],
  ['a configuration of ports is missing', sql(`DELETE FROM object WHERE id = '1'`), 'row-1 is of a configuration that'],
  [
    'an exception is for an app that never was',
    setField(
      'exc-1',
      'certificate_pinned_app',
      '{"app_id":"app-999","custom_app_domains":[],"mac":{"action":"block"}}',
    ),
    'exc-1 is for an app that was never there',
  ],
  ['sequences are missing', sql('DELETE FROM sequence'), 'that was never given'],
  ['a sequence fell back', sql(`UPDATE sequence SET number = 7 WHERE name = 'app'`), 'an id that was never given'],
  ['the etags fell back', sql(`UPDATE sequence SET number = 7 WHERE name = 'etag'`), 'an etag that was never given'],
  ['a sequence has no number', sql(`UPDATE sequence SET number = 'x' WHERE name = 'app'`), isDamaged],
  [
    'a sequence has half a number',
    sql(`UPDATE sequence SET number = 200.5 WHERE name = 'app'`),
    'sequence app is none',
  ],
  ['a sequence has no name', sql(`UPDATE sequence SET name = ${noText} WHERE name = 'app'`), isDamaged],
  ['the file is empty', (path) => truncateSync(join(path, DATABASE)), 'damaged (it is empty)'],
  [
    'the file is a text',
    (path) => writeFileSync(join(path, DATABASE), 'a text of some length\n'.repeat(500)),
    isNotOurs,
  ],
  ['the log of another database lies beside it', addForeignLog, isNotOurs],
  [
    'the file is gone and its log is there',
    (path) => renameSync(join(path, DATABASE), join(path, `${DATABASE}-wal`)),
    'it has tenant.db-wal and no tenant.db. Put tenant.db back, or move tenant.db-wal away',
  ],
  [
    'a folder is in its place',
    (path) => replace(path, DATABASE, (file) => mkdirSync(file)),
    `${DATABASE} in it ${notFile}`,
  ],
  ['a folder is in place of its log', (path) => mkdirSync(join(path, `${DATABASE}-wal`)), `-wal in it ${notFile}`],
  [
    'a folder is in place of its journal',
    (path) => mkdirSync(join(path, `${DATABASE}-journal`)),
    `-journal in it ${notFile}`,
  ],
  [
    'a link is in its place',
    (path) => replace(path, DATABASE, (file) => symlinkSync('elsewhere.db', file)),
    `tenant.db in it ${link}`,
  ],
  [
    'it was moved and a link leads to it',
    (path) => {
      renameSync(join(path, DATABASE), join(path, 'elsewhere.db'));
      symlinkSync('elsewhere.db', join(path, DATABASE));
    },
    `tenant.db in it ${link}`,
  ],
  [
    'a link is in place of its log',
    (path) => symlinkSync('elsewhere.db', join(path, `${DATABASE}-wal`)),
    `-wal in it ${link}`,
  ],
];

/** The log of a database of another program, which has not been closed. */
function addForeignLog(path: string): void {
  const folder = temporaryFolder('bookmarks');
  const database = new Database(join(folder.path, 'b.db'));
  database.exec('PRAGMA journal_mode = WAL; CREATE TABLE bookmarks (url TEXT)');
  copyFileSync(join(folder.path, 'b.db-wal'), join(path, `${DATABASE}-wal`));
  database.close();
  folder.remove();
}

function replace(path: string, name: string, make: (file: string) => void): void {
  rmSync(join(path, name));
  make(join(path, name));
}

let healthy: HealthyData;
beforeAll(async () => {
  healthy = await healthyData();
});
afterAll(() => healthy.remove());

describe('a data folder is refused, and left as it is, where', () => {
  let outcomes: { outcome: Outcome; path: string; before: Record<string, string> }[];
  beforeAll(async () => {
    const folders = cases.map(([, spoil], index) => {
      const path = healthy.makeFolder(`case-${index}`, healthy.closed);
      spoil(path);
      return { path, before: textOf(filesOf(path)) };
    });
    const all = await healthy.startOn(folders.map(({ path }) => path));
    outcomes = folders.map((folder, index) => ({ ...folder, outcome: all[index]! }));
  });

  it.each(cases.map(([what, , says], index) => ({ what, says, index })))('$what', ({ says, index }) => {
    const { outcome, path, before } = outcomes[index]!;
    expectRefused(path, outcome);
    expect(outcome.message).toContain(says);
    expect(textOf(filesOf(path))).toEqual(before);
  });
});

describe('a data folder', () => {
  it('that has no right to be read is refused', async () => {
    const path = healthy.makeFolder('no-right', healthy.closed);
    chmodSync(join(path, DATABASE), 0);
    // Whoever is root has every right.
    const somebody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const [outcome] = await healthy.startOn([path], somebody);
    expectRefused(path, outcome!);
    expect(outcome!.message).toContain('cannot be read and written');
  });

  it('with the index of another log is served: SQLite makes it anew', async () => {
    const path = healthy.makeFolder('index', healthy.killed);
    writeFileSync(join(path, `${DATABASE}-shm`), Buffer.alloc(32_768, 7));
    expect(await healthy.startOn([path])).toEqual([usable]);
  });
});
