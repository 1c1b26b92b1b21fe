/** To which clients does a configuration apply, and which configuration does a client get first? */
import { comesBefore } from '../decide/selection';
import type { PlatformName } from '../domain/vocabulary';
import {
  type Configuration,
  type Model,
  type Names,
  type SteeringException,
  isEmpty,
  possibilitiesOf,
} from '../model/model';
import { SIDES } from '../model/flow';
import { TRAFFIC_MODES, type Place, type TrafficModeName } from '../domain/exceptions';

/** Whether the configuration is certain to be there, and to be enabled. */
export function isInForce({ enabled, doubt }: Configuration): boolean {
  return enabled.known && enabled.value && doubt === undefined;
}

/** Whether the first configuration is certain to come before the other one. The default one is the last. [doc] */
export function isAbove(first: Configuration, other: Configuration): boolean {
  if (first.isDefault) return false;
  return other.isDefault || comesBefore(first, other) !== undefined;
}

/** Whether the configuration is known to have no criterion at all, and so to apply to every client. [assumed] */
export function isForEverybody({ isDefault, ...configuration }: Configuration): boolean {
  return !isDefault && CRITERIA.every((criterion) => isEmpty(configuration[criterion]));
}

const CRITERIA = ['userGroups', 'organizationUnits', 'osFamilies', 'deviceTags'] as const;

/**
 * Whether every client that the other configuration is for is one of the first configuration too: each criterion of the
 * first one has all names that the other one asks for.
 */
export function coversClients(first: Configuration, other: Configuration): boolean {
  return CRITERIA.every((criterion) => {
    const [wanted, met] = [first[criterion], other[criterion]];
    if (isEmpty(wanted)) return true;
    return met.items.length > 0 && met.open === undefined && met.items.every((name) => wanted.items.includes(name));
  });
}

/** Whether an enabled configuration that comes before takes all clients of this one. */
export function isUnreached(configuration: Configuration, { configurations }: Model): boolean {
  return configurations.some(
    (one) => isInForce(one) && isAbove(one, configuration) && coversClients(one, configuration),
  );
}

/** Whether some client may match both: it has one operating system and one unit, and any number of groups and tags. */
export function mayShareClients(one: Configuration, other: Configuration): boolean {
  return !isApart(one.osFamilies, other.osFamilies) && !isApart(one.organizationUnits, other.organizationUnits);
}

function isApart(one: Names, other: Names): boolean {
  const isLimited = ({ items, open }: Names) => items.length > 0 && open === undefined;
  return isLimited(one) && isLimited(other) && !one.items.some((name) => other.items.includes(name));
}

/** Whether the configuration is certain to apply to clients on a platform. Which family Chrome OS is, is not published. */
export function isForPlatform({ osFamilies }: Configuration, platform: PlatformName): boolean {
  return isEmpty(osFamilies) || osFamilies.items.includes(platform);
}

/**
 * Returns the places of a configuration with the traffic mode of each, as whoever writes them means it: where nothing is
 * known of dynamic steering, the plain mode counts.
 */
export function modesMeant(configuration: Configuration): ReadonlyMap<Place, Configuration['trafficMode']> {
  const { dynamicSteering, trafficMode } = configuration;
  return dynamicSteering.enabled.known ? modesOf(configuration) : new Map([['everywhere', trafficMode]]);
}

/** Returns the places of a configuration with the traffic mode of each; none where dynamic steering is not known. */
export function modesOf({
  dynamicSteering,
  trafficMode,
}: Configuration): ReadonlyMap<Place, Configuration['trafficMode']> {
  const { enabled, trafficMode: modes } = dynamicSteering;
  if (!enabled.known) return new Map();
  return new Map<Place, Configuration['trafficMode']>(
    enabled.value ? SIDES.map((side) => [side, modes[side]]) : [['everywhere', trafficMode]],
  );
}

/** Whether a traffic mode is certain to be one of some. */
export function isOneOf(mode: Configuration['trafficMode'] | undefined, ...modes: readonly TrafficModeName[]): boolean {
  return mode !== undefined && possibilitiesOf(mode, TRAFFIC_MODES).every((one) => modes.includes(one));
}

/**
 * Whether the source has all exceptions of a configuration: it manages the configuration, or it has the whole tenant,
 * and of no exception it is open whether it belongs there, or which app it is for.
 */
export function hasAllExceptions(model: Model, configuration: Configuration): boolean {
  return isManagedIn(model, configuration) && hasSettledExceptions(model, configuration);
}

/** Whether of no exception it is open whether it belongs to the configuration, or which app it is for. */
export function hasSettledExceptions({ exceptions }: Model, configuration: Configuration): boolean {
  return exceptions.every((one) => isSettled(one, configuration));
}

/** Whether the source manages the configuration, or has the whole tenant. */
export function isManagedIn({ covers }: Model, { origin: { address } }: Configuration): boolean {
  return covers === 'tenant' || (address !== undefined && !address.startsWith('data.'));
}

function isSettled({ configuration: owner, data }: SteeringException, { key }: Configuration): boolean {
  const belongs = owner.known ? owner.value === key : (owner.candidates?.includes(key) ?? true);
  if (!belongs) return true;
  return owner.known && data.type !== 'unknown' && (data.type !== 'certificate_pinned_app' || data.app.known);
}
