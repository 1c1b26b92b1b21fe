/**
 * Generates the provider's reference pages in `docs/`. The folders of resources, data sources and functions belong to
 * this generator alone.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { netskope } from '../../providers/netskope/provider';
import { MARKS } from '../../steering/words/marks';
import { emitDocs, type Example } from './docs/emit-docs';
import { EXAMPLES } from './docs/page';
import { formatted, type GeneratedFile } from './drift';

const ROOT = resolve(__dirname, '../..');
const FOLDER = 'docs';
const GUIDES = 'guides';

export async function generateDocs(): Promise<GeneratedFile[]> {
  const pages = emitDocs(netskope, { example: readExample, further: readFurther, guides: readGuides(), marks: MARKS });
  return Promise.all(pages.map(({ path, text }) => formatted(`${FOLDER}/${path}`, text)));
}

function readExample(path: string): string | undefined {
  const file = join(ROOT, 'examples', path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/**
 * A resource's examples besides the first one. Their titles come from their file names, such as
 * `on-and-off-premises.tf`.
 */
function readFurther(name: string): Example[] {
  const [first, imported] = [EXAMPLES.resource(name), EXAMPLES.import(name)];
  const folder = dirname(first);
  return readdirSync(join(ROOT, 'examples', folder))
    .sort()
    .map((file) => `${folder}/${file}`)
    .filter((path) => path !== first && path !== imported)
    .map((path) => {
      const words = basename(path, '.tf').replaceAll('-', ' ');
      return { title: words.charAt(0).toUpperCase() + words.slice(1), hcl: readExample(path) ?? '' };
    });
}

/** The guides, with the titles from their front matter. */
function readGuides(): { path: string; title: string }[] {
  const folder = join(ROOT, FOLDER, GUIDES);
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const title = /^page_title: '?"?(.+?)'?"?$/m.exec(readFileSync(join(folder, name), 'utf8'))?.[1];
      if (title === undefined) throw new Error(`${FOLDER}/${GUIDES}/${name} has no page_title in its front matter`);
      return { path: `${GUIDES}/${name}`, title };
    });
}
