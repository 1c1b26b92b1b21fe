/** What does a tenant really hold? A second client of its API, independent of the provider's client, reads it. */
import type { App, Configuration, NonStandardPort, SteeringException } from '../../tenant/contract';
import { pathIn, type CollectionName, type ObjectOf } from '../../tenant/contract/collections';

export interface TenantAddress {
  readonly serverUrl: string;
  readonly apiKey: string;
}

export interface TenantSnapshot {
  readonly apps: readonly App[];
  readonly configurations: readonly Configuration[];
  /** The ports of the default configuration. */
  readonly ports: readonly NonStandardPort[];
  /** The exceptions of the default configuration. */
  readonly exceptions: readonly SteeringException[];
}

/** Sends one request, and returns its status and parsed body. */
export async function request<T>(
  { serverUrl, apiKey }: TenantAddress,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; data: T }> {
  const response = await fetch(`${serverUrl}${path}`, {
    method,
    redirect: 'error',
    headers: { 'Netskope-Api-Token': apiKey, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as { data: T };
  return { status: response.status, data: answer.data };
}

/** Reads every object of a collection, page by page. */
export async function readAll<T>(tenant: TenantAddress, path: string): Promise<T[]> {
  const objects: T[] = [];
  for (;;) {
    const { status, data } = await request<T[]>(tenant, 'GET', `${path}?limit=100&offset=${objects.length}`);
    if (status !== 200) throw new Error(`GET ${path} answered ${status}`);
    objects.push(...data);
    if (data.length === 0) return objects;
  }
}

export async function readTenant(tenant: TenantAddress): Promise<TenantSnapshot> {
  const all = <N extends CollectionName>(name: N) => readAll<ObjectOf<N>>(tenant, pathIn(name, { config: 0 }));
  return {
    apps: await all('apps'),
    configurations: await all('configurations'),
    ports: await all('nonStandardPorts'),
    exceptions: await all('exceptions'),
  };
}
