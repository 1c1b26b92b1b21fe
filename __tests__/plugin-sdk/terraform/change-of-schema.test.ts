/** Objects that outlive their schema, with the real terraform: new versions of it, and other resource types. */
import {
  attribute,
  moveFrom,
  provider,
  resource,
  schema,
  t,
  upgradeFrom,
  useStateForUnknown,
  type Provider,
  type Schema,
} from 'terraform-plugin-sdk-ts';
import { TerraformWorkspace } from 'terraform-plugin-sdk-ts/testing/terraform';
import { swappable } from '../support/swappable';

const description = 'd';
const id = attribute.string({ description, computed: true, planModifiers: [useStateForUnknown()] });
const v0 = schema({
  description,
  attributes: {
    id,
    words: attribute.string({ description, required: true }),
    size: attribute.number({ description, optional: true }),
  },
});
const v1 = schema({
  description,
  version: 1,
  attributes: {
    id,
    words: attribute.list(t.string, { description, required: true }),
    size: attribute.number({ description, optional: true }),
  },
});
const terraformData = schema({
  description,
  attributes: { id, input: attribute.dynamic({ description, optional: true }) },
});

const never = () => Promise.reject(new Error('not used'));
const first = resource<typeof v0, null>({
  name: 'x_text',
  schema: v0,
  create: async ({ planned }) => ({ ...planned, id: 'made' }),
  read: async ({ state }) => state as never,
  update: never,
  delete: async () => undefined,
});
const second = (name: string) =>
  resource<typeof v1, null>({
    name,
    schema: v1,
    create: never,
    read: async ({ state }) => state as never,
    update: never,
    delete: async () => undefined,
    upgrades: { 0: upgradeFrom(v0, (old) => ({ ...old, words: old.words.split(' ') })) },
    moves: [
      moveFrom({ type: 'x_text', schema: v1 }, (old) => old),
      moveFrom({ type: 'terraform_data', provider: 'builtin/terraform', schema: terraformData }, (old) => ({
        id: old.id,
        words: [old.input?.value as string],
        size: null,
      })),
    ],
  });
const of = (...resources: Provider<null>['resources']): Provider<null> =>
  provider({
    name: 'x',
    version: '1.0.0',
    schema: schema({ description, attributes: {} }),
    resources,
    configure: async () => null,
  });

it('a state is upgraded to a newer schema, then moved to another type; nothing is replaced', async () => {
  const { served, become } = swappable(of(first));
  const workspace = await TerraformWorkspace.create(served);
  try {
    const before = (words: string) => `
resource "x_text" "it" {
  words = ${words}
  size  = 12345678901234567890123
}
resource "terraform_data" "it" {
  input = "c"
}
`;
    await workspace.apply(before('"a b"'));
    become(of(second('x_text'), second('x_words')));
    await workspace.write(before('["a", "b"]'));
    expect((await workspace.plan()).resource_changes).toMatchObject([
      { address: 'terraform_data.it', change: { actions: ['no-op'] } },
      { address: 'x_text.it', change: { actions: ['no-op'] } },
    ]);
    await workspace.mustRun('apply', '-refresh-only', '-auto-approve');
    await workspace.write(`
resource "x_words" "it" {
  words = ["a", "b"]
  size  = 12345678901234567890123
}
moved {
  from = x_text.it
  to   = x_words.it
}
resource "x_words" "data" {
  words = ["c"]
}
moved {
  from = terraform_data.it
  to   = x_words.data
}
`);
    const { resource_changes: changes = [] } = await workspace.plan();
    expect(changes.map(({ address, change }) => [address, change.actions])).toEqual([
      ['x_words.data', ['no-op']],
      ['x_words.it', ['no-op']],
    ]);
    await workspace.mustRun('apply', 'tfplan');
    await workspace.write('resource "x_words" "it" {\n  words = ["a", "b"]\n  size  = 12345678901234567890123\n}\n');
    become(of(second('x_words')));
    expect((await workspace.plan()).resource_changes).toMatchObject([
      { address: 'x_words.data', change: { actions: ['delete'] } },
      { address: 'x_words.it', change: { actions: ['no-op'] } },
    ]);
    await workspace.write(
      'resource "x_words" "it" {\n  words = []\n}\nmoved {\n  from = x_words.data\n  to = x_other.it\n}\n',
    );
    expect((await workspace.run('plan')).exitCode).toBe(1);
  } finally {
    await workspace.remove();
  }
});

it('a state of a version that nobody reads any more is refused, with advice', async () => {
  const { served, become } = swappable(of(first));
  const workspace = await TerraformWorkspace.create(served);
  try {
    const hcl = 'resource "x_text" "it" {\n  words = "a b"\n}\n';
    await workspace.apply(hcl);
    const { upgrades: _, ...without } = second('x_text');
    become(of(without));
    await workspace.write(hcl.replace('"a b"', '["a", "b"]'));
    const { said } = await workspace.run('plan');
    expect(said).toMatch(/State cannot be upgraded .*The stored state has schema version 0; x_text is at 1\./);
  } finally {
    await workspace.remove();
  }
});

/** An object that has the attribute `name` twice: of its own, and in a part. */
function withOptional(name: string): Provider<null> {
  const text = attribute.string({ description, optional: true });
  const size = attribute.number({ description, optional: true });
  const declared = schema({
    description,
    attributes: {
      id,
      size,
      [name]: text,
      part: attribute.single({ size, [name]: text }, { description, optional: true }),
    },
  });
  return of(
    resource<Schema, null>({
      name: 'x_text',
      schema: declared,
      create: async ({ planned }) => ({ ...planned, id: 'made' }),
      read: async ({ state }) => state,
      update: never,
      delete: async () => undefined,
    }),
  );
}

it('of a state of the same version what the schema lost is left out, what it gained is null, and digits stay', async () => {
  const { served, become } = swappable(withOptional('old'));
  const workspace = await TerraformWorkspace.create(served);
  try {
    const hcl = (more: string) => {
      const attributes = `\n  size = 12345678901234567890123\n  ${more}`;
      return `resource "x_text" "it" {${attributes}\n  part = {${attributes}\n  }\n}\n`;
    };
    await workspace.apply(hcl('old = "lost"'));
    become(withOptional('new'));
    await workspace.write(hcl(''));
    const { resource_changes: changes } = await workspace.plan();
    expect(changes).toMatchObject([
      { change: { actions: ['no-op'], before: { id: 'made', new: null, part: { new: null } } } },
    ]);
  } finally {
    await workspace.remove();
  }
});
