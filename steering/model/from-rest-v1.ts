/**
 * This file reads what REST v1 shows of a tenant as resources [doc]. REST v1 shows part of a tenant: what it does not
 * show is not observed, which is a value that is not known, and never "nothing". Codes that nobody published are read by
 * a dialect, which the users of a tenant learn; a code that the dialect does not name is a value that is not known.
 */
import { EXCEPTION_TYPES, type ExceptionTypeName } from '../domain/exceptions';
import { platformTitle, type PlatformName } from '../domain/vocabulary';
import { pinnedActionsOn } from './model';
import { Unresolved, isObject, type SourceAttribute, type SourceAttributes, type SourceResource } from './resources';
import {
  SHOWN_PLATFORMS,
  agreedOn,
  appIn,
  asBoolean,
  asShown,
  bypassWith,
  codeIn,
  domainsOf,
  entriesOf,
  fieldOf,
  listOf,
  maybe,
  nameIn,
  notObserved,
  notShown,
  perPlatform,
  textsOf,
  unknownCode,
  withTruths,
  type Dialect,
  type ShownFields,
} from './rest-v1-fields';

/** A configuration, as the list of REST v1 names it and as its details show it. */
export interface RestV1Configuration {
  /** The `config_id`, 0 for the default configuration; null where the list does not name the configuration. */
  readonly id: number | null;
  readonly name: string;
  /** The configuration as REST v1 answers it, with codes as they are; left out where there was no answer for it. */
  readonly shown?: Readonly<Record<string, unknown>>;
}

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

/** Where REST v1 shows exceptions: in a configuration, or, with dynamic steering, on one of its sides. */
interface ShownPlace {
  readonly location: 'on_premises' | 'off_premises' | null;
  readonly shown: unknown;
}

const MODE = 'the traffic mode';
const CRITERIA = 'for whom a configuration is';
const PORTS = 'non-standard ports';

const SIDES = { on_prem: 'on_premises', off_prem: 'off_premises' } as const;

class ConfigurationReader {
  private readonly id: string;
  private readonly shown: ShownFields;
  /** The keys of exceptions that were given already: a tenant may show one app twice in one place. */
  private readonly taken = new Set<string>();

  constructor(
    private readonly from: RestV1Configuration,
    private readonly dialect: Dialect,
  ) {
    this.id = from.id === null ? `configuration ${from.name}` : String(from.id);
    this.shown = withTruths(from.shown ?? {});
  }

  configuration(): SourceResource {
    const { enabled, priority, private_apps_enabled, location_based_steering, traffic_type } = this.shown;
    const isDynamic = location_based_steering === true;
    return resource('configuration', this.id, {
      id: this.id,
      name: this.from.name,
      enabled: asBoolean(enabled, 'whether a configuration is enabled'),
      priority: /^\d{1,9}$/.test(String(priority))
        ? Number(priority)
        : asShown(priority, 'the place of a configuration'),
      traffic_mode: isDynamic && traffic_type === undefined ? notObserved(MODE) : this.modeOf(traffic_type),
      dynamic_steering: {
        enabled: asBoolean(location_based_steering, 'whether dynamic steering is on'),
        on_premises_traffic_mode: this.modeOf(fieldOf(this.shown['on_prem'], 'traffic_type')),
        off_premises_traffic_mode: this.modeOf(fieldOf(this.shown['off_prem'], 'traffic_type')),
      },
      steer_private_apps:
        private_apps_enabled === false
          ? 'none'
          : new Unresolved(notShown('which private apps are steered'), undefined, {
              among: private_apps_enabled === true ? ['all', 'specific'] : ['none', 'all', 'specific'],
            }),
      private_apps: private_apps_enabled === false ? [] : notObserved('which private apps are steered'),
      steer_dns: notObserved('whether DNS is steered'),
      bypass_exception_traffic_at: notObserved('where the traffic of exceptions is bypassed'),
      user_groups: notObserved(CRITERIA),
      organization_units: notObserved(CRITERIA),
      os_families: notObserved(CRITERIA),
      device_tags: notObserved(CRITERIA),
    });
  }

  /** The entries of the non-standard ports, of which REST v1 shows none: there may be any. */
  ports(): SourceResource {
    const attributes = { configuration_id: this.id, port: notObserved(PORTS), domains: notObserved(PORTS) };
    return resource('non_standard_port', `${this.id} ports`, attributes, notShown(PORTS));
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
      this.unseen(place, 'dns', notShown('DNS exceptions')),
    ]);
  }

  /** Where exceptions stand. Which places there are is not known where dynamic steering is not. */
  private places(): ShownPlace[] {
    const { location_based_steering, exceptions } = this.shown;
    const sides = Object.entries(SIDES).map(([key, location]): ShownPlace => {
      return { location, shown: fieldOf(this.shown[key], 'exceptions') };
    });
    if (location_based_steering === true) return sides;
    const without: ShownPlace = { location: null, shown: exceptions };
    return location_based_steering === false
      ? [without]
      : [without, ...sides.filter(({ shown }) => shown !== undefined)];
  }

  private ofType(place: ShownPlace, type: ExceptionTypeName, key: string, isOftenLeftOut: boolean): SourceResource[] {
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

  private exception(
    place: ShownPlace,
    type: ExceptionTypeName,
    key: string,
    entry: ShownFields,
    index: number,
  ): SourceResource {
    const { notes, enabled } = entry;
    const attributes = {
      ...this.common(place),
      notes: notes === null || notes === '' ? null : typeof notes === 'string' ? notes : asShown(notes, 'notes'),
      ...(type === 'certificate_pinned_app' ? this.pinned(entry) : listOf(type, entry, key)),
    };
    const doubt = enabled === undefined || enabled === true ? undefined : 'REST v1 shows it as not enabled';
    const name = type === 'certificate_pinned_app' ? nameIn(entry['app_name'], entry['data']) : undefined;
    let own = this.keyOf(place, `${type} ${name ?? index}`);
    while (this.taken.has(own)) own = `${own} (${index})`;
    this.taken.add(own);
    return resource(EXCEPTION_TYPES[type].resource, own, attributes, doubt);
  }

  /** An exception that may be there, of which nothing but its type is known. */
  private unseen(place: ShownPlace, type: ExceptionTypeName, reason: string): SourceResource {
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

  private common({ location }: ShownPlace): SourceAttributes {
    return { configuration_id: this.id, location };
  }

  private keyOf({ location }: ShownPlace, name: string): string {
    return `${this.id}/${location ?? 'everywhere'}/${name}`;
  }

  private pinned({ app_name, data }: ShownFields): SourceAttributes {
    const name = nameIn(app_name, data);
    return {
      app_id: name === undefined ? notObserved('the app of an exception') : appKey(name),
      custom_app_domains: domainsOf(data),
      ...perPlatform((platform) => this.actionOn(platform, fieldOf(data, SHOWN_PLATFORMS[platform] ?? ''))),
      windows_device_classifications: this.classificationsOn(fieldOf(data, 'windows')),
      mac_os_device_classifications: this.classificationsOn(fieldOf(data, 'mac')),
    };
  }

  /** The action on a platform; null where the exception says nothing of it. */
  private actionOn(platform: PlatformName, shown: unknown): SourceAttribute {
    const all = pinnedActionsOn(platform);
    if (!isObject(shown)) return maybe(notShown(`what an exception does on ${platformTitle(platform)}`), all);
    const { enabled, action, managed_device, tunnel } = shown;
    // The samples show iOS as not enabled for apps that have domains there, so it says nothing. [doc]
    const isOdd =
      platform === 'ios' && textsOf(shown['domains']).length > 0 && textsOf(shown['processes']).length === 0;
    if (enabled === false) return isOdd ? maybe('REST v1 shows iOS in a way that does not tell it', all) : null;
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
    return fieldOf(shown, 'managed_device') === false || fieldOf(shown, 'enabled') === false
      ? null
      : notObserved('device classifications');
  }

  private modeOf(code: unknown): SourceAttribute {
    if (code === undefined || code === null) return notObserved(MODE);
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
