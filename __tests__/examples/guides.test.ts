/** Guides quote examples that are run, and lead nowhere that is not there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const DOCS = join(ROOT, 'docs');
const list = (folder: string, extension: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => extension.test(path))
    .map((path) => join(folder, path));

const PAGES = list(DOCS, /\.md$/).map((path) => path.slice(DOCS.length + 1));
const GUIDES = PAGES.filter((path) => path.startsWith('guides/'));
const EXAMPLES = list(join(ROOT, 'examples'), /\.(tf|ts)$/).map((path) => readFileSync(path, 'utf8').trim());

it.each(GUIDES)('docs/%s quotes code from examples only, each whole', (guide) => {
  const text = readFileSync(join(DOCS, guide), 'utf8');
  const quoted = [...text.matchAll(/^```(?:terraform|hcl|ts|typescript)\n([^]*?)^```$/gm)].map(([, code = '']) =>
    code.trim(),
  );
  expect(quoted.filter((code) => !EXAMPLES.includes(code))).toEqual([]);
});

it('some guide quotes some example', () => {
  const text = GUIDES.map((guide) => readFileSync(join(DOCS, guide), 'utf8')).join('');
  expect(EXAMPLES.filter((example) => text.includes(example)).length).toBeGreaterThan(2);
});

it.each(PAGES)('docs/%s links to files that exist', (page) => {
  const text = readFileSync(join(DOCS, page), 'utf8');
  const targets = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
  const missing = targets
    .filter((target) => !target.includes('://'))
    .filter((target) => !existsSync(resolve(DOCS, dirname(page), target)));
  expect(missing).toEqual([]);
});
