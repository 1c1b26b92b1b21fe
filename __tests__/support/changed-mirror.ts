/** The mirror of the build with another provider.cjs in it: the same version, other bytes, as a rebuild leaves it. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { terraformrc } from '../../cli/terraformrc';
import type { BuiltFile } from '../../tools/build/sync-folder';

const MIRROR = resolve(__dirname, '../../dist/mirror');
const BUNDLE = 'provider.cjs';

export interface ChangedMirror {
  readonly cliConfigFile: string;
  /** The files of the provider's package, for its checksum. */
  readonly files: readonly BuiltFile[];
  remove(): Promise<void>;
}

export async function changeMirror(change: (bundle: string) => string): Promise<ChangedMirror> {
  const folder = await mkdtemp(join(tmpdir(), 'steering-mirror-'));
  const mirror = join(folder, 'mirror');
  await cp(MIRROR, mirror, { recursive: true });
  const bundles = (await readdir(mirror, { recursive: true })).filter((path) => path.endsWith(`/${BUNDLE}`));
  for (const path of bundles) {
    await writeFile(join(mirror, path), change(await readFile(join(mirror, path), 'utf8')));
  }
  const cliConfigFile = join(folder, 'terraformrc');
  await writeFile(cliConfigFile, terraformrc(mirror));
  return {
    cliConfigFile,
    files: await readPackage(join(mirror, bundles[0] ?? '', '..')),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function readPackage(folder: string): Promise<BuiltFile[]> {
  const names = await readdir(folder);
  return Promise.all(names.map(async (path) => ({ path, content: await readFile(join(folder, path)) })));
}
