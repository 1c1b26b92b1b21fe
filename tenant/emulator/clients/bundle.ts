/** All that a client has to show, as an administrator collects it on an endpoint: its files, its log, its status. */
import type { TrafficType } from '../../contract';
import type { Store } from '../state/store';
import { readClientSource, type ClientSource, type DeviceClient } from './client';
import { toClientFiles } from './files';
import type { DeviceFlow } from './flows';
import { clientLog, type LogOptions } from './log';

/**
 * Gives each file of an endpoint by its name, with the log of the given connections. The lines of Windows end in CR LF.
 * [assumed]
 *
 * @throws a Problem (400) where the configuration steers by location and the client does not say where it is.
 */
export function clientBundle(
  store: Store,
  client: DeviceClient,
  flows: readonly DeviceFlow[],
  options: LogOptions = {},
): Map<string, string> {
  const source = readClientSource(store, client);
  const end = client.os_family === 'windows' ? '\r\n' : '\n';
  const files = Object.entries(toClientFiles(source, client)).map(([name, content]): [string, string] => [
    name,
    JSON.stringify(content),
  ]);
  const lines = [...clientLog(source, client, flows, options)];
  return new Map([
    ...files,
    ['nsdebuglog.log', lines.map((line) => line + end).join('')],
    ['nsdiag.txt', clientStatus(source).join(end) + end],
  ]);
}

/**
 * The names of traffic modes. The two published ones are [community]; the others are [assumed].
 */
const modeNames: Record<TrafficType, string> = {
  web: 'All Web Traffic',
  all: 'All Traffic',
  cloud_apps: 'Cloud Apps',
  none: 'None',
};

/** The lines that `nsdiag -f` prints: their keys, order and odd spaces are those of published output. [community] */
function clientStatus({ configuration, mode }: ClientSource): string[] {
  const dynamic = configuration.location_based_steering;
  const values: readonly (readonly [string, string])[] = [
    ['Orgname::', 'Example'],
    ['Tenant URL ::', 'example.goskope.com'],
    ['AddonHost::', 'addon-example.goskope.com'],
    ['AddonCheckerHost::', 'achecker-example.goskope.com'],
    ['Gateway::', 'gateway-example.goskope.com'],
    ['Gateway IP::', '203.0.113.35'],
    ['Config::', 'Client configuration'],
    ['Steering Config::', configuration.config_name],
    ['Email::', 'somebody@example.com'],
    ['Peruser config::', 'FALSE'],
    // The tunnel of a client without traffic to steer is up by one source and down by another; here it is up.
    ['Tunnel status::', 'NSTUNNEL_CONNECTED'],
    ['Client status::', 'enable'],
    ['Dynamic Steering::', dynamic ? 'TRUE' : 'FALSE'],
    // What stands here with detection is not published.
    ['OnPremDetection::', dynamic ? 'Configured' : 'Not Configured'],
    ['Explicit Proxy::', 'false'],
    ['Tunnel Protocol::', 'TLS'],
    ['SNI Enable::', 'FALSE'],
    ['Traffic Mode::', modeNames[mode]],
    ['Client version::', '135.0.0.1234'],
  ];
  return values.map(([key, value]) => `${key} ${value}.`);
}
