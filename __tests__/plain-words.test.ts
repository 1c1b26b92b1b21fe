/** Words that only this project understands stand nowhere where users read: in messages, help, descriptions, docs and examples. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(__dirname, '..');

/** Each with what to write instead. */
const PRIVATE: readonly (readonly [word: RegExp, instead: string])[] = [
  [/\bbites?\b|\bbiting\b/i, 'has an effect'],
  [/\bdeeds?\b/i, 'action'],
  [
    /\b(one|both|each|either|other) sides?( only)?\b(?! (by|of (the|a) (table|page|screen)))/i,
    'location: on-premises, off-premises',
  ],
  [/\bport rows?\b/i, 'port entry'],
  [/\b(another|which|what) fate\b/i, 'what becomes of the flow'],
  [/\bnot said\b|\bunsaid\b/i, 'not given'],
  [/\bsaid in two ways\b|[,;] said of\b/i, 'has two answers; about'],
  [/\bin clear\b(?! text)/i, 'in plain text'],
  [/\bNot written:|\bLeft out, /, 'If you leave it out,'],
  [/\bfinds or decides\b/i, 'the provider sets it'],
];

/** What is in backticks, or is one word in quotation marks, is the name of something. */
function complaintsAbout(text: string): string[] {
  const prose = text.replace(/`[^`\n]*`|"\w+"/g, '');
  return PRIVATE.flatMap(([word, instead]) => {
    const [found] = word.exec(prose) ?? [];
    return found === undefined ? [] : [`"${found}": write "${instead}"`];
  });
}

const filesBelow = (folder: string, extension: RegExp) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .filter((path) => extension.test(path) && !path.includes('/node_modules/'));

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Texts of several words among the literals of a source; where a value is put in stands `…`. */
function textsIn(path: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node))
      texts.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…'));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest));
  return texts.filter((text) => /\S\s+\S/.test(text));
}

const ROOMS = ['cli', 'constructs', 'live', 'providers', 'review', 'steering', 'tenant/emulator'];
const SOURCES = ROOMS.flatMap((room) => filesBelow(room, /\.ts$/)).filter((path) => !/\/(dist|gen)\//.test(path));
const COMMENTED = SOURCES.filter((path) => path.startsWith('constructs/'));
/** What only contributors read, and the changelog, tell of words as they were. */
const PAGES = ['README.md', ...filesBelow('docs', /\.md$/)].filter(
  (path) => !/^docs\/(decisions\/|architecture\.md$)/.test(path),
);
const EXAMPLES = filesBelow('examples', /\.(md|tf|hcl|ts|sh|mjs|ya?ml)$/);

it('in no text of a program', () => {
  const found = SOURCES.flatMap((path) =>
    textsIn(path).flatMap((text) => complaintsAbout(text).map((complaint) => `${path}: ${complaint}: ${text}`)),
  );
  expect(SOURCES.length).toBeGreaterThan(400);
  expect(found).toEqual([]);
});

it.each([...PAGES, ...EXAMPLES, 'main.ts'])('not in %s', (path) => {
  expect(complaintsAbout(read(path))).toEqual([]);
});

it('in no comment that an editor shows of constructs', () => {
  const found = COMMENTED.flatMap((path) => {
    const comments = [...read(path).matchAll(/\/\*\*[^]*?\*\//g)].map(([comment]) =>
      comment.replace(/\s+\*?\s*/g, ' '),
    );
    return comments.flatMap((comment) => complaintsAbout(comment).map((complaint) => `${path}: ${complaint}`));
  });
  expect(COMMENTED.length).toBeGreaterThan(50);
  expect(found).toEqual([]);
});

it('and each is found', () => {
  const planted = [
    'where it bites',
    'its deeds',
    'on one side',
    'a port row',
    'another fate',
    'not said',
    '[doc], said of it',
    'in clear.',
    'Not written: x',
    'finds or decides',
  ];
  expect(planted.filter((text) => complaintsAbout(text).length !== 1)).toEqual([]);
  expect(complaintsAbout('side by side, in clear text; a side effect')).toEqual([]);
});
