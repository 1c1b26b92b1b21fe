/** Types of a resource that follow from its schema, where only the client is named. */
import { attribute, forClient, identity, schema, UNKNOWN } from 'terraform-plugin-sdk-ts';
import type { TfNumber } from 'terraform-plugin-sdk-ts';
import { provider } from 'terraform-plugin-sdk-ts';
import { ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { same } from '../support/same';

const description = 'd';
const declared = schema({
  description,
  attributes: {
    name: attribute.string({ description, required: true }),
    size: attribute.number({ description, optional: true }),
    id: attribute.string({ description, computed: true }),
  },
});
const who = identity({ attributes: { id: attribute.string({ description, required: true }) } });

it('infers what operations get and give from the schema, and the identity', async () => {
  const { resource, dataSource, ephemeralResource } = forClient<{ readonly prefix: string }>();
  const thing = resource({
    name: 'x_thing',
    schema: declared,
    create: async ({ planned, client }) => {
      same<typeof planned.size, TfNumber | null>();
      return { ...planned, id: client.prefix + planned.name };
    },
    read: async ({ state: { id, name, size } }) => (id === null || name === null ? null : { id, name, size }),
    update: async ({ planned, prior }) => ({ ...planned, id: (same<typeof prior.id, string>(), prior.id) }),
    delete: async () => undefined,
    identity: who,
    identityOf: ({ id }) => ({ id }),
    importIdentity: async ({ identity: { id } }) => ({ id }),
  });
  const found = dataSource({
    name: 'x_thing',
    schema: declared,
    read: async ({ config, client }) => ({ ...config, id: client.prefix }),
  });
  const open = ephemeralResource({
    name: 'x_thing',
    schema: declared,
    open: async ({ config, client }) => ({ ...config, id: client.prefix }),
  });
  resource({
    ...thing,
    schema: declared,
    // @ts-expect-error the id of a state is a text
    create: async ({ planned }) => ({ ...planned, id: 5 }),
  });
  const served = provider({
    name: 'x',
    version: '1.0.0',
    schema: schema({ description, attributes: {} }),
    configure: async () => ({ prefix: 'p-' }),
    resources: [thing],
    dataSources: [found],
    ephemeralResources: [open],
  });
  const driver = await ProviderDriver.inProcess(served);
  expect((await driver.plan('x_thing', { name: 'n' })).planned).toEqual({ name: 'n', size: null, id: UNKNOWN });
  const made = await driver.apply('x_thing', { name: 'n' });
  expect(made).toMatchObject({ state: { id: 'p-n' }, identity: { id: 'p-n' } });
  expect(await driver.readData('x_thing', { name: 'n' })).toMatchObject({ id: 'p-' });
  expect((await driver.openEphemeral('x_thing', { name: 'n' })).result).toMatchObject({ id: 'p-' });
});
