/**
 * This file reads what REST v1 shows of a tenant as resources [doc]. REST v1 shows part of a tenant: what it does not
 * show is not observed, which is a value that is not known, and never "nothing". Codes that nobody published are read by
 * a dialect, which the users of a tenant learn; a code that the dialect does not name is a value that is not known.
 */
import { EXCEPTION_TYPES, type ExceptionTypeName, countryNamed } from '../domain/exceptions';
import { PLATFORMS, type PlatformName } from '../domain/vocabulary';
import { pinnedActionsOn } from './model';
import { isSame } from './one-object';
import { Unresolved, isObject, type SourceAttribute, type SourceAttributes, type SourceResource } from './resources';

/** A configuration, as the list of REST v1 names it and as its details show it. */
export interface RestV1Configuration {
  /** The `config_id`, 0 for the default configuration; null where the list does not name the configuration. */
  readonly id: number | null;
  readonly name: string;
  /** The configuration as REST v1 answers it, with codes as they are; left out where there was no answer for it. */
  readonly shown?: Readonly<Record<string, unknown>>;
}

/** What the codes of one tenant mean: by code, a word of the provider. */
export interface Dialect {
  /** The action of a certificate pinned app on a platform: `bypass`, `block` or `steer_and_decrypt`. */
  readonly action: Readonly<Record<string, string>>;
  /** The traffic mode: `cloud_apps`, `web`, `all` or `none`. */
  readonly traffic_type: Readonly<Record<string, string>>;
}

/** The codes that the published samples show. That "1" is a bypass is our reading of them. [assumed] */
export const PUBLISHED_DIALECT: Dialect = { action: { '1': 'bypass' }, traffic_type: { web: 'web' } };

/** Why a value is not known that REST v1 never shows, as part of a sentence. */
export const NOT_OBSERVED = 'REST v1 does not show it, so it is not observed';

/** Whether a value is not known because REST v1 does not show it. */
export function isNotObserved(reason: string): boolean {
  return reason.startsWith('REST v1 ');
}

type Shown = Readonly<Record<string, unknown>>;

/** Reads what REST v1 shows as resources. */
export function resourcesFromRestV1(
  configurations: readonly RestV1Configuration[],
  dialect: Dialect,
): SourceResource[] {
  const contents = configurations.map((one) => new ConfigurationReader(one, dialect));
  const apps = new Map<string, SourceAttributes>();
  for (const { name, attributes } of contents.flatMap((one) => one.apps())) {
    const before = apps.get(name);
    apps.set(name, before === undefined ? attributes : agreedOn(before, attributes));
  }
  return [
    ...[...apps].map(([name, attributes]) => resource('certificate_pinned_app', appKey(name), attributes)),
    ...contents.map((one) => one.configuration()),
    ...contents.flatMap((one) => [...one.exceptions(), one.ports()]),
  ];
}

function resource(name: string, key: string, attributes: SourceAttributes, doubt?: string): SourceResource {
  const { id } = attributes;
  return {
    type: `netskopesteering_${name}`,
    mode: 'data',
    key,
    attributes,
    origin: typeof id === 'string' ? { id } : {},
    ...(doubt !== undefined && { doubt }),
  };
}

function appKey(name: string): string {
  return `app ${name}`;
}

/** REST v1 shows an app with each exception that uses it. What it shows in different ways is not known. */
function agreedOn(first: SourceAttributes, second: SourceAttributes): SourceAttributes {
  const entries = Object.entries(first).map(([name, value]): [string, SourceAttribute] => {
    const other = second[name];
    if (isSame(value, other) || other instanceof Unresolved) return [name, value];
    if (value instanceof Unresolved) return [name, other];
    return [name, new Unresolved('REST v1 shows it differently in two places')];
  });
  return Object.fromEntries(entries);
}

/** Where REST v1 shows exceptions: in a configuration, or, with dynamic steering, on one of its sides. */
interface Place {
  readonly location: 'on_premises' | 'off_premises' | null;
  readonly shown: unknown;
}

const SIDES = { on_prem: 'on_premises', off_prem: 'off_premises' } as const;

class ConfigurationReader {
  private readonly id: string;
  private readonly shown: Shown;

  constructor(
    private readonly from: RestV1Configuration,
    private readonly dialect: Dialect,
  ) {
    this.id = from.id === null ? `configuration ${from.name}` : String(from.id);
    this.shown = from.shown ?? {};
  }

  configuration(): SourceResource {
    const { enabled, priority, private_apps_enabled, location_based_steering, traffic_type } = this.shown;
    const open = notObserved();
    const isDynamic = location_based_steering === true;
    return resource('configuration', this.id, {
      id: this.id,
      name: this.from.name,
      enabled: asBoolean(enabled),
      priority: /^\d{1,9}$/.test(String(priority)) ? Number(priority) : asShown(priority),
      traffic_mode: isDynamic && traffic_type === undefined ? open : this.modeOf(traffic_type),
      dynamic_steering: {
        enabled: asBoolean(location_based_steering),
        on_premises_traffic_mode: this.modeOf(fieldOf(this.shown['on_prem'], 'traffic_type')),
        off_premises_traffic_mode: this.modeOf(fieldOf(this.shown['off_prem'], 'traffic_type')),
      },
      steer_private_apps:
        private_apps_enabled === false
          ? 'none'
          : new Unresolved(NOT_OBSERVED, undefined, {
              among: private_apps_enabled === true ? ['all', 'specific'] : ['none', 'all', 'specific'],
            }),
      private_apps: private_apps_enabled === false ? [] : open,
      steer_dns: open,
      bypass_exception_traffic_at: open,
      user_groups: open,
      organization_units: open,
      os_families: open,
      device_tags: open,
    });
  }

  /** The entries of the non-standard ports, of which REST v1 shows none: there may be any. */
  ports(): SourceResource {
    const attributes = { configuration_id: this.id, port: notObserved(), domains: notObserved() };
    return resource('non_standard_port', `${this.id} ports`, attributes, NOT_OBSERVED);
  }

  apps(): { readonly name: string; readonly attributes: SourceAttributes }[] {
    return this.places().flatMap(({ shown }) =>
      entriesOf(shown, 'cert_pinned_apps').flatMap(({ entry }) => appIn(entry)),
    );
  }

  exceptions(): SourceResource[] {
    return this.places().flatMap((place) => [
      ...SHOWN_TYPES.flatMap(({ type, key, isOftenLeftOut }) => this.ofType(place, type, key, isOftenLeftOut)),
      // There may be DNS exceptions, and none of them is shown.
      this.unseen(place, 'dns', NOT_OBSERVED),
    ]);
  }

  /** Where exceptions stand. Which places there are is not known where dynamic steering is not. */
  private places(): Place[] {
    const { location_based_steering, exceptions } = this.shown;
    const sides = Object.entries(SIDES).map(([key, location]): Place => {
      return { location, shown: fieldOf(this.shown[key], 'exceptions') };
    });
    if (location_based_steering === true) return sides;
    const without: Place = { location: null, shown: exceptions };
    return location_based_steering === false
      ? [without]
      : [without, ...sides.filter(({ shown }) => shown !== undefined)];
  }

  private ofType(place: Place, type: ExceptionTypeName, key: string, isOftenLeftOut: boolean): SourceResource[] {
    const group = fieldOf(place.shown, key);
    const isLeftOut = isObject(place.shown) && group === undefined;
    if (isLeftOut && isOftenLeftOut) return [];
    const entries = entriesOf(place.shown, key);
    const found = entries.map(({ entry, index }) => this.exception(place, type, key, entry, index));
    const count = fieldOf(group, 'count');
    const isWhole = Array.isArray(fieldOf(group, 'data')) && !(Number(count) > entries.length);
    return isWhole
      ? found
      : [...found, this.unseen(place, type, `REST v1 does not show all of "${key}", so there may be more`)];
  }

  private exception(place: Place, type: ExceptionTypeName, key: string, entry: Shown, index: number): SourceResource {
    const { notes, enabled } = entry;
    const attributes = {
      ...this.common(place),
      notes: notes === null || notes === '' ? null : typeof notes === 'string' ? notes : asShown(notes),
      ...(type === 'certificate_pinned_app' ? this.pinned(entry) : listOf(type, entry, key)),
    };
    const doubt = enabled === undefined || enabled === true ? undefined : 'REST v1 shows it as not enabled';
    return resource(EXCEPTION_TYPES[type].resource, this.keyOf(place, `${type} ${index}`), attributes, doubt);
  }

  /** An exception that may be there, of which nothing but its type is known. */
  private unseen(place: Place, type: ExceptionTypeName, reason: string): SourceResource {
    const open = new Unresolved(reason);
    const all = {
      notes: open,
      app_id: open,
      custom_app_domains: open,
      action: open,
      treat_like_local_ip: open,
      applications: open,
      categories: open,
      network_locations: open,
      domains: open,
      countries: open,
      questions: open,
      ...perPlatform((name) => maybe(reason, pinnedActionsOn(name))),
    };
    const attributes = { ...this.common(place), ...all };
    return resource(EXCEPTION_TYPES[type].resource, this.keyOf(place, `${type} not shown`), attributes, reason);
  }

  private common({ location }: Place): SourceAttributes {
    return { configuration_id: this.id, location };
  }

  private keyOf({ location }: Place, name: string): string {
    return `${this.id}/${location ?? 'everywhere'}/${name}`;
  }

  private pinned({ app_name, data }: Shown): SourceAttributes {
    const name = nameIn(app_name, data);
    return {
      app_id: name === undefined ? notObserved() : appKey(name),
      custom_app_domains: domainsOf(data),
      ...perPlatform((platform) => this.actionOn(platform, fieldOf(data, SHOWN_PLATFORMS[platform] ?? ''))),
      windows_device_classifications: this.classificationsOn(fieldOf(data, 'windows')),
      mac_os_device_classifications: this.classificationsOn(fieldOf(data, 'mac')),
    };
  }

  /** The action on a platform; null where the exception says nothing of it. */
  private actionOn(platform: PlatformName, shown: unknown): SourceAttribute {
    const all = pinnedActionsOn(platform);
    if (!isObject(shown)) return maybe(NOT_OBSERVED, all);
    const { enabled, action, managed_device, tunnel } = shown;
    if (enabled === false) return null;
    if (enabled !== true) return maybe('REST v1 does not say whether the exception is for this platform', all);
    if (action === undefined || action === null)
      return new Unresolved('REST v1 shows no code for its action', undefined, { among: all });
    const word = codeIn(this.dialect.action, action);
    if (word === undefined) return new Unresolved(unknownCode('action', action), undefined, { among: all });
    if (word !== 'bypass' || !all.includes('bypass_direct')) return word;
    return bypassWith(managed_device, tunnel);
  }

  /** Device classifications are not shown; they matter for managed devices alone. */
  private classificationsOn(shown: unknown): SourceAttribute {
    return fieldOf(shown, 'managed_device') === false || fieldOf(shown, 'enabled') === false ? null : notObserved();
  }

  private modeOf(code: unknown): SourceAttribute {
    if (code === undefined || code === null) return notObserved();
    return codeIn(this.dialect.traffic_type, code) ?? new Unresolved(unknownCode('traffic_type', code));
  }
}

/**
 * The key that REST v1 has for each type, spelled as it is. [doc] The samples leave out categories where cloud apps are
 * steered, and applications where web traffic is: for these two, a key that is not there means that there are none.
 * [assumed]
 */
const SHOWN_TYPES: readonly {
  readonly type: ExceptionTypeName;
  readonly key: string;
  readonly isOftenLeftOut: boolean;
}[] = [
  { type: 'certificate_pinned_app', key: 'cert_pinned_apps', isOftenLeftOut: false },
  { type: 'domains', key: 'domains', isOftenLeftOut: false },
  { type: 'category', key: 'categories', isOftenLeftOut: true },
  { type: 'application', key: 'applictions', isOftenLeftOut: true },
  { type: 'destination_location', key: 'dst_netloc', isOftenLeftOut: false },
  { type: 'source_location', key: 'src_netloc', isOftenLeftOut: false },
  { type: 'source_countries', key: 'countries', isOftenLeftOut: false },
];

/** The platforms that REST v1 shows; of Linux and Chrome OS it shows nothing. [doc] */
const SHOWN_PLATFORMS: Readonly<Partial<Record<PlatformName, string>>> = {
  windows: 'windows',
  mac_os: 'mac',
  ios: 'ios',
  android: 'android',
};

/** The attributes of an exception that is a list of names. What is done with them is shown for none. */
function listOf(type: ExceptionTypeName, entry: Shown, key: string): SourceAttributes {
  const names = textsIn(entry[type === 'application' ? 'applications' : key]);
  const open = notObserved();
  const attributes: Partial<Record<ExceptionTypeName, SourceAttributes>> = {
    application: { applications: names, action: open },
    category: { categories: names },
    destination_location: { network_locations: names, action: open, treat_like_local_ip: open },
    domains: { domains: names },
    source_countries: { countries: Array.isArray(names) ? names.map(countryOf) : names },
    source_location: { network_locations: names },
  };
  return attributes[type] ?? {};
}

/** A country, which REST v1 shows by its English name. */
function countryOf(name: string): SourceAttribute {
  return (
    countryNamed(name) ??
    new Unresolved(`REST v1 shows the country ${JSON.stringify(name)}, whose code is not known here`)
  );
}

function appIn({ app_name, data }: Shown): { name: string; attributes: SourceAttributes }[] {
  const name = nameIn(app_name, data);
  if (name === undefined) return [];
  const attributes = {
    name,
    custom: asBoolean(fieldOf(data, 'custom')),
    ...perPlatform((platform) => definitionOf(fieldOf(data, SHOWN_PLATFORMS[platform] ?? ''), platform)),
  };
  return [{ name, attributes }];
}

function nameIn(name: unknown, data: unknown): string | undefined {
  return [name, fieldOf(data, 'appName')].find((one): one is string => typeof one === 'string' && one !== '');
}

/**
 * The definition of an app on a platform; null where there is none. A platform that the exception is for, and that shows
 * neither processes nor domains, has a definition that is not shown: the samples show iOS so.
 */
function definitionOf(shown: unknown, platform: PlatformName): SourceAttribute {
  if (!isObject(shown)) return notObserved();
  const [processes, domains] = [textsIn(shown['processes']), textsIn(shown['domains'] ?? [])];
  const isEmpty = [processes, domains].every((one) => Array.isArray(one) && one.length === 0);
  if (isEmpty && shown['enabled'] === false) return null;
  const hasDomains = PLATFORMS.some((one) => one.name === platform && one.hasDomains);
  return {
    match: notObserved(),
    processes: isEmpty ? notObserved() : processes,
    ...(hasDomains && { domains }),
  };
}

/**
 * The domains to which a bypass is limited. Whether `tunnel_domains` are the custom app domains is not published, so there
 * may be others.
 */
function domainsOf(data: unknown): SourceAttribute {
  const shown = ['windows', 'mac'].map((key) => textsIn(fieldOf(fieldOf(data, key), 'tunnel_domains') ?? []));
  return [...shown.flatMap((one) => (Array.isArray(one) ? one : [])), notObserved()];
}

/**
 * The word for a bypass with its two options. REST v1 shows both as false for a plain bypass as well as for one that is
 * direct.
 */
function bypassWith(managed: unknown, tunnel: unknown): SourceAttribute {
  const words = [
    { managed: false, tunnel: false, word: 'bypass' },
    { managed: false, tunnel: false, word: 'bypass_direct' },
    { managed: false, tunnel: true, word: 'bypass_tunnel' },
    { managed: true, tunnel: false, word: 'bypass_managed_direct' },
    { managed: true, tunnel: true, word: 'bypass_managed_tunnel' },
  ].filter(
    (one) =>
      (typeof managed !== 'boolean' || one.managed === managed) &&
      (typeof tunnel !== 'boolean' || one.tunnel === tunnel),
  );
  const [only] = words;
  if (only !== undefined && words.length === 1) return only.word;
  return new Unresolved('REST v1 shows several of its actions alike', undefined, {
    among: words.map(({ word }) => word),
  });
}

function entriesOf(shown: unknown, key: string): { readonly entry: Shown; readonly index: number }[] {
  const data = fieldOf(fieldOf(shown, key), 'data');
  if (!Array.isArray(data)) return [];
  return data.flatMap((entry: unknown, index) => (isObject(entry) ? [{ entry, index }] : []));
}

function fieldOf(object: unknown, name: string): unknown {
  return isObject(object) && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Texts, each once: the samples hold the same process twice. A text with commas is read as several. */
function textsIn(value: unknown): readonly string[] | Unresolved {
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) return asShown(value);
  return [...new Set(value.map((one) => one.trim()).filter((one) => one !== ''))];
}

function asBoolean(value: unknown): SourceAttribute {
  return typeof value === 'boolean' ? value : asShown(value);
}

/** A value that cannot be read: one that is not shown, or one that is not known here. */
function asShown(value: unknown): Unresolved {
  if (value === undefined || value === null) return notObserved();
  return new Unresolved(`the tenant shows ${JSON.stringify(value)}, which is not known here`);
}

function codeIn(codes: Readonly<Record<string, string>>, code: unknown): string | undefined {
  const text = typeof code === 'string' || typeof code === 'number' || typeof code === 'boolean' ? String(code) : '';
  return Object.hasOwn(codes, text) ? codes[text] : undefined;
}

function unknownCode(kind: keyof Dialect, code: unknown): string {
  return `the tenant shows the code ${JSON.stringify(code)} for ${kind}, which its dialect does not name`;
}

/** Whether a value is not known because the dialect does not name its code. */
export function isUnknownCode(reason: string): boolean {
  return reason.endsWith('which its dialect does not name');
}

function notObserved(): Unresolved {
  return new Unresolved(NOT_OBSERVED);
}

/** An attribute that is one of these words, or nothing. */
function maybe(reason: string, among: readonly string[]): Unresolved {
  return new Unresolved(reason, undefined, { among, orNothing: true });
}

function perPlatform(read: (name: PlatformName) => SourceAttribute): SourceAttributes {
  return Object.fromEntries(PLATFORMS.map(({ name }) => [name, read(name)]));
}
