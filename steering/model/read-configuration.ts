/**
 * This file reads steering configurations. An attribute that is not written has the provider's default; in the default
 * configuration it is what the tenant has.
 */
import { TRAFFIC_MODES, type TrafficModeName } from '../domain/exceptions';
import {
  BYPASS_PLACES,
  type Configuration,
  type Names,
  PRIVATE_APPS_STEERING,
  type Priority,
  type Value,
  known,
  notKnown,
} from './model';
import {
  type SourceAttribute,
  type SourceResource,
  Unresolved,
  modelledFrom,
  readBoolean,
  readNames,
  readObject,
  readOneOf,
  readText,
  reasonFor,
} from './resources';

/** The `config_id` of the default configuration, which is also its key in every model. [doc] */
export const DEFAULT_KEY = '0';

/** The values that attributes have where they are not written. */
interface Unwritten {
  readonly name: Value<string>;
  readonly enabled: Value<boolean>;
  readonly names: Names;
  readonly trafficMode: Value<TrafficModeName>;
  readonly dynamic: Value<boolean>;
  readonly onPremises: Value<TrafficModeName>;
  readonly offPremises: Value<TrafficModeName>;
  readonly steerPrivateApps: Configuration['steerPrivateApps'];
  readonly steerDns: Value<boolean>;
  readonly bypassAt: Configuration['bypassExceptionTrafficAt'];
}

/** The provider's defaults, which are those of the tenant for a new configuration. [doc, assumed] */
const DEFAULTS = {
  enabled: known(false),
  names: { items: [] },
  trafficMode: known('cloud_apps'),
  dynamic: known(false),
  onPremises: known('cloud_apps'),
  offPremises: known('web'),
  steerPrivateApps: known('none'),
  steerDns: known(false),
  bypassAt: known('client'),
} as const satisfies Omit<Unwritten, 'name'>;

export function readConfiguration(resource: SourceResource, isDefault: boolean): Configuration {
  const { attributes, mode, type } = resource;
  if (mode === 'data') {
    // A lookup that is done has an id, and says null of a list in which there is nothing.
    const isDone = typeof attributes['id'] === 'string';
    const reason = isDone ? 'the tenant does not return it' : 'it is only known once it is looked up on the tenant';
    return read(isDone ? withEmptyLists(resource) : resource, isDefault, absent(reason));
  }
  if (type.endsWith('default_configuration')) {
    return read(resource, isDefault, absent('it is not managed: it is what the tenant has'));
  }
  const modes: Value<TrafficModeName> = notKnown('it is not written: it is what the tenant has');
  // Where dynamic steering is written without its modes, the tenant keeps those on-premises and off-premises.
  const sides =
    readObject(attributes['dynamic_steering']) === undefined ? {} : { onPremises: modes, offPremises: modes };
  return read(resource, isDefault, { name: notKnown('it is not written'), ...DEFAULTS, ...sides });
}

const LISTS = ['user_groups', 'organization_units', 'os_families', 'device_tags', 'private_apps'] as const;

function withEmptyLists(resource: SourceResource): SourceResource {
  const attributes = { ...resource.attributes };
  for (const name of LISTS) if (attributes[name] === null) attributes[name] = [];
  return { ...resource, attributes };
}

/**
 * Makes the configuration that something refers to, or that every tenant has, and that the source does not have: little
 * of it is known.
 */
export function absentConfiguration(id: string): Configuration {
  const isDefault = id === DEFAULT_KEY;
  const which = isDefault
    ? 'the default configuration of the tenant'
    : `the configuration with the id ${JSON.stringify(id)}`;
  const otherwise = absent(`${which} is not among what was read`);
  return read({ key: id, origin: { id }, attributes: {}, mode: 'data', type: '' }, isDefault, otherwise);
}

function absent(reason: string): Unwritten {
  const unknown = notKnown<never>(reason);
  return {
    name: unknown,
    enabled: unknown,
    names: { items: [], open: reason },
    trafficMode: unknown,
    dynamic: unknown,
    onPremises: unknown,
    offPremises: unknown,
    steerPrivateApps: unknown,
    steerDns: unknown,
    bypassAt: unknown,
  };
}

function read(resource: SourceResource, isDefault: boolean, otherwise: Unwritten): Configuration {
  const { attributes, isNew, keepsPriority } = resource;
  const criterion = (name: string): Names => (isDefault ? { items: [] } : readNames(attributes[name], otherwise.names));
  return {
    ...modelledFrom(resource),
    isDefault,
    name: readText(attributes['name'], otherwise.name),
    // The default configuration is always enabled, and always the last. [doc]
    enabled: isDefault ? known(true) : readBoolean(attributes['enabled'], otherwise.enabled),
    priority: readPriority(attributes['priority'], isNew, keepsPriority === true),
    userGroups: criterion('user_groups'),
    organizationUnits: criterion('organization_units'),
    osFamilies: criterion('os_families'),
    deviceTags: criterion('device_tags'),
    trafficMode: readOneOf(attributes['traffic_mode'], TRAFFIC_MODES, otherwise.trafficMode),
    dynamicSteering: readDynamicSteering(attributes['dynamic_steering'], otherwise),
    steerPrivateApps: readOneOf(attributes['steer_private_apps'], PRIVATE_APPS_STEERING, otherwise.steerPrivateApps),
    privateApps: readNames(attributes['private_apps'], otherwise.names),
    steerDns: readBoolean(attributes['steer_dns'], otherwise.steerDns),
    bypassExceptionTrafficAt: readOneOf(attributes['bypass_exception_traffic_at'], BYPASS_PLACES, otherwise.bypassAt),
  };
}

function readDynamicSteering(attribute: SourceAttribute, otherwise: Unwritten): Configuration['dynamicSteering'] {
  const object = readObject(attribute);
  if (object instanceof Unresolved) return readDynamicSteering(undefined, absent(object.reason));
  const { enabled, on_premises_traffic_mode: on, off_premises_traffic_mode: off } = object ?? {};
  return {
    enabled: readBoolean(enabled, otherwise.dynamic),
    trafficMode: {
      on_premises: readOneOf(on, TRAFFIC_MODES, otherwise.onPremises),
      off_premises: readOneOf(off, TRAFFIC_MODES, otherwise.offPremises),
    },
  };
}

function readPriority(attribute: SourceAttribute, isNew: SourceResource['isNew'], kept: boolean): Priority {
  if (typeof attribute === 'number') return known(attribute, kept ? 'configurations-keep-their-order' : undefined);
  if (isNew === true) return { known: false, reason: 'the tenant gives it a place when it is created', isNew };
  const unwritten = attribute === undefined || attribute === null;
  const place = notKnown<number>(
    unwritten ? 'the tenant knows its place, and the source does not' : reasonFor(attribute),
  );
  return isNew === 'perhaps' ? { ...place, mayBeNew: true } : place;
}
