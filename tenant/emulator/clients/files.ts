/**
 * Which files a client downloads, in the shape that third parties have published [community]; the vendor documents none
 * of them. What the published files do not show is [assumed]: the codes other than that of a bypass, the words for
 * traffic modes, entries of apps that are known by domains, `ips` (network locations are known here by name only).
 */
import type { App, TrafficType } from '../../contract';
import type { StoredException } from '../state/store';
import type { ClientSource, DeviceClient } from './client';

/** An entry of `nsbypass.json`. There is one for each process of an app that an exception is for. [community] */
interface BypassEntry {
  action: number;
  appName: string;
  app_domains: string[];
  /** Whether `processName` is a regular expression, as text. Only custom apps have it. */
  isRegex?: 'true' | 'false';
  mode: 'direct' | 'tunnel';
  processName: string;
  rowID: string;
  tunnel_domains: string[];
}

/**
 * The codes of actions. 1 is in every published file; that a block is 0 and a bypass of managed devices 2 is [assumed].
 */
const codes = { block: 0, bypass: 1, bypassManagedDevices: 2 };

/**
 * The entries of an exception. There are none where the exception, or its app, is not for the platform, and none of an
 * app that is steered and decrypted, which no published file shows. [assumed] Device classifications stand in no
 * published file either.
 */
function toBypassEntries(
  { certificate_pinned_app }: StoredException,
  appOf: (id: string) => App | undefined,
  platformName: DeviceClient['os_family'],
): BypassEntry[] {
  const app = certificate_pinned_app && appOf(certificate_pinned_app.app_id);
  const option = certificate_pinned_app?.[platformName];
  const platform = app?.platforms[platformName];
  if (!app || !option || !platform) return [];
  const { action, managed_device = false, tunnel = false } = { managed_device: false, tunnel: false, ...option };
  if (action === 'steer_and_decrypt') return [];
  const { processes = [], domains = [] } = { domains: [], ...platform };
  const app_domains = [...new Set([...certificate_pinned_app.custom_app_domains, ...domains])];
  const entry = {
    action: action === 'block' ? codes.block : managed_device ? codes.bypassManagedDevices : codes.bypass,
    appName: app.app_name,
    app_domains,
    ...(app.custom && { isRegex: platform.match === 'regex' ? ('true' as const) : ('false' as const) }),
    mode: tunnel ? ('tunnel' as const) : ('direct' as const),
    rowID: (app.custom ? 'custom_' : '') + app.id.replace(/^\D+/, ''),
    tunnel_domains: tunnel ? app_domains : [],
  };
  // An app that is known by domains alone has an entry too. [assumed]
  return (processes.length > 0 ? processes : ['']).map((processName) => ({ ...entry, processName }));
}

/** The content of each file. */
export interface ClientFiles {
  'nsbypass.json': { certPinnedAppList: BypassEntry[]; status: 'success'; steering_config_name: string };
  'nssteering.json': { steering_config_name: string; traffic_mode: TrafficType };
  'nsexception.json': { names: string[]; ips: string[]; steering_config_name: string };
}

export const clientFileNames = ['nsbypass.json', 'nssteering.json', 'nsexception.json'] as const;

/** The files of a client, from what the tenant has for it. */
export function toClientFiles(
  { configuration, mode, exceptions, app }: ClientSource,
  client: DeviceClient,
): ClientFiles {
  const { config_name } = configuration;
  return {
    'nsbypass.json': {
      certPinnedAppList: exceptions.flatMap((exception) => toBypassEntries(exception, app, client.os_family)),
      status: 'success',
      steering_config_name: config_name,
    },
    'nssteering.json': { steering_config_name: config_name, traffic_mode: mode },
    'nsexception.json': {
      names: [...new Set(exceptions.flatMap(({ domains }) => domains?.domains ?? []))],
      ips: [],
      steering_config_name: config_name,
    },
  };
}
