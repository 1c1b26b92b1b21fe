/** Joins the parts: one rate limiter, one transport, and a collection for each path. */
import type {
  App,
  AppInput,
  Configuration,
  ConfigurationInput,
  ConfigurationPatch,
  NonStandardPort,
  NonStandardPortInput,
  SteeringException,
  SteeringExceptionInput,
} from '../../../tenant/contract';
import { createCall } from './call';
import { cleanerFor } from './clean';
import { systemClock, type Clock } from './clock';
import { checkId, createCollection, type Collection } from './collection';
import { RateLimiter } from './rate-limiter';
import { listBoundsOf, type ClientSettings } from './settings';
import { createTransport } from './transport';
import { readApp, readConfiguration, readException, readNonStandardPort } from './wire-values';

export interface TenantClient {
  readonly apps: Collection<App, AppInput>;
  /** Ids are `config_id` as text; "0" is the default configuration. */
  readonly configurations: Collection<Configuration, ConfigurationInput, ConfigurationPatch>;
  nonStandardPorts(configId: string): Collection<NonStandardPort, NonStandardPortInput>;
  exceptions(configId: string): Collection<SteeringException, SteeringExceptionInput>;
}

/** What tests replace. */
export interface ClientSeams {
  readonly clock?: Clock;
  /** How long one attempt may take; 30 s by default. */
  readonly attemptTimeoutMs?: number;
}

const ATTEMPT_TIMEOUT_MS = 30_000;

/**
 * Makes a client. Cheap, and it never fails: settings are checked with the first request, which then rejects with
 * `refused_url` or `invalid_setting`; `checkSettings` says so earlier.
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
  const common = { call, clock, bounds: listBoundsOf(settings), updateMethod: 'PUT' } as const;

  const configurations = createCollection<Configuration, ConfigurationInput, ConfigurationPatch>({
    ...common,
    noun: 'steering configuration',
    updateMethod: 'PATCH',
    route: () => paths.configurations,
    readRow: readConfiguration,
    idOf: ({ config_id }) => String(config_id),
  });
  const inConfiguration = (path: string, configId: string) => ({
    ...common,
    route: () => path.replace('{config_id}', checkId(configId)),
    idOf: ({ id }: { id: string }) => id,
    ownerExists: async (signal: AbortSignal | undefined) =>
      (await configurations.find(configId, { signal, pastList: true })) !== null,
  });
  return {
    apps: createCollection<App, AppInput>({
      ...common,
      noun: 'certificate pinned app',
      route: () => paths.certificatePinnedApps,
      readRow: readApp,
      idOf: ({ id }) => id,
    }),
    configurations,
    nonStandardPorts: oncePerId((configId) =>
      createCollection<NonStandardPort, NonStandardPortInput>({
        ...inConfiguration(paths.nonStandardPorts, configId),
        noun: 'non-standard port',
        readRow: readNonStandardPort,
      }),
    ),
    exceptions: oncePerId((configId) =>
      createCollection<SteeringException, SteeringExceptionInput>({
        ...inConfiguration(paths.exceptions, configId),
        noun: 'steering exception',
        readRow: readException,
      }),
    ),
  };
}

/** The same collection for the same id: what it remembers is shared. */
function oncePerId<C>(create: (id: string) => C): (id: string) => C {
  const created = new Map<string, C>();
  return (id) => {
    const collection = created.get(id) ?? create(id);
    created.set(id, collection);
    return collection;
  };
}
