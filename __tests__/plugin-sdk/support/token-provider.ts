/** A provider with an ephemeral resource, `x_token`, and a resource that takes what must not be stored, `x_vault`. */
import { attribute, DiagnosticError, ephemeralResource, error, path, provider } from 'terraform-plugin-sdk-ts';
import { requiresReplace, resource, schema, timeouts, useStateForUnknown } from 'terraform-plugin-sdk-ts';
import type { EphemeralResourceDefinition } from 'terraform-plugin-sdk-ts';

const description = 'd';

const token = schema({
  description,
  attributes: {
    user: attribute.string({ description, required: true }),
    scope: attribute.string({ description, optional: true, computed: true, default: 'all' }),
    secret: attribute.string({ description, computed: true, sensitive: true }),
    timeouts: timeouts({ open: '1m' }),
  },
});

const vault = schema({
  description,
  attributes: {
    id: attribute.string({ description, computed: true, planModifiers: [useStateForUnknown()] }),
    name: attribute.string({ description, required: true, planModifiers: [requiresReplace()] }),
    secret: attribute.string({ description, optional: true, writeOnly: true, sensitive: true }),
    secret_version: attribute.integer({ description, optional: true }),
    inner: attribute.single(
      { pin: attribute.integer({ description, optional: true, writeOnly: true }) },
      { description, optional: true },
    ),
  },
});

export type TokenDefinition = EphemeralResourceDefinition<typeof token, null>;

/** `did` says what happened to tokens, in order; `vaults` what secrets were written. */
export function tokenProvider(changes: Partial<TokenDefinition> = {}) {
  const did: string[] = [];
  const vaults = new Map<string, string>();
  const ofToken: TokenDefinition = {
    name: 'x_token',
    schema: token,
    async open({ config: { user, scope, timeouts }, privateState, renewAt }) {
      if (user === 'nobody') throw new DiagnosticError(error('No such user', 'Nobody is called nobody.', path('user')));
      did.push(`open ${user}`);
      privateState.set('user', user);
      renewAt(new Date(Date.now() + 1));
      return { user, scope, secret: `${user}-secret`, timeouts };
    },
    async renew({ privateState }) {
      did.push(`renew ${String(privateState.get('user'))}`);
    },
    async close({ privateState }) {
      did.push(`close ${String(privateState.get('user'))}`);
    },
    ...changes,
  };
  const ofVault = resource<typeof vault, null>({
    name: 'x_vault',
    schema: vault,
    async create({ planned: { name, secret_version, inner }, config }) {
      vaults.set(name, `${JSON.stringify(config.secret)} ${JSON.stringify(config.inner)}`);
      // What is write-only stays out of the state, even where an author lets it in.
      return { id: name, name, secret: config.secret as null, secret_version, inner };
    },
    read: async ({ state: { id, name, ...state } }) =>
      id !== null && vaults.has(id) ? { ...state, id, name: name ?? id } : null,
    async update({ planned, prior: { id }, config }) {
      vaults.set(id, `${JSON.stringify(config.secret)} ${JSON.stringify(config.inner)}`);
      return { ...planned, id };
    },
    delete: async ({ prior: { id } }) => void vaults.delete(id),
    importState: async ({ id }) => ({ id }),
  });
  const served = provider({
    name: 'x',
    version: '1.0.0',
    schema: schema({ description, attributes: {} }),
    resources: [ofVault],
    ephemeralResources: [ephemeralResource(ofToken)],
    configure: async () => null,
  });
  return { did, vaults, served };
}
