/** Guides quote examples that are run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const DOCS = join(ROOT, 'docs');
const list = (folder: string, extension: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => extension.test(path))
    .map((path) => join(folder, path));

const GUIDES = list(join(DOCS, 'guides'), /\.md$/).map((path) => path.slice(DOCS.length + 1));
const EXAMPLES = list(join(ROOT, 'examples'), /\.(tf|ts|hcl)$/).map((path) => readFileSync(path, 'utf8').trim());

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
