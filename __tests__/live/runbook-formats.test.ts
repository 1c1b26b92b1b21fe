/** A runbook as an issue, as a page and as JSON: whole, bounded, and inert whatever the names are. */
import * as fc from 'fast-check';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked, type Token } from 'marked';
import { RUNBOOK_FORMATS, writeRunbook } from '../../live/runbook/formats';
import type { ScreenField, Runbook, RunbookStep } from '../../live/runbook/runbook';
import { describeNumbers } from '../../live/runbook/words';
import { ARTICLE, CSV, EMPTY, HAZARDOUS, HOSTILE, LARGE, NASTY } from './support/runbooks';

const MOST_OF_ISSUE = 65_536;
const markdownOf = (runbook: Runbook) => writeRunbook(runbook, 'markdown');
const pageOf = (runbook: Runbook) => writeRunbook(runbook, 'html');

/** A runbook with one step, which has these fields. */
const withFields = (...fields: ScreenField[]): Runbook => ({ ...ARTICLE, steps: [{ ...ARTICLE.steps[0]!, fields }] });

function tokensOf(markdown: string): Token[] {
  const all: Token[] = [];
  void marked.walkTokens(marked.lexer(markdown, { gfm: true }), (token) => void all.push(token));
  return all;
}

describe('as an issue', () => {
  test.each(Object.entries({ article: ARTICLE, hazards: HAZARDOUS }))('%s is as it was looked at', (name, runbook) => {
    const path = join(__dirname, 'goldens', `runbook-${name}.markdown.txt`);
    if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(path, markdownOf(runbook));
    expect(markdownOf(runbook)).toBe(readFileSync(path, 'utf8'));
  });

  test('where there is nothing to do, it says so and has no box', () => {
    const markdown = markdownOf(EMPTY);
    expect(markdown).toContain('Nothing to do');
    expect(markdown).not.toContain('[ ]');
    expect(markdown).not.toContain('order is safe');
  });

  test('no name becomes markup: no HTML, link, picture, heading, mention or reference of its own', () => {
    const tokens = tokensOf(markdownOf(HOSTILE));
    const kinds = new Set(tokens.map(({ type }) => type));
    for (const kind of ['html', 'link', 'image', 'del', 'em', 'table', 'blockquote', 'hr'])
      expect(kinds).not.toContain(kind);
    expect(tokens.filter(({ type }) => type === 'heading')).toHaveLength(3);
    expect(tokens.filter((one) => one.type === 'list_item' && one['task'] === true)).toHaveLength(6);
    const plain = tokens.filter((one) => one.type === 'text' && !('tokens' in one)).map(({ raw }) => raw);
    expect(plain.join('\n')).not.toMatch(/[@#<`!~|]|www|https?:|GH-/);
    expect(markdownOf(HOSTILE)).not.toMatch(/[\u202e\0]/);
  });

  test('a value with fences stands in a longer fence, whole', () => {
    const blocks = tokensOf(markdownOf(HOSTILE)).filter(({ type }) => type === 'code');
    const shown = NASTY.replace('\u202e', '\\u202e').replace('\0', '\\u0000');
    expect(blocks).toHaveLength(11);
    for (const block of blocks) expect(block).toMatchObject({ text: shown });
  });

  test('a CSV file and a long list stand in blocks, and are what a person copies', () => {
    const list = LARGE.steps[1]!.fields[1]!.value;
    const blocks = tokensOf(markdownOf(LARGE)).filter(({ type }) => type === 'code');
    expect(blocks[0]).toMatchObject({ text: CSV.trimEnd() });
    expect(blocks[1]).toMatchObject({ text: list });
  });

  test('a long one says at its top and at its place which steps are left out, and cuts none', () => {
    const markdown = markdownOf(LARGE);
    expect(markdown.length).toBeLessThan(MOST_OF_ISSUE);
    const shown = [...markdown.matchAll(/^- \[ \] \*\*(\d+)\.\*\*/gm)].map(([, number]) => Number(number));
    expect(shown).toEqual(shown.map((_, index) => index + 1));
    expect(shown.length).toBeGreaterThan(20);
    expect(markdown.match(/^ {2}- Done when: /gm)).toHaveLength(shown.length);
    const said = `Steps ${shown.length + 1} to 200 are left out. The HTML page of this runbook has all.`;
    expect(markdown.split(said)).toHaveLength(3);
    expect(markdown.indexOf(said)).toBeLessThan(500);
    expect(markdown).toContain('### What to verify');
  });

  test('with no room for a value, the steps are there all the same, and it says where the value is', () => {
    const markdown = markdownOf(withFields({ label: 'Ports', value: '5222,a.example\n'.repeat(9_999), how: 'import' }));
    expect(markdown).toContain('  - Ports: import as a CSV file 9999 lines, too long for an issue. The HTML page');
    expect(markdown).not.toContain('Not all steps');
  });

  test('everything else is bounded, too', () => {
    const long = 'x'.repeat(99_999);
    const hazards = Array.from({ length: 5_000 }, (_, index) => ({ text: `Hazard ${index} is open.`, steps: [] }));
    const remarks = hazards.map(({ text }) => text);
    const verifications = remarks.map((text, index) => ({ id: `${index}`, where: 'console' as const, text }));
    for (const runbook of [
      { ...ARTICLE, name: long, tenant: long, observedAt: long },
      { ...LARGE, hazards, remarks, verifications },
      { ...ARTICLE, steps: [{ ...ARTICLE.steps[0]!, title: long }] },
    ]) {
      expect(markdownOf(runbook).length).toBeLessThan(MOST_OF_ISSUE);
    }
    expect(markdownOf({ ...ARTICLE, hazards })).toMatch(/- … and \d{4} more, left out here/);
  });

  test.each<[ScreenField, string]>([
    [{ label: 'A', value: '', how: 'paste', before: 'x' }, 'A: empty (was `x`)'],
    [{ label: 'A', value: 'y', how: 'paste', before: '' }, 'A: `y` (was empty)'],
    [{ label: 'A', value: '', how: 'tick' }, 'A: tick the check box'],
    [{ label: 'A', value: '', how: 'untick', before: 'on' }, 'A: clear the check box (was `on`)'],
    [{ label: 'A', value: 'Windows', how: 'tick' }, 'A: tick the check box `Windows`'],
    [{ label: 'A', value: ' a|`b` ', how: 'paste' }, 'A: ``  a|`b`  ``'],
    [
      { label: 'A', value: 'a\u202eb', how: 'paste' },
      'A: `a\\u202eb` (characters that cannot be seen are written as \\u with their code)',
    ],
  ])('%j is written as %s', (field, line) => {
    expect(markdownOf(withFields(field)).split('\n')).toContain(`  - ${line}`);
  });
});

describe('as a page', () => {
  test('its policy allows its own script and style and nothing else', () => {
    const page = pageOf(ARTICLE);
    const digest = (content = '') => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
    const [, style] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
    const [, script] = /<script>(.*?)<\/script>/s.exec(page) ?? [];
    expect(page).toContain(
      `default-src 'none'; script-src ${digest(script)}; style-src ${digest(style)}; base-uri 'none'; form-action 'none'`,
    );
    expect(script).not.toMatch(/innerHTML|outerHTML *=|insertAdjacent|document\.write|eval|https?:/);
  });

  test('no name becomes an element or an attribute', () => {
    const tags = (page: string) => new Set([...page.matchAll(/<(?!\/)[^\s>]*/g)].map(([tag]) => tag));
    const bare = (page: string) => page.replace(/<(style|script)>.*?<\/\1>/gs, '');
    const known = new Set([...tags(bare(pageOf(ARTICLE))), ...tags(bare(pageOf(LARGE)))]);
    const strange = [...tags(bare(pageOf(HOSTILE)))].filter((tag) => !known.has(tag));
    expect(strange).toEqual([]);
    const attributes = bare(pageOf(HOSTILE)).replace(/"[^"]*"/g, '""');
    expect(attributes).not.toMatch(/<[^>]*\s(on\w+|src|style)=/);
    expect(pageOf(HOSTILE).match(/<script/g)).toHaveLength(1);
    expect(pageOf(HOSTILE)).not.toMatch(/[\u202e\0]/);
  });

  test('where there is nothing to do, it says so and has neither a box nor a script', () => {
    expect(pageOf(EMPTY)).toContain('Nothing to do');
    expect(pageOf(EMPTY)).not.toMatch(/<input|<script/);
  });
});

describe('as JSON', () => {
  test.each(Object.entries({ ARTICLE, EMPTY, HOSTILE, LARGE }))('%s is the runbook itself', (_, runbook) => {
    const json = writeRunbook(runbook, 'json');
    expect(JSON.parse(json)).toEqual({ formatVersion: '1.0', ...runbook });
    expect(json).toMatch(/^\{\n {2}"formatVersion": "1\.0",\n/);
    expect(json).not.toMatch(/[^\P{C}\n]/u);
  });
});

/** Texts of which some have a meaning in some format, and some end what is around them. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '`',
        '```',
        '\n',
        '<b>',
        '-->',
        '@a',
        '#1',
        '**',
        '|',
        '](x)',
        '[',
        '\\',
        ' ',
        '- [ ] ',
        '"',
        "'",
        '&lt;',
        '> ',
        '1. ',
        'www.a.b',
        '\r\n',
        '\ud800',
      ),
    )
    .map((parts) => parts.join('')),
);

test('whatever the texts are: no markup of theirs, one box for each step, and the same bytes each time', () => {
  const anyField = fc.record({
    label: anyText,
    value: anyText,
    how: fc.constantFrom('paste', 'import', 'tick'),
    before: anyText,
  });
  const anyStep = fc.record(
    {
      title: anyText,
      path: anyText,
      result: anyText,
      unless: anyText,
      warnings: fc.array(anyText),
      fields: fc.array(anyField as fc.Arbitrary<ScreenField>),
    },
    { requiredKeys: ['title', 'path', 'result', 'warnings', 'fields'] },
  );
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 3 }), anyText, anyText, (parts, name, tenant) => {
      const steps = parts.map((part, index): RunbookStep => ({
        ...ARTICLE.steps[0]!,
        ...(part as Partial<RunbookStep>),
        id: `${index}`,
        number: index + 1,
      }));
      const runbook = { ...ARTICLE, name, tenant, steps, verifications: [] };
      const tokens = tokensOf(markdownOf(runbook));
      expect(tokens.filter((one) => one.type === 'list_item' && one['task'] === true)).toHaveLength(steps.length);
      expect(
        tokens.filter(({ type }) => ['html', 'link', 'image', 'del', 'em', 'table', 'blockquote'].includes(type)),
      ).toEqual([]);
      expect(pageOf(runbook).match(/<article/g) ?? []).toHaveLength(steps.length);
      for (const format of RUNBOOK_FORMATS) expect(writeRunbook(runbook, format)).toBe(writeRunbook(runbook, format));
    }),
    { numRuns: 100 },
  );
});

test.each<[number[], string]>([
  [[], ''],
  [[2], 'step 2'],
  [[3, 2], 'steps 2 and 3'],
  [[1, 2, 3], 'steps 1 to 3'],
  [[1, 2, 3, 4, 7, 9, 10], 'steps 1 to 4, 7, 9 and 10'],
])('the steps %j are called "%s"', (numbers, words) => {
  expect(describeNumbers(numbers)).toBe(words);
});
