/** The folder that is to be a data folder: there, or made; of nothing else. */
import { lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isOfDatabase } from './data-files';
import { NOT_ALLOWED, UnusableData } from './unusable-data';

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
