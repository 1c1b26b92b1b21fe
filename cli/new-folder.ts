/** How does a command write a folder for a user? As a whole or not at all, and over nothing that is there. */
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EXIT, UserError } from './complaint';

/** What may be in a folder into which files are written: a repository that is still empty. */
const MAY_BE_THERE = '.git';

/** How many of the files in a folder a complaint names. */
const MOST_NAMED = 3;

/**
 * Refuses a folder that has files.
 * @param folder its absolute path
 * @param named the path as the user wrote it
 * @throws UserError
 */
export async function refuseFilled(folder: string, named: string): Promise<void> {
  const there = (await entriesOf(folder, named)).filter((name) => name !== MAY_BE_THERE);
  if (there.length === 0) return;
  const more = there.length > MOST_NAMED ? ` and ${there.length - MOST_NAMED} more` : '';
  throw new UserError(
    EXIT.usage,
    `The folder ${named} is not empty (it has ${there.slice(0, MOST_NAMED).join(', ')}${more}), and nothing is written over. Name a new folder, and move what you want of it to where your code is.`,
  );
}

async function entriesOf(folder: string, named: string): Promise<string[]> {
  return readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw unwritable(named, cause);
  });
}

/**
 * Fills a folder that has no files. All that is written appears at once, or nothing does.
 * @param fill writes to the folder that it is given, which takes the place of `folder`, or gives its files to it
 * @throws UserError
 */
export async function fillFolder(folder: string, named: string, fill: (into: string) => Promise<void>): Promise<void> {
  let into: string | undefined;
  try {
    const isThere = await readdir(folder).then(
      () => true,
      () => false,
    );
    await mkdir(dirname(folder), { recursive: true });
    into = await mkdtemp(isThere ? join(folder, '.new-') : join(dirname(folder), `.${basename(folder)}-`));
    await fill(into);
    if (isThere) await moveUp(into, folder);
    else await rename(into, folder);
  } catch (cause) {
    if (into !== undefined) await rm(into, { recursive: true, force: true });
    throw cause instanceof UserError ? cause : unwritable(named, cause as NodeJS.ErrnoException);
  }
}

async function moveUp(from: string, folder: string): Promise<void> {
  const others = (await readdir(folder)).filter((name) => name !== MAY_BE_THERE && name !== basename(from));
  if (others.length > 0) throw Object.assign(new Error(), { code: 'ENOTEMPTY' });
  for (const name of await readdir(from)) await rename(join(from, name), join(folder, name));
  await rm(from, { recursive: true });
}

function unwritable(folder: string, { code = '', message }: NodeJS.ErrnoException): UserError {
  const reason = REASONS[code] ?? message;
  return new UserError(EXIT.unreadable, `The folder ${folder} cannot be written: ${reason}. Name another one.`);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  ENOENT: 'nothing can be made there',
  EPERM: 'you may not write there',
  EROFS: 'its file system is read-only',
  ENOSPC: 'there is no space left',
  ENOTDIR: 'it is a file, or below one',
  ENOTEMPTY: 'somebody else wrote to it meanwhile',
  EEXIST: 'somebody else wrote to it meanwhile',
};
