import { checkCompatible } from '../../../providers/plugin-sdk/engine/rules/compatible';
import { checkPlan } from '../../../providers/plugin-sdk/engine/rules/plan-valid';
import { proposedNew } from '../../../providers/plugin-sdk/engine/rules/proposed-new';
import { attribute, schema, t } from '../../../providers/plugin-sdk/schema';
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
