import { DiagnosticError, error, isKnown, resource, warning } from '../../../plugin-sdk';
import type { Operation, State, Unknown } from '../../../plugin-sdk';
import type { Configuration, TenantClient, TrafficType } from '../../client';
import { etagOf } from '../../collection-resource';
import { explained } from '../../explain';
import { tenantOf, type Session } from '../../session';
import { pathOf } from '../configuration/api-mapping';
import { defaultConfiguration as schema } from './schema';

type DefaultState = State<typeof schema>;

/** `config_id` of the default tenant configuration. [doc] */
const DEFAULT_ID = '0';
/** Private state: whether this resource ever wrote. What it never wrote, it does not put back. */
const WRITTEN = 'written';

export const defaultConfiguration = resource<typeof schema, Session>({
  name: 'netskopesteering_default_configuration',
  schema,

  async create({ client, signal, planned, privateState, warn }) {
    privateState.set(WRITTEN, false);
    const tenant = tenantOf(client);
    const current = await read(tenant, signal);
    const found = { traffic_mode: current.traffic_type };
    const adopted = await write(tenant, current, planned.traffic_mode, { signal, privateState });
    warn(
      warning(
        'The default configuration was there before',
        'It cannot be created, so it was adopted as it is. Import it instead, so that the plan shows what changes: ' +
          'an import block with id "0", or terraform import netskopesteering_default_configuration.NAME 0.',
      ),
    );
    return stateOf(adopted, found);
  },

  async read({ client, signal, state, privateState }) {
    if (client.tenant === null) return state as DefaultState;
    const current = await read(client.tenant, signal);
    privateState.set('etag', current.etag);
    return stateOf(current, state.found ?? { traffic_mode: current.traffic_type });
  },

  async update({ client, signal, planned, prior, privateState }) {
    const tenant = tenantOf(client);
    const current = await read(tenant, signal);
    return stateOf(await write(tenant, current, planned.traffic_mode, { signal, privateState }), prior.found);
  },

  async delete({ client, signal, prior, privateState }) {
    if (privateState.get(WRITTEN) === false) return;
    const tenant = tenantOf(client);
    await write(tenant, await read(tenant, signal), prior.found.traffic_mode, { signal, privateState });
  },

  importState({ client, id, privateState }) {
    tenantOf(client);
    if (id !== DEFAULT_ID) {
      const detail = `The default configuration has the id "0", not ${JSON.stringify(id)}. Import others as netskopesteering_configuration.`;
      throw new DiagnosticError(error('Not the default configuration', detail));
    }
    privateState.set(WRITTEN, false);
    return Promise.resolve({ id });
  },
});

async function read(tenant: TenantClient, signal: AbortSignal): Promise<Configuration> {
  const current = await told('read', tenant.configurations.find(DEFAULT_ID, { signal }));
  if (current !== null) return current;
  const detail =
    'The tenant lists no configuration with config_id 0, which every tenant has. Check server_url and the configurations path.';
  throw new DiagnosticError(error('No default configuration', detail));
}

/** Sets the traffic mode where one is asked for and it differs. */
async function write(
  tenant: TenantClient,
  current: Configuration,
  mode: string | Unknown,
  { signal, privateState }: Pick<Operation<Session>, 'signal' | 'privateState'>,
): Promise<Configuration> {
  if (!isKnown(mode) || mode === current.traffic_type) return current;
  const options = { signal, ...etagOf(privateState) };
  const patch = { traffic_type: mode as TrafficType };
  const updated = await told('update', tenant.configurations.update(DEFAULT_ID, patch, options));
  privateState.set(WRITTEN, true);
  privateState.set('etag', updated.etag);
  return updated;
}

function stateOf(current: Configuration, found: DefaultState['found']): DefaultState {
  return {
    id: DEFAULT_ID,
    name: current.config_name,
    enabled: current.enabled,
    traffic_mode: current.traffic_type,
    found,
  };
}

function told<T>(action: string, run: Promise<T>): Promise<T> {
  return explained(run, `Cannot ${action} the default configuration`, pathOf);
}
