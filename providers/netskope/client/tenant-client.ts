/** How is a client put together? From one rate limiter, one transport, and a collection for each path. */
import {
  COLLECTION_NAMES,
  COLLECTIONS,
  isInConfiguration,
  type ChangeOf,
  type CollectionName,
  type InputOf,
  type NameInConfiguration,
  type ObjectOf,
} from '../../../tenant/contract/collections';
import { createCall } from './call';
import { cleanerFor } from './clean';
import { systemClock, type Clock } from './clock';
import { checkId, createCollection, type TenantCollection, type CollectionParts } from './collection';
import { RateLimiter } from './rate-limiter';
import { listBoundsOf, type ClientSettings } from './settings';
import { createTransport } from './transport';
import { READERS } from './wire-values';

export type TenantCollectionOf<N extends CollectionName> = TenantCollection<ObjectOf<N>, InputOf<N>, ChangeOf<N>>;

/**
 * A client: the collections of a tenant by their names. A collection whose objects belong to a configuration is a
 * function of that configuration's id. Ids are text: "0" is the default configuration.
 */
export type TenantClient = {
  readonly [N in CollectionName]: N extends NameInConfiguration
    ? (configId: string) => TenantCollectionOf<N>
    : TenantCollectionOf<N>;
};

/** The parts that tests replace. */
export interface ClientSeams {
  readonly clock?: Clock;
  /** How long one attempt may take, in milliseconds. Default: 30,000. */
  readonly attemptTimeoutMs?: number;
}

const ATTEMPT_TIMEOUT_MS = 30_000;

/**
 * Makes a client. This takes little time and never fails: settings are checked with the first request, which then
 * rejects with `refused_url` or `invalid_setting`. `checkSettings` finds such settings earlier.
 */
export function createTenantClient(settings: ClientSettings, seams: ClientSeams = {}): TenantClient {
  const { clock = systemClock, attemptTimeoutMs = ATTEMPT_TIMEOUT_MS } = seams;
  const call = createCall({
    transport: createTransport(settings, attemptTimeoutMs),
    limiter: new RateLimiter(settings.requestsPerSecond, clock),
    clock,
    clean: cleanerFor(settings.apiKey),
    longestWaitMs: settings.maxRetryWaitSeconds * 1000,
    attemptTimeoutMs,
  });
  const { paths } = settings;
  const collection = <N extends CollectionName>(
    name: N,
    more: Pick<CollectionParts<never>, 'route' | 'ownerExists'>,
  ) => {
    const { title, idField, updateMethod } = COLLECTIONS[name];
    return createCollection<ObjectOf<N>, InputOf<N>, ChangeOf<N>>({
      call,
      clock,
      bounds: listBoundsOf(settings),
      noun: title,
      updateMethod,
      readObject: READERS[name],
      idOf: (object) => String((object as Partial<Record<typeof idField, unknown>>)[idField]),
      ...more,
    });
  };
  const configurations = collection('configurations', { route: () => paths.configurations });
  const ownerExists = (configId: string) => async (signal: AbortSignal | undefined) =>
    (await configurations.find(configId, { signal, pastList: true })) !== null;
  const inConfiguration = (name: NameInConfiguration) =>
    oncePerId((configId) =>
      collection(name, {
        route: () => paths[name].replace('{config_id}', checkId(configId)),
        ownerExists: ownerExists(configId),
      }),
    );
  const all = COLLECTION_NAMES.map((name) => [
    name,
    isInConfiguration(name) ? inConfiguration(name) : collection(name, { route: () => paths[name] }),
  ]);
  return { ...(Object.fromEntries(all) as TenantClient), configurations };
}

/** Returns the same collection for the same id, because all users of a collection share what it remembers. */
function oncePerId<C>(create: (id: string) => C): (id: string) => C {
  const created = new Map<string, C>();
  return (id) => {
    const collection = created.get(id) ?? create(id);
    created.set(id, collection);
    return collection;
  };
}
