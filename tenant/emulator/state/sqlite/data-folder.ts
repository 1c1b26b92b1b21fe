/** The folder that is to be a data folder: there, or made; of nothing else. */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DATABASE, NOT_ALLOWED, UnusableData, damaged } from './unusable-data';

/** A data folder as the system's files, which can be looked at and copied without SQLite: SQLite changes what it opens. */

/** The database, and what SQLite keeps beside it until it is closed: after a kill, changes are there alone. */
const names = [DATABASE, `${DATABASE}-wal`, `${DATABASE}-journal`, `${DATABASE}-shm`] as const;

/** Whether a database is there. @throws UnusableData when a file is something else, or is left over from one that is gone. */
export function hasDatabase(folder: string): boolean {
  const found = names.filter((name) => {
    const stat = lstatSync(join(folder, name), { throwIfNoEntry: false });
    if (stat?.isSymbolicLink()) {
      throw new UnusableData(folder, `${name} in it is a symbolic link. Put the file that it leads to in its place`);
    }
    if (stat && !stat.isFile()) throw new UnusableData(folder, `${name} in it is not a file. Move it away`);
    if (name === DATABASE && stat?.size === 0) throw damaged(folder, 'it is empty');
    return stat !== undefined;
  });
  const [first] = found;
  if (first === undefined || first === DATABASE) return first === DATABASE;
  throw new UnusableData(folder, `it has ${first} and no ${DATABASE}. Put ${DATABASE} back, or move ${first} away`);
}

function isOfDatabase(name: string): boolean {
  return (names as readonly string[]).includes(name);
}

/** Changes whenever somebody writes, adds or removes one of the files. It opens none: that would let go of SQLite's locks. */
export function fingerprint(folder: string): string {
  return names
    .map((name) => {
      const stat = lstatSync(join(folder, name), { bigint: true, throwIfNoEntry: false });
      return stat ? [stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ') : '-';
    })
    .join('\n');
}

export function copyFiles(folder: string, to: string): void {
  forEachFile(folder, (name) => copyFileSync(join(folder, name), join(to, name)));
}

/** For its owner alone: it holds what a tenant holds. */
export function makePrivate(folder: string): void {
  forEachFile(folder, (name) => chmodSync(join(folder, name), PRIVATE_FILE));
}

/** Puts a new database there, on the disk before this returns; a kill leaves all of it or an empty file. */
export function addDatabase(folder: string, content: Buffer): void {
  const file = openSync(join(folder, DATABASE), 'wx', PRIVATE_FILE);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const PRIVATE_FILE = 0o600;

function forEachFile(folder: string, act: (name: string) => void): void {
  for (const name of names) if (lstatSync(join(folder, name), { throwIfNoEntry: false })) act(name);
}

const PRIVATE_FOLDER = 0o700;

/** What lies in folders that are empty for all that matters: of file systems, and of git. */
const NOTHING = ['lost+found', '.gitignore', '.gitkeep', '.DS_Store'];
/** Names that a message shows. */
const SHOWN = 3;

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'it is not a folder. Choose another name',
  ENOTDIR: 'it is not in a folder. Choose another name',
  ENOENT: 'the system makes no folder in that place. Choose another one, such as ./tenant',
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EROFS: NOT_ALLOWED,
  ENOSPC: 'the disk is full. Make room, or choose another folder',
};

/**
 * Makes it, and the folders above it, where they are not there. One by one: Node's own way never ends in file systems that
 * make no folders, such as /proc.
 * @throws UnusableData
 */
export function makeFolder(folder: string): string {
  try {
    const missing: string[] = [];
    for (let at = folder; lstatSync(at, { throwIfNoEntry: false }) === undefined; at = dirname(at)) missing.unshift(at);
    for (const one of missing) makeOne(one);
    if (!statSync(folder).isDirectory()) throw new UnusableData(folder, reasons['EEXIST'] ?? '');
    return folder;
  } catch (error) {
    if (error instanceof UnusableData) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new UnusableData(folder, reasons[code] ?? message, error);
  }
}

/** Before the first database is put there. @throws UnusableData where the folder is one for something else */
export function checkEmpty(folder: string): void {
  // A link holds nothing itself, and may be the way by which the folder is reached.
  const others = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isSymbolicLink() && !NOTHING.includes(entry.name) && !isOfDatabase(entry.name))
    .map(({ name }) => name);
  if (others.length === 0) return;
  const more = others.length > SHOWN ? ` and ${others.length - SHOWN} more` : '';
  throw new UnusableData(
    folder,
    `it is not the folder of a tenant, and holds other things (${others.sort().slice(0, SHOWN).join(', ')}${more}). ` +
      'Choose a new folder, such as ./tenant, or an empty one',
  );
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder, { mode: PRIVATE_FOLDER });
  } catch (error) {
    // Another tenant, at the same moment.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
