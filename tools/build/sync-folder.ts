// A build is a function from sources to files. Only this file writes them to disk.
import { chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** A file of the build. */
export interface BuiltFile {
  /** The path relative to the output folder, with forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Whether the file is a program (mode 0755) or not (mode 0644). The default is false. */
  readonly executable?: boolean;
}

/**
 * Makes `folder` hold these files and no others. A file that is already right is not touched; a wrong one is replaced
 * as a whole.
 * @param spared the folder inside it that is left as it is
 */
export async function syncFolder(folder: string, files: readonly BuiltFile[], spared?: string): Promise<void> {
  const wanted = new Set(files.map((file) => file.path));
  await mkdir(folder, { recursive: true });
  for (const path of await listFiles(folder)) {
    if (!wanted.has(path) && path.split('/')[0] !== spared) await rm(join(folder, path));
  }
  await Promise.all(files.map((file) => writeIfDifferent(folder, file)));
  await removeEmptyFolders(folder);
}

async function writeIfDifferent(folder: string, { path, content, executable = false }: BuiltFile): Promise<void> {
  const target = join(folder, path);
  const mode = executable ? 0o755 : 0o644;
  const bytes = Buffer.from(content);
  if (await holds(target, bytes, mode)) return;
  // The new file is renamed into its place, so a process that runs the old file can read it to its end.
  const temporary = `${target}.${process.pid}.tmp`;
  await mkdir(dirname(target), { recursive: true });
  await writeFile(temporary, bytes);
  await chmod(temporary, mode);
  await rename(temporary, target);
}

async function holds(target: string, bytes: Buffer, mode: number): Promise<boolean> {
  try {
    return ((await stat(target)).mode & 0o777) === mode && bytes.equals(await readFile(target));
  } catch {
    return false;
  }
}

/** The paths of all files below `folder`, relative to it. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

async function removeEmptyFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(folder, entry.name);
    await removeEmptyFolders(path);
    if ((await readdir(path)).length === 0) await rm(path, { recursive: true });
  }
}
