import { checkCompatible } from '../../../providers/plugin-sdk/engine/rules/compatible';
import { checkPlan } from '../../../providers/plugin-sdk/testing/rules/plan-valid';
import { proposedNew } from '../../../providers/plugin-sdk/engine/rules/proposed-new';
import { checkWriteOnly } from '../../../providers/plugin-sdk/engine/rules/write-only';
import { pathText } from '../../../providers/plugin-sdk/diagnostics';
import { attribute, block, schema, t } from '../../../providers/plugin-sdk/schema';
import { Decimal, Dynamic, record, UNKNOWN, Unknown, type ValueRecord } from '../../../providers/plugin-sdk/values';

const description = 'd';
const { attributes } = schema({
  description,
  attributes: {
    id: attribute.string({ description, computed: true }),
    name: attribute.string({ description, required: true }),
    notes: attribute.string({ description, optional: true }),
    mode: attribute.string({ description, optional: true, computed: true }),
    secret: attribute.string({ description, optional: true, writeOnly: true }),
    hosts: attribute.set(t.string, { description, optional: true }),
    size: attribute.number({ description, optional: true, computed: true }),
    windows: attribute.single(
      {
        action: attribute.string({ description, required: true }),
        hash: attribute.string({ description, computed: true }),
      },
      { description, optional: true },
    ),
    steps: attribute.listOf(
      { text: attribute.string({ description, required: true }) },
      { description, optional: true },
    ),
  },
});

const empty: ValueRecord = Object.fromEntries(Object.keys(attributes).map((name) => [name, null]));
const object = (values: ValueRecord): ValueRecord => ({ ...empty, name: 'n', ...values });

describe('a proposed object', () => {
  it('takes the configuration, and prior values where a computed attribute is not configured', () => {
    const prior = object({ id: '1', notes: 'old', mode: 'web', windows: { action: 'block', hash: 'h' } });
    const config = object({ windows: { action: 'bypass', hash: null } });
    expect(proposedNew(attributes, prior, config)).toEqual(
      object({ id: '1', mode: 'web', windows: { action: 'bypass', hash: 'h' } }),
    );
  });
});

describe('a plan', () => {
  const verdict = (prior: ValueRecord | null, config: ValueRecord | null, planned: ValueRecord | null) =>
    checkPlan(attributes, prior, config, planned).map(({ path = [] }) =>
      path.map((step) => (step.kind === 'attribute' ? step.name : step.kind === 'index' ? step.index : '?')).join('.'),
    );

  it.each<[string, ValueRecord | null, ValueRecord, ValueRecord, string[]]>([
    ['may be the configuration', null, object({}), object({}), []],
    ['may fill computed attributes', null, object({}), object({ id: UNKNOWN, mode: 'x' }), []],
    ['may keep the prior spelling', object({ notes: 'A' }), object({ notes: 'a' }), object({ notes: 'A' }), []],
    ['may order a set otherwise', null, object({ hosts: ['a', 'b'] }), object({ hosts: ['b', 'a'] }), []],
    ['may not change what is configured', null, object({ name: 'n' }), object({ name: 'm' }), ['name']],
    ['may not change a configured computed attribute', null, object({ mode: 'a' }), object({ mode: 'b' }), ['mode']],
    ['may not invent values', null, object({}), object({ notes: 'x' }), ['notes']],
    ['may not keep a removed value', object({ notes: 'x' }), object({}), object({ notes: 'x' }), ['notes']],
    ['may not make a configured value unknown', null, object({ notes: 'x' }), object({ notes: UNKNOWN }), ['notes']],
    ['may not hold a write-only value', null, object({ secret: 's' }), object({ secret: 's' }), ['secret']],
    [
      'is checked below nested attributes',
      null,
      object({ windows: { action: 'block', hash: null }, steps: [{ text: 'a' }] }),
      object({ windows: { action: 'bypass', hash: UNKNOWN }, steps: [{ text: 'b' }] }),
      ['windows.action', 'steps.0.text'],
    ],
    ['may not drop nested elements', null, object({ steps: [{ text: 'a' }] }), object({ steps: [] }), ['steps']],
  ])('%s', (_, prior, config, planned, expected) => {
    expect(verdict(prior, config, planned)).toEqual(expected);
  });

  it('has as many elements in a nested set as the configuration, once they are known', () => {
    const { attributes: withSet } = schema({
      description,
      attributes: {
        rules: attribute.setOf(
          {
            key: attribute.string({ description, optional: true, computed: true }),
          },
          { description, required: true },
        ),
      },
    });
    const problems = (config: ValueRecord[], planned: ValueRecord[]) =>
      checkPlan(withSet, null, { rules: config }, { rules: planned }).length;
    const [none, a, b, unknown] = [{ key: null }, { key: 'a' }, { key: 'b' }, { key: UNKNOWN }];
    expect(problems([none], [a])).toBe(0);
    expect(problems([none, a], [b, a])).toBe(0);
    expect(problems([none, a], [a, a])).toBe(1);
    expect(problems([none, a], [unknown, a])).toBe(0);
    expect(problems([none], [a, b])).toBe(1);
    expect(problems([a, unknown], [a, unknown])).toBe(0);
  });

  it('counts the elements of a nested set that is not known yet by what is known of their number', () => {
    const { attributes: withSet } = schema({
      description,
      attributes: {
        rules: attribute.setOf(
          { key: attribute.string({ description, required: true }) },
          { description, optional: true },
        ),
      },
    });
    const planned = { rules: [{ key: 'a' }, { key: 'b' }] };
    const problems = (rules: Unknown) => checkPlan(withSet, null, { rules }, planned).length;
    expect(problems(UNKNOWN)).toBe(0);
    expect(problems(new Unknown({ lengthMin: 2, lengthMax: 2 }))).toBe(0);
    expect(problems(new Unknown({ lengthMax: 1 }))).toBe(1);
    expect(problems(new Unknown({ lengthMin: 3 }))).toBe(1);
  });

  it('has no key that is not configured, not even the empty one', () => {
    const { attributes: withMap } = schema({
      description,
      attributes: {
        rules: attribute.mapOf(
          { text: attribute.string({ description, optional: true }) },
          { description, optional: true },
        ),
      },
    });
    const one = { rules: record([['', record([['text', null]])]]) };
    expect(checkPlan(withMap, null, one, { rules: record() })).toHaveLength(1);
    expect(checkPlan(withMap, null, { rules: record() }, one)).toHaveLength(1);
  });

  it.each<[string, ValueRecord, string[]]>([
    ['a list of blocks has no null', { rows: [null], tags: [] }, ['rows']],
    ['a list of blocks has no unknown', { rows: [UNKNOWN], tags: [] }, ['rows']],
    ['a set of blocks may have any elements', { rows: [{ text: 'a' }], tags: [null, { text: 'b' }] }, []],
    ['a set of blocks has no unknown', { rows: [{ text: 'a' }], tags: [UNKNOWN] }, ['tags']],
    ['no blocks are no null', { rows: [{ text: 'a' }], tags: null }, ['tags']],
  ])('%s', (_, planned, expected) => {
    const text = attribute.string({ description, optional: true });
    const { attributes: withBlocks } = schema({
      description,
      attributes: { rows: block.list({ text }, { description }), tags: block.set({ text }, { description }) },
    });
    const found = checkPlan(withBlocks, null, { rows: [{ text: 'a' }], tags: [] }, planned);
    expect(found.map(({ path = [] }) => pathText(path))).toEqual(expected);
  });

  it('must agree with the configuration on existence', () => {
    expect(checkPlan(attributes, null, object({}), null)).toHaveLength(1);
    expect(checkPlan(attributes, object({}), null, object({}))).toHaveLength(1);
    expect(checkPlan(attributes, object({}), null, null)).toHaveLength(0);
  });
});

describe('a result', () => {
  it.each<[string, ValueRecord | null, ValueRecord | null, number]>([
    ['may resolve unknowns', object({ id: UNKNOWN, mode: UNKNOWN }), object({ id: '1', mode: null }), 0],
    ['must keep what was known', object({ mode: 'a' }), object({ mode: 'b' }), 1],
    ['may not be absent', object({}), null, 1],
    ['may not appear', null, object({}), 1],
    ['may not stay unknown where it was known', object({ mode: 'a' }), object({ mode: UNKNOWN }), 1],
    ['may not forget a planned value', object({ notes: 'a' }), object({}), 1],
    ['may order a set otherwise', object({ hosts: ['a', 'b'] }), object({ hosts: ['b', 'a'] }), 0],
    ['may not lose an element', object({ hosts: ['a', 'b'] }), object({ hosts: ['a'] }), 1],
    ['may not gain an element', object({ hosts: ['a'] }), object({ hosts: ['a', 'b'] }), 1],
    ['resolves unknown elements', object({ hosts: ['a', UNKNOWN] }), object({ hosts: ['a', 'b'] }), 0],
    ['keeps the length of a list', object({ steps: [{ text: 'a' }] }), object({ steps: [] }), 1],
    ['keeps to a prefix', object({ mode: new Unknown({ stringPrefix: 'beta-' }) }), object({ mode: 'alpha' }), 1],
    ['keeps to a promise not to be null', object({ mode: new Unknown({ notNull: true }) }), object({ mode: null }), 1],
    [
      'keeps to a lower bound',
      object({ size: new Unknown({ numberMin: { value: 3, inclusive: false } }) }),
      object({ size: 3 }),
      1,
    ],
    ['compares numbers by value', object({ size: new Decimal('0.1') }), object({ size: 0.1 }), 0],
    ['keeps to a length', object({ hosts: new Unknown({ lengthMax: 1 }) }), object({ hosts: ['a', 'b'] }), 1],
  ])('%s', (_, planned, actual, problems) => {
    expect(checkCompatible(attributes, planned, actual)).toHaveLength(problems);
  });

  it('counts an element of a set once, however often the provider repeats it', () => {
    expect(checkCompatible(attributes, object({ hosts: ['a'] }), object({ hosts: ['a', 'a'] }))).toHaveLength(0);
    expect(checkCompatible(attributes, object({ hosts: ['a', 'a'] }), object({ hosts: ['a', 'b'] }))).toHaveLength(1);
  });

  it('treats any key as a key', () => {
    const { attributes: withMap } = schema({
      description,
      attributes: { map: attribute.map(t.string, { description, optional: true }) },
    });
    const map = record([['__proto__', 'x']]);
    expect(checkCompatible(withMap, { map }, { map: record([['constructor', 'x']]) })).toHaveLength(2);
    expect(checkCompatible(withMap, { map }, { map })).toHaveLength(0);
  });
});

it('a write-only attribute has a value in no answer, at any depth', () => {
  const secret = attribute.string({ description, optional: true, writeOnly: true });
  const { attributes: withSecrets } = schema({
    description,
    attributes: {
      secret,
      one: attribute.single({ secret }, { description, optional: true }),
      rows: attribute.listOf({ secret }, { description, optional: true }),
      named: attribute.mapOf({ secret }, { description, optional: true }),
    },
  });
  const problems = (object: ValueRecord) =>
    checkWriteOnly(withSecrets, object, 'Provider produced invalid object').map(({ path = [] }) => pathText(path));
  const none = { secret: null };
  expect(problems({ secret: null, one: none, rows: [none], named: { a: none } })).toEqual([]);
  const some = { secret: 's' };
  expect(problems({ secret: UNKNOWN, one: some, rows: [none, some], named: { a: some } })).toEqual([
    'secret',
    'one.secret',
    'rows[1].secret',
    'named["a"].secret',
  ]);
});

it('compares dynamic values whatever the order of their type’s attributes', () => {
  const { attributes: open } = schema({
    description,
    attributes: { any: attribute.dynamic({ description, optional: true }) },
  });
  const value = (...names: string[]) => {
    const type = t.object(Object.fromEntries(names.map((name) => [name, t.string])));
    return { any: new Dynamic(type, record(names.map((name) => [name, name]))) };
  };
  expect(checkCompatible(open, value('a', 'b'), value('b', 'a'))).toHaveLength(0);
  expect(checkPlan(open, null, value('a', 'b'), value('b', 'a'))).toHaveLength(0);
  expect(checkCompatible(open, value('a', 'b'), value('a', 'c'))).toHaveLength(1);
});
