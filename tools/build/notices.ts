import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { standardText } from './standard-licences';

/**
 * The licences of the packages whose code is inside our bundles, which is what most of them ask for in return.
 *
 * @param inputs the paths of the bundled files, relative to the root.
 * @throws when a package has no licence text, neither of its own nor that of the licence that it declares.
 */
export async function thirdPartyNotices(root: string, inputs: readonly string[]): Promise<string> {
  const packages = new Map<string, string[]>();
  for (const path of new Set(inputs)) {
    const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
    if (folder) packages.set(folder, [...(packages.get(folder) ?? []), join(root, path)]);
  }
  const notices = await Promise.all([...packages].map(([folder, files]) => readNotice(join(root, folder), files)));
  return `Code of these packages is inside the programs of this package.\n\n${notices.sort().join('\n')}`;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
}

async function readNotice(folder: string, files: readonly string[]): Promise<string> {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
  const { name, version, license = 'licence not declared' } = manifest;
  const text = (await licenceFiles(folder)) || (await licenceOf(manifest, folder, files));
  return `---- ${name} ${version} (${license})\n\n${text}\n`;
}

/** The files that say it, one after the other; an empty text where there are none. */
async function licenceFiles(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file)).sort();
  const texts = await Promise.all(names.map((file) => readFile(join(folder, file), 'utf8')));
  return texts.join('\n').trim();
}

/** What its readme and the heads of its files say, and the text of each licence that these name without giving it. */
async function licenceOf(
  { name, license, author }: Manifest,
  folder: string,
  files: readonly string[],
): Promise<string> {
  const said = new Set([await readmeSection(folder), ...(await Promise.all(files.map(copyrightAtHead)))]);
  const given = [...said].filter((text) => text !== '');
  const holder = (typeof author === 'string' ? author : author?.name) ?? `the authors of ${name}`;
  const identifiers = (license ?? '').match(/[\w.-]+/g)?.filter((word) => !/^(AND|OR|WITH)$/.test(word)) ?? [];
  for (const identifier of identifiers) given.push(standardText(identifier, holder, given.join('\n')));
  const text = given.join('\n\n').trim();
  if (text === '') throw new Error(`the bundled package ${name} has no licence text and declares no licence`);
  return text;
}

/** From the heading on; an empty text where a readme only names a licence. */
async function readmeSection(folder: string): Promise<string> {
  const [readme] = (await readdir(folder)).filter((file) => /^readme/i.test(file));
  const text = readme === undefined ? '' : await readFile(join(folder, readme), 'utf8');
  const [section = ''] = /^[# ]*licen[cs]e\n[^]*/im.exec(text) ?? [];
  return /copyright/i.test(section) ? section.trim() : '';
}

/** The comment that a file begins with, where it names a holder. */
async function copyrightAtHead(file: string): Promise<string> {
  if (!existsSync(file)) return '';
  const [comment = ''] = /^(?:\/\/.*\n)+|^\/\*[^]*?\*\//.exec(await readFile(file, 'utf8')) ?? [];
  return /copyright/i.test(comment) ? comment.replaceAll(/^(?:\/\/|\/\*+| \*\/?) ?/gm, '').trim() : '';
}
