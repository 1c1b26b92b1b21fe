import { readdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The top-level entries that hold TypeScript of ours; the same list as `include` in tsconfig.json. */
export const ROOMS = [
  'main.ts',
  'constructs',
  'steering',
  'providers',
  'tenant',
  'review',
  'cli',
  'tools',
  'benchmarks',
  'examples',
  '__tests__',
] as const;

const NOT_SOURCE = new Set(['node_modules', 'dist', 'cdktf.out', '.terraform', 'coverage']);

/** The rooms that exist below `root`. */
export function existingRooms(root: string): string[] {
  return ROOMS.filter((room) => existsSync(join(root, room)));
}

/** Every file of the existing rooms, relative to `root`, with forward slashes, sorted. */
export async function listSourceFiles(root: string): Promise<string[]> {
  const found = await Promise.all(
    existingRooms(root).map(async (room) => (room.endsWith('.ts') ? [room] : walk(root, room))),
  );
  return found.flat().sort();
}

/** The files at the root that configure tools with code of ours. */
export async function listConfigFiles(root: string): Promise<string[]> {
  return (await readdir(root)).filter((name) => /\.(js|mjs|cjs)$/.test(name)).sort();
}

async function walk(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return NOT_SOURCE.has(entry.name) ? [] : walk(root, path);
      return entry.isFile() ? [path] : [];
    }),
  );
  return found.flat();
}
