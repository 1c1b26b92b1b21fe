/** Declarations of stacks as an administrator thinks of them, and the models that follow. Mutable: a fixture changes one. */
import { EXCEPTION_TYPES, type ExceptionTypeName, type TrafficModeName } from '../../../steering/domain/exceptions';
import type { Side } from '../../../steering/model/flow';
import {
  type Configuration,
  type Definition,
  type ExceptionData,
  type Model,
  NO_NAMES,
  type Names,
  type PinnedAction,
  type PinnedApp,
  type Value,
  known,
  names,
  notKnown,
} from '../../../steering/model/model';
import { PLATFORMS, type PlatformName } from '../../../steering/domain/vocabulary';

/** Left open: `undefined` in place of a value means that it is not known yet. */
interface ConfigurationDeclaration {
  name?: string | undefined;
  isDefault?: boolean;
  enabled?: boolean | undefined;
  mode?: TrafficModeName | undefined;
  /** What the mode may be, where it is not known. */
  modes?: TrafficModeName[];
  /** The modes of both sides. */
  dynamic?: Record<Side, TrafficModeName>;
  /** Whether dynamic steering is on is not known. */
  dynamicUnknown?: true;
  groups?: string[];
  units?: string[];
  families?: string[];
  tags?: string[];
  /** By a data source. */
  lookedUp?: true;
  /** Its place: a number, `new` for one that has none yet. @default the place in the declaration */
  place?: number | 'new' | undefined;
  /** The keys of the configurations that are made before it. */
  after?: string[];
  steerDns?: boolean | undefined;
  /** The address of another resource that manages it. */
  alsoOwnedBy?: string;
}

type Processes = string[] | { regex: string[] } | { domains: string[]; processes?: string[] };
export interface AppDeclaration extends Partial<Record<PlatformName, Processes>> {
  name?: string | undefined;
  predefined?: true;
  /** By a data source. */
  lookedUp?: true;
  /** There may be other processes than those that are named. */
  open?: true;
  /** The address of another resource that manages it. */
  alsoOwnedBy?: string;
}

export interface ExceptionDeclaration extends Partial<Record<PlatformName, PinnedAction | undefined>> {
  in: string;
  /** Of a certificate pinned app; without, and without a type: a domain exception. */
  app?: string | undefined;
  type?: 'application' | 'category' | 'destination_location' | 'dns' | 'source_countries' | 'source_location';
  /** Of an exception with a type. */
  names?: string[];
  domains?: string[];
  /** Of devices, on Windows and macOS. */
  classifications?: string[];
  side?: Side | undefined;
}

interface PortDeclaration {
  /** @default from its number among all ports */
  key?: string;
  in: string;
  port: number | null | undefined;
  domains?: string[];
  open?: true;
}

export interface Stack {
  configurations: Record<string, ConfigurationDeclaration>;
  apps: Record<string, AppDeclaration>;
  exceptions: Record<string, ExceptionDeclaration>;
  ports: PortDeclaration[];
  /** Whether it is all that a tenant has. */
  isTenant?: true;
  /** Network locations, by key. */
  locations?: Record<string, { name?: string | undefined }>;
}

export function modelOf(stack: Stack): Model {
  const { configurations, apps, exceptions, ports } = stack;
  return {
    covers: stack.isTenant ? 'tenant' : 'part',
    configurations: Object.entries(configurations).map(([key, one], index) => configurationOf(key, one, index + 1)),
    apps: Object.entries(apps).map(([key, one]) => appOf(key, one)),
    exceptions: Object.entries(exceptions).map(([key, one]) => ({
      key,
      origin: origin(EXCEPTION_TYPES[dataOf(one).type as ExceptionTypeName].resource, key),
      configuration: known(one.in),
      location: 'side' in one ? maybe<Side | null>(one.side) : known(null),
      notes: known(null),
      data: dataOf(one),
    })),
    ports: ports
      .map((one, index) => [one.key ?? `port-${index}`, one] as const)
      .map(([key, one]) => ({
        key,
        origin: origin('non_standard_port', key),
        configuration: known(one.in),
        port: maybe<number | null>(one.port),
        domains: namesOf(one.domains, one.open),
      })),
    networkLocations: Object.entries(stack.locations ?? {}).map(([key, { name }]) => ({
      key,
      origin: origin('network_location', key),
      name: maybe(name),
    })),
  };
}

function configurationOf(key: string, one: ConfigurationDeclaration, priority: number): Configuration {
  const mode = 'mode' in one ? maybe(one.mode) : known<TrafficModeName>('web');
  return {
    key,
    origin: one.lookedUp ? { address: `data.netskopesteering_configuration.${key}` } : origin('configuration', key),
    ...ownedBy(one),
    name: 'name' in one ? maybe(one.name) : known(key),
    isDefault: one.isDefault ?? false,
    enabled: 'enabled' in one ? maybe(one.enabled) : known(true),
    priority: placeOf('place' in one ? one.place : priority),
    ...(one.after !== undefined && { after: one.after }),
    userGroups: names(...(one.groups ?? [])),
    organizationUnits: names(...(one.units ?? [])),
    osFamilies: names(...(one.families ?? [])),
    deviceTags: names(...(one.tags ?? [])),
    trafficMode: one.modes === undefined ? mode : notKnown('the stack expects it', one.modes),
    dynamicSteering: {
      enabled: one.dynamicUnknown ? notKnown('the stack does not say') : known(one.dynamic !== undefined),
      trafficMode: {
        on_premises: maybe(one.dynamic?.on_premises),
        off_premises: maybe(one.dynamic?.off_premises),
      },
    },
    steerPrivateApps: known('none'),
    privateApps: NO_NAMES,
    steerDns: 'steerDns' in one ? maybe(one.steerDns) : known(false),
    bypassExceptionTrafficAt: known('client'),
  };
}

function placeOf(place: number | 'new' | undefined): Configuration['priority'] {
  return place === 'new' ? { known: false, reason: 'it is new', isNew: true } : maybe(place);
}

function appOf(key: string, one: AppDeclaration): PinnedApp {
  const platforms: Partial<Record<PlatformName, Value<Definition>>> = {};
  for (const { name } of PLATFORMS) {
    const processes = one[name];
    if (processes === undefined) continue;
    const [match, items, domains = []] = Array.isArray(processes)
      ? (['exact', processes] as const)
      : 'regex' in processes
        ? (['regex', processes.regex] as const)
        : (['exact', processes.processes ?? [], processes.domains] as const);
    platforms[name] = known({ match: known(match), processes: namesOf(items, one.open), domains: names(...domains) });
  }
  return {
    key,
    origin: one.lookedUp
      ? { address: `data.netskopesteering_certificate_pinned_app.${key}` }
      : origin('certificate_pinned_app', key),
    ...ownedBy(one),
    name: 'name' in one ? maybe(one.name) : known(key),
    custom: known(one.predefined !== true),
    platforms,
  };
}

function dataOf(one: ExceptionDeclaration): ExceptionData {
  if (one.type !== undefined) return namedData(one.type, names(...(one.names ?? [])));
  if (!('app' in one)) return { type: 'domains', names: names(...(one.domains ?? [])) };
  const platforms: Partial<Record<PlatformName, Value<PinnedAction | null>>> = {};
  for (const { name } of PLATFORMS) if (name in one) platforms[name] = maybe<PinnedAction | null>(one[name]);
  const classified = one.classifications && names(...one.classifications);
  return {
    type: 'certificate_pinned_app',
    app: maybe(one.app),
    customAppDomains: names(...(one.domains ?? ['*'])),
    platforms,
    ...(classified !== undefined && { deviceClassifications: { windows: classified, mac_os: classified } }),
  };
}

function namedData(type: NonNullable<ExceptionDeclaration['type']>, list: Names): ExceptionData {
  const action = known('bypass' as const);
  if (type === 'application') return { type, names: list, action };
  if (type === 'destination_location') return { type, names: list, action, treatLikeLocalIp: known(false) };
  return { type, names: list };
}

function maybe<T>(value: T | undefined): Value<T> {
  return value === undefined ? notKnown('it is only known after apply') : known(value);
}

function namesOf(items: readonly string[] = [], open?: true): Names {
  return open ? { items, open: 'others are only known after apply' } : names(...items);
}

function origin(type: string, key: string) {
  return { address: `netskopesteering_${type}.${key}`, construct: `tenant/${key}/Resource` };
}

function ownedBy({ alsoOwnedBy: address }: { readonly alsoOwnedBy?: string }) {
  return address === undefined ? {} : { otherOwners: [{ address }] };
}
