import {
  attribute,
  identity,
  provider,
  resource,
  schema,
  t,
  upgradeFrom,
  type Identity,
  type ResourceDefinition,
} from 'terraform-plugin-sdk-ts';
import { same } from '../support/same';

const description = 'd';
const who = identity({
  version: 1,
  attributes: {
    region: attribute.string({ description, required: true }),
    number: attribute.integer({ description, optional: true }),
    parts: attribute.list(t.string, { description, optional: true }),
  },
});
const thing = schema({ description, attributes: { id: attribute.string({ description, computed: true }) } });
type Definition = ResourceDefinition<typeof thing, null, typeof who>;

it('infers an identity from its declaration, for who gives it, imports by it and upgrades it', () => {
  interface Known {
    readonly region: string;
    readonly number: number | null;
    readonly parts: readonly string[] | null;
  }
  same<Identity<typeof who>, { readonly [N in keyof Known]: Known[N] }>();
  same<Parameters<NonNullable<Definition['identityOf']>>[0], { readonly id: string }>();
  same<ReturnType<NonNullable<Definition['identityOf']>>, Identity<typeof who>>();
  same<Parameters<NonNullable<Definition['importIdentity']>>[0]['identity'], Identity<typeof who>>();
  upgradeFrom(who, (old) => (same<typeof old, Identity<typeof who>>(), old));
  expect(who.version).toBe(1);
  expect(identity({ attributes: {} }).version).toBe(0);
});

it.each<[string, object, string]>([
  ['Bad', attribute.string({ description, required: true }), 'must be named in snake_case'],
  ['a', attribute.string({ description }), 'must be either required or optional'],
  ['a', attribute.string({ description, required: true, optional: true }), 'must be either required or optional'],
  ['a', attribute.string({ description, required: true, sensitive: true }), 'cannot have the option sensitive'],
  ['a', attribute.string({ description, optional: true, computed: true }), 'cannot have the option computed'],
  ['a', attribute.set(t.string, { description, required: true }), 'must be a text, a number, a bool, or a list'],
  ['a', attribute.list(t.list(t.string), { description, required: true }), 'must be a text, a number'],
  ['a', attribute.single({}, { description, required: true }), 'must be a text, a number'],
])('refuses what Terraform could not have: %s %j %s', (name, one, complaint) => {
  expect(() => identity({ attributes: { [name]: one as never } })).toThrow(
    expect.objectContaining({ message: expect.stringContaining(`attribute ${name} of an identity ${complaint}`) }),
  );
});

it('goes with the one who tells it', () => {
  const bare: Definition = {
    name: 'x_thing',
    schema: thing,
    create: async () => ({ id: '' }),
    read: async () => null,
    update: async () => ({ id: '' }),
    delete: async () => undefined,
  };
  const declare = (changes: Partial<Definition>) => () =>
    resource<typeof thing, null, typeof who>({ ...bare, ...changes });
  const identityOf: Definition['identityOf'] = () => ({ region: 'eu', number: null, parts: null });
  expect(declare({ identity: who })).toThrow('both of identity and identityOf');
  expect(declare({ identityOf })).toThrow('both of identity and identityOf');
  expect(declare({ importIdentity: async () => ({}) })).toThrow('no identity to import by');
  expect(declare({ identityUpgrades: {} })).toThrow('no identity to import by, or to upgrade');
  const settings = schema({ description, attributes: {} });
  const resources = [declare({ identity: who, identityOf })()];
  provider({ name: 'x', version: '1.0.0', schema: settings, resources, configure: async () => null });
});
