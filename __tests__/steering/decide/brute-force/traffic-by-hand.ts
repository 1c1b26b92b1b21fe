/** Whether the client looks at a flow at all: domain.md 4 and 5.3. */
import type { TrafficModeName } from '../../../../steering/domain/exceptions';
import { type NonStandardPort, isEmpty } from '../../../../steering/model/model';
import { isDns, type Client, type Traffic } from './case';
import { modeOf } from './configuration-by-hand';
import { isAddress, isCovered, isSameHost, readHost } from './host-by-hand';

/** @returns undefined where the flow goes direct, and no exception reaches it [seed] */
export function trafficOf(client: Client): Traffic | undefined {
  const { world } = client;
  const mode = modeOf(client);
  if (mode === 'none' && world.holds('mode None')) return undefined;
  if (!isCarried(client, mode)) return undefined;
  // Private apps are steered where the configuration says so; which addresses they have is not known.
  if (isPrivate(client) && !(mayBePrivateApp(client) && world.is('it is a private app'))) return undefined;
  return {
    ...client,
    mode: mode === 'none' ? 'web' : mode,
    // Which apps are steered is not known.
    isSteered:
      mode !== 'cloud_apps' || (world.holds('mode Cloud Apps Only') && world.is('the host is of a steered app')),
    isWeb: isWeb(client),
  };
}

/** Whether the traffic mode is about such traffic. */
function isCarried(client: Client, mode: TrafficModeName): boolean {
  const { world, flow, host } = client;
  const isIpv6 = host.isIpv6 && mode === 'all' && world.holds('IPv6 that is not HTTP');
  if (isDns(flow) && world.holds('port 53')) {
    if (mode === 'cloud_apps') return false;
    // Mode All leaves out port 53, whatever non-standard ports there are; in mode Web, one of them is enough.
    if (mode !== 'all' && isWeb(client)) return true;
    // Over IPv6, it is no HTTP, which mode All bypasses: which of the two rules holds is not published.
    return steersDns(client) && (!isIpv6 || world.is('DNS over IPv6 is steered'));
  }
  if (mode === 'cloud_apps') return true;
  if (mode !== 'all') return isWeb(client);
  if (flow.port === 5353 && flow.transport === 'udp' && world.holds('UDP port 5353')) return false;
  return !isIpv6 || isWeb(client);
}

/** Private (RFC 1918) destinations [doc]; of other local addresses nobody says. */
function isPrivate({ world, host }: Client): boolean {
  if (host.kind === 'private') return world.holds('private destinations');
  return host.kind === 'local' && world.holds('local destinations') && world.is('local addresses count as private');
}

function mayBePrivateApp({ world, configuration }: Client): boolean {
  const { key, steerPrivateApps, privateApps } = configuration;
  const steered = world.valueOf(`private apps of ${key}`, steerPrivateApps, ['none', 'all', 'specific']);
  return steered === 'all' || (steered === 'specific' && !isEmpty(privateApps));
}

/** Steering DNS exists off-premises only [doc]; without dynamic steering, all clients count as such [assumed]. */
function steersDns({ world, configuration, side }: Client): boolean {
  if (side === 'on_premises' && world.holds('Steer DNS off-premises only')) return false;
  return world.valueOf(`${configuration.key} steers DNS`, configuration.steerDns, [true, false]);
}

/** To 80, 443 or a non-standard port [doc]; whether UDP there counts is not published. */
function isWeb(client: Client): boolean {
  const { world, model, flow } = client;
  const isStandard = flow.port === 80 || flow.port === 443;
  if (!isStandard && !model.ports.some((row) => hasPort(client, row) && world.holds('non-standard ports')))
    return false;
  return flow.transport !== 'udp' || !world.holds('UDP on web ports') || world.is('UDP counts as web traffic');
}

function hasPort(client: Client, row: NonStandardPort): boolean {
  const { world, model, flow, configuration } = client;
  const keys = model.configurations.map(({ key }) => key);
  if (!world.hasObject(row)) return false;
  if (world.referenceOf(`the configuration of ${row.key}`, row.configuration, keys) !== configuration.key) return false;
  const port = world.valueOf(`the port of ${row.key}`, row.port, [null, flow.port, 0]);
  // On which ports a row without one steers is not published.
  if (port !== flow.port && (port !== null || !world.is(`rows without a port steer this one`))) return false;
  return hasDestination(client, row);
}

/** Rows can be limited to domains or addresses [doc], domains by suffix [assumed]. */
function hasDestination({ world, host }: Client, { key, domains }: NonStandardPort): boolean {
  const question = `the domains of ${key}`;
  if (world.isEmpty(question, domains)) return true;
  return world.names(question, domains, (domain) =>
    isAddress(domain) ? isDialled({ world, host }, domain, key) : host.kind === 'name' && isCovered(host.text, domain),
  );
}

/** Where there is no host name, nobody tells which public address is dialled. */
export function isDialled({ world, host }: Pick<Client, 'world' | 'host'>, address: string, by: string): boolean {
  if (host.kind !== 'none') return isSameHost(address, host.text);
  const { kind, text } = readHost(address);
  return kind === 'public' && world.is(`the flow goes to ${text}`, by);
}
