/**
 * The files that a client downloads, in the shape that third parties have published [community]; the vendor documents
 * none of them. What they do not show is [assumed]: the codes other than a bypass, the words for traffic modes, rows of
 * apps that are known by domains, `ips` (network locations are known here by name only).
 */
import type { App, TrafficType } from '../../contract';
import type { StoredConfiguration, StoredException } from '../state/store';
import type { Client } from './client';
import { toBypassRows, type BypassRow } from './bypass-rows';

export interface ClientFiles {
  'nsbypass.json': { certPinnedAppList: BypassRow[]; status: 'success'; steering_config_name: string };
  'nssteering.json': { steering_config_name: string; traffic_mode: TrafficType };
  'nsexception.json': { names: string[]; ips: string[] };
}

export const clientFileNames = ['nsbypass.json', 'nssteering.json', 'nsexception.json'] as const;

/** What a client's configuration consists of. */
export interface ClientSource {
  configuration: StoredConfiguration;
  /** Of that configuration, in the order of their creation. */
  exceptions: readonly StoredException[];
  /** The app of an id. */
  app: (id: string) => App | undefined;
}

/**
 * The files of a client.
 *
 * @returns undefined where the configuration steers by location and the client does not say where it is.
 */
export function toClientFiles(
  { configuration, exceptions, app }: ClientSource,
  client: Client,
): ClientFiles | undefined {
  const { config_name, location_based_steering } = configuration;
  const side = location_based_steering ? client.location : null;
  if (side === undefined) return undefined;
  const mode = side === null ? configuration.traffic_type : configuration[side].traffic_type;
  // In mode none exceptions are not processed. [doc]
  const own = mode === 'none' ? [] : exceptions.filter(({ location }) => location === side);
  return {
    'nsbypass.json': {
      certPinnedAppList: own.flatMap((exception) => toBypassRows(exception, app, client.os_family)),
      status: 'success',
      steering_config_name: config_name,
    },
    'nssteering.json': { steering_config_name: config_name, traffic_mode: mode },
    'nsexception.json': { names: [...new Set(own.flatMap(({ domains }) => domains?.domains ?? []))], ips: [] },
  };
}
