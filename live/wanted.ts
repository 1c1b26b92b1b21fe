/**
 * What a stack or a plan wants of a tenant: its model, which of the objects in it the code manages, and what somebody has
 * carried out already. The code may also refer to objects that it only looks up; these are no wishes.
 */
import {
  isObject,
  modelFromResources,
  type Attributes,
  type Configuration,
  type Model,
  type Names,
  type NonStandardPort,
  type PinnedApp,
  type Resource,
  type SteeringException,
  type TrafficModeName,
  type Value,
} from '../steering';

/** What the code wants. */
export interface Wanted {
  /** The name of the stack or of the plan's file. */
  readonly name: string;
  /** Where it was read, as commands are told it. */
  readonly source: string;
  readonly model: Model;
  /** The keys of the objects that the code manages. */
  readonly managed: ReadonlySet<string>;
  /** The attributes of each resource, by the key of its object: the model has not all of them. */
  readonly attributes: ReadonlyMap<string, Attributes>;
}

const DEFAULT_CONFIGURATION = 'netskopesteering_default_configuration';

/**
 * Makes what the code wants of its resources.
 * @param more the model of these resources, with the premises of the stack; and where they were read
 */
export function wantedFrom(
  name: string,
  resources: readonly Resource[],
  { model = modelFromResources(resources), source = name }: { model?: Model; source?: string } = {},
): Wanted {
  const managed = resources.filter(({ mode }) => mode === 'managed');
  const keyOf = ({ type, key }: Resource) => (type === DEFAULT_CONFIGURATION ? '0' : key);
  return {
    name,
    source,
    model,
    managed: new Set(managed.map(keyOf)),
    attributes: new Map(resources.map((one) => [keyOf(one), one.attributes])),
  };
}

/** The objects of a kind that the code manages. */
export function managedIn<T extends { readonly key: string }>(objects: readonly T[], { managed }: Wanted): T[] {
  return objects.filter(({ key }) => managed.has(key));
}

/** The text of a value that is known. */
export function textOf(value: Value<string> | undefined): string | undefined {
  return value?.known === true ? value.value : undefined;
}

/** Finds the object to which a value refers. */
export function referredBy<T extends { readonly key: string }>(
  objects: readonly T[],
  to: Value<string>,
): T | undefined {
  return to.known ? objects.find(({ key }) => key === to.value) : undefined;
}

/** Finds a configuration of one model in another: the default one, or that of the same name, or of the same id. */
export function sameConfiguration(
  one: Configuration,
  configurations: readonly Configuration[],
): Configuration | undefined {
  if (one.isDefault) return configurations.find(({ isDefault }) => isDefault);
  const name = textOf(one.name);
  return (
    configurations.find((other) => !other.isDefault && name !== undefined && textOf(other.name) === name) ??
    configurations.find(({ origin }) => origin.id !== undefined && origin.id === one.origin.id)
  );
}

/** Finds an app of one model in another, by its name. */
export function sameApp(one: PinnedApp, apps: readonly PinnedApp[]): PinnedApp | undefined {
  const name = textOf(one.name);
  return name === undefined ? undefined : apps.find((other) => textOf(other.name) === name);
}

/** Why an object may not be there that no source shows, and that code says which has been carried out. */
export const BY_DONE = 'it is not observed, and the code that has been carried out has it';

/**
 * Returns the tenant as it is observed, and, where nothing is observed, as code says that has been carried out: somebody
 * followed its runbook, and REST v1 does not show all of that.
 */
export function withDone(observed: Model, done: Wanted): Model {
  const { model } = done;
  const configurations = managedIn(model.configurations, done).flatMap((one) => {
    const other = sameConfiguration(one, observed.configurations);
    return other === undefined ? [] : [{ done: one, observed: other }];
  });
  const keyOf = ({ configuration }: NonStandardPort | SteeringException): string | undefined => {
    const own = referredBy(model.configurations, configuration);
    return own === undefined ? undefined : sameConfiguration(own, observed.configurations)?.key;
  };
  const placed = <T extends NonStandardPort | SteeringException>(list: readonly T[]): T[] =>
    managedIn(list, done).flatMap((one) => {
      const key = keyOf(one);
      return key === undefined ? [] : [{ ...one, configuration: { known: true, value: key } as const, doubt: BY_DONE }];
    });
  const named = new Set(
    model.configurations.flatMap((one) => sameConfiguration(one, observed.configurations)?.key ?? []),
  );
  const isUnseen = ({ doubt, configuration }: NonStandardPort | SteeringException) =>
    doubt !== undefined && configuration.known && named.has(configuration.value);
  const dns = placed(model.exceptions).filter(({ data }) => data.type === 'dns');
  const apps = managedIn(model.apps, done);
  return {
    ...observed,
    configurations: observed.configurations.map((one) => {
      const found = configurations.find((pair) => pair.observed === one);
      return found === undefined ? one : completed(one, inForce(found.done));
    }),
    apps: [
      ...observed.apps.map((one) => {
        const found = sameApp(one, apps);
        return found === undefined ? one : completed(one, found);
      }),
      ...apps.filter((one) => sameApp(one, observed.apps) === undefined).map((one) => ({ ...one, doubt: BY_DONE })),
    ],
    ports: [...observed.ports.filter((one) => !isUnseen(one)), ...placed(model.ports)],
    exceptions: [
      ...observed.exceptions
        .filter((one) => !(isUnseen(one) && one.data.type === 'dns'))
        .map((one) => {
          const found = doneException(one, observed, placed(model.exceptions), model);
          return found === undefined
            ? one
            : { ...one, data: completed(one.data, appAs(found, one)), notes: completed(one.notes, found.notes) };
        }),
      ...dns,
    ],
  };
}

/** A configuration with the traffic modes that count: a screen shows no others, so that nobody set them. */
function inForce(one: Configuration): Configuration {
  const { enabled, trafficMode } = one.dynamicSteering;
  const unset: Value<TrafficModeName> = { known: false, reason: 'it counts for nobody, so nobody set it' };
  if (!enabled.known) return one;
  if (enabled.value) return { ...one, trafficMode: unset };
  return {
    ...one,
    dynamicSteering: { enabled, trafficMode: { ...trafficMode, on_premises: unset, off_premises: unset } },
  };
}

/** Finds the exception for the same app, configuration and location that has been carried out. */
function doneException(
  one: SteeringException,
  observed: Model,
  done: readonly SteeringException[],
  model: Model,
): SteeringException | undefined {
  return done.find((other) => isSameException(one, observed, other, model));
}

/** Whether two exceptions are about the same: one app, or the same names. Their configurations have the same keys. */
function isSameException(one: SteeringException, ofOne: Model, other: SteeringException, ofOther: Model): boolean {
  const isSamePlace =
    one.configuration.known &&
    other.configuration.known &&
    one.configuration.value === other.configuration.value &&
    one.location.known &&
    other.location.known &&
    one.location.value === other.location.value;
  if (!isSamePlace || one.data.type !== other.data.type) return false;
  if (one.data.type === 'certificate_pinned_app' && other.data.type === 'certificate_pinned_app') {
    const names = [referredBy(ofOne.apps, one.data.app), referredBy(ofOther.apps, other.data.app)].map((app) =>
      textOf(app?.name),
    );
    return names[0] !== undefined && names[0] === names[1];
  }
  if (!('names' in one.data) || !('names' in other.data)) return false;
  return [...one.data.names.items].sort().join('\n') === [...other.data.names.items].sort().join('\n');
}

/** The data of an exception, with the app of another model. */
function appAs({ data }: SteeringException, { data: own }: SteeringException): SteeringException['data'] {
  return data.type === 'certificate_pinned_app' && own.type === 'certificate_pinned_app'
    ? { ...data, app: own.app }
    : data;
}

/** Fills in what is not known in an object, from another of the same form. What is known stays. */
function completed<T>(one: T, from: T): T {
  if (isValue(one)) {
    if (!isValue(from)) return one;
    if (one.known) return from.known && isObject(one.value) ? { ...one, value: completed(one.value, from.value) } : one;
    return from.known && mayBe(one, from.value) ? from : one;
  }
  if (isNames(one)) return isNames(from) ? (mergedNames(one, from) as T) : one;
  if (!isObject(one) || !isObject(from)) return one;
  const entries = Object.entries(one).flatMap(([name, value]) => {
    if (OWN.has(name)) return [[name, value]];
    // Code that says nothing of a platform wants nothing there.
    if (name === 'platforms' && isObject(value) && isObject(from[name])) {
      const said = from[name];
      const left = Object.entries(value).filter(([platform, of]) => platform in said || !isValue(of) || of.known);
      return [[name, completed(Object.fromEntries(left), said)]];
    }
    if (name === 'deviceClassifications' && !(name in from)) return [];
    return [[name, name in from ? completed(value, from[name]) : value]];
  });
  return Object.fromEntries(entries) as T;
}

/** What an object has of its own, whatever another one says. */
const OWN: ReadonlySet<string> = new Set(['key', 'origin', 'doubt', 'otherOwners', 'after']);

function mayBe(value: Extract<Value<unknown>, { known: false }>, other: unknown): boolean {
  return value.candidates === undefined || value.candidates.includes(other);
}

/** What was done holds only where it has all that is observed. */
function mergedNames(one: Names, from: Names): Names {
  if (one.open === undefined || from.open !== undefined) return one;
  return one.items.every((item) => from.items.includes(item)) ? from : one;
}

function isValue(value: unknown): value is Value<unknown> {
  return isObject(value) && typeof value['known'] === 'boolean';
}

function isNames(value: unknown): value is Names {
  return isObject(value) && Array.isArray(value['items']);
}
