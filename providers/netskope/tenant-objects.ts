/** All of a tenant that decides what becomes of traffic, each list read once. */
import type { TenantObjects } from '../../steering';
import type { TenantClient } from './client';

/** @throws ApiError */
export async function readTenantObjects(
  client: TenantClient,
  options: { readonly signal?: AbortSignal } = {},
): Promise<TenantObjects> {
  const [apps, configurations] = await Promise.all([client.apps.list(options), client.configurations.list(options)]);
  const perConfiguration = async <T>(read: (id: string) => Promise<T>): Promise<Record<string, T>> => {
    const ids = configurations.map(({ config_id }) => String(config_id));
    return Object.fromEntries(await Promise.all(ids.map(async (id) => [id, await read(id)] as const)));
  };
  const [ports, exceptions] = await Promise.all([
    perConfiguration((id) => client.nonStandardPorts(id).list(options)),
    perConfiguration((id) => client.exceptions(id).list(options)),
  ]);
  return { apps, configurations, ports, exceptions };
}
