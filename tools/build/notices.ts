import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../cli/package-root';
import { readFile, readdir } from 'node:fs/promises';

/** A licence that packages declare without bringing its text. */
interface Licence {
  /** Words that stand in every copy of the licence's text. */
  readonly words: string;
  readonly text: (holder: string) => string;
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;

const LICENCES: Readonly<Record<string, Licence>> = {
  MIT: {
    words: 'Permission is hereby granted',
    text: (holder) => `MIT License\n\nCopyright (c) ${holder}\n\n${MIT}`,
  },
  'Apache-2.0': { words: 'TERMS AND CONDITIONS FOR USE', text: apache },
  // The text of this licence names the holder in three places, so it has to come from the package itself.
  'BSD-3-Clause': { words: 'Redistribution and use in source and binary forms', text: () => '' },
};

/**
 * The text of a licence by its SPDX identifier. The text is empty where `given` holds it already.
 *
 * @param holder the name of the holder of the copyright.
 * @throws when the text is not known.
 */
function standardText(identifier: string, holder: string, given: string): string {
  const licence = Object.hasOwn(LICENCES, identifier) ? LICENCES[identifier] : undefined;
  if (licence && given.includes(licence.words)) return '';
  const text = licence?.text(holder) ?? '';
  if (text !== '') return text;
  throw new Error(`no licence text of ${identifier} for ${holder}. Add it to tools/build/notices.ts`);
}

/** The Apache licence from this repository's own LICENSE, without the appendix at its end. */
function apache(): string {
  const [terms = ''] = readFileSync(join(PACKAGE_ROOT, 'LICENSE'), 'utf8').split(/^ *APPENDIX/m);
  return terms.trim();
}

/**
 * The licences of the packages whose code is inside our bundles. Most of these licences ask that their text goes along
 * with the code.
 *
 * @param inputs the paths of the bundled files, relative to the root.
 * @throws when a package has no licence text of its own and its declared licence gives none either.
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

/** The texts of a package's licence and notice files, one after the other; an empty text where there are none. */
async function licenceFiles(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file)).sort();
  const texts = await Promise.all(names.map((file) => readFile(join(folder, file), 'utf8')));
  return texts.join('\n').trim();
}

/**
 * What a package's readme and the heads of its files say of its licence, and the texts of declared licences that these
 * leave out.
 */
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

/** The readme's text from the heading "licence" on; an empty text where that part names no copyright. */
async function readmeSection(folder: string): Promise<string> {
  const [readme] = (await readdir(folder)).filter((file) => /^readme/i.test(file));
  const text = readme === undefined ? '' : await readFile(join(folder, readme), 'utf8');
  const [section = ''] = /^[# ]*licen[cs]e\n[^]*/im.exec(text) ?? [];
  return /copyright/i.test(section) ? section.trim() : '';
}

/** The comment at the beginning of a file, where that comment names a copyright; otherwise an empty text. */
async function copyrightAtHead(file: string): Promise<string> {
  if (!existsSync(file)) return '';
  const [comment = ''] = /^(?:\/\/.*\n)+|^\/\*[^]*?\*\//.exec(await readFile(file, 'utf8')) ?? [];
  return /copyright/i.test(comment) ? comment.replaceAll(/^(?:\/\/|\/\*+| \*\/?) ?/gm, '').trim() : '';
}
