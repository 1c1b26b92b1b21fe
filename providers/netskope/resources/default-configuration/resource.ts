/**
 * The resource of the default configuration, which every tenant has. It is adopted instead of created. Instead of
 * deleting it, a destroy puts back what was found.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  DiagnosticError,
  error,
  isWhollyKnown,
  pathText,
  resource,
  warning,
  type Operation,
  type PrivateState,
  type State,
  type ValueRecord,
} from 'terraform-plugin-sdk-ts';
import type { Configuration, ConfigurationPatch, TenantClient } from '../../client';
import { etagOf } from '../../collection-resource';
import { explained } from '../../explain';
import { judgePlan, keepCreated, refuseIfDropped } from '../../judgement';
import { tenantOf, type TenantSession } from '../../session';
import { byId, DEFAULT_CONFIGURATION_ID, readValue } from '../../values';
import { pathOf, priorityOf } from '../configuration/api-mapping';
import { complainAboutSteered, STEERED_WITHOUT_EFFECT } from '../configuration/contradictions';
import { pathOfSteered, steeredFromApi, steeredToApi, type Steered } from '../configuration/steered';
import { defaultConfiguration as schema } from './schema';

/**
 * The text of a plan without an import: how the configuration is now, and what changes.
 *
 * @param found the configuration as the tenant has it; null where the tenant cannot be asked yet
 */
function describeAdoption(found: Steered | null, config: Steered): string {
  const advice =
    'Import it instead, so that the plan shows what changes: an import block with id "0", or ' +
    'terraform import netskopesteering_default_configuration.NAME 0.';
  const adopts = 'It cannot be created, so it is adopted';
  if (found === null)
    return `${adopts}. What it says now is not known, because the provider's settings are not. ${advice}`;
  const now = steeredToApi(found);
  const wanted = Object.entries(steeredToApi(config)) as [keyof ConfigurationPatch, unknown][];
  const changes = wanted
    .filter(([field, value]) => !same(value, now[field]))
    .map(([field, value]) => `${nameOf(field)} from ${textOf(now[field])} to ${textOf(value)}`);
  const unknown = isWhollyKnown(config as unknown as ValueRecord) ? [] : ['what is known only after the apply'];
  const changed = [...changes, ...unknown];
  return `${adopts} as it is: ${assignments(now)}. This changes ${changed.length === 0 ? 'nothing' : changed.join(', ')}. ${advice}`;
}

/** The text of a plan to destroy, which writes the fields of `restored`. */
function describeReturn(restored: ConfigurationPatch): string {
  const texts = assignments(restored);
  const back =
    texts === '' ? 'This resource changed nothing, so nothing is put back' : `These values are put back: ${texts}`;
  return `A tenant always has it; only Terraform forgets it. ${back}. Everything else stays as it is.`;
}

/** Whether two values are the same. Lists of the tenant have no order. [vendor] */
function same(a: unknown, b: unknown): boolean {
  const unordered = (value: unknown) => (Array.isArray(value) ? [...(value as string[])].sort() : value);
  return isDeepStrictEqual(unordered(a), unordered(b));
}

function assignments(fields: ConfigurationPatch): string {
  return Object.entries(fields)
    .map(([field, value]) => `${nameOf(field)} = ${textOf(value)}`)
    .join(', ');
}

function nameOf(field: string): string {
  return pathText(pathOfSteered([field]) ?? []);
}

/** A value as a message shows it. The traffic mode of one location stands in an object of its own. */
function textOf(value: unknown): string {
  const mode = (value as { readonly traffic_type?: unknown } | null | undefined)?.traffic_type;
  return JSON.stringify(mode ?? value ?? null);
}

type DefaultState = State<typeof schema>;

/** Terraform's name of the resource. */
const NAME = 'netskopesteering_default_configuration';
/** The word for the object in messages. */
const TITLE = 'default configuration';
/** The key in private state for the fields that this resource has ever written. Other fields are not put back. */
const WRITTEN = 'written';

export const defaultConfiguration = resource<typeof schema, TenantSession, typeof byId>({
  name: NAME,
  schema,
  identity: byId,
  identityOf: ({ id }) => ({ id }),
  validate: complainAboutSteered,

  async modifyPlan(request) {
    const plan = await judgePlan({ name: NAME, withoutEffect: STEERED_WITHOUT_EFFECT }, request);
    const { client, signal, prior, config, warn } = request;
    if (prior !== null) return plan;
    const current = client.tenant && foundIn(await read(client.tenant, signal));
    warn(warning('The default configuration is there already', describeAdoption(current, config)));
    return { ...plan, id: DEFAULT_CONFIGURATION_ID, enabled: true };
  },

  planDelete({ prior, privateState, warn }) {
    warn(warning('The default configuration stays', describeReturn(restoredBy(prior, privateState))));
    return Promise.resolve();
  },

  async create({ client, signal, planned, privateState, saveState }) {
    privateState.set(WRITTEN, []);
    const tenant = tenantOf(client);
    const current = await read(tenant, signal);
    const adopted = await write(tenant, current, steeredToApi(planned), { signal, privateState });
    const state = stateOf(adopted, planned, foundIn(current));
    saveState(state);
    refuseIfDropped({ schema, title: TITLE }, planned, state, keepCreated(DEFAULT_CONFIGURATION_ID));
    return state;
  },

  async read({ client, signal, state, privateState }) {
    if (client.tenant === null) return state as DefaultState;
    const current = await read(client.tenant, signal);
    privateState.set('etag', current.etag);
    return stateOf(current, state, state.found ?? foundIn(current));
  },

  async update({ client, signal, planned, prior, privateState, saveState }) {
    const tenant = tenantOf(client);
    const current = await read(tenant, signal);
    const updated = await write(tenant, current, steeredToApi(planned), { signal, privateState });
    const state = stateOf(updated, planned, prior.found);
    saveState(state);
    refuseIfDropped({ schema, title: TITLE }, planned, state);
    return state;
  },

  async delete({ client, signal, prior, privateState }) {
    const restored = restoredBy(prior, privateState);
    if (Object.keys(restored).length === 0) return;
    const tenant = tenantOf(client);
    await write(tenant, await read(tenant, signal), restored, { signal, privateState });
  },

  importState: adopt,
  importIdentity: ({ identity, ...operation }) => adopt({ ...operation, id: identity.id }),
});

function adopt({ client, id, privateState }: Operation<TenantSession> & { id: string }) {
  tenantOf(client);
  if (id !== DEFAULT_CONFIGURATION_ID) {
    const detail = `The default configuration has the id "0", not ${JSON.stringify(id)}. Import others as netskopesteering_configuration.`;
    throw new DiagnosticError(error('Not the default configuration', detail));
  }
  privateState.set(WRITTEN, []);
  return Promise.resolve({ id });
}

async function read(tenant: TenantClient, signal: AbortSignal): Promise<Configuration> {
  const current = await told('read', tenant.configurations.find(DEFAULT_CONFIGURATION_ID, { signal }));
  if (current !== null) return current;
  const detail =
    'The tenant lists no configuration with config_id 0, which every tenant has. Check server_url and the configurations path.';
  throw new DiagnosticError(error('No default configuration', detail));
}

/** Writes the fields that differ; nothing is sent where none does. */
async function write(
  tenant: TenantClient,
  current: Configuration,
  wanted: ConfigurationPatch,
  { signal, privateState }: Pick<Operation<TenantSession>, 'signal' | 'privateState'>,
): Promise<Configuration> {
  const patch = Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => !same(value, current[field as keyof Configuration])),
  ) as ConfigurationPatch;
  if (Object.keys(patch).length === 0) return current;
  const updated = await told(
    'update',
    tenant.configurations.update(DEFAULT_CONFIGURATION_ID, patch, { signal, ...etagOf(privateState) }),
  );
  const written = writtenFields(privateState);
  if (written !== undefined) privateState.set(WRITTEN, [...new Set([...written, ...Object.keys(patch)])].sort());
  privateState.set('etag', updated.etag);
  return updated;
}

/** What a destroy puts back: the fields that this resource wrote, as they were found. */
function restoredBy({ found }: DefaultState, privateState: PrivateState): ConfigurationPatch {
  const written = writtenFields(privateState);
  const fields = Object.entries(steeredToApi(found));
  return Object.fromEntries(fields.filter(([field]) => written?.includes(field) ?? true));
}

/**
 * The fields that this resource wrote; undefined where that record was lost, and then all fields that were found are
 * put back.
 */
function writtenFields(privateState: PrivateState): readonly string[] | undefined {
  const fields = privateState.get(WRITTEN);
  return Array.isArray(fields) ? (fields as readonly string[]) : undefined;
}

/**
 * All managed attributes of the configuration. A list that is not set on the tenant becomes an empty list, never null.
 */
function foundIn(current: Configuration, previous: Partial<Steered> = {}) {
  return {
    ...steeredFromApi(current, previous),
    private_apps: readValue(current.private_apps, previous.private_apps, []),
  };
}

function stateOf(current: Configuration, previous: Partial<Steered>, found: DefaultState['found']): DefaultState {
  return {
    ...foundIn(current, previous),
    id: DEFAULT_CONFIGURATION_ID,
    name: current.config_name,
    enabled: readValue(current.enabled, null, true),
    priority: readValue(priorityOf(current), null, 0),
    found,
  };
}

function told<T>(action: string, run: Promise<T>): Promise<T> {
  return explained(run, `Cannot ${action} the ${TITLE}`, pathOf);
}
