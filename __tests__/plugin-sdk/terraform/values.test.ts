/** A value of every type in an attribute of every kind, with the real terraform. */
import { attribute, t, type Attributes, type ValueRecord } from 'terraform-plugin-sdk-ts';
import { TerraformWorkspace, testTerraform } from 'terraform-plugin-sdk-ts/testing/terraform';
import { memoryProvider } from '../support/memory-provider';

const description = 'Says **what** it is.';
const optional = { description, optional: true } as const;
const inner = {
  text: attribute.string({ description, required: true }),
  made: attribute.string({ description, computed: true }),
};

const attributes = {
  flag: attribute.bool(optional),
  size: attribute.number(optional),
  count_of: attribute.integer(optional),
  text: attribute.string(optional),
  words: attribute.list(t.string, optional),
  tags: attribute.set(t.string, optional),
  sizes: attribute.map(t.number, optional),
  point: attribute.of(t.object({ x: t.number, label: t.string }), optional),
  pair: attribute.of(t.tuple([t.string, t.bool]), optional),
  anything: attribute.dynamic(optional),
  one: attribute.single(inner, optional),
  many: attribute.listOf(inner, optional),
  some: attribute.setOf(inner, optional),
  named: attribute.mapOf(inner, optional),
  mode: attribute.string({ description, optional: true, computed: true, default: 'fast' }),
  secret: attribute.string({ ...optional, sensitive: true }),
  old: attribute.string({ ...optional, deprecated: 'Use text.' }),
  key: attribute.string({ ...optional, writeOnly: true }),
} satisfies Attributes;

const thing = (body: string) => `resource "memory_thing" "it" {\n${body}\n}\n`;
const IT = 'memory_thing.it';
const ALL = `
  flag     = true
  size     = 12345678901234567890.125
  count_of = 3
  text     = "\\u0065\\u0301"
  words    = ["b", "a"]
  tags     = ["b", "a"]
  sizes    = { "a b" = 0.1, c = 1e100 }
  point    = { x = 1.5, label = null }
  pair     = ["p", true]
  anything = { list = [1, "two"], none = null }
  one      = { text = "a" }
  many     = [{ text = "a" }, { text = "b" }]
  some     = [{ text = "b" }, { text = "a" }]
  named    = { "x y" = { text = "a" } }
  secret   = "s"`;

it('every value comes back as it was written, digit by digit, and an import finds the same', async () => {
  const made = /^made-/;
  await testTerraform(memoryProvider(attributes).provider, [
    { config: thing(''), state: { [IT]: { flag: null, tags: null, one: null, many: null, mode: 'fast' } } },
    {
      config: thing(ALL) + `output "size" {\n  value = format("%.3f", ${IT}.size)\n}\n`,
      plan: { [IT]: 'update' },
      state: {
        [IT]: {
          flag: true,
          count_of: 3,
          text: '\u00e9',
          words: ['b', 'a'],
          tags: ['a', 'b'],
          sizes: { 'a b': 0.1, c: 1e100 },
          point: { x: 1.5, label: null },
          pair: ['p', true],
          anything: { list: [1, 'two'], none: null },
          one: { text: 'a', made },
          many: [
            { text: 'a', made },
            { text: 'b', made },
          ],
          some: [
            { text: 'a', made },
            { text: 'b', made },
          ],
          named: { 'x y': { text: 'a', made } },
        },
      },
      outputs: { size: '12345678901234567890.125' },
    },
    { importing: { address: IT } },
    { config: thing('one = {}'), error: /attribute "text" is required/ },
  ]);
});

it('what is not known in a plan is settled in its apply, as it was promised', async () => {
  const hcl = (input: string) => `
resource "terraform_data" "before" {
  input = "${input}"
}
${thing(`
  text  = "b-\${terraform_data.before.output}"
  words = terraform_data.before.output == "" ? [] : ["x", terraform_data.before.output]
  one   = { text = terraform_data.before.output }`)}`;
  await testTerraform(memoryProvider(attributes).provider, [
    {
      config: hcl('a'),
      plan: { 'terraform_data.before': 'create', [IT]: 'create' },
      state: { [IT]: { text: 'b-a', words: ['x', 'a'], one: { text: 'a' } } },
    },
    { config: hcl('c'), state: { [IT]: { text: 'b-c', words: ['x', 'c'], one: { text: 'c' } } } },
  ]);
});

const open = {
  object: attribute.of(t.object({ c: t.dynamic }), optional),
  pair: attribute.of(t.tuple([t.dynamic, t.string]), optional),
  one: attribute.single({ c: attribute.dynamic(optional) }, optional),
  found: attribute.of(t.object({ c: t.dynamic }), { description, computed: true }),
} satisfies Attributes;
const later = `resource "terraform_data" "before" {
  input = { c = "v" }
}
resource "terraform_data" "words" {
  input = ["v", "w"]
}
`;

it.each([
  ['a part of an object', 'object = { c = terraform_data.before.output.c }'],
  ['a part of a tuple', 'pair = [terraform_data.before.output.c, "x"]'],
  ['a nested attribute', 'one = { c = terraform_data.before.output.c }'],
  ['a computed object', ''],
])('what is dynamic may be unknown where it is %s', async (_, body) => {
  await testTerraform(memoryProvider(open).provider, [{ config: later + thing(body) }]);
});

it.each([
  ['object', 'object = terraform_data.before.output'],
  ['tuple', 'pair = terraform_data.words.output'],
  ['object of attributes', 'one = terraform_data.before.output'],
])('an %s that is dynamic in part cannot be unknown as a whole', async (_, body) => {
  await testTerraform(memoryProvider(open).provider, [
    { config: later + thing(body), error: /Provider produced invalid plan/ },
  ]);
});

/** An API that keeps numbers as doubles. */
function doubles(options: { readonly normalize?: typeof Number }) {
  const number = attribute.number({ ...optional, ...options });
  return memoryProvider({ number }, (state) => {
    const { number: kept = null, ...others } = state as ValueRecord;
    return { ...others, number: kept === null ? null : Number(kept) };
  }).provider;
}

it('an API that keeps doubles is served by a normal form, and by nothing else', async () => {
  const sum = thing('number = 1 - 0.99');
  await testTerraform(doubles({ normalize: Number }), [
    { config: sum },
    { config: thing('number = 0.01'), plan: {} },
    { config: thing('number = 0.02'), plan: { [IT]: 'update' } },
  ]);
  await testTerraform(doubles({}), [{ config: sum, error: /Provider produced inconsistent result/ }]);
});

it('what is declared reaches whoever asks terraform for the schema, and its warnings and redactions', async () => {
  const workspace = await TerraformWorkspace.create(memoryProvider(attributes).provider);
  try {
    const { provider_schemas: all } = JSON.parse(await workspace.mustRun('providers', 'schema', '-json'));
    const { block } = all['terraform.local/test/memory'].resource_schemas.memory_thing;
    expect(block.attributes.text).toMatchObject({ description, description_kind: 'markdown', optional: true });
    expect(block.attributes).toMatchObject({
      secret: { sensitive: true },
      old: { deprecated: true },
      key: { write_only: true },
      mode: { optional: true, computed: true },
    });
    await workspace.write(thing('secret = "s-1"\nold = "o"'));
    const { said } = await workspace.run('plan');
    expect(said).toMatch(/secret += \(sensitive value\)/);
    expect(said).toMatch(/Warning: Attribute deprecated .*Use text\./);
    expect(said).not.toContain('s-1');
  } finally {
    await workspace.remove();
  }
});
