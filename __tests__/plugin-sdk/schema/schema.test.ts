import { attribute, block, dataSource, ephemeralResource, provider, resource, schema } from 'terraform-plugin-sdk-ts';
import type { Attributes } from 'terraform-plugin-sdk-ts';

const description = 'd';
const required = attribute.string({ description, required: true });
const optional = attribute.string({ description, optional: true });
const computed = attribute.string({ description, computed: true });
const either = attribute.string({ description, optional: true, computed: true });
const left = { description, optional: true, computed: true } as const;
const users = { description, optional: true } as const;

const LEFT = 'attribute o.a stands in o, which the provider may make';

it.each<[string, Attributes, string]>([
  ['a name in another spelling', { camelCase: required }, 'attribute camelCase must be named in snake_case'],
  [
    'nobody to write it',
    { a: attribute.string({ description }) },
    'attribute a must be required, optional or computed',
  ],
  [
    'two minds',
    { a: attribute.string({ description, required: true, computed: true }) },
    'neither optional nor computed',
  ],
  [
    'a default that never counts',
    { a: attribute.string({ description, optional: true, default: 'x' }) },
    'has a default',
  ],
  [
    'a write-only value that is computed',
    { a: attribute.string({ description, optional: true, computed: true, writeOnly: true }) },
    'cannot be computed',
  ],
  [
    'a write-only value in a set',
    {
      a: attribute.setOf(
        {
          b: attribute.single(
            { c: attribute.string({ description, optional: true, writeOnly: true }) },
            { description, optional: true },
          ),
        },
        { description, optional: true },
      ),
    },
    'attribute a.b.c stands in a set, so it cannot be write-only',
  ],
  ['an optional part of an object left to the provider', { o: attribute.single({ a: optional }, left) }, LEFT],
  ['a required part of one', { o: attribute.single({ a: required }, left) }, LEFT],
  ['such a part in a list', { o: attribute.listOf({ b: either, a: optional }, left) }, LEFT],
  ['such a part in a set', { o: attribute.setOf({ a: required }, left) }, LEFT],
  ['such a part in a map', { o: attribute.mapOf({ a: optional }, left) }, LEFT],
  [
    'such a part in a part that is the provider’s',
    { o: attribute.single({ p: attribute.single({ a: required }, { description, computed: true }) }, left) },
    'attribute o.p.a stands in o, which the provider may make',
  ],
  [
    'such an object in a block',
    { rows: block.list({ o: attribute.single({ a: optional }, left) }, { description }) },
    'attribute rows.o.a stands in rows.o, which the provider may make',
  ],
  [
    'an object left to the provider in a set',
    { s: attribute.setOf({ k: required, o: attribute.single({ a: either }, left) }, users) },
    'attribute s.o stands in a set, whose elements Terraform does not find again',
  ],
  [
    'a computed part in a set inside a set',
    { s: block.set({ k: required, s: block.set({ k: required, a: computed }, { description }) }, { description }) },
    'attribute s.s.a stands in a set inside a set, whose elements Terraform does not find again',
  ],
  [
    'a block that terraform takes for something else',
    { dynamic: block.list({ a: optional }, { description }) },
    'dynamic',
  ],
])('a declaration with %s is refused at once', (_, attributes, why) => {
  expect(() => schema({ description, attributes })).toThrow(why);
});

it('a declaration in order is taken as it is, at version 0', () => {
  expect(schema({ description, attributes: { a: required } })).toEqual({
    description,
    version: 0,
    attributes: { a: required },
  });
});

it.each(['count', 'for_each', 'depends_on', 'lifecycle', 'locals', '_'])(
  'no root attribute can be named %s',
  (name) => {
    const why = `attribute ${name} has a name that Terraform keeps for itself`;
    expect(() => schema({ description, attributes: { [name]: optional } })).toThrow(why);
    expect(() => schema({ description, attributes: { [name]: block.list({ a: optional }, { description }) } })).toThrow(
      why,
    );
    const inside = { rows: block.list({ [name]: optional }, { description }) };
    expect(() => schema({ description, attributes: inside })).not.toThrow();
  },
);

/** Declares something of each kind with an attribute of that name, and gives the kinds that refuse it. */
function refusing(name: string): string[] {
  const declared = schema({ description, attributes: { [name]: optional } });
  const definition = { name: 'x_thing', schema: declared } as never;
  const kinds: Record<string, () => unknown> = {
    resource: () => resource(definition),
    'data source': () => dataSource(definition),
    'ephemeral resource': () => ephemeralResource(definition),
    provider: () => provider({ name: 'x', version: '1', schema: declared, resources: [], configure: async () => null }),
  };
  return Object.entries(kinds).flatMap(([kind, declare]) => {
    try {
      declare();
      return [];
    } catch (cause) {
      expect(String(cause)).toContain(`attribute ${name} of ${kind} x`);
      return [kind];
    }
  });
}

it.each([
  ['provider', ['resource', 'data source', 'ephemeral resource']],
  ['provisioner', ['resource']],
  ['connection', ['resource']],
  ['alias', ['provider']],
  ['version', ['provider']],
  ['source', ['provider']],
  ['dynamic', []],
])('an attribute %s is refused in these: %j', (name, kinds) => {
  expect(refusing(name)).toEqual(kinds);
});
