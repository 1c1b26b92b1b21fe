/** What are the attributes of an object of a model, as the provider names them? Each is a value, or it is not known. */
import {
  PLATFORMS,
  type Configuration,
  type Model,
  type Names,
  type NonStandardPort,
  type PinnedApp,
  type SteeringException,
  type Value,
} from '../steering';
import { EXCEPTION_TYPES } from '../steering/domain/exceptions';
import { LIST_NAMES } from './attributes';
import type { TenantChange } from './runbook/order';
import { referredBy } from './wanted';

/** An object of a model, with its kind. */
export type KindedObject =
  | { readonly kind: 'configuration'; readonly object: Configuration }
  | { readonly kind: 'app'; readonly object: PinnedApp }
  | { readonly kind: 'port_entry'; readonly object: NonStandardPort }
  | { readonly kind: 'exception'; readonly object: SteeringException };

/** The objects of a model by their keys, in the order in which one refers to another. */
export function objectsByKey({ apps, configurations, ports, exceptions }: Model): Map<string, KindedObject> {
  const all: KindedObject[] = [
    ...apps.map((object) => ({ kind: 'app', object }) as const),
    ...configurations.map((object) => ({ kind: 'configuration', object }) as const),
    ...ports.map((object) => ({ kind: 'port_entry', object }) as const),
    ...exceptions.map((object) => ({ kind: 'exception', object }) as const),
  ];
  return new Map(all.map((one) => [one.object.key, one]));
}

const RESOURCES: Readonly<Record<Exclude<TenantChange['kind'], 'exception'>, string>> = {
  app: 'certificate_pinned_app',
  configuration: 'configuration',
  port_entry: 'non_standard_port',
};

/** The type of the resource of the provider that manages an object. */
export function resourceOf({ kind, object }: KindedObject): string {
  if (kind === 'configuration' && object.isDefault) return 'netskopesteering_default_configuration';
  if (kind !== 'exception') return `netskopesteering_${RESOURCES[kind]}`;
  const { type } = object.data;
  return `netskopesteering_${type === 'unknown' ? 'exception' : EXCEPTION_TYPES[type].resource}`;
}

type ValuedAttribute = Value<unknown> | Names;

/** The attributes of an object, by their names; parts of an object are told by a path, such as `windows.processes`. */
export function attributesOf({ kind, object }: KindedObject, model: Model): ReadonlyMap<string, ValuedAttribute> {
  switch (kind) {
    case 'configuration':
      return new Map(ofConfiguration(object));
    case 'app':
      return new Map(ofApp(object));
    case 'port_entry':
      return new Map<string, ValuedAttribute>([
        ['configuration_id', nameIn(model.configurations, object.configuration)],
        ['port', object.port],
        ['domains', object.domains],
      ]);
    case 'exception':
      return new Map<string, ValuedAttribute>([
        ['configuration_id', nameIn(model.configurations, object.configuration)],
        ['location', object.location],
        ['notes', object.notes],
        ...ofData(object.data, model),
      ]);
  }
}

/** What an attribute refers to is told by its name: the id of what is new is not known yet. */
function nameIn(objects: readonly (Configuration | PinnedApp)[], to: Value<string>): Value<string> {
  const name = referredBy(objects, to)?.name;
  return name?.known === true ? { known: true, value: name.value } : to;
}

function ofConfiguration(one: Configuration): [string, ValuedAttribute][] {
  const { enabled, trafficMode } = one.dynamicSteering;
  const common: [string, ValuedAttribute][] = [
    ['name', one.name],
    ['traffic_mode', one.trafficMode],
    ['dynamic_steering.enabled', enabled],
    ['dynamic_steering.on_premises_traffic_mode', trafficMode.on_premises],
    ['dynamic_steering.off_premises_traffic_mode', trafficMode.off_premises],
    ['steer_private_apps', one.steerPrivateApps],
    ['private_apps', one.privateApps],
    ['steer_dns', one.steerDns],
    ['bypass_exception_traffic_at', one.bypassExceptionTrafficAt],
  ];
  if (one.isDefault) return common;
  return [
    ...common,
    ['enabled', one.enabled],
    ['user_groups', one.userGroups],
    ['organization_units', one.organizationUnits],
    ['os_families', one.osFamilies],
    ['device_tags', one.deviceTags],
  ];
}

function ofApp({ name, platforms }: PinnedApp): [string, ValuedAttribute][] {
  return [
    ['name', name],
    ...PLATFORMS.flatMap(({ name: platform, hasDomains }): [string, ValuedAttribute][] => {
      const definition = platforms[platform];
      if (definition === undefined) return [];
      if (!definition.known) return [[platform, definition]];
      const { match, processes, domains } = definition.value;
      return [
        [`${platform}.match`, match],
        [`${platform}.processes`, processes],
        ...(hasDomains ? [[`${platform}.domains`, domains] as [string, ValuedAttribute]] : []),
      ];
    }),
  ];
}

function ofData(data: SteeringException['data'], { apps }: Model): [string, ValuedAttribute][] {
  if (data.type === 'unknown') return [];
  if (data.type === 'certificate_pinned_app') {
    return [
      ['app_id', nameIn(apps, data.app)],
      ['custom_app_domains', data.customAppDomains],
      ...Object.entries(data.platforms),
      ...Object.entries(data.deviceClassifications ?? {}).map(([platform, names]): [string, ValuedAttribute] => [
        `${platform}_device_classifications`,
        names,
      ]),
    ];
  }
  return [
    [LIST_NAMES[data.type], data.names],
    ...('action' in data ? [['action', data.action] as [string, ValuedAttribute]] : []),
    ...('treatLikeLocalIp' in data
      ? [['treat_like_local_ip', data.treatLikeLocalIp] as [string, ValuedAttribute]]
      : []),
  ];
}

/** The value of an attribute, in JSON; `isOpen` where it is not known, or not all of it. */
export function valueIn(attribute: ValuedAttribute | undefined): { readonly value: unknown; readonly isOpen: boolean } {
  if (attribute === undefined) return { value: null, isOpen: false };
  if ('items' in attribute) return { value: attribute.items, isOpen: attribute.open !== undefined };
  return attribute.known ? { value: attribute.value, isOpen: false } : { value: null, isOpen: true };
}
