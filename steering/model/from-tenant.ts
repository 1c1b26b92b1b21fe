/**
 * This file reads a tenant as resources: its objects, as the steering contract has them, get the attributes that the
 * provider would give them. What a tenant does not return is not known. [vendor: fields accepted and never returned]
 */
import { EXCEPTION, EXCEPTION_TYPES, exceptionTypeNamed, type ExceptionTypeName } from '../domain/exceptions';
import { LOCATIONS, OS_FAMILIES, PLATFORMS, PLATFORM_WORDS, type PlatformName } from '../domain/vocabulary';
import { pinnedActionsOn } from './model';
import { isObject, Unresolved, type SourceAttribute, type SourceAttributes, type SourceResource } from './resources';

/** The objects of a tenant as it returns them. Further fields do no harm. */
export interface TenantObjects {
  readonly apps: readonly { readonly id: string }[];
  readonly configurations: readonly { readonly config_id: number }[];
  /** The non-standard port entries, by the id of their configuration. */
  readonly ports: Readonly<Record<string, readonly { readonly id: string }[]>>;
  /** The exceptions, by the id of their configuration. */
  readonly exceptions: Readonly<Record<string, readonly { readonly id: string }[]>>;
}

type ApiFields = Readonly<Record<string, unknown>>;

/** Reads the objects of a tenant as resources. */
export function resourcesFromTenant({ apps, configurations, ports, exceptions }: TenantObjects): SourceResource[] {
  const inConfiguration = (
    objects: TenantObjects['ports'],
    nameOf: (fields: ApiFields) => string,
    read: (fields: ApiFields) => SourceAttributes,
  ) =>
    Object.entries(objects).flatMap(([configuration, list]) =>
      list.map((one) =>
        resource(nameOf(one as ApiFields), `${configuration}/${one.id}`, {
          configuration_id: configuration,
          ...read(one as ApiFields),
        }),
      ),
    );
  return [
    ...apps.map((app) => resource('certificate_pinned_app', app.id, readApp(app as ApiFields))),
    ...configurations.map((one) =>
      resource('configuration', String(one.config_id), readConfiguration(one as ApiFields)),
    ),
    ...inConfiguration(ports, () => 'non_standard_port', readPort),
    ...inConfiguration(exceptions, exceptionNameOf, readException),
  ];
}

function resource(name: string, id: string, attributes: SourceAttributes): SourceResource {
  return {
    type: `netskopesteering_${name}`,
    mode: 'data',
    key: id,
    attributes: { ...attributes, id },
    origin: { id },
  };
}

function readApp({ app_name, custom, platforms }: ApiFields): SourceAttributes {
  const definitions = isObject(platforms) ? platforms : {};
  return {
    name: told(app_name),
    custom: told(custom),
    ...perPlatform((word) =>
      platforms === undefined ? untold() : ofPlatform(definitions[word], (fields) => readDefinition(fields, word)),
    ),
  };
}

/**
 * Reads a definition. Its fields depend on its platform; a field that belongs there and is missing is one that the
 * tenant does not tell.
 */
function readDefinition({ match, processes, ...rest }: ApiFields, word: string): SourceAttribute {
  const hasDomains = word === PLATFORM_WORDS.ios || word === PLATFORM_WORDS.android;
  return { match: told(match), processes: told(processes), ...(hasDomains && { domains: told(rest['domains']) }) };
}

/** Reads what is said of a platform; null where nothing is. */
function ofPlatform(said: unknown, read: (fields: ApiFields) => SourceAttribute): SourceAttribute {
  if (said === undefined || said === null) return null;
  return isObject(said) ? read(said) : strange(said);
}

function readConfiguration(fields: ApiFields): SourceAttributes {
  const { location_based_steering, on_prem, off_prem, os_families, priority } = fields;
  return {
    name: told(fields['config_name']),
    enabled: told(fields['enabled']),
    priority: readPriority(priority),
    traffic_mode: told(fields['traffic_type']),
    dynamic_steering: {
      enabled: told(location_based_steering),
      on_premises_traffic_mode: told(isObject(on_prem) ? on_prem['traffic_type'] : undefined),
      off_premises_traffic_mode: told(isObject(off_prem) ? off_prem['traffic_type'] : undefined),
    },
    steer_private_apps: told(fields['private_apps_steering']),
    private_apps: told(fields['private_apps']),
    steer_dns: told(fields['steer_dns']),
    bypass_exception_traffic_at: told(fields['bypass_exception_traffic_at']),
    user_groups: told(fields['user_groups']),
    organization_units: told(fields['organization_units']),
    os_families: Array.isArray(os_families) ? os_families.map(readOsFamily) : told(os_families),
    device_tags: told(fields['device_tags']),
  };
}

/** Reads a priority, which some tenants write as a text. [vendor] */
function readPriority(priority: unknown): SourceAttribute {
  const isNumber = /^\d+$/.test(String(priority));
  return isNumber ? Number(priority) : priority === undefined ? untold() : strange(priority);
}

function readOsFamily(family: unknown): SourceAttribute {
  const isKnown = typeof family === 'string' && Object.hasOwn(OS_FAMILIES, family);
  return isKnown ? word(OS_FAMILIES, family) : strange(family);
}

function readPort({ port, domains }: ApiFields): SourceAttributes {
  return { port: told(port), domains: told(domains) };
}

/** Returns the type of an exception; undefined unless the tenant shows the data of that type as well. */
function typeOf(fields: ApiFields): ExceptionTypeName | undefined {
  const type = exceptionTypeNamed(fields['type']);
  return type !== undefined && isObject(fields[type]) ? type : undefined;
}

function exceptionNameOf(fields: ApiFields): string {
  const type = typeOf(fields);
  return type === undefined ? EXCEPTION : EXCEPTION_TYPES[type].resource;
}

function readException(fields: ApiFields): SourceAttributes {
  const { location, notes } = fields;
  const type = typeOf(fields);
  return {
    location: location === null ? null : word(LOCATIONS, told(location)),
    notes: told(notes),
    ...(type !== undefined && DATA[type](fields[type] as ApiFields)),
  };
}

/** By type, the function that reads the attributes from the contract's field of that name. */
const DATA: Readonly<Record<ExceptionTypeName, (data: ApiFields) => SourceAttributes>> = {
  application: ({ apps, action }) => ({ applications: told(apps), action: told(action) }),
  category: ({ categories }) => ({ categories: told(categories) }),
  certificate_pinned_app: (data) => ({
    app_id: told(data['app_id']),
    custom_app_domains: told(data['custom_app_domains']),
    ...perPlatform((word, name) =>
      ofPlatform(data[word], (fields) =>
        fields['action'] === undefined ? untoldOf(pinnedActionsOn(name)) : actionOf(fields),
      ),
    ),
    windows_device_classifications: classificationsOf(data[PLATFORM_WORDS.windows]),
    mac_os_device_classifications: classificationsOf(data[PLATFORM_WORDS.mac_os]),
  }),
  destination_location: ({ locations, action, treat_like_local_ip }) => ({
    network_locations: told(locations),
    action: told(action),
    treat_like_local_ip: told(treat_like_local_ip),
  }),
  dns: ({ questions }) => ({ questions: told(questions) }),
  domains: ({ domains }) => ({ domains: told(domains) }),
  source_countries: ({ countries }) => ({ countries: told(countries) }),
  source_location: ({ locations }) => ({ network_locations: told(locations) }),
};

/** The provider's one word for each action `bypass` with its two options: for managed devices only, and by tunnel. */
const BYPASSES = [
  { managed: false, tunnelled: false, word: 'bypass_direct' },
  { managed: false, tunnelled: true, word: 'bypass_tunnel' },
  { managed: true, tunnelled: false, word: 'bypass_managed_direct' },
  { managed: true, tunnelled: true, word: 'bypass_managed_tunnel' },
] as const;

/**
 * Returns the provider's word for an action. A plain bypass has neither option; where the tenant returns one option,
 * the other is not known.
 */
function actionOf({ action, managed_device, tunnel }: ApiFields): SourceAttribute {
  const options = [managed_device, tunnel].filter((option) => option !== undefined && option !== null);
  if (action !== 'bypass' || options.length === 0) return told(action);
  const odd = options.find((option) => typeof option !== 'boolean');
  if (odd !== undefined) return strange(odd, { among: BYPASSES.map(({ word }) => word) });
  const among = BYPASSES.filter(
    ({ managed, tunnelled }) => (managed_device ?? managed) === managed && (tunnel ?? tunnelled) === tunnelled,
  ).map(({ word }) => word);
  const [only] = among;
  if (only !== undefined && among.length === 1) return only;
  return new Unresolved(UNTOLD, undefined, { among, assumption: 'option-of-bypass-not-returned' });
}

/**
 * Reads device classifications; null where the action is known not to ask for managed devices. Beside one that asks,
 * the tenant always tells them.
 */
function classificationsOf(said: unknown): SourceAttribute {
  if (!isObject(said)) return null;
  const action = actionOf(said);
  const isForAll = typeof action === 'string' && !action.startsWith('bypass_managed');
  return isForAll ? null : told(said['device_classifications']);
}

function perPlatform(read: (word: string, name: PlatformName) => SourceAttribute): SourceAttributes {
  return Object.fromEntries(PLATFORMS.map(({ name }) => [name, read(PLATFORM_WORDS[name], name)]));
}

function word(words: Readonly<Record<string, string>>, value: unknown): SourceAttribute {
  return typeof value === 'string' ? (words[value] ?? value) : (value as SourceAttribute);
}

/** Returns a field as an attribute; unresolved where the tenant does not return it. */
function told(value: unknown): SourceAttribute {
  return value === undefined ? untold() : (value as SourceAttribute);
}

const UNTOLD = 'the tenant does not return it';

function untold(): Unresolved {
  return new Unresolved(UNTOLD);
}

/** Returns an attribute that the tenant does not return, and that is one of these words. */
function untoldOf(among: readonly string[]): Unresolved {
  return new Unresolved(UNTOLD, undefined, { among });
}

/** Returns an attribute for a value that the contract does not know; it may be newer than this program. */
function strange(value: unknown, candidates?: Unresolved['candidates']): Unresolved {
  return new Unresolved(`the tenant says ${JSON.stringify(value)}, which is not known here`, undefined, candidates);
}
