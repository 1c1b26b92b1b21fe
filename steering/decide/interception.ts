/**
 * This file says whether the client intercepts a flow at all. A flow that is not steered goes direct, and no exception
 * reaches it. [seed]
 */
import type { AssumptionId } from '../domain/assumptions';
import { STANDARD_PORTS } from '../domain/vocabulary';
import { PRIVATE_APPS_STEERING, isEmpty, meaningOf, possibilitiesOf } from '../model/model';
import {
  and,
  assuming,
  certaintyOf,
  joined,
  noAssuming,
  notesOf,
  openBecause,
  or,
  YES,
  yesAssuming,
  type Certainty,
  type Note,
} from './certainty';
import { ALWAYS, identityOf, openAmong, restsOn } from './condition';
import { MDNS_PORT, type Facts } from './destination';
import type { SteeredPort } from './ports';
import type { Scenario } from './tenant-index';

const MODE_NONE = noAssuming('tunnel-in-mode-none');
const UNSTEERED = noAssuming('unsteered-goes-direct');
const LOCAL = openBecause('local-addresses');
const PRIVATE_APPS = openBecause('private-apps-at-private-addresses');
const CLOUD_APPS = openBecause('cloud-apps-mode');
const UDP = openBecause('udp-on-web-ports');
const DNS_STEERED = yesAssuming('dns-is-port-53');
const DNS_STEERED_SIDELESS = and(DNS_STEERED, yesAssuming('steer-dns-without-dynamic-steering'));
const DNS_NOT_STEERED: Certainty = certaintyOf('no', assuming('dns-is-port-53'), assuming('unsteered-goes-direct'));
const DNS_ON_PREMISES: Certainty = {
  verdict: 'no',
  because: [assuming('steer-dns-off-premises-only'), ...DNS_NOT_STEERED.because],
};
const MDNS: Certainty = certaintyOf('no', assuming('mdns-outside-mode-all'), assuming('unsteered-goes-direct'));
const IPV6_NOT_HTTP: Certainty = certaintyOf('no', assuming('ipv6-outside-http'), assuming('unsteered-goes-direct'));
const DNS_OVER_IPV6 = openBecause('dns-over-ipv6');
const IPV4 = yesAssuming('destination-is-ipv4');
const NO_PORT: AssumptionId = 'port-entry-without-port';
const PUBLIC = yesAssuming('destination-is-public');

/** Whether the client intercepts a flow, with the port entry that decides it where one does. */
export function intercept(scenario: Scenario, facts: Facts): SteeredPort {
  if (scenario.mode === 'none') return { certainty: MODE_NONE };
  const reach = reaches(scenario, facts);
  if (reach.verdict === 'no') return { certainty: reach };
  const steered = byMode(scenario, facts);
  return reach === YES ? steered : { ...steered, certainty: and(reach, steered.certainty) };
}

/**
 * Returns all conditions on which the client intercepts a flow.
 * @param found the answer of `intercept`, which is `unknown`
 */
export function interceptionConditions(scenario: Scenario, facts: Facts, found: Certainty): string[] {
  const { mode, index } = scenario;
  const { port, host } = facts;
  const asksPorts = mode === 'web' || (mode === 'all' && isIpv6(facts));
  const ofPort = asksPorts && !STANDARD_PORTS.includes(port) ? index.ports.conditionAt(port, host) : undefined;
  if (mode !== 'web' || !facts.isDns || dnsSteering(scenario).verdict !== 'unknown') {
    return conditionsOf(scenario, found, ofPort);
  }
  // The flow is intercepted as web traffic, or as DNS: one of the two is enough.
  const web = asWebTraffic(scenario, facts).certainty;
  const asWeb = web.verdict === 'no' ? [] : [conditionsOf(scenario, web, ofPort).join(' and ')];
  const asDns = openAmong(notesOf(index.configuration.steerDns), identityOf(index.configuration)).join();
  return [...conditionsOf(scenario, reaches(scenario, facts), undefined), [...asWeb, asDns].join(' or ')];
}

/**
 * Returns the conditions of a certainty.
 * @param ofPort the condition on which a port entry steers the flow, where one may
 */
function conditionsOf({ index: { configuration } }: Scenario, found: Certainty, ofPort: string | undefined): string[] {
  const who = identityOf(configuration);
  const isOpenPort = ofPort !== undefined && ofPort !== ALWAYS;
  // The condition of the port entries already names what they leave open.
  const isOfPort = (note: Note) => 'notKnown' in note || ('assumption' in note && note.assumption === NO_PORT);
  const because = isOpenPort ? found.because.filter((note) => !isOfPort(note)) : found.because;
  const { steerPrivateApps, privateApps } = configuration;
  return [
    ...openAmong(because, who),
    ...(isOpenPort ? [ofPort] : []),
    // Each configuration says for itself which hosts these are, and the model does not have them.
    ...(restsOn(found, 'cloud-apps-mode') ? [who] : []),
    ...(restsOn(found, 'private-apps-at-private-addresses') ? [meaningOf([steerPrivateApps, privateApps])] : []),
  ];
}

/** Whether traffic to this port of this host is web traffic. */
export function isWeb({ index }: Scenario, { port, host }: Facts): Certainty {
  return STANDARD_PORTS.includes(port) ? YES : index.ports.steers(port, host).certainty;
}

/** Whether the flow is web traffic that goes by HTTP. For UDP that is open on every port. */
export function isHttp(scenario: Scenario, facts: Facts): Certainty {
  const web = isWeb(scenario, facts);
  return facts.transport === 'udp' ? and(UDP, web) : web;
}

function byMode(scenario: Scenario, facts: Facts): SteeredPort {
  const { mode } = scenario;
  if (mode === 'all') return { certainty: inModeAll(scenario, facts) };
  if (mode === 'cloud_apps') return { certainty: facts.isDns ? DNS_NOT_STEERED : CLOUD_APPS };
  const web = asWebTraffic(scenario, facts);
  if (!facts.isDns || web.certainty.verdict === 'yes') return web;
  const dns = dnsSteering(scenario);
  if (web.certainty.verdict === 'no') return dns === DNS_NOT_STEERED ? web : { certainty: dns };
  if (dns.verdict === 'no') return web;
  return dns.verdict === 'yes' ? { certainty: dns } : { ...web, certainty: or(web.certainty, dns) };
}

/** Whether mode web steers the flow for its port. */
function asWebTraffic({ index }: Scenario, { port, host, transport }: Facts): SteeredPort {
  const steered = STANDARD_PORTS.includes(port) ? { certainty: YES } : index.ports.steers(port, host);
  if (steered.certainty.verdict === 'no') return { certainty: UNSTEERED };
  return transport === 'udp' ? { ...steered, certainty: and(UDP, steered.certainty) } : steered;
}

/**
 * Whether mode all steers the flow. It steers every port but UDP 5353, and but 53, for which the steering of DNS
 * decides; of IPv6 it steers HTTP only. [doc]
 */
function inModeAll(scenario: Scenario, facts: Facts): Certainty {
  if (facts.isDns) return isIpv6(facts) ? and(DNS_OVER_IPV6, dnsSteering(scenario)) : dnsSteering(scenario);
  if (facts.port === MDNS_PORT && facts.transport === 'udp') return MDNS;
  if (facts.host.kind !== 'address') return isWeb(scenario, facts).verdict === 'yes' ? YES : IPV4;
  if (!isIpv6(facts)) return YES;
  const http = isHttp(scenario, facts);
  return http.verdict === 'no' ? IPV6_NOT_HTTP : http;
}

/**
 * Whether a flow is certain to be web traffic if the client intercepts it: this holds in mode web, and of IPv6 in mode
 * all. [doc]
 */
export function isWebIfIntercepted(scenario: Scenario, facts: Facts): boolean {
  const { mode } = scenario;
  if (facts.isDns) return mode === 'web' && dnsSteering(scenario).verdict === 'no';
  return mode === 'web' || (mode === 'all' && isIpv6(facts));
}

function isIpv6({ host }: Facts): boolean {
  return host.kind === 'address' && host.family === 'ipv6';
}

/** Whether DNS is steered, in a mode in which it can be: off-premises only. [doc] */
function dnsSteering({ place, index }: Scenario): Certainty {
  const { steerDns } = index.configuration;
  const possible = possibilitiesOf(steerDns, [true, false]);
  if (!possible.includes(true)) return DNS_NOT_STEERED;
  if (place === 'on_premises') return DNS_ON_PREMISES;
  if (possible.includes(false)) return certaintyOf('unknown', ...notesOf(steerDns));
  return and(certaintyOf('yes', ...notesOf(steerDns)), place === 'everywhere' ? DNS_STEERED_SIDELESS : DNS_STEERED);
}

/** Whether the destination lets the client intercept the flow: private destinations go direct by default. [doc] */
function reaches({ index: { configuration } }: Scenario, { host }: Facts): Certainty {
  if (host.kind === 'name') return YES;
  if (host.kind === 'none') return PUBLIC;
  if (host.reach === 'public') return YES;
  if (host.reach === 'local') return LOCAL;
  const { steerPrivateApps, privateApps } = configuration;
  const possible = possibilitiesOf(steerPrivateApps, PRIVATE_APPS_STEERING);
  if (possible.every((one) => one === 'none' || (one === 'specific' && isEmpty(privateApps)))) return UNSTEERED;
  return { verdict: 'unknown', because: joined(PRIVATE_APPS.because, notesOf(steerPrivateApps)) };
}
