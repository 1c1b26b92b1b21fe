/**
 * Which folder can be a data folder: one that is new, that is empty, or that is a tenant's already. Its files are read
 * and copied as plain files, without SQLite, because SQLite changes what it opens.
 */
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
import { damaged, DATABASE, NOT_ALLOWED, UnusableData } from './unusable-data';

/**
 * The database, and the files that SQLite keeps beside it until it is closed: after a kill, some changes are only
 * there.
 */
const names = [DATABASE, `${DATABASE}-wal`, `${DATABASE}-journal`, `${DATABASE}-shm`] as const;

/**
 * Whether a database is there.
 *
 * @throws UnusableData when a file is something else, or is left over from a database that is gone.
 */
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

/**
 * Gives a text that changes whenever somebody writes, adds or removes one of the files. No file is opened, because that
 * would let go of SQLite's locks.
 */
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

/** Lets only their owner read and write the files, because they hold the state of a tenant. */
export function makePrivate(folder: string): void {
  forEachFile(folder, (name) => chmodSync(join(folder, name), PRIVATE_FILE));
}

/**
 * Puts a new database into the folder. It is on the disk before this function returns. A kill before that leaves the
 * whole database or an empty file.
 */
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

/** The files that file systems and git leave in a folder that otherwise counts as empty. */
const NOTHING = ['lost+found', '.gitignore', '.gitkeep', '.DS_Store'];
/** How many names a message shows. */
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
 * Makes a folder, and those above it, where they are not there. They are made one by one, because Node's own way never
 * ends in file systems that make no folders, such as /proc.
 *
 * @throws UnusableData where the folder cannot be made, or the path is that of something else
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

/**
 * Checks a folder before the first database is put there.
 *
 * @throws UnusableData where the folder is used for something else
 */
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
    // Another tenant may make it at the same moment.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
