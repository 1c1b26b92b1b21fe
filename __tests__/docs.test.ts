/** Whoever begins at the first page, or at the README, finds every page for users, and no link leads to nothing. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');
const below = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md'));

const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...below('docs'), ...below('examples')];
/** What only contributors need. */
const FOR_USERS = below('docs').filter((path) => !/^docs\/(decisions\/|architecture\.md$)/.test(path));

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const withoutCode = (text: string) => text.replace(/^```[^]*?^```$/gm, '').replace(/`[^`\n]*`/g, '`code`');

interface Link {
  /** The file, from the root of the repository. */
  readonly to: string;
  readonly anchor: string | undefined;
}

function linksOf(page: string): Link[] {
  return [...withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [path = '', anchor] = target.split('#');
    return [{ to: path === '' ? page : relative(ROOT, resolve(ROOT, dirname(page), path)), anchor }];
  });
}

/** The anchors of a page, as GitHub makes them of its headings, and those that it writes itself. */
function anchorsOf(page: string): Set<string> {
  const text = read(page).replace(/^```[^]*?^```$/gm, '');
  const anchors = new Set([...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id));
  for (const [, heading = ''] of text.matchAll(/^#+ (.+)$/gm)) {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const slug = plain.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
    let unique = slug;
    for (let count = 1; anchors.has(unique); count++) unique = `${slug}-${count}`;
    anchors.add(unique);
  }
  return anchors;
}

function reachedFrom(start: string): Set<string> {
  const seen = new Set([start]);
  for (const page of seen)
    for (const { to } of linksOf(page)) if (to.endsWith('.md') && existsSync(join(ROOT, to))) seen.add(to);
  return seen;
}

it.each(['docs/index.md', 'README.md'])('every page for users is reached from %s', (start) => {
  const reached = reachedFrom(start);
  expect(FOR_USERS.length).toBeGreaterThan(40);
  expect(FOR_USERS.filter((page) => !reached.has(page))).toEqual([]);
});

it('the first page itself names every guide, and every page that stands beside it', () => {
  const named = new Set(linksOf('docs/index.md').map(({ to }) => to));
  const expected = FOR_USERS.filter((page) => /^docs\/(guides\/)?[^/]+$/.test(page) && page !== 'docs/index.md');
  expect(expected.length).toBeGreaterThan(15);
  expect(expected.filter((page) => !named.has(page))).toEqual([]);
});

it.each(PAGES)('%s leads to files and headings that exist', (page) => {
  const dead = linksOf(page).filter(({ to, anchor }) => {
    if (!existsSync(join(ROOT, to))) return true;
    return anchor !== undefined && statSync(join(ROOT, to)).isFile() && !anchorsOf(to).has(anchor);
  });
  expect(dead).toEqual([]);
});

it.each(FOR_USERS)('%s explains every mark that it uses', (page) => {
  const text = withoutCode(read(page));
  const used = [...text.matchAll(/\[(seed|doc|vendor|community|assumed)\b[^\]]*\](?!\()/g)].map(
    ([, mark = '']) => mark,
  );
  const explained = [...text.matchAll(/^- \[(\w+)\] /gm)].map(([, mark]) => mark);
  expect([...new Set(used)].filter((mark) => !explained.includes(mark))).toEqual([]);
});
