/** Starts a local tenant in this process. */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { OperationId, TrafficType } from '../contract';
import { createServer } from './http/server';
import { Journal } from './journal';
import { createStore } from './state/memory-store';
import { DEFAULT_CONFIG_ID, seedPredefined } from './state/predefined';
import type { Store } from './state/store';

export interface TenantOptions {
  /** The port on 127.0.0.1; 0, the default, takes any free one. */
  port?: number;
  /** The API token; a random one by default. */
  token?: string;
  /** The folder that keeps the state; without one it is in memory, and gone at the end. */
  dataDir?: string;
  /**
   * The traffic mode of the default configuration of a new tenant; `cloud_apps` by default, as the vendor has it [doc].
   * A state that was kept stays as it is.
   */
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
 * Starts a tenant with the default configuration and the predefined apps, or with what its folder has kept.
 *
 * @throws the system's error (`code` EADDRINUSE, EACCES) when the port cannot be taken, and UnusableData when the folder
 * cannot be used.
 */
export async function startTenant(options: TenantOptions = {}): Promise<LocalTenant> {
  const { port = 0, token = randomBytes(16).toString('hex'), trafficMode = 'cloud_apps' } = options;
  const store = await openStore(options.dataDir);
  if (!store.configurations.get(DEFAULT_CONFIG_ID)) store.transaction(() => seedPredefined(store, trafficMode));
  const journal = new Journal();
  const { errorsAs200 = false, deny = {} } = options;
  const server = createServer({ token, store, journal, errorsAs200, deny });
  try {
    await server.listen({ port, host });
  } catch (error) {
    store.close();
    throw error;
  }
  let closed: Promise<void> | undefined;
  const address = server.server.address() as AddressInfo;
  return {
    serverUrl: `http://${host}:${address.port}/api/v2`,
    token,
    journal,
    store,
    close: () => (closed ??= server.close().then(() => store.close())),
  };
}

/** SQLite loads for a tenant with a folder only. */
async function openStore(dataDir: string | undefined): Promise<Store> {
  if (dataDir === undefined) return createStore();
  const { openData } = await import('./state/sqlite/open-data');
  return createStore(openData(dataDir));
}
