/** What a schema says of the elements of sets: of terraform and of the test driver both must take it the same way. */
import { attribute, block, requiresReplace, t } from 'terraform-plugin-sdk-ts';
import type { Attributes } from 'terraform-plugin-sdk-ts';
import { ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { testTerraform } from 'terraform-plugin-sdk-ts/testing/terraform';
import { memoryProvider, THING } from '../support/memory-provider';

const description = 'd';
const required = { description, required: true } as const;
const optional = { description, optional: true } as const;
const replaced = attribute.string({ ...required, planModifiers: [requiresReplace()] });
const IT = `${THING}.it`;
const thing = (body: string) => `resource "${THING}" "it" {\n${body}\n}\n`;

type Case = readonly [
  what: string,
  attributes: Attributes,
  before: readonly [object, string],
  after: readonly [object, string],
];
const row = (v: string) => ({ v });
const REPLACED: readonly Case[] = [
  [
    'a set of objects',
    { rows: attribute.setOf({ v: replaced }, required) },
    [{ rows: [row('a'), row('z')] }, 'rows = [{ v = "a" }, { v = "z" }]'],
    [{ rows: [row('b'), row('c')] }, 'rows = [{ v = "b" }, { v = "c" }]'],
  ],
  [
    'a set of blocks',
    { rows: block.set({ v: replaced }, { description }) },
    [{ rows: [row('a')] }, 'rows {\n  v = "a"\n}'],
    [{ rows: [row('b')] }, 'rows {\n  v = "b"\n}'],
  ],
  [
    'a set inside a set',
    { rows: attribute.setOf({ in: attribute.setOf({ v: replaced }, required) }, required) },
    [{ rows: [{ in: [row('a')] }] }, 'rows = [{ in = [{ v = "a" }] }]'],
    [{ rows: [{ in: [row('b')] }] }, 'rows = [{ in = [{ v = "b" }] }]'],
  ],
  [
    'a set of blocks inside a list of blocks',
    { list: block.list({ rows: block.set({ v: replaced }, { description }) }, { description }) },
    [{ list: [{ rows: [row('a')] }] }, 'list {\n  rows {\n    v = "a"\n  }\n}'],
    [{ list: [{ rows: [row('b')] }] }, 'list {\n  rows {\n    v = "b"\n  }\n}'],
  ],
  [
    'a set of texts inside a set',
    {
      rows: attribute.setOf(
        { v: attribute.set(t.string, { ...required, planModifiers: [requiresReplace()] }) },
        required,
      ),
    },
    [{ rows: [{ v: ['a'] }] }, 'rows = [{ v = ["a"] }]'],
    [{ rows: [{ v: ['b'] }] }, 'rows = [{ v = ["b"] }]'],
  ],
];

describe.each(REPLACED)(
  'a change that replaces, in an element of %s',
  (_, attributes, [before, hcl], [after, other]) => {
    it('is a replacement to the test driver, once for each set', async () => {
      const driver = await ProviderDriver.inProcess(memoryProvider(attributes).provider);
      const made = await driver.apply(THING, { ...before });
      expect(await driver.plan(THING, { ...before }, made)).toMatchObject({ action: 'no-op', requiresReplace: [] });
      const { action, requiresReplace: paths } = await driver.plan(THING, { ...after }, made);
      expect([action, paths.length]).toEqual(['replace', 1]);
    });

    it('and to terraform', async () => {
      await testTerraform(memoryProvider(attributes).provider, [
        { config: thing(hcl), plan: { [IT]: 'create' } },
        { config: thing(other), plan: { [IT]: 'replace' } },
      ]);
    });
  },
);

const word = attribute.string({ ...optional, normalize: (text) => text.toLowerCase() });
const zero = attribute.string({
  ...optional,
  computed: true,
  default: 'zero',
  normalize: (text) => text.toLowerCase(),
});
const DEFAULTS =
  /Duplicate element .*\{ value = "zero" \} and \{\} are one element of this set\. What is left out takes its default\./;
const DUPLICATES: readonly [what: string, attributes: Attributes, config: object, hcl: string, says: RegExp][] = [
  [
    'a default',
    { rows: attribute.setOf({ value: zero }, required) },
    { rows: [{ value: 'zero' }, {}] },
    'rows = [{ value = "zero" }, {}]',
    DEFAULTS,
  ],
  [
    'a default, as blocks',
    { rows: block.set({ value: zero }, { description }) },
    { rows: [{ value: 'zero' }, {}] },
    'rows {\n  value = "zero"\n}\nrows {}',
    DEFAULTS,
  ],
  [
    'a default below',
    { rows: attribute.setOf({ in: attribute.single({ value: zero }, required) }, required) },
    { rows: [{ in: { value: 'zero' } }, { in: {} }] },
    'rows = [{ in = { value = "zero" } }, { in = {} }]',
    /\{ in = \{ value = "zero" \} \} and \{ in = \{\} \} are one element|\{ in = \{\} \} and \{ in = \{ value = "zero" \} \} are one element/,
  ],
  [
    'a spelling',
    { rows: attribute.setOf({ word, at: attribute.list(t.number, optional) }, required) },
    {
      rows: [
        { word: 'FOX', at: [1] },
        { word: 'fox', at: [1] },
      ],
    },
    'rows = [{ word = "FOX", at = [1] }, { word = "fox", at = [1] }]',
    /\{ at = \[1\], word = "FOX" \} and \{ at = \[1\], word = "fox" \} are one element of this set\. They differ in nothing but how they are written\./,
  ],
  [
    'a default in another spelling, in a set of sets',
    { sets: attribute.setOf({ rows: attribute.setOf({ value: zero }, required) }, required) },
    { sets: [{ rows: [{ value: 'ZERO' }, {}] }] },
    'sets = [{ rows = [{ value = "ZERO" }, {}] }]',
    /Duplicate element .*\{ value = "ZERO" \} and \{\} are one element of this set\. .* At sets\.rows\./,
  ],
  [
    'a value that is a secret',
    {
      rows: attribute.setOf(
        { word: attribute.string({ ...optional, sensitive: true, normalize: (text) => text.toLowerCase() }) },
        required,
      ),
    },
    { rows: [{ word: 'FOX' }, { word: 'fox' }] },
    'rows = [{ word = "FOX" }, { word = "fox" }]',
    /\{ word = \(a sensitive value\) \} and \{ word = \(a sensitive value\) \} are one element of this set/,
  ],
];

describe.each(DUPLICATES)('elements of a set that are one by %s', (_, attributes, config, hcl, says) => {
  it('are refused by the provider, which names both', async () => {
    const driver = await ProviderDriver.inProcess(memoryProvider(attributes).provider);
    const found = await driver.validate(THING, { ...config });
    expect(found).toMatchObject([{ severity: 'error', summary: 'Duplicate element' }]);
    expect(found[0]?.detail.match(/\bare one element of this set\b/)).not.toBeNull();
  });

  it('are refused so with terraform', () =>
    testTerraform(memoryProvider(attributes).provider, [{ config: thing(hcl), error: says }]));
});

it('a value that turns out to be the default of another element is refused in the apply', async () => {
  const hcl = (input: string) => `resource "terraform_data" "before" {
  input = "${input}"
}
${thing('rows = [{ value = terraform_data.before.output }, {}]')}`;
  const rows = attribute.setOf({ value: zero }, required);
  await testTerraform(memoryProvider({ rows }).provider, [{ config: hcl('Zero'), error: /Duplicate element/ }]);
});

it('elements in which the provider makes something are two, though they are written as one', async () => {
  const made = attribute.string({ description, computed: true });
  const driver = await ProviderDriver.inProcess(
    memoryProvider({ rows: attribute.setOf({ word, made }, required) }).provider,
  );
  const rows = [{ word: 'FOX' }, { word: 'fox' }];
  const stored = await driver.apply(THING, { rows });
  expect(stored?.state['rows']).toHaveLength(2);
  expect((await driver.plan(THING, { rows }, stored)).action).toBe('no-op');
});
