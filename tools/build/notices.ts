import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The licences of the packages whose code is inside our bundles, which is what most of them ask for in return.
 * `inputs`: the paths of the bundled files, relative to the root.
 */
export async function thirdPartyNotices(root: string, inputs: readonly string[]): Promise<string> {
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  const notices = await Promise.all([...new Set(folders)].map((folder) => readNotice(join(root, folder))));
  return `Code of these packages is inside the programs of this package.\n\n${notices.sort().join('\n')}`;
}

async function readNotice(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const texts = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice)/i.test(file)).sort();
  const text = await Promise.all(texts.map((file) => readFile(join(folder, file), 'utf8')));
  return `---- ${name} ${version} (${license ?? 'licence not declared'})\n\n${text.join('\n').trim()}\n`;
}
