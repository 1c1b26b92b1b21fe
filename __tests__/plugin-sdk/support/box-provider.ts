/** A provider whose objects have identities: `x_box`. */
import { attribute, identity, oneOf, provider, resource, schema, upgradeFrom } from 'terraform-plugin-sdk-ts';
import type { ResourceDefinition, State } from 'terraform-plugin-sdk-ts';

const description = 'd';
export const who = identity({
  version: 2,
  attributes: {
    region: attribute.string({ description: 'Where.', required: true, validators: [oneOf('eu', 'us')] }),
    id: attribute.integer({ description: 'Which.', required: true }),
    tenant: attribute.string({ description: 'Whose.', optional: true }),
  },
});
const whoV0 = identity({ attributes: { name: attribute.string({ description, required: true }) } });

export const box = schema({
  description,
  attributes: {
    id: attribute.integer({ description, computed: true }),
    region: attribute.string({ description, required: true }),
    text: attribute.string({ description, optional: true }),
  },
});
type Box = typeof box;
export type BoxDefinition = ResourceDefinition<Box, null, typeof who>;

export const TYPE = 'x_box';

/** `changes` replaces parts of the resource, to make it misbehave. */
export function boxes(changes: Partial<BoxDefinition> = {}) {
  const stored = new Map<number, State<Box>>();
  const put = (state: State<Box>): State<Box> => (stored.set(state.id, state), state);
  const definition: BoxDefinition = {
    name: TYPE,
    schema: box,
    create: async ({ planned }) => put({ ...planned, id: stored.size + 1 }),
    read: async ({ state: { id } }) => stored.get(id ?? 0) ?? null,
    update: async ({ planned, prior }) => put({ ...planned, id: prior.id }),
    delete: async ({ prior }) => void stored.delete(prior.id),
    importState: async ({ id }) => ({ id: Number(id) }),
    identity: who,
    identityOf: ({ id, region }) => ({ id, region, tenant: 'mine' }),
    importIdentity: async ({ identity: { id } }) => ({ id }),
    identityUpgrades: {
      0: upgradeFrom(whoV0, ({ name }) => ({ region: 'eu', id: name.length, tenant: null })),
    },
    ...changes,
  };
  const served = provider({
    name: 'x',
    version: '1.0.0',
    schema: schema({ description, attributes: {} }),
    resources: [resource(definition)],
    configure: async () => null,
  });
  return { stored, served };
}

/** An identity of one of them. */
export const EU = { region: 'eu', id: 1, tenant: 'mine' };
