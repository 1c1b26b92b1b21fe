/**
 * How do values that a tenant sends become the contract's types? This happens only here. The vendor sends numbers as
 * strings [vendor], and strings as numbers, and renames fields between create and read [vendor]. Fields that no reader
 * names stay as they are.
 */
import type { SteeringException } from '../../../tenant/contract';
import type { CollectionName, ObjectOf } from '../../../tenant/contract/collections';

/** The error for an answer that does not keep the contract. Its message says in a few words why. */
export class Unreadable extends Error {}

/** An object as the tenant sent it. */
type Wire = Readonly<Record<string, unknown>>;
/** Turns a value into what the contract says. It throws Unreadable where that cannot be; `name` is for the message. */
type ValueReader = (value: unknown, name: string) => unknown;

export function asRecord(value: unknown, name: string): Wire {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Wire;
  throw new Unreadable(`${name} is not an object`);
}

export function asArray(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Unreadable('data is not a list');
}

/** A count, which may come as text; undefined where the value is not a count. */
export function asCount(value: unknown): number | undefined {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

const asText: ValueReader = (value, name) => {
  if (typeof value === 'string') return value;
  throw new Unreadable(`${name} is not a text`);
};

/** A text that may come as a number, such as an id or a priority. */
const asTextual: ValueReader = (value, name) => {
  if (typeof value === 'string' && value !== '') return value;
  // A number beyond 2^53 was changed by JSON.parse already.
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  throw new Unreadable(`${name} is missing, or no text`);
};

const asInteger: ValueReader = (value, name) => {
  const count = asCount(value);
  if (count !== undefined) return count;
  throw new Unreadable(`${name} is not a whole number`);
};

const asOptionalInteger: ValueReader = (value, name) =>
  value === null || value === undefined || value === '' ? null : asInteger(value, name);

/** The reader of a field that the tenant may accept but never return [vendor]; such a field stays undefined. */
const returned =
  (reader: ValueReader): ValueReader =>
  (value, name) =>
    value === undefined ? undefined : reader(value, name);

const asFlag: ValueReader = (value, name) => {
  if (typeof value === 'boolean') return value;
  throw new Unreadable(`${name} is not true or false`);
};

/** A list of texts; an empty one may come as null. */
const asList: ValueReader = (value, name) => {
  if (value === null) return [];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new Unreadable(`${name} is not a list of texts`);
};

/**
 * An etag. That there are etags is assumed. Without them, changes by others are not noticed, but nothing else breaks.
 */
const asEtag: ValueReader = (value) => (typeof value === 'string' ? value : '');

/** The other names of fields, for an answer that lacks the field itself; which fields have one is [assumed]. */
const OTHER_NAMES: Readonly<Record<string, string>> = { app_name: 'name', config_name: 'name', notes: 'comment' };

/** Makes the reader of an object from the readers of its fields. */
function shape<T>(readers: Readonly<Record<string, ValueReader>>): (value: unknown) => T {
  return (value) => {
    const wire = asRecord(value, 'an object');
    const valueOf = (name: string) => (wire[name] === undefined ? wire[OTHER_NAMES[name] ?? name] : wire[name]);
    const read = Object.entries(readers).map(([name, reader]) => [name, reader(valueOf(name), name)] as const);
    return { ...wire, ...Object.fromEntries(read) } as T;
  };
}

const asDefinition: ValueReader = shape<Wire>({ processes: returned(asList), domains: returned(asList) });

/** The platforms of an app; one without a definition may come as null. */
const asPlatforms: ValueReader = (value, name) =>
  Object.fromEntries(
    Object.entries(asRecord(value, name)).flatMap(([platform, definition]) =>
      definition === null ? [] : [[platform, asDefinition(definition, platform)]],
    ),
  );

const readApp = shape<ObjectOf<'apps'>>({
  id: asTextual,
  app_name: asText,
  custom: asFlag,
  platforms: asPlatforms,
  etag: asEtag,
});

const readNetworkLocation = shape<ObjectOf<'networkLocations'>>({
  id: asTextual,
  name: asText,
  addresses: returned(asList),
  etag: asEtag,
});

const asSide: ValueReader = shape<Wire>({ traffic_type: returned(asText) });

const readConfiguration = shape<ObjectOf<'configurations'>>({
  config_id: asInteger,
  config_name: asText,
  enabled: returned(asFlag),
  traffic_type: returned(asText),
  priority: returned(asTextual),
  user_groups: returned(asList),
  organization_units: returned(asList),
  os_families: returned(asList),
  device_tags: returned(asList),
  location_based_steering: returned(asFlag),
  on_prem: returned(asSide),
  off_prem: returned(asSide),
  private_apps_steering: returned(asText),
  private_apps: returned(asList),
  steer_dns: returned(asFlag),
  bypass_exception_traffic_at: returned(asText),
  etag: asEtag,
});

const readNonStandardPort = shape<ObjectOf<'nonStandardPorts'>>({
  id: asTextual,
  port: asOptionalInteger,
  domains: returned(asList),
  etag: asEtag,
});

const asAction: ValueReader = shape<Wire>({ device_classifications: returned(asList) });

/** The action on a platform; a platform without one may come as null. */
const asPlatformAction: ValueReader = (value, name) =>
  value === undefined || value === null ? undefined : asAction(value, name);

/** The readers of the data of each type. An exception has, of the eight keys for data, the one that its type names. */
const readData: Readonly<Record<SteeringException['type'], ValueReader>> = {
  application: data({ apps: asList, action: returned(asText) }),
  category: data({ categories: asList }),
  certificate_pinned_app: data({
    app_id: asTextual,
    custom_app_domains: returned(asList),
    windows: asPlatformAction,
    mac: asPlatformAction,
    linux: asPlatformAction,
    ios: asPlatformAction,
    android: asPlatformAction,
    chrome_os: asPlatformAction,
  }),
  destination_location: data({
    locations: asList,
    action: returned(asText),
    treat_like_local_ip: returned(asFlag),
  }),
  dns: data({ questions: asQuestions }),
  domains: data({ domains: asList }),
  source_countries: data({ countries: asList }),
  source_location: data({ locations: asList }),
};

export const readException = shape<SteeringException>({
  id: asTextual,
  type: asText,
  notes: returned((value, name) => asText(value ?? '', name)),
  location: returned((value, name) => (value === null || value === '' ? null : asText(value, name))),
  ...readData,
  etag: asEtag,
});

/** The reader of the objects of each collection. */
export const READERS: { readonly [N in CollectionName]: (value: unknown) => ObjectOf<N> } = {
  apps: readApp,
  networkLocations: readNetworkLocation,
  configurations: readConfiguration,
  nonStandardPorts: readNonStandardPort,
  exceptions: readException,
};

/**
 * The reader of the data of one type. The result is undefined where the data is absent, or has a form that this version
 * does not know, because one strange exception must not spoil a list.
 */
function data(readers: Readonly<Record<string, ValueReader>>): ValueReader {
  const read = shape<Wire>(readers);
  return (value) => {
    if (value === undefined || value === null) return undefined;
    try {
      return read(value);
    } catch (cause) {
      if (cause instanceof Unreadable) return undefined;
      throw cause;
    }
  };
}

function asQuestions(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map(shape<Wire>({ domain: asText, record_type: asText }));
  throw new Unreadable(`${name} is not a list`);
}
