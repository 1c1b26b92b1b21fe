/** Which line terraform marks for a diagnostic, and what the text says of the place. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attribute, block, eachElement, eachSetElement, oneOf, path, t } from 'terraform-plugin-sdk-ts';
import type { Attributes } from 'terraform-plugin-sdk-ts';
import { ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { TerraformWorkspace } from 'terraform-plugin-sdk-ts/testing/terraform';
import { memoryProvider, THING } from '../support/memory-provider';

const optional = { description: 'd', optional: true } as const;
const good = attribute.string({ ...optional, validators: [oneOf('good')] });
const inner = { good, deep: attribute.single({ good }, optional) };
const attributes = {
  plain: good,
  texts: attribute.list(t.string, { ...optional, validators: [eachElement(oneOf('good'))] }),
  tags: attribute.set(t.string, { ...optional, validators: [eachSetElement(oneOf('good'))] }),
  one: attribute.single(inner, optional),
  many: attribute.listOf(inner, optional),
  some: attribute.setOf(inner, optional),
  named: attribute.mapOf(inner, optional),
  block: block.single({ ...inner, rows: block.list(inner, { description: 'd' }) }, { description: 'd' }),
  rows: block.list({ ...inner, tags: block.set(inner, { description: 'd' }) }, { description: 'd' }),
  labels: block.map(inner, { description: 'd' }),
} satisfies Attributes;

/** Each line in HCL, the one that terraform must mark with an arrow before it. */
const CASES: readonly [what: string, hcl: string, place: string | undefined][] = [
  ['an attribute', '> plain = "bad"', undefined],
  ['an element of a list', 'texts = [\n"good",\n> "bad",\n]', 'texts[1]'],
  ['an element of a set of texts', '> tags = ["bad"]', 'tags'],
  ['a nested attribute', '> one = {\ngood = "bad"\n}', 'one.good'],
  ['a nested attribute, deeper', '> one = {\ndeep = {\ngood = "bad"\n}\n}', 'one.deep.good'],
  ['an attribute in a list of objects', 'many = [\n{ good = "good" },\n> {\ngood = "bad"\n},\n]', 'many[1].good'],
  [
    'an attribute in a map of objects',
    'named = {\na = { good = "good" }\n> "b c" = { good = "bad" }\n}',
    'named["b c"].good',
  ],
  ['an attribute in a set of objects', '> some = [\n{ good = "bad" }]', 'some.good'],
  ['an attribute in a block', 'block {\n> good = "bad"\n}', 'block.good'],
  ['a nested attribute in a block', 'block {\n> deep = {\ngood = "bad"\n}\n}', 'block.deep.good'],
  ['an attribute in blocks in a block', 'block {\nrows {}\nrows {\n> good = "bad"\n}\n}', 'block.rows[1].good'],
  ['an attribute in a list of blocks', 'rows {}\nrows {\n> good = "bad"\n}', 'rows[1].good'],
  ['a nested attribute in a list of blocks', 'rows {\n> deep = {\ngood = "bad"\n}\n}', 'rows[0].deep.good'],
  ['an attribute in a labelled block', 'labels "a" {}\nlabels "b" {\n> good = "bad"\n}', 'labels["b"].good'],
];

let workspace: TerraformWorkspace;
beforeAll(async () => {
  workspace = await TerraformWorkspace.create(memoryProvider(attributes).provider);
});
afterAll(() => workspace?.remove());

it.each(CASES)('%s: its line is marked, and the text names the whole place', async (_, hcl, place) => {
  const lines = [`resource "${THING}" "it" {`, ...hcl.split('\n'), '}'];
  await writeFile(join(workspace.folder, 'thing.tf'), lines.map((line) => line.replace(/^> /, '')).join('\n'));
  const { stdout } = await workspace.run('validate', '-json');
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { detail: string; range: { start: { line: number } } }[];
  };
  const said = diagnostics.map(({ detail, range }) => ({ line: range.start.line, detail }));
  expect(said).toEqual([
    {
      line: 1 + lines.findIndex((line) => line.startsWith('> ')),
      detail: `"bad" is not one of "good".${place === undefined ? '' : `\n\nAt ${place}.`}`,
    },
  ]);
});

it('tests without terraform see the whole path', async () => {
  const driver = await ProviderDriver.inProcess(memoryProvider(attributes).provider);
  const found = await driver.validate(THING, { one: { deep: { good: 'bad' } }, rows: [{ deep: { good: 'bad' } }] });
  const paths = [path('one', 'deep', 'good'), path('rows', 0, 'deep', 'good')];
  expect(found.map((one) => one.path)).toEqual(paths);
});
