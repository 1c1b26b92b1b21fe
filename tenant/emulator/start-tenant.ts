/** How a local tenant is put together and started in this process. */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { TrafficType } from '../contract';
import { systemClock, type Clock } from './clock';
import { Conditions, type ConditionSettings } from './conditions/conditions';
import type { TenantPage } from './http/page-routes';
import { createServer } from './http/server';
import { Journal } from './journal';
import { Random } from './random';
import { createStore } from './state/memory-store';
import { DEFAULT_CONFIG_ID, seedPredefined } from './state/predefined';
import { UnusableData } from './state/sqlite/unusable-data';
import type { Store } from './state/store';

/** The options of a tenant, with the conditions that it has at its start; by default there are none. */
export interface TenantOptions extends Partial<ConditionSettings> {
  /** The port on 127.0.0.1; 0, the default, takes any free one. */
  port?: number;
  /** The API token; a random one by default. */
  token?: string;
  /** The token of an administrator at the screens, which tests stand in for; a random one by default. */
  consoleToken?: string;
  /** The folder that keeps the state. Without one the state is in memory, and gone at the end. */
  dataDir?: string;
  /**
   * The traffic mode of the default configuration of a new tenant; `cloud_apps` by default, as the vendor has it [doc].
   * A state that the folder holds already stays as it is.
   */
  trafficMode?: TrafficType;
  /** The seed of the random numbers. The same seed gives the same numbers; 1 by default. */
  seed?: number;
  /** The clock; the system's by default. */
  clock?: Clock;
  /** Loads the page for people that is served at `/`, when somebody first asks for it; by default there is none. */
  page?: () => Promise<TenantPage>;
}

/** A tenant that listens. */
export interface LocalTenant {
  /** `http://127.0.0.1:PORT/api/v2` */
  serverUrl: string;
  token: string;
  /**
   * The token of an administrator at the screens. It may use the routes of the contract, also where the API token finds
   * REST v1 only: in tests it stands for a person, who writes what no public API does.
   */
  consoleToken: string;
  journal: Journal;
  /** Quirks, faults, the rate limit and the like, to be changed at any time. */
  conditions: Conditions;
  /** The state itself, which a test can change past all rules. */
  store: Store;
  /** Ends the tenant at once, whatever connections are open. */
  close(): Promise<void>;
}

const host = '127.0.0.1';

/**
 * Starts a tenant with the default configuration and the predefined apps, or with what its folder has kept.
 *
 * @throws the system's error (`code` EADDRINUSE, EACCES) when the port cannot be taken, and UnusableData when the
 *   folder cannot be used.
 */
export async function startTenant(options: TenantOptions = {}): Promise<LocalTenant> {
  const { port = 0, token = randomToken(), consoleToken = randomToken(), trafficMode = 'cloud_apps' } = options;
  const store = await openStore(options.dataDir);
  if (!store.configurations.get(DEFAULT_CONFIG_ID)) store.transaction(() => seedPredefined(store, trafficMode));
  const { seed = 1, clock = systemClock } = options;
  const source = new Random(seed);
  const random = (): number => source.next();
  const journal = new Journal(() => clock.now());
  const conditions = new Conditions(settingsIn(options), random);
  const { page } = options;
  const server = createServer({ token, consoleToken, store, journal, conditions, clock, random, page });
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
    consoleToken,
    journal,
    conditions,
    store,
    close: () => (closed ??= server.close().then(() => store.close())),
  };
}

function randomToken(): string {
  return randomBytes(16).toString('hex');
}

function settingsIn(options: TenantOptions): Partial<ConditionSettings> {
  const { quirks, faults, rateLimit, visibilityLagMs, deny, restV1Only, restV1Codes } = options;
  const given = { quirks, faults, rateLimit, visibilityLagMs, deny, restV1Only, restV1Codes };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** Opens the state. SQLite loads only for a tenant with a folder. */
async function openStore(dataDir: string | undefined): Promise<Store> {
  if (dataDir === undefined) return createStore();
  const { findDamage } = await import('./state/find-damage');
  const { openData } = await import('./state/sqlite/open-data').catch((error: Error) => {
    // Node's message goes on with a list of files.
    const [what] = error.message.split('\n');
    throw new UnusableData(resolve(dataDir), `SQLite (the package libsql) cannot be loaded here: ${what}`, error);
  });
  return createStore(openData(dataDir, findDamage));
}
