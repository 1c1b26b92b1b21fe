import { couldDerive, findDerived, findSources } from '../../../providers/plugin-sdk/engine/correlate';
import { checkCompatible } from '../../../providers/plugin-sdk/engine/rules/compatible';
import { findTwins } from '../../../providers/plugin-sdk/engine/spelled-sets';
import { attribute, schema, t } from '../../../providers/plugin-sdk/schema';
import { typeOfAttributes } from '../../../providers/plugin-sdk/schema/schema';
import { record, UNKNOWN, type Value, type ValueRecord } from '../../../providers/plugin-sdk/values';

const description = 'd';
const computed = { description, optional: true, computed: true } as const;
const { attributes } = schema({
  description,
  attributes: {
    key: attribute.string({ description, optional: true }),
    a: attribute.string(computed),
    b: attribute.string(computed),
    list: attribute.listOf(
      { x: attribute.string(computed), y: attribute.string({ description, required: true }) },
      { description, optional: true },
    ),
    set: attribute.setOf({ x: attribute.string(computed) }, { description, optional: true }),
    names: attribute.set(t.string, { description, optional: true }),
  },
});
const element = (values: ValueRecord): ValueRecord => ({
  key: null,
  a: null,
  b: null,
  list: null,
  set: null,
  names: null,
  ...values,
});

it.each<[string, Value, Value, boolean]>([
  ['equal objects', element({ key: 'k', a: 'x' }), element({ key: 'k', a: 'x' }), true],
  ['equal sets in another order', element({ names: ['a', 'b'] }), element({ names: ['b', 'a'] }), true],
  ['a computed value', element({ a: 'x' }), element({}), true],
  ['a computed value that is not known yet', element({ a: UNKNOWN }), element({}), true],
  ['a configured value that the derived one lacks', element({}), element({ a: 'x' }), false],
  ['another configured value', element({ a: 'x' }), element({ a: 'y' }), false],
  ['a value that nobody can compute', element({ key: 'k' }), element({}), false],
  [
    'a computed value in a list',
    element({ list: [{ x: 'made', y: '1' }] }),
    element({ list: [{ x: null, y: '1' }] }),
    true,
  ],
  [
    'another value in a list',
    element({ list: [{ x: 'made', y: '1' }] }),
    element({ list: [{ x: null, y: '2' }] }),
    false,
  ],
  [
    'a computed value in a set, which Terraform does not look into',
    element({ set: [{ x: 'made' }] }),
    element({ set: [{ x: null }] }),
    false,
  ],
  ['unknown elements', UNKNOWN, UNKNOWN, true],
  ['an unknown element and a known one', element({}), UNKNOWN, false],
])('an element may be another plus computed values: %s', (_, derived, source, expected) => {
  expect(couldDerive(attributes, derived, source)).toBe(expected);
});

describe('what the provider alone makes of an element', () => {
  const made = { description, computed: true } as const;
  const { attributes: inSet } = schema({
    description,
    attributes: {
      key: attribute.string({ description, required: true }),
      text: attribute.string(made),
      list: attribute.list(t.string, made),
      names: attribute.set(t.string, made),
      objects: attribute.setOf({ x: attribute.string(made) }, made),
    },
  });
  const source: ValueRecord = { key: 'k', text: null, list: null, names: null, objects: null };

  it.each<[string, ValueRecord, boolean]>([
    ['a text', { text: 'a' }, true],
    ['a list', { list: ['a'] }, true],
    ['a set', { names: ['a'] }, false],
    ['objects', { objects: [{ x: 'a' }] }, false],
  ])('%s: the provider finds the element again by what is left (%j); terraform: %s', (_, values, expected) => {
    expect(couldDerive(inSet, { ...source, ...values }, source, 'of the provider')).toBe(true);
    expect(couldDerive(inSet, { ...source, ...values }, source, 'of terraform')).toBe(expected);
    expect(couldDerive(inSet, { ...source, ...values, key: 'other' }, source, 'of the provider')).toBe(false);
  });
});

it('gives every derived element its own source, whatever fits first', () => {
  const sources = [element({}), element({ a: 'x' }), element({ b: 'y' })];
  const derived = [element({ a: 'x', b: 'y' }), element({ a: 'x', b: 'made' }), element({ a: 'made', b: 'y' })];
  const orders = [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2],
    [1, 2, 0],
  ];
  for (const order of orders) {
    const shuffled = order.map((index) => derived[index]!);
    const found = findSources(attributes, shuffled, sources);
    expect([...found].sort()).toEqual([0, 1, 2]);
    found.forEach((source, index) => expect(couldDerive(attributes, shuffled[index]!, sources[source]!)).toBe(true));
  }
});

it('leaves an element without a source alone', () => {
  expect(findSources(attributes, [element({ key: 'k' }), element({ a: 'x' })], [element({ a: 'x' })])).toEqual([-1, 0]);
  expect(findSources(attributes, [element({})], [])).toEqual([-1]);
});

it('finds prior elements in the order of the configuration, each once, as Terraform does', () => {
  const prior = [element({ a: '1' }), element({ a: '2' })];
  expect(findDerived(attributes, [element({}), element({ a: '1' })], prior)).toEqual([prior[0], null]);
  expect(findDerived(attributes, [element({}), element({})], prior)).toEqual(prior);
  expect(findDerived(attributes, [element({})], null)).toEqual([null]);
});

describe('of many elements each is looked at a few times, not once for each other one', () => {
  const MANY = 300;
  const { attributes: many } = schema({
    description,
    attributes: {
      key: attribute.string({ description, required: true, normalize: (text) => text.toLowerCase() }),
      made: attribute.string({ description, computed: true }),
    },
  });
  /** Elements in some order, which count how often their keys are read. */
  const counted = (made: Value, reversed = false) => {
    const reads = { count: 0 };
    const elements = Array.from({ length: MANY }, (_, index) => {
      const element = record([['made', made]]);
      return Object.defineProperty(element, 'key', { enumerable: true, get: () => (reads.count++, `k${index}`) });
    });
    return { elements: reversed ? elements.reverse() : elements, reads };
  };

  it.each<[string, (sources: Value[], derived: Value[]) => unknown]>([
    ['prior elements', (sources, derived) => findDerived(many, sources, derived)],
    ['sources', (sources, derived) => findSources(many, derived, sources)],
    ['twins', (sources, derived) => findTwins(many, sources, derived)],
    [
      'elements of a result',
      (sources, derived) => {
        const type = { kind: 'set', element: typeOfAttributes(many) } as const;
        const set = { rows: { shape: { type }, options: { description, computed: true } } } as const;
        expect(checkCompatible(set, { rows: sources }, { rows: derived })).toEqual([]);
      },
    ],
  ])('%s', (_, find) => {
    const [sources, derived] = [counted(UNKNOWN), counted('made', true)];
    find(sources.elements, derived.elements);
    expect(sources.reads.count + derived.reads.count).toBeLessThan(MANY * 40);
  });
});
