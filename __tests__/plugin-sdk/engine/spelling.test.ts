/** What is only written in another way is no change: in a plan, in what was read, and in what an apply returned. */
import { planAttributes } from '../../../providers/plugin-sdk/engine/plan';
import { proposedNew } from '../../../providers/plugin-sdk/engine/rules/proposed-new';
import { keepSpelling } from '../../../providers/plugin-sdk/engine/spelling';
import { attribute, requiresReplace, schema, t, useStateForUnknown } from '../../../providers/plugin-sdk/schema';
import { Dynamic, record, UNKNOWN, Unknown, type Value, type ValueRecord } from '../../../providers/plugin-sdk/values';

const description = 'd';
const lower = (text: string) => text.toLowerCase();
const optional = { description, optional: true } as const;
const named = attribute.string({ description, required: true, normalize: lower });
const row = {
  name: named,
  port: attribute.integer({ description, required: true }),
  id: attribute.string({ description, computed: true, planModifiers: [useStateForUnknown()] }),
};

const { attributes } = schema({
  description,
  attributes: {
    id: attribute.string({ description, computed: true, planModifiers: [useStateForUnknown()] }),
    revision: attribute.string({ description, computed: true }),
    name: attribute.string({ ...optional, normalize: lower, planModifiers: [requiresReplace()] }),
    mode: attribute.string({ ...optional, computed: true, default: 'Web', normalize: lower }),
    note: attribute.string(optional),
    processes: attribute.set(t.string, { ...optional, normalize: (all) => all.map(lower) }),
    hosts: attribute.list(t.string, { ...optional, normalize: (all) => [...all].sort() }),
    size: attribute.number({ ...optional, normalize: () => 1 }),
    any: attribute.dynamic({ ...optional, normalize: ({ type }) => new Dynamic(type, 'x') }),
    one: attribute.single({ name: named, hash: attribute.string({ description, computed: true }) }, optional),
    rows: attribute.listOf(row, optional),
    rules: attribute.setOf(row, optional),
    by_key: attribute.mapOf(row, optional),
  },
});

const nothing: ValueRecord = record(Object.keys(attributes).map((name) => [name, null]));
const stored = (values: ValueRecord): ValueRecord => ({ ...nothing, id: '7', revision: 'r', mode: 'Web', ...values });
const config = (values: ValueRecord): ValueRecord => ({ ...nothing, ...values });

function plan(configured: ValueRecord, prior: ValueRecord | null) {
  return planAttributes(attributes, {
    config: configured,
    prior,
    proposed: proposedNew(attributes, prior, configured),
  });
}

const rows = (...parts: [name: Value, port: Value, id?: Value][]): Value =>
  parts.map(([name, port, id = null]) =>
    record([
      ['name', name],
      ['port', port],
      ['id', id],
    ] as const),
  );

describe('a configuration that writes stored values in another way', () => {
  const single = (name: string, hash: Value = null) => ({ name, hash });
  const keyed = (name: string, id: Value = null) => ({ a: { name, port: 1, id } });

  it.each<[string, ValueRecord, ValueRecord]>([
    ['a text', { name: 'Signal' }, { name: 'signal' }],
    ['a set', { processes: ['B', 'a', 'b'] }, { processes: ['A', 'B'] }],
    ['a list', { hosts: ['b', 'a'] }, { hosts: ['a', 'b'] }],
    ['a number', { size: 2 }, { size: 1 }],
    ['a dynamic value', { any: new Dynamic(t.string, 'a') }, { any: new Dynamic(t.string, 'b') }],
    ['a text that has a default', { mode: 'WEB' }, { mode: 'web' }],
    ['what is left to the default', { mode: null }, { mode: 'web' }],
    ['a text in an object', { one: single('A') }, { one: single('a', 'h') }],
    ['texts in a list of objects', { rows: rows(['A', 1], ['B', 2]) }, { rows: rows(['a', 1, '1'], ['b', 2, '2']) }],
    ['texts in a map of objects', { by_key: keyed('A') }, { by_key: keyed('a', '1') }],
    ['texts in a set of objects', { rules: rows(['B', 2], ['A', 1]) }, { rules: rows(['a', 1, '1'], ['b', 2, '2']) }],
    ['one of two names of a set', { rules: rows(['a', 1], ['B', 2]) }, { rules: rows(['a', 1, '1'], ['b', 2, '2']) }],
    [
      'names that two elements share',
      { rules: rows(['A', 1], ['A', 2]) },
      { rules: rows(['a', 2, '2'], ['a', 1, '1']) },
    ],
  ])('%s: plans the stored object, and replaces nothing', (_, configured, prior) => {
    const before = stored(prior);
    expect(plan(config(configured), before)).toMatchObject({ planned: before, requiresReplace: [] });
  });

  it('is the very object that was stored, so that its bytes can go back', () => {
    const before = stored({ name: 'signal', rules: rows(['a', 1, '1']) });
    expect(plan(config({ name: 'Signal', rules: rows(['A', 1]) }), before).planned).toBe(before);
    const proposed = config({ name: 'signal' });
    expect(planAttributes(attributes, { config: proposed, prior: before, proposed: before }).planned).toBe(before);
  });

  it('plans the stored spelling beside a change, also of the element of a set that changes', () => {
    const before = stored({ name: 'signal', rules: rows(['a', 1, '1'], ['b', 2, '2']) });
    const { planned, requiresReplace } = plan(config({ name: 'Signal', rules: rows(['A', 9], ['B', 2]) }), before);
    expect(planned).toMatchObject({ name: 'signal', revision: UNKNOWN, rules: rows(['a', 9, UNKNOWN], ['b', 2, '2']) });
    expect(requiresReplace).toEqual([]);
  });

  it('is taken as it is where something differs in more than spelling, or where nothing is stored', () => {
    expect(plan(config({ name: 'Other' }), stored({ name: 'signal' }))).toMatchObject({
      planned: { name: 'Other' },
      requiresReplace: [[{ kind: 'attribute', name: 'name' }]],
    });
    expect(plan(config({ processes: ['A', 'C'] }), stored({ processes: ['a'] })).planned['processes']).toEqual([
      'A',
      'C',
    ]);
    expect(plan(config({ name: 'Signal' }), stored({})).planned['name']).toBe('Signal');
    expect(plan(config({}), stored({ name: 'signal' })).planned['name']).toBeNull();
    expect(plan(config({ name: 'Signal' }), null).planned['name']).toBe('Signal');
  });

  it('keeps elements of a set apart that are written apart', () => {
    const configured = rows(['A', 1], ['a', 1]);
    expect(plan(config({ rules: configured }), stored({ rules: rows(['a', 1, '1']) })).planned['rules']).toEqual(
      rows(['A', 1, UNKNOWN], ['a', 1, '1']),
    );
    const twice = rows(['a', 1, '1'], ['a', 1, '2']);
    expect(plan(config({ rules: configured }), stored({ rules: twice })).planned['rules']).toHaveLength(2);
  });
});

describe('what is not known yet', () => {
  it('loses what is known about it where the stored spelling may contradict that', () => {
    const refined = new Unknown({ notNull: true, stringPrefix: 'Sig' });
    expect(plan(config({ name: refined }), stored({ name: 'signal' })).planned['name']).toEqual(
      new Unknown({ notNull: true }),
    );
    const sized = new Unknown({ lengthMin: 2 });
    expect(plan(config({ processes: sized }), stored({ processes: ['a'] })).planned['processes']).toBe(UNKNOWN);
    expect(plan(config({ name: refined }), stored({})).planned['name']).toBe(refined);
    expect(plan(config({ note: refined }), stored({ note: 'signal' })).planned['note']).toBe(refined);
  });

  it('does not decide how an element of a set is spelled', () => {
    const before = stored({ rules: rows(['a', 1, '1']) });
    const ports = [UNKNOWN, 1, 9].map((port) => plan(config({ rules: rows(['A', port]) }), before).planned['rules']);
    expect(ports).toEqual([rows(['a', UNKNOWN, UNKNOWN]), rows(['a', 1, '1']), rows(['a', 9, UNKNOWN])]);
  });

  it('is never normalized, nor is null', () => {
    const seen: unknown[] = [];
    const { attributes: watched } = schema({
      description,
      attributes: {
        text: attribute.string({ ...optional, normalize: (value) => (seen.push(value), value) }),
        list: attribute.list(t.string, { ...optional, normalize: (value) => (seen.push(value), value) }),
      },
    });
    const values: Value[] = [null, UNKNOWN, ['a', UNKNOWN]];
    for (const value of values)
      for (const known of values) keepSpelling(watched, { text: null, list: value }, { text: UNKNOWN, list: known });
    keepSpelling(watched, { text: UNKNOWN, list: null }, { text: 'a', list: ['a'] });
    expect(seen).toEqual([]);
    keepSpelling(watched, { text: 'b', list: ['b'] }, { text: 'a', list: ['a'] });
    expect(seen).toEqual(['b', 'a', ['b'], ['a']]);
  });
});

describe('a result', () => {
  it.each<[string, ValueRecord, ValueRecord, ValueRecord]>([
    ['a planned text', { name: 'SIGNAL' }, { name: 'Signal' }, { name: 'Signal' }],
    ['unknowns resolved', { name: 'A', id: '8' }, { name: 'a', id: UNKNOWN }, { name: 'a', id: '8' }],
    [
      'a set in another order',
      { rules: rows(['B', 2, '2'], ['A', 1, '1']) },
      { rules: rows(['a', 1, UNKNOWN], ['b', 2, UNKNOWN]) },
      { rules: rows(['b', 2, '2'], ['a', 1, '1']) },
    ],
    [
      'a name in two spellings',
      { rules: rows(['a', 2, '2'], ['a', 1, '1']) },
      { rules: rows(['a', 1, UNKNOWN], ['A', 2, UNKNOWN]) },
      { rules: rows(['A', 2, '2'], ['a', 1, '1']) },
    ],
    ['another value', { name: 'B' }, { name: 'a' }, { name: 'B' }],
    [
      'one element more',
      { rules: rows(['A', 1, '1'], ['C', 3, '3']) },
      { rules: rows(['a', 1, '1']) },
      { rules: rows(['a', 1, '1'], ['C', 3, '3']) },
    ],
  ])('%s: keeps the spelling that was planned, and nothing else of the plan', (_, returned, planned, kept) => {
    expect(keepSpelling(attributes, stored(returned), stored(planned))).toEqual(stored(kept));
  });

  it('is the same object where no spelling differs', () => {
    const result = stored({ name: 'x', rules: rows(['a', 1, '1']), one: { name: 'y', hash: 'h' } });
    const equal = stored({ name: 'x', rules: rows(['a', 1, '1']), one: { name: 'y', hash: 'i' } });
    expect(keepSpelling(attributes, result, equal)).toBe(result);
    expect(keepSpelling(attributes, result, null)).toBe(result);
  });
});

it('takes no spelling from an element of a set that a value which is not known yet cannot be', () => {
  const port = new Unknown({ numberMin: { value: 2, inclusive: true } });
  const configured = config({ rules: rows(['A', port]) });
  const kept = keepSpelling(attributes, configured, stored({ rules: rows(['a', 1, '1'], ['A', 2, '2']) }));
  expect(kept['rules']).toEqual(rows(['A', port]));
});

describe('a normalize with a bug', () => {
  const broken = (normalize: unknown) =>
    schema({
      description,
      attributes: {
        one: attribute.single({ name: attribute.string({ ...optional, normalize: normalize as never }) }, optional),
      },
    }).attributes;
  it.each<[string, unknown, string]>([
    ['throws', () => JSON.parse('{') as unknown, 'normalize of one.name failed: SyntaxError: '],
    ['returns another type', () => 1, 'normalize of one.name failed: Error: result has a number at its root'],
  ])('that %s is named with its attribute', (_, normalize, message) => {
    const run = () => keepSpelling(broken(normalize), { one: { name: 'A' } }, { one: { name: 'a' } });
    expect(run).toThrow(message);
  });
});
