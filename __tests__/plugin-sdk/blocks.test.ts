/** Blocks: declared, inferred, and driven through a life. */
import {
  type Attributes,
  type Config,
  type Plan,
  type Planned,
  type State,
  UNKNOWN,
  type Unknown,
  type ValueRecord,
  attribute,
  block,
  record,
  schema,
} from 'terraform-plugin-sdk-ts';
import { checkCompatible } from '../../providers/plugin-sdk/engine/rules/compatible';
import { checkPlan } from '../../providers/plugin-sdk/testing/rules/plan-valid';
import { ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { schemaToProto } from '../../providers/plugin-sdk/wire/to-proto';
import { memoryProvider } from './support/memory-provider';
import { same } from './support/same';

const description = 'd';
const text = attribute.string({ description, required: true });
const made = attribute.string({ description, computed: true });

const declared = schema({
  description,
  attributes: {
    one: block.single({ text }, { description }),
    must: block.single({ text }, { description, required: true }),
    always: block.group({ note: attribute.string({ description, optional: true }) }, { description }),
    rows: block.list({ text, made }, { description, min: 1, max: 3 }),
    tags: block.set({ text, made }, { description }),
    named: block.map({ text }, { description }),
  },
});
type S = typeof declared;

it('infers what blocks are: only a single one may be null, and only in plans are they unknown', () => {
  type One = { readonly text: string };
  same<Config<S>['one'], { readonly text: string | Unknown } | Unknown | null>();
  same<Config<S>['must'], { readonly text: string | Unknown } | Unknown>();
  same<Plan<S>['named'], Readonly<Record<string, { readonly text: string | Unknown } | Unknown>> | Unknown>();
  same<Planned<S>['one'], One | null>();
  same<Planned<S>['rows'], readonly { readonly text: string; readonly made: string | Unknown }[]>();
  same<State<S>['must'], One>();
  same<State<S>['always'], { readonly note: string | null }>();
  same<State<S>['tags'], readonly { readonly text: string; readonly made: string }[]>();
});

it('tells Terraform of blocks beside attributes', () => {
  const { block: body } = schemaToProto(schema({ description, attributes: { ...declared.attributes, text } }));
  expect(body?.attributes.map(({ name }) => name)).toEqual(['text']);
  expect(
    body?.blockTypes.map(({ typeName, nesting, minItems, maxItems }) => [typeName, nesting, minItems, maxItems]),
  ).toEqual([
    ['always', 5, 0, 0],
    ['must', 1, 1, 1],
    ['named', 4, 0, 0],
    ['one', 1, 0, 0],
    ['rows', 2, 1, 3],
    ['tags', 3, 0, 0],
  ]);
});

it.each<[string, Attributes, string]>([
  [
    'a block in an attribute',
    { a: attribute.single({ b: block.list({ text }, { description }) }, { description, optional: true }) },
    'attribute a.b is written as blocks, so it cannot stand in an attribute',
  ],
  ['too few for its least', { a: block.list({ text }, { description, min: 3, max: 2 }) }, 'from 3 to 2 blocks'],
  [
    'a dynamic value in a list of blocks',
    { a: block.list({ b: attribute.dynamic({ description, optional: true }) }, { description }) },
    'attribute a.b is of a dynamic type inside a list, set or map',
  ],
])('a declaration with %s is refused', (_, attributes, why) => {
  expect(() => schema({ description, attributes })).toThrow(why);
});

const drivers: ProviderDriver[] = [];
afterEach(async () => {
  await Promise.all(drivers.splice(0).map((driver) => driver.close()));
});

async function start(attributes: Attributes) {
  const driver = await ProviderDriver.start(memoryProvider(attributes).provider);
  drivers.push(driver);
  return driver;
}

const THING = 'memory_thing';
const must = { text: 'm' };

it('blocks live like attributes: planned, kept where nothing changes, replaced element by element', async () => {
  const driver = await start(declared.attributes);
  const config = { must, rows: [{ text: 'a' }, { text: 'b' }], tags: [{ text: 't' }], named: { x: { text: 'n' } } };
  const created = await driver.apply(THING, config);
  expect(created?.state).toMatchObject({
    one: null,
    always: { note: null },
    rows: [{ made: 'made-2' }, { made: 'made-3' }],
  });
  expect((await driver.plan(THING, config, await driver.read(THING, created!))).action).toBe('no-op');
  const more = await driver.plan(THING, { ...config, rows: [...config.rows, { text: 'c' }] }, created);
  expect(more).toMatchObject({ action: 'update', planned: { rows: [{ made: UNKNOWN }, {}, { made: UNKNOWN }] } });
  const dynamic = await driver.plan(THING, { ...config, rows: UNKNOWN, tags: UNKNOWN }, created);
  expect(dynamic.planned).toMatchObject({ rows: UNKNOWN, tags: UNKNOWN });
  expect((await driver.applyPlan(THING, config, created, dynamic))?.state['rows']).toHaveLength(2);
});

it('what is stored without blocks has empty ones', async () => {
  const driver = await start(declared.attributes);
  expect(await driver.upgrade(THING, 0, '{"id":"1","rows":[{"text":"a"}],"tags":null}')).toMatchObject({
    one: null,
    always: { note: null },
    rows: [{ text: 'a', made: null }],
    tags: [],
    named: {},
  });
});

it('Terraform itself counts blocks, and demands what is required in them', async () => {
  const driver = await start(declared.attributes);
  const found = await driver.validate(THING, { rows: [], tags: [{}] });
  expect(found.map(({ summary, path = [] }) => [summary, path.length])).toEqual([
    ['Missing required argument', 1],
    ['Insufficient blocks', 1],
    ['Missing required argument', 3],
  ]);
  expect(await driver.validate(THING, { must, rows: Array(4).fill(must) })).toMatchObject([
    { summary: 'Too many blocks' },
  ]);
});

describe('Terraform’s rules', () => {
  const { attributes } = schema({
    description,
    attributes: {
      one: block.single({ text, made }, { description }),
      rows: block.list({ text, made }, { description }),
      tags: block.set({ text, made }, { description }),
      named: block.map({ text, made }, { description }),
    },
  });
  const object = (values: ValueRecord): ValueRecord =>
    record(Object.entries({ one: null, rows: [], tags: [], named: {}, ...values }));
  const row = (of: string, by: ValueRecord[string] = UNKNOWN) => ({ text: of, made: by });

  it.each<[string, ValueRecord, ValueRecord, number]>([
    ['compute inside', { rows: [row('a', null)] }, { rows: [row('a')] }, 0],
    ['not be another number', { rows: [row('a', null)] }, { rows: [] }, 1],
    ['not be null in place of none', {}, { rows: null }, 1],
    ['not appear', {}, { one: row('a') }, 1],
    ['not have other keys', { named: { x: row('a', null) } }, { named: { y: row('a') } }, 1],
    ['not be changed', { named: { x: row('a', null) } }, { named: { x: row('b') } }, 1],
    ['be unknown as configured', { rows: UNKNOWN }, { rows: UNKNOWN }, 0],
    ['not be known before the configuration', { rows: UNKNOWN }, { rows: [] }, 1],
    ['not be unknown of themselves', { tags: [row('a', null)] }, { tags: UNKNOWN }, 1],
    ['be anything in a set', { tags: [row('a', null)] }, { tags: [row('b'), row('c')] }, 0],
    ['not hold an unknown block in a set', { tags: [row('a', null)] }, { tags: [UNKNOWN] }, 1],
  ])('planned blocks may %s', (_, config, planned, count) => {
    expect(checkPlan(attributes, null, object(config), object(planned))).toHaveLength(count);
  });

  it.each<[string, ValueRecord, ValueRecord, number]>([
    ['resolve unknowns', { rows: [row('a')] }, { rows: [row('a', 'x')] }, 0],
    ['change', { rows: [row('a')] }, { rows: [row('b', 'x')] }, 1],
    ['be more', { named: { x: row('a') } }, { named: { x: row('a', 'x'), y: row('b', 'x') } }, 1],
    ['be any number where it was unknown', { rows: UNKNOWN, one: UNKNOWN }, { rows: [row('a', 'x')], one: null }, 0],
    ['vanish', { one: row('a') }, { one: null }, 1],
    ['lose an element of a set', { tags: [row('a')] }, { tags: [row('b', 'x')] }, 1],
  ])('applied blocks that %s', (_, planned, actual, count) => {
    expect(checkCompatible(attributes, object(planned), object(actual))).toHaveLength(count);
  });
});
