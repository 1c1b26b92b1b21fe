// Generators return files as values. Only this file compares them with the repository's tree and writes them.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A generated file. */
export interface GeneratedFile {
  /** The path relative to the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/**
 * A generated file in the format of the repository. Prettier is loaded only when a file is formatted, because some
 * tests that need only the text run where Prettier cannot be loaded.
 */
export async function formatted(path: string, text: string): Promise<GeneratedFile> {
  const { format, resolveConfig } = await import('prettier');
  const options = await resolveConfig(path, { editorconfig: true });
  return { path, text: await format(text, { ...options, filepath: path }) };
}

/** A generator, and the folders that belong to it alone: a file there that it does not write is stale. */
export interface Generator {
  readonly name: string;
  readonly owns?: string | readonly string[];
  readonly generate: () => Promise<readonly GeneratedFile[]>;
}

/** One difference between the tree and what the generator would write. */
export interface Drift {
  readonly kind: 'missing' | 'changed' | 'stale';
  readonly path: string;
  /** The text that belongs in the file; absent for a stale file. */
  readonly text?: string;
}

/** Compares the contents of files and does not ask git, so the result is the same in a tarball as in a checkout. */
export async function findDrift(root: string, generator: Generator): Promise<Drift[]> {
  const files = await generator.generate();
  if (files.length === 0)
    throw new Error(`generator "${generator.name}" returned no file: its source is gone or unread`);
  const written = await Promise.all(files.map((file) => compare(root, file)));
  const paths = new Set(files.map((file) => file.path));
  const folders = [generator.owns ?? []].flat();
  const owned = await Promise.all(folders.map((folder) => listFiles(root, folder)));
  const stale = owned
    .flat()
    .filter((path) => !paths.has(path))
    .map((path): Drift => ({ kind: 'stale', path }));
  return [...written.flat(), ...stale];
}

/** Writes and removes files until the tree is what the generator would write. */
export async function applyDrift(root: string, drifts: readonly Drift[]): Promise<void> {
  for (const { path, text } of drifts) {
    const target = join(root, path);
    if (text === undefined) {
      await rm(target);
    } else {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
    }
  }
}

async function compare(root: string, { path, text }: GeneratedFile): Promise<Drift[]> {
  const present = await readOrUndefined(join(root, path));
  if (present === text) return [];
  return [{ kind: present === undefined ? 'missing' : 'changed', path, text }];
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await unlessMissing(readdir(join(root, folder), { withFileTypes: true, recursive: true }));
  return (entries ?? [])
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

const readOrUndefined = (path: string): Promise<string | undefined> => unlessMissing(readFile(path, 'utf8'));

async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
