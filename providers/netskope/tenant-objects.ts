/** Reads everything on a tenant that decides what becomes of traffic. Each list is read once. */
import { setMaxListeners } from 'node:events';
import type { TenantObjects } from '../../steering';
import type { TenantClient } from './client';

/**
 * The apps and configurations of a tenant, and the ports and exceptions of each configuration.
 *
 * @throws ApiError when one list cannot be read; the lists that are still under way are then given up
 */
export async function readTenantObjects(client: TenantClient, signal?: AbortSignal): Promise<TenantObjects> {
  const stop = new AbortController();
  // There is a listener for each list that is under way, and a tenant may have many configurations.
  setMaxListeners(0, stop.signal);
  const giveUp = () => stop.abort();
  signal?.addEventListener('abort', giveUp);
  if (signal?.aborted === true) giveUp();
  try {
    return await readAll(client, { signal: stop.signal });
  } finally {
    signal?.removeEventListener('abort', giveUp);
    giveUp();
  }
}

async function readAll(client: TenantClient, options: { readonly signal: AbortSignal }): Promise<TenantObjects> {
  const [apps, configurations] = await Promise.all([client.apps.list(options), client.configurations.list(options)]);
  const ids = configurations.map(({ config_id }) => String(config_id));
  const [ports, exceptions] = await Promise.all([
    perId(ids, (id) => client.nonStandardPorts(id).list(options)),
    perId(ids, (id) => client.exceptions(id).list(options)),
  ]);
  return { apps, configurations, ports, exceptions };
}

async function perId<T>(ids: readonly string[], read: (id: string) => Promise<T>): Promise<Record<string, T>> {
  return Object.fromEntries(await Promise.all(ids.map(async (id) => [id, await read(id)] as const)));
}
