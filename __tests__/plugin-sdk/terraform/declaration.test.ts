/** What a declaration is refused for is what the real terraform does not let a provider have; what is let through works. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attribute, block, provider, resource, schema, t } from 'terraform-plugin-sdk-ts';
import type { Attributes, Provider, Schema } from 'terraform-plugin-sdk-ts';
import { TerraformWorkspace, testTerraform } from 'terraform-plugin-sdk-ts/testing/terraform';

const description = 'd';
const nothing = schema({ description, attributes: {} });
const optional = attribute.string({ description, optional: true });
const required = attribute.string({ description, required: true });
const computed = attribute.string({ description, computed: true });
const either = attribute.string({ description, optional: true, computed: true });
const secret = attribute.string({ description, optional: true, writeOnly: true });
const left = { description, optional: true, computed: true } as const;
const theirs = { description, computed: true } as const;
const users = { description, optional: true } as const;

/** A provider that stores what it is told to, whatever is configured. */
function storing(attributes: Attributes, stored: object): Provider {
  const declared: Schema = schema({ description, attributes });
  const state = async () => stored as never;
  return provider({
    name: 'x',
    version: '1.0.0',
    schema: nothing,
    configure: async () => null,
    resources: [
      resource<Schema, null>({
        name: 'x_thing',
        schema: declared,
        create: state,
        read: state,
        update: state,
        delete: async () => undefined,
      }),
    ],
  });
}

const made = { a: 'srv', b: null };
it.each<[string, Attributes, object, string]>([
  [
    'an object that is only the provider’s, whatever is in it',
    { o: attribute.single({ a: required, b: optional }, theirs) },
    { o: made },
    '',
  ],
  ['a list of such', { o: attribute.listOf({ a: required, b: optional }, theirs) }, { o: [made] }, ''],
  ['a set of such', { o: attribute.setOf({ a: required, b: optional }, theirs) }, { o: [made] }, ''],
  [
    'an object left to the provider, of what it may make',
    { o: attribute.single({ a: either, b: computed, s: secret }, left) },
    { o: { ...made, s: null } },
    '',
  ],
  ['a set of such', { o: attribute.setOf({ a: either, b: either }, left) }, { o: [made] }, ''],
  [
    'an object with a default',
    { o: attribute.single({ a: required, b: optional }, { ...left, default: made as never }) },
    { o: made },
    '',
  ],
  [
    'an object of the provider in a set',
    { o: attribute.setOf({ k: required, p: attribute.single({ a: required, b: optional }, theirs) }, users) },
    { o: [{ k: 'k', p: made }] },
    'o = [{ k = "k" }]',
  ],
  [
    'a set of texts in a set',
    { o: attribute.setOf({ k: required, c: computed, p: attribute.set(t.string, left) }, users) },
    { o: [{ k: 'k', c: 'c', p: ['x'] }] },
    'o = [{ k = "k" }]',
  ],
  [
    'a default in a set inside a set',
    {
      o: attribute.setOf(
        { k: required, p: attribute.setOf({ k: required, a: attribute.string({ ...left, default: 'srv' }) }, users) },
        users,
      ),
    },
    { o: [{ k: 'k', p: [{ k: 'k', a: 'srv' }] }] },
    'o = [{ k = "k", p = [{ k = "k" }] }]',
  ],
  [
    'blocks by names that are only reserved at the root',
    { o: block.list({ count: optional, lifecycle: optional, dynamic: optional }, { description }) },
    { o: [{ count: 'c', lifecycle: 'l', dynamic: 'd' }] },
    'o {\ncount = "c"\nlifecycle = "l"\ndynamic = "d"\n}',
  ],
])('%s plans empty once it is made', async (_, attributes, stored, body) => {
  await testTerraform(storing(attributes, stored), [
    { config: `resource "x_thing" "it" {\n${body}\n}\n`, state: { 'x_thing.it': stored as never } },
  ]);
});

const ROOTS = ['resource', 'data', 'ephemeral', 'provider'] as const;
type Root = (typeof ROOTS)[number];
const RESERVED: Readonly<Record<string, readonly Root[]>> = {
  count: ROOTS,
  for_each: ROOTS,
  depends_on: ROOTS,
  lifecycle: ROOTS,
  locals: ROOTS,
  _: ROOTS,
  provider: ['resource', 'data', 'ephemeral'],
  provisioner: ['resource'],
  connection: ['resource'],
  alias: ['provider'],
  version: ['provider'],
  source: ['provider'],
  dynamic: [],
};

/** A provider whose schemas nobody has checked. */
function unchecked(root: Root, see: (config: unknown) => void): Provider {
  const attributes = Object.fromEntries(Object.keys(RESERVED).map((name) => [name, optional]));
  const at = (one: Root) => ({
    name: 'x_thing',
    schema: one === root ? { version: 0, description, attributes } : nothing,
    validate: (config: unknown) => (one === root && see(config), []),
  });
  const served = {
    ...at('provider'),
    name: 'x',
    version: '1.0.0',
    configure: async () => null,
    resources: [at('resource')],
    dataSources: [at('data')],
    ephemeralResources: [at('ephemeral')],
  };
  return served as unknown as Provider;
}

it.each(ROOTS)('the names that are refused in a %s are those that terraform keeps for itself there', async (root) => {
  let seen: object = {};
  const workspace = await TerraformWorkspace.create(unchecked(root, (config) => (seen = config as object)));
  try {
    const required_providers = { x: { source: 'terraform.local/test/x' } };
    await writeFile(join(workspace.folder, 'main.tf'), '');
    const reached: string[] = [];
    for (const name of Object.keys(RESERVED)) {
      seen = {};
      const body = { [name]: 'v' };
      const used = { resource: { x_thing: { it: {} } } };
      const written = root === 'provider' ? { provider: { x: body }, ...used } : { [root]: { x_thing: { it: body } } };
      const json = JSON.stringify({ terraform: { required_providers }, ...written });
      await writeFile(join(workspace.folder, 'main.tf.json'), json);
      await workspace.run('validate');
      if ((seen as Record<string, unknown>)[name] === 'v') reached.push(name);
    }
    expect(reached).toEqual(Object.keys(RESERVED).filter((name) => !RESERVED[name]?.includes(root)));
  } finally {
    await workspace.remove();
  }
});
