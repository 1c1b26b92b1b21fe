/** What an exception does to a flow: domain.md 3 and 5.5. */
import { SIDES } from '../../../../steering/model/flow';
import {
  BYPASS_ACTIONS,
  BYPASS_PLACES,
  type ExceptionData,
  type SteeringException,
} from '../../../../steering/model/model';
import { FATES, type Fate } from '../../../../steering/decide/outcome';
import { isDns, namesOneOf, type Client, type Traffic } from './case';
import { isAddress, isCovered, isSameHost } from './host-by-hand';
import { pinnedFate } from './pinned-by-hand';
import { isDialled } from './traffic-by-hand';

/** Every type but that of pinned apps, and but what the source does not tell. */
type NamedData = Exclude<ExceptionData, { readonly type: 'certificate_pinned_app' | 'unknown' }>;

/** @returns undefined where it does not apply */
export function fateBy(traffic: Traffic, exception: SteeringException): Fate | undefined {
  const { world } = traffic;
  const { key } = exception;
  if (!belongs(traffic, exception)) return undefined;
  const { data } = exception;
  // Of an exception of which nothing is told, not even the type, which may be a new one, anything can be expected.
  if (data.type === 'unknown') return world.ask(`what ${key} does`, [undefined, ...FATES]);
  if (data.type !== 'certificate_pinned_app') return namedFate(traffic, key, data);
  // In Cloud Apps Only, whether process rules see hosts of other than the steered apps is not published.
  if (!traffic.isSteered && !world.is('process rules see other hosts')) return undefined;
  return pinnedFate(traffic, key, data);
}

/** Exceptions belong to a configuration and, with dynamic steering, to one of its sides. [doc] */
function belongs({ world, model, configuration, side }: Client, exception: SteeringException): boolean {
  const { key, location } = exception;
  const keys = model.configurations.map((each) => each.key);
  if (!world.hasObject(exception)) return false;
  if (world.referenceOf(`the configuration of ${key}`, exception.configuration, keys) !== configuration.key)
    return false;
  const own = world.valueOf(`the side of ${key}`, location, [null, ...SIDES]);
  if (own === side) return true;
  if (own !== null && side !== null) return false;
  // What becomes of one that has a side where there is none, or none where there are sides, is not published.
  return world.is('exceptions count that fit no side');
}

function namedFate(traffic: Traffic, key: string, data: NamedData): Fate | undefined {
  const { world, flow } = traffic;
  if (!isNamed(traffic, key, data) || !isSeen(traffic, data)) return undefined;
  if (data.type === 'destination_location') {
    // Treated like a local address, it may count as one, which goes direct.
    const isLocal = world.valueOf(`${key} is treated like local`, data.treatLikeLocalIp, [true, false]);
    if (isLocal && world.holds('treat like local') && world.is('what is treated like local is never steered'))
      return 'direct';
  }
  if ('action' in data && isDns(flow)) {
    const action = world.valueOf(`the action of ${key}`, data.action, BYPASS_ACTIONS);
    if (action === 'bypass_except_dns' && world.holds('bypass except DNS')) return undefined;
  }
  return counts(traffic, data) ? bypassed(traffic, data) : undefined;
}

function isNamed(traffic: Traffic, key: string, { type, names }: NamedData): boolean {
  const { world, flow } = traffic;
  const question = `the names of ${key}`;
  switch (type) {
    case 'application':
      return namesOneOf(traffic, question, names, type, flow.applications);
    case 'category':
      return namesOneOf(traffic, question, names, type, flow.categories);
    case 'destination_location':
      return namesOneOf(traffic, question, names, type, flow.destinationLocations);
    case 'source_location':
      return namesOneOf(traffic, question, names, type, flow.sourceLocations);
    case 'source_countries': {
      const country = countryOf(traffic);
      return namesOneOf(traffic, question, names, type, country === null ? [] : [country]);
    }
    case 'dns':
      // They go by the name that is asked for, which a flow does not tell.
      if (!isDns(flow) || world.isEmpty(question, names)) return false;
      return world.holds('DNS exceptions') && world.is(`${key} names what is asked for`);
    case 'domains':
      return world.names(question, names, (domain) => isDomain(traffic, key, domain));
  }
}

/** A client is in one country. */
function countryOf({ world, model, flow }: Traffic): string | null {
  if (flow.sourceCountry !== undefined) return flow.sourceCountry;
  const named = model.exceptions.flatMap(({ data }) => (data.type === 'source_countries' ? data.names.items : []));
  return world.ask('the country of the client', [null, 'a country that nothing names', ...new Set(named)]);
}

/** Full names, and `*.x` [doc]; whether that covers x is said in two ways, and what an address does nowhere. */
function isDomain({ world, host }: Traffic, key: string, domain: string): boolean {
  if (isAddress(domain)) {
    if (!isDialled({ world, host }, domain, key)) return false;
    return world.holds('an address among domains') && world.is('addresses among domains count');
  }
  if (host.kind !== 'name') return false;
  if (!domain.startsWith('*.')) return isSameHost(domain, host.text) && world.holds('domain exceptions');
  const apex = domain.slice(2);
  if (isSameHost(apex, host.text))
    return world.holds('the apex of a wildcard') && world.is('wildcards cover their apex');
  return isCovered(host.text, apex);
}

/** Outside the steered apps of Cloud Apps Only nothing is steered but the web traffic of domain exceptions. [doc] */
function isSeen({ world, isSteered, isWeb }: Traffic, { type }: NamedData): boolean {
  return isSteered || (type === 'domains' && isWeb && world.holds('domain exceptions outside the steered apps'));
}

/** Which exceptions count for non-web traffic, which the Cloud Firewall sees in mode All. */
function counts({ world, mode, isWeb, configuration }: Traffic, { type }: NamedData): boolean {
  if (mode !== 'all' || isWeb) return true;
  if (type === 'application' || type === 'destination_location')
    return configuration.isDefault || !world.holds('void exceptions of custom configurations');
  return !world.holds('other exceptions of non-web traffic') || world.is('other exceptions count for non-web traffic');
}

function bypassed(traffic: Traffic, { type }: NamedData): Fate {
  const { world, flow, isSteered, isWeb, side, configuration } = traffic;
  if ((type === 'category' || type === 'source_countries') && world.holds('category and country are tunnelled'))
    return 'bypass_tunnel';
  if (!isSteered) {
    // Locally on Windows, in the cloud on macOS [doc]; of other platforms nobody says anything.
    if (flow.platform === 'windows') return 'bypass_direct';
    if (flow.platform === 'mac_os') return 'bypass_tunnel';
    return world.ask('what becomes of domain exceptions there', ['direct', 'bypass_direct', 'bypass_tunnel']);
  }
  if (!isWeb && flow.transport !== 'udp' && world.holds('non-web TCP at the client')) return 'bypass_direct';
  if (side !== null && world.holds('legacy dynamic steering') && world.is('dynamic steering is the legacy one'))
    return side === 'on_premises' ? 'bypass_tunnel' : 'bypass_direct';
  if (!world.holds('where exceptions are bypassed')) return 'bypass_direct';
  const at = world.valueOf('where traffic is bypassed', configuration.bypassExceptionTrafficAt, BYPASS_PLACES);
  return at === 'client' ? 'bypass_direct' : 'bypass_tunnel';
}
