import { pathText } from '../../../providers/plugin-sdk/diagnostics';
import { planAttributes, type PlanInput } from '../../../providers/plugin-sdk/engine/plan';
import { proposedNew } from '../../../providers/plugin-sdk/engine/rules/proposed-new';
import {
  attribute,
  requiresReplace,
  schema,
  t,
  useStateForUnknown,
  type PlanModifier,
} from '../../../providers/plugin-sdk/schema';
import { UNKNOWN, Unknown, type ValueRecord } from '../../../providers/plugin-sdk/values';

const description = 'd';
const { attributes } = schema({
  description,
  attributes: {
    id: attribute.string({ description, computed: true, planModifiers: [useStateForUnknown()] }),
    revision: attribute.string({ description, computed: true }),
    name: attribute.string({ description, required: true }),
    region: attribute.string({ description, optional: true, planModifiers: [requiresReplace()] }),
    mode: attribute.string({ description, optional: true, computed: true, default: 'web' }),
    secret: attribute.string({ description, optional: true, writeOnly: true }),
    hosts: attribute.set(t.string, { description, optional: true }),
    windows: attribute.single(
      {
        match: attribute.string({ description, optional: true, computed: true, default: 'exact' }),
        processes: attribute.set(t.string, { description, required: true }),
        hash: attribute.string({ description, computed: true }),
      },
      { description, optional: true },
    ),
    rules: attribute.setOf(
      {
        port: attribute.integer({ description, required: true }),
        transport: attribute.string({ description, optional: true, computed: true, default: 'tcp' }),
        row: attribute.string({ description, computed: true, planModifiers: [useStateForUnknown()] }),
      },
      { description, optional: true },
    ),
    found: attribute.single(
      { mode: attribute.string({ description, computed: true }) },
      { description, computed: true, planModifiers: [useStateForUnknown()] },
    ),
  },
});

const nothing: ValueRecord = Object.fromEntries(Object.keys(attributes).map((name) => [name, null]));
const config = (values: ValueRecord): ValueRecord => ({ ...nothing, name: 'n', ...values });

function plan(configured: ValueRecord, prior: ValueRecord | null = null) {
  const input: PlanInput = { config: configured, prior, proposed: proposedNew(attributes, prior, configured) };
  return planAttributes(attributes, input);
}

const stored: ValueRecord = {
  ...nothing,
  id: '7',
  revision: 'r1',
  name: 'n',
  mode: 'web',
  found: { mode: 'all' },
};

it('sets defaults and leaves computed values unknown when an object is created', () => {
  const { planned, requiresReplace } = plan(
    config({ secret: 's', windows: { match: null, processes: ['a'], hash: null } }),
  );
  expect(planned).toEqual({
    ...config({}),
    id: UNKNOWN,
    revision: UNKNOWN,
    mode: 'web',
    windows: { match: 'exact', processes: ['a'], hash: UNKNOWN },
    found: UNKNOWN,
  });
  expect(requiresReplace).toEqual([]);
});

it('plans nothing where nothing changes, whatever the order of a set', () => {
  const prior = { ...stored, hosts: ['a', 'b'] };
  const { planned } = plan(config({ hosts: ['b', 'a'] }), prior);
  expect(planned).toEqual({ ...prior, hosts: ['b', 'a'] });
});

it('keeps stable computed values in an update, and leaves the others unknown', () => {
  const { planned } = plan(config({ name: 'other' }), stored);
  expect(planned).toMatchObject({ id: '7', revision: UNKNOWN, found: { mode: 'all' } });
});

it('returns to the default when the configuration no longer sets a value', () => {
  expect(plan(config({}), { ...stored, mode: 'all' }).planned).toMatchObject({ mode: 'web', revision: UNKNOWN });
});

it('replaces where a modifier says so, also when the new value is unknown', () => {
  const at = [[{ kind: 'attribute', name: 'region' }]];
  expect(plan(config({ region: 'eu' }), { ...stored, region: 'us' }).requiresReplace).toEqual(at);
  expect(plan(config({ region: UNKNOWN }), { ...stored, region: 'us' }).requiresReplace).toEqual(at);
  expect(plan(config({ region: 'us' }), { ...stored, region: 'us' }).requiresReplace).toEqual([]);
});

it('keeps configured unknowns with what is known about them', () => {
  const refined = new Unknown({ notNull: true, stringPrefix: 'beta-' });
  expect(plan(config({ region: refined })).planned['region']).toBe(refined);
});

it('finds the stored twin of each set element, so that its computed values survive', () => {
  const rows = (...ports: [number, string | null][]) => ports.map(([port, row]) => ({ port, transport: 'tcp', row }));
  const wanted = (...ports: number[]) => ports.map((port) => ({ port, transport: null, row: null }));
  const prior = { ...stored, rules: rows([443, 'a'], [5222, 'b']) };
  const { planned } = plan(config({ rules: wanted(5222, 80) }), prior);
  expect(planned['rules']).toEqual([
    { port: 5222, transport: 'tcp', row: 'b' },
    { port: 80, transport: 'tcp', row: UNKNOWN },
  ]);
});

it('leaves an unknown nested object unknown', () => {
  expect(plan(config({ windows: UNKNOWN })).planned['windows']).toBe(UNKNOWN);
});

describe('inside an object that the provider made on its own', () => {
  const { attributes: made } = schema({
    description,
    attributes: {
      name: attribute.string({ description, required: true }),
      settings: attribute.single(
        {
          mode: attribute.string({ description, optional: true, computed: true, default: 'web' }),
          hash: attribute.string({ description, computed: true }),
        },
        { description, optional: true, computed: true },
      ),
    },
  });
  const plannedOf = (name: string) => {
    const prior = { name: 'n', settings: { mode: 'all', hash: 'h' } };
    const configured = { name, settings: null };
    return planAttributes(made, { config: configured, prior, proposed: proposedNew(made, prior, configured) }).planned;
  };

  it('no default is taken, so that nothing seems to change', () => {
    expect(plannedOf('n')).toEqual({ name: 'n', settings: { mode: 'all', hash: 'h' } });
    expect(plannedOf('other')).toEqual({ name: 'other', settings: UNKNOWN });
  });
});

it('keeps a configured value in a set where a computed neighbour is not known, whatever the order', () => {
  const { attributes: loose } = schema({
    description,
    attributes: {
      rules: attribute.setOf(
        {
          a: attribute.string({ description, optional: true, computed: true }),
          b: attribute.string({ description, optional: true, computed: true }),
        },
        { description, required: true },
      ),
    },
  });
  const configured = {
    rules: [
      { a: null, b: null },
      { a: 'x', b: null },
    ],
  };
  for (const proposed of [configured, { rules: [...configured.rules].reverse() }]) {
    const { planned } = planAttributes(loose, { config: configured, prior: null, proposed });
    expect(planned['rules']).toEqual(
      expect.arrayContaining([
        { a: UNKNOWN, b: UNKNOWN },
        { a: 'x', b: UNKNOWN },
      ]),
    );
  }
});

it('takes a default in the form in which it will be read back', () => {
  const { attributes: spelled } = schema({
    description,
    attributes: {
      tags: attribute.set(t.string, { description, optional: true, computed: true, default: ['e\u0301', '\u00e9'] }),
    },
  });
  const { planned } = planAttributes(spelled, { config: { tags: null }, prior: null, proposed: { tags: null } });
  expect(planned).toEqual({ tags: ['\u00e9'] });
});

it('keeps what was made in the elements of a set, where Terraform does not find them again', () => {
  const made = { description, computed: true } as const;
  const { attributes: withRows } = schema({
    description,
    attributes: {
      rows: attribute.setOf(
        {
          key: attribute.string({ description, required: true }),
          addresses: attribute.set(t.string, made),
          owner: attribute.single({ name: attribute.string(made) }, made),
        },
        { description, required: true },
      ),
    },
  });
  const row = (key: string, values: ValueRecord = {}) => ({ key, addresses: null, owner: null, ...values });
  const prior = { rows: [row('a', { addresses: ['1', '2'], owner: { name: 'x' } })] };
  const planOf = (...rows: ValueRecord[]) => {
    const proposed = proposedNew(withRows, prior, { rows });
    expect(proposed).toEqual({ rows });
    return planAttributes(withRows, { config: { rows }, prior, proposed }).planned;
  };
  expect(planOf(row('a'))).toBe(prior);
  const added = row('b', { addresses: UNKNOWN, owner: UNKNOWN });
  expect(planOf(row('b'), row('a'))).toEqual({ rows: [added, row('a', { addresses: UNKNOWN, owner: UNKNOWN })] });
});

it('tells a plan modifier what stands beside its attribute, in the object that holds it', () => {
  const seen: unknown[] = [];
  const look: PlanModifier = ({ path: at, sibling }) => {
    const { config, prior, planned } = sibling('size');
    seen.push([pathText(at), config, prior, planned, sibling('other').planned]);
    return undefined;
  };
  const inside = {
    size: attribute.number({ description, optional: true, computed: true, default: 1 }),
    disk: attribute.string({ description, optional: true, planModifiers: [look] }),
  };
  const { attributes: beside } = schema({
    description,
    attributes: { ...inside, rows: attribute.listOf(inside, { description, optional: true }) },
  });
  const configured = { size: null, disk: 'd', rows: [{ size: 5, disk: 'e' }] };
  const prior = { size: 2, disk: 'd', rows: [{ size: 4, disk: 'e' }] };
  planAttributes(beside, { config: configured, prior, proposed: configured });
  planAttributes(beside, { config: configured, prior: null, proposed: configured });
  expect(seen).toEqual([
    ['disk', null, 2, 1, null],
    ['rows[0].disk', 5, 4, 5, null],
    ['disk', null, null, 1, null],
    ['rows[0].disk', 5, null, 5, null],
  ]);
});
