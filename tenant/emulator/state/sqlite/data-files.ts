/** A data folder as the system's files, which can be looked at and copied without SQLite: SQLite changes what it opens. */
import { chmodSync, closeSync, copyFileSync, fsyncSync, lstatSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { damaged, DATABASE, UnusableData } from './unusable-data';

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

export function isOfDatabase(name: string): boolean {
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
