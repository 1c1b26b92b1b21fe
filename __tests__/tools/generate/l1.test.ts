import * as cdktf from 'cdktf';
import { attribute, schema, t } from 'terraform-plugin-sdk-ts';
import { emitL1 } from '../../../tools/generate/l1/emit-l1';
import { compile, load, synthesize } from './support/generated-code';

const optional = { optional: true, description: 'Something. */ "quoted" `code`' } as const;
const computed = { computed: true, description: 'Found.' } as const;
const inner = {
  text: attribute.string({ required: true, description: 'Text.' }),
  deeper: attribute.single({ flag: attribute.bool(optional), tags: attribute.map(t.string, optional) }, optional),
};

/** Every kind of attribute there is, in a provider that is nobody's. */
const everything = schema({
  description: 'One of everything.',
  attributes: {
    id: attribute.string(computed),
    text: attribute.string({ required: true, description: 'Text.' }),
    flag: attribute.bool({ optional: true, computed: true, default: true, description: 'Flag.' }),
    size: attribute.number(optional),
    old_name: attribute.string({ ...optional, deprecated: 'Use text.' }),
    node: attribute.integer(optional),
    texts: attribute.list(t.string, optional),
    text_set: attribute.set(t.string, optional),
    sizes: attribute.list(t.number, optional),
    size_set: attribute.set(t.number, optional),
    flags: attribute.list(t.bool, optional),
    tags: attribute.map(t.string, optional),
    limits: attribute.map(t.number, optional),
    switches: attribute.map(t.bool, optional),
    anything: attribute.dynamic(optional),
    matrix: attribute.of(t.list(t.list(t.string)), optional),
    pair: attribute.of(t.tuple([t.string, t.bool]), optional),
    record: attribute.of(t.object({ some_text: t.string }), optional),
    records: attribute.of(t.list(t.object({ some_text: t.string })), optional),
    one: attribute.single(inner, optional),
    many: attribute.listOf(inner, optional),
    some: attribute.setOf(inner, optional),
    named: attribute.mapOf(inner, optional),
    found: attribute.single({ text: attribute.string(computed) }, computed),
    found_list: attribute.listOf({ text: attribute.string(computed) }, computed),
    found_map: attribute.mapOf({ text: attribute.string(computed) }, computed),
  },
});

const files = emitL1(
  {
    name: 'probe',
    version: '1.2.3',
    schema: schema({
      description: 'Settings.',
      attributes: {
        region: attribute.string({ required: true, description: 'Region.' }),
        limits: attribute.single({ max_size: attribute.number(optional) }, optional),
      },
    }),
    resources: [{ name: 'probe_every_thing', schema: everything }],
  },
  { source: 'example.test/probe/probe', className: 'ProbeProvider' },
);

function textOf(name: string): string {
  return files.find((file) => file.name === name)?.text ?? '';
}

it('writes a file per resource, one for the provider, and an index', () => {
  expect(files.map(({ name }) => name)).toEqual(['every-thing.ts', 'provider.ts', 'index.ts']);
  expect(textOf('index.ts')).toContain("export * as everyThing from './every-thing';");
});

it('refuses a resource that is not named after its provider', () => {
  const stray = { name: 'other_thing', schema: everything };
  const names = { source: 'example.test/probe/probe', className: 'ProbeProvider' };
  expect(() => emitL1({ name: 'probe', version: '1.2.3', schema: everything, resources: [stray] }, names)).toThrow(
    'other_thing is not named after its provider: it must begin with probe_',
  );
});

it('documents what is written, what is deprecated, and what holds by default', () => {
  const text = textOf('every-thing.ts').replace(/\s+/g, ' ');
  expect(text).toContain('/** * Flag. * * @default true */ readonly flag?: (boolean | cdktf.IResolvable) | undefined;');
  expect(text).toContain('@deprecated Use text. */ readonly oldName?: string | undefined;');
  expect(text).toContain('Something. *\\/ "quoted"');
});

it('compiles under the strictest settings', () => {
  expect(compile(files)).toEqual([]);
}, 30_000);

describe('the generated construct', () => {
  type Instance = cdktf.TerraformResource & Record<string, unknown>;

  type Construct = new (scope: cdktf.TerraformStack, id: string, config: object) => Instance;

  const { EveryThing } = load<{ EveryThing: Construct }>(files, 'every-thing.ts');
  const { ProbeProvider } = load<{ ProbeProvider: Construct }>(files, 'provider.ts');

  function synthesizeThing(build: (stack: cdktf.TerraformStack) => void) {
    return synthesize((stack) => {
      new ProbeProvider(stack, 'probe', { region: 'eu', limits: { maxSize: 3 }, alias: 'other' });
      build(stack);
    });
  }

  const nested = { text: 'a', deeper: { flag: true, tags: { x: 'y' } } };

  it('writes every kind of value', () => {
    const { terraform, provider, resource } = synthesizeThing((stack) => {
      new EveryThing(stack, 'It', {
        text: 'a',
        flag: false,
        size: 0.5,
        oldName: 'b',
        nodeAttribute: 2,
        texts: ['c'],
        textSet: ['d'],
        sizes: [1],
        sizeSet: [2],
        flags: [true],
        tags: { k_K: 'v' },
        limits: { k: 1 },
        switches: { k: false },
        anything: { some: ['thing'] },
        matrix: [['e']],
        pair: ['f', true],
        record: { someText: 'g' },
        records: [{ someText: 'h' }],
        one: nested,
        many: [nested, { text: 'b' }],
        some: [nested],
        named: { it: nested },
      });
    });
    expect(terraform).toEqual({
      required_providers: { probe: { source: 'example.test/probe/probe', version: '1.2.3' } },
    });
    expect(provider).toEqual({ probe: [{ region: 'eu', limits: { max_size: 3 }, alias: 'other' }] });
    expect(resource['probe_every_thing']?.['It']).toEqual({
      text: 'a',
      flag: false,
      size: 0.5,
      old_name: 'b',
      node: 2,
      texts: ['c'],
      text_set: ['d'],
      sizes: [1],
      size_set: [2],
      flags: [true],
      tags: { k_K: 'v' },
      limits: { k: 1 },
      switches: { k: false },
      anything: { some: ['thing'] },
      matrix: [['e']],
      pair: ['f', true],
      record: { some_text: 'g' },
      records: [{ some_text: 'h' }],
      one: nested,
      many: [nested, { text: 'b' }],
      some: [nested],
      named: { it: nested },
    });
  });

  it('refers to elements of lists, sets and maps of objects', () => {
    const { output } = synthesizeThing((stack) => {
      const it = new EveryThing(stack, 'It', { text: 'a' }) as unknown as Record<
        'many' | 'some' | 'named' | 'foundList' | 'foundMap',
        { get(key: number | string): Record<string, unknown> }
      >;
      const values = {
        many: it.many.get(1)['text'],
        some: it.some.get(0)['text'],
        named: it.named.get('x')['text'],
        deeper: (it.many.get(0)['deeper'] as Record<string, unknown>)['tags'],
        foundList: it.foundList.get(0)['text'],
        foundMap: it.foundMap.get('x')['text'],
      };
      for (const [name, value] of Object.entries(values)) new cdktf.TerraformOutput(stack, name, { value });
    });
    expect(Object.fromEntries(Object.entries(output).map(([name, { value }]) => [name, value]))).toEqual({
      many: '${probe_every_thing.It.many[1].text}',
      some: '${tolist(probe_every_thing.It.some).0.text}',
      named: '${probe_every_thing.It.named["x"].text}',
      deeper: '${probe_every_thing.It.many[0].deeper.tags}',
      foundList: '${probe_every_thing.It.found_list[0].text}',
      foundMap: '${probe_every_thing.It.found_map["x"].text}',
    });
  });

  it('tells an empty object from none', () => {
    const { resource } = synthesizeThing((stack) => {
      const it = new EveryThing(stack, 'It', { text: 'a', one: { text: 'b', deeper: {} } });
      (it['one'] as { deeper: { tags: unknown } }).deeper.tags = { x: 'y' };
      (it['one'] as { resetDeeper(): void }).resetDeeper();
      (it['one'] as { putDeeper(value: object): void }).putDeeper({});
    });
    expect(resource['probe_every_thing']?.['It']).toEqual({ text: 'a', one: { text: 'b', deeper: {} } });
  });
});
