/**
 * What does a tenant show, for people and for programs? Values that are not known say why; what REST v1 never shows is
 * counted once, and not repeated at each object.
 */
import {
  type Dialect,
  type Model,
  type PinnedApp,
  type SteeringException,
  type Value,
  groupBy,
  isNotObserved,
  isObject,
  modelFromRestV1,
} from '../steering';
import { EXCEPTION_TYPE_NAMES, type ExceptionTypeName } from '../steering/domain/exceptions';
import { PLATFORMS, type PlatformName } from '../steering/domain/vocabulary';
import type { Snapshot } from './snapshot';

/** A value that is not known, and why. */
interface UnknownValue {
  readonly not_known: string;
  readonly possible?: readonly unknown[];
}
export type ObservedValue<T> = T | UnknownValue;

export interface ObservedConfiguration {
  readonly id: string | null;
  readonly name: ObservedValue<string>;
  readonly enabled: ObservedValue<boolean>;
  readonly priority: ObservedValue<number>;
  readonly traffic_mode: ObservedValue<string>;
  readonly dynamic_steering: {
    readonly enabled: ObservedValue<boolean>;
    readonly on_premises_traffic_mode: ObservedValue<string>;
    readonly off_premises_traffic_mode: ObservedValue<string>;
  };
  /** How many exceptions are shown of each type. */
  readonly exceptions: Readonly<Record<ExceptionTypeName, number>>;
}

/** What a configuration does with an app on a platform. */
export interface ObservedAction {
  readonly action: ObservedValue<string | null>;
  readonly configuration: string;
  readonly location: ObservedValue<string | null>;
}

export interface ObservedApp {
  readonly name: ObservedValue<string>;
  readonly custom: ObservedValue<boolean>;
  readonly platforms: readonly {
    readonly platform: PlatformName;
    readonly processes: readonly string[];
    readonly domains: readonly string[];
    /** Why its processes are not known, or not all of them. */
    readonly not_known?: string;
    readonly actions: readonly ObservedAction[];
  }[];
}

export interface ObservedException {
  readonly type: string;
  readonly configuration: string;
  readonly location: ObservedValue<string | null>;
  /** The app of a certificate pinned app exception; the names of any other. */
  readonly app?: string | null;
  readonly names?: readonly string[];
  readonly notes: ObservedValue<string | null>;
  /** Why it may not count, such as that it is not enabled. */
  readonly doubt?: string;
}

/** Attributes, or whole objects, of which nothing is shown. */
export interface NotObserved {
  /** The resource of the provider, without its prefix, or the type of an exception. */
  readonly object: string;
  /** The attributes; `any` where it is not even known whether there is such an object. */
  readonly attributes: readonly string[];
  /** Of how many objects; for `any`, of how many places. */
  readonly count: number;
}

export interface ObservedState {
  readonly configurations: readonly ObservedConfiguration[];
  readonly apps: readonly ObservedApp[];
  readonly exceptions: readonly ObservedException[];
  readonly not_observed: readonly NotObserved[];
}

export function observedState({ configurations }: Snapshot, dialect: Dialect): ObservedState {
  const model = modelFromRestV1(configurations, dialect);
  const shown = model.exceptions.filter((one) => !isUnseen(one));
  const inConfiguration = groupBy(shown, ({ configuration }) => (configuration.known ? configuration.value : ''));
  const ofApp = groupBy(shown, ({ data }) => appKeyOf(data) ?? '');
  const appNames = new Map(model.apps.map(({ key, name }) => [key, name.known ? name.value : null]));
  const names = new Map(model.configurations.map(({ key, name }) => [key, name.known ? name.value : key]));
  const nameOf = ({ configuration }: SteeringException) =>
    configuration.known ? (names.get(configuration.value) ?? configuration.value) : '';
  return {
    configurations: [...model.configurations].sort(byPriority).map((one) => ({
      id: one.origin.id ?? null,
      name: valueOf(one.name),
      enabled: valueOf(one.enabled),
      priority: valueOf(one.priority),
      traffic_mode: valueOf(one.trafficMode),
      dynamic_steering: {
        enabled: valueOf(one.dynamicSteering.enabled),
        on_premises_traffic_mode: valueOf(one.dynamicSteering.trafficMode.on_premises),
        off_premises_traffic_mode: valueOf(one.dynamicSteering.trafficMode.off_premises),
      },
      exceptions: countsOf(inConfiguration.get(one.key) ?? []),
    })),
    apps: [...model.apps].sort(byName).map((app) => observedApp(app, ofApp.get(app.key) ?? [], nameOf)),
    exceptions: shown.map((one) => observedException(one, appNames, nameOf(one))),
    not_observed: notObservedIn(model),
  };
}

/** The value, or why it is not known. */
function valueOf<T>(value: Value<T>): ObservedValue<T> {
  if (value.known) return value.value;
  const { reason, candidates } = value;
  return { not_known: reason, ...(candidates && { possible: candidates }) };
}

export function isKnown<T>(value: ObservedValue<T>): value is T {
  return !(isObject(value) && 'not_known' in value);
}

function countsOf(exceptions: readonly SteeringException[]): Record<ExceptionTypeName, number> {
  const ofType = groupBy(exceptions, ({ data }) => data.type);
  const counts = EXCEPTION_TYPE_NAMES.map((type) => [type, ofType.get(type)?.length ?? 0]);
  return Object.fromEntries(counts) as Record<ExceptionTypeName, number>;
}

function appKeyOf(data: SteeringException['data']): string | undefined {
  return data.type === 'certificate_pinned_app' && data.app.known ? data.app.value : undefined;
}

/** An exception of which nothing but its type is known stands for any that may be there. */
function isUnseen({ doubt, data }: SteeringException): boolean {
  if (doubt === undefined) return false;
  if (data.type === 'unknown') return true;
  return data.type === 'certificate_pinned_app' ? !data.app.known : data.names.items.length === 0;
}

type ShownConfiguration = Model['configurations'][number];

/** The default configuration comes last. [doc] */
function byPriority(a: ShownConfiguration, b: ShownConfiguration): number {
  const order = ({ isDefault, priority }: ShownConfiguration) =>
    isDefault ? Infinity : priority.known ? priority.value : Number.MAX_VALUE;
  const [first, second] = [order(a), order(b)];
  return first === second ? 0 : first < second ? -1 : 1;
}

function byName(a: PinnedApp, b: PinnedApp): number {
  const [first, second] = [a, b].map(({ name }) => (name.known ? name.value.toLowerCase() : '')) as [string, string];
  return first < second ? -1 : first > second ? 1 : 0;
}

function observedApp(
  app: PinnedApp,
  exceptions: readonly SteeringException[],
  nameOf: (exception: SteeringException) => string,
): ObservedApp {
  const uses = exceptions.flatMap((exception) => {
    const { data } = exception;
    return data.type === 'certificate_pinned_app' ? [{ exception, platforms: data.platforms }] : [];
  });
  const platforms = PLATFORMS.map(({ name: platform }) => {
    const definition = app.platforms[platform];
    const actions = uses.flatMap(({ exception, platforms: { [platform]: action } }) => {
      // A platform of which REST v1 says nothing is counted as not observed.
      if (action === undefined || (!action.known && action.candidates?.includes(null))) return [];
      return [{ action: valueOf(action), configuration: nameOf(exception), location: valueOf(exception.location) }];
    });
    const { processes, domains } = definition?.known ? definition.value : { processes: undefined, domains: undefined };
    const why = definition?.known === false ? definition.reason : processes?.open;
    return {
      platform,
      processes: processes?.items ?? [],
      domains: domains?.items ?? [],
      ...(why !== undefined && { not_known: why }),
      actions,
    };
  });
  return {
    name: valueOf(app.name),
    custom: valueOf(app.custom),
    platforms: platforms.filter(
      ({ processes, domains, actions }) => processes.length + domains.length + actions.length > 0,
    ),
  };
}

function observedException(
  { data, location, notes, doubt }: SteeringException,
  appNames: ReadonlyMap<string, string | null>,
  configuration: string,
): ObservedException {
  return {
    type: data.type,
    configuration,
    location: valueOf(location),
    ...(data.type === 'certificate_pinned_app'
      ? { app: appNames.get(appKeyOf(data) ?? '') ?? null }
      : { names: data.type === 'unknown' ? [] : data.names.items }),
    notes: valueOf(notes),
    ...(doubt !== undefined && { doubt }),
  };
}

/** Counts what REST v1 does not show, each attribute of each kind of object once. */
export function notObservedIn(model: Model): NotObserved[] {
  const counts = new Map<string, { object: string; attribute: string; count: number }>();
  const add = (object: string, attribute: string) => {
    const key = `${object} ${attribute}`;
    counts.set(key, { object, attribute, count: (counts.get(key)?.count ?? 0) + 1 });
  };
  for (const { dynamicSteering, trafficMode, ...rest } of model.configurations) {
    const isDynamic = dynamicSteering.enabled.known ? dynamicSteering.enabled.value : undefined;
    const counted = {
      ...rest,
      // The modes of a steering that is off count for nobody.
      dynamicSteering: isDynamic === false ? {} : dynamicSteering,
      ...(isDynamic !== true && { trafficMode }),
    };
    for (const path of openIn(counted)) add('configuration', path);
  }
  for (const app of model.apps) for (const path of openIn(app)) add('certificate_pinned_app', path);
  for (const exception of model.exceptions) {
    const object = `${exception.data.type} exception`;
    if (isUnseen(exception)) add(object, 'any');
    else for (const path of openIn(exception)) add(object, path);
  }
  for (const port of model.ports) if (port.doubt !== undefined) add('non_standard_port', 'any');
  return grouped([...counts.values()]);
}

function grouped(all: readonly { object: string; attribute: string; count: number }[]): NotObserved[] {
  const groups = new Map<string, { object: string; attributes: string[]; count: number }>();
  for (const { object, attribute, count } of all) {
    const key = `${object} ${count} ${attribute === 'any'}`;
    const group = groups.get(key) ?? { object, attributes: [], count };
    group.attributes.push(attribute);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Parts of a model that are no attribute of the provider. */
const NO_ATTRIBUTES = new Set(['platforms', 'value', 'data']);

/** The attributes of an object that are not observed, as the provider names them. */
function openIn(value: unknown, path: readonly string[] = []): string[] {
  if (!isObject(value)) return [];
  const { known, reason, open } = value;
  const why = known === false ? reason : open;
  if (typeof why === 'string') return isNotObserved(why) ? [path.join('.')] : [];
  return Object.entries(value).flatMap(([name, one]) =>
    openIn(one, NO_ATTRIBUTES.has(name) ? path : [...path, snake(name)]),
  );
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
