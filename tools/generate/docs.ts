/**
 * Generates the provider's reference pages in `docs/`. The folders of resources, data sources and functions belong to
 * this generator alone.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { netskope } from '../../providers/netskope/provider';
import { MARKS } from '../../steering/words/marks';
import { emitDocs, type Example, type Guide } from './docs/emit-docs';
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

/** The groups of pages on the first page, in their order; a guide names its own as `subcategory`. */
const GROUPS = ['Guides to begin with', 'Guides for every day', 'To look things up'] as const;

/** Who works on this project reads these; the README leads there. */
const FOR_CONTRIBUTORS = ['architecture.md'];

/** The guides, and the pages beside the first one, in groups. */
function readGuides(): Guide[] {
  const pages = [FOLDER, `${FOLDER}/${GUIDES}`].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.md') && name !== 'index.md' && !FOR_CONTRIBUTORS.includes(name))
      .sort()
      .map((name) => readGuide(`${folder}/${name}`)),
  );
  return GROUPS.flatMap((group) => pages.filter((page) => page.group === group));
}

function readGuide(path: string): Guide {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const title = /^# (.+)$/m.exec(text)?.[1];
  const group = dirname(path) === FOLDER ? GROUPS[2] : /^subcategory: '?"?(.+?)'?"?$/m.exec(text)?.[1];
  if (title === undefined) throw new Error(`${path} has no title, "# …"`);
  if (!GROUPS.some((one) => one === group))
    throw new Error(`${path}: its subcategory must be one of ${GROUPS.join(', ')}`);
  return { path: path.slice(FOLDER.length + 1), title, group: group ?? '' };
}
