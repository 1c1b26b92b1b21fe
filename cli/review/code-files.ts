/** The files of a configuration that lie beside a plan: those of its folder, and those of the modules that terraform knows there. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, LOCK_FILE, type Code } from '../../review';
import { readText, readTextIfThere } from '../source/files';

const MODULES = join('.terraform', 'modules', 'modules.json');
const WHAT = 'The configuration';

/** Undefined where the folder has none. @throws Complaint */
export async function readCode(folder: string): Promise<Code | undefined> {
  const own = await configurationFiles(folder);
  if (own.length === 0) return undefined;
  const texts: Record<string, string> = {};
  for (const name of own) texts[name] = await readText(join(folder, name), WHAT);
  const lock = await readTextIfThere(join(folder, LOCK_FILE), WHAT);
  if (lock !== undefined) texts[LOCK_FILE] = lock;
  const modules = await installedModules(folder);
  for (const { dir } of modules) {
    for (const name of await configurationFiles(join(folder, dir)))
      texts[`${dir}/${name}`] = await readText(join(folder, dir, name), WHAT);
  }
  return codeOf(texts, ['', ...modules.map(({ key }) => key)]);
}

/** Names of the files in a folder that terraform takes for configuration. */
export async function configurationFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /\.tf(\.json)?$/.test(name) && !name.startsWith('.')).sort();
}

/** What `terraform init` wrote down; none where it did not run here. */
async function installedModules(folder: string): Promise<{ key: string; dir: string }[]> {
  const text = await readTextIfThere(join(folder, MODULES), WHAT);
  if (text === undefined) return [];
  try {
    const { Modules: modules } = JSON.parse(text) as { Modules: readonly { Key: string; Dir: string }[] };
    return modules.filter(({ Key }) => Key !== '').map(({ Key: key, Dir: dir }) => ({ key, dir }));
  } catch {
    return [];
  }
}
