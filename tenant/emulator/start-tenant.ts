/** Starts a local tenant in this process. */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { OperationId, TrafficType } from '../contract';
import { createServer } from './http/server';
import { Journal } from './journal';
import { createMemoryStore } from './state/memory-store';
import { seedPredefined } from './state/predefined';
import type { Store } from './state/store';

export interface TenantOptions {
  /** The port on 127.0.0.1; 0, the default, takes any free one. */
  port?: number;
  /** The API token; a random one by default. */
  token?: string;
  /** The traffic mode of the default configuration; `cloud_apps` by default, as a new tenant has it. [doc] */
  trafficMode?: TrafficType;
  /** Answers refusals with HTTP 200 and an error body, a quirk of the vendor's API [vendor]; off by default. */
  errorsAs200?: boolean;
  /** Operations that answer 403, each with its message, as if a role or a licence were missing; none by default. */
  deny?: Partial<Record<OperationId, string>>;
}

/** A tenant that listens. */
export interface LocalTenant {
  /** `http://127.0.0.1:PORT/api/v2` */
  serverUrl: string;
  token: string;
  journal: Journal;
  /** The state itself, past all rules. */
  store: Store;
  /** Ends it at once, with whatever connections are open. */
  close(): Promise<void>;
}

const host = '127.0.0.1';

/**
 * Starts a tenant with the default configuration and the predefined apps.
 *
 * @throws the system's error (`code` EADDRINUSE, EACCES) when the port cannot be taken.
 */
export async function startTenant(options: TenantOptions = {}): Promise<LocalTenant> {
  const { port = 0, token = randomBytes(16).toString('hex'), trafficMode = 'cloud_apps' } = options;
  const store = createMemoryStore();
  seedPredefined(store, trafficMode);
  const journal = new Journal();
  const { errorsAs200 = false, deny = {} } = options;
  const server = createServer({ token, store, journal, errorsAs200, deny });
  await server.listen({ port, host });
  const address = server.server.address() as AddressInfo;
  return {
    serverUrl: `http://${host}:${address.port}/api/v2`,
    token,
    journal,
    store,
    close: () => server.close(),
  };
}
