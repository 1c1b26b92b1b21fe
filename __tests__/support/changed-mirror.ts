/**
 * A copy of the build's mirror in which the provider's bundle is another: the same version, other bytes. Its launchers name
 * the Node of this process, since tests of an executable have none on the PATH.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { terraformrc } from '../../cli/terraformrc';
import { PLATFORM } from '../../tools/build/install-plugin';
import { listFiles, type BuiltFile } from '../../tools/build/sync-folder';

const MIRROR = resolve(__dirname, '../../dist/mirror');

export interface ChangedMirror {
  readonly cliConfigFile: string;
  /** Changes the bundle again, in place, as a rebuild does; returns the files of the provider's package. */
  rebuild(change: (bundle: string) => string): Promise<BuiltFile[]>;
  remove(): Promise<void>;
}

export async function changeMirror(change: (bundle: string) => string): Promise<ChangedMirror> {
  const folder = await mkdtemp(join(tmpdir(), 'steering-mirror-'));
  const mirror = join(folder, 'mirror');
  await cp(MIRROR, mirror, { recursive: true });
  const cliConfigFile = join(folder, 'terraformrc');
  await writeFile(cliConfigFile, terraformrc(mirror));
  for (const path of (await listFiles(mirror)).filter(isLauncher).map((one) => join(mirror, one))) {
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replaceAll(/(?<=command -v |exec )node\b/g, process.execPath));
  }
  const rebuild = async (edit: (bundle: string) => string) => {
    const bundles = (await listFiles(mirror)).filter(isMain).map((path) => join(mirror, path));
    const own = bundles.find((path) => path.includes(`/${PLATFORM}/`));
    if (own === undefined) throw new Error('dist/mirror holds no provider: run npm run build first');
    for (const path of bundles) await writeFile(path, edit(await readFile(path, 'utf8')));
    return readPackage(dirname(own));
  };
  await rebuild(change);
  return { cliConfigFile, rebuild, remove: () => rm(folder, { recursive: true, force: true }) };
}

const isLauncher = (path: string) => path.includes('/terraform-provider-');
const isMain = (path: string) => path.endsWith('/provider.cjs');

async function readPackage(folder: string): Promise<BuiltFile[]> {
  const paths = await listFiles(folder);
  return Promise.all(paths.map(async (path) => ({ path, content: await readFile(join(folder, path)) })));
}
