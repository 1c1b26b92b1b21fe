/**
 * The one reader turns Terraform resources into a model. A stack at synth, a plan and a tenant each only give
 * resources; what an attribute means is written once, here for apps and ports, in `read-configuration.ts` and
 * `read-exception.ts` for the rest.
 */
import { groupBy } from '../collections';
import { EXCEPTION } from '../domain/exceptions';
import type { MatchKind } from '../domain/processes';
import { PLATFORMS } from '../domain/vocabulary';
import {
  type Configuration,
  type Definition,
  type Model,
  type NonStandardPort,
  type PinnedApp,
  type Value,
  known,
  notKnown,
} from './model';
import { isDefaultConfiguration, kindOf, onceEach } from './one-object';
import { withoutIndexes } from './plan-json';
import { DEFAULT_KEY, absentConfiguration, readConfiguration } from './read-configuration';
import { readException } from './read-exception';
import {
  type SourceAttribute,
  type SourceAttributes,
  type SourceResource,
  Unresolved,
  expandListings,
  modelledFrom,
  readBoolean,
  readNames,
  readObject,
  readOneOf,
  readText,
  reasonFor,
  referencesIn,
} from './resources';

/** Why nothing is known of an app that a stack looks up. */
export const LOOKED_UP = 'it is only known once it is looked up on the tenant';

const MATCH_KINDS: readonly MatchKind[] = ['exact', 'regex'];
/** How an app matches where it does not say: the provider's default. */
const DEFAULT_MATCH = known<MatchKind>('exact');

function readApp(resource: SourceResource): PinnedApp {
  const { attributes, mode } = resource;
  const unread = mode === 'data' ? LOOKED_UP : undefined;
  return {
    ...modelledFrom(resource),
    name: readText(attributes['name'], notKnown(unread ?? 'it is not written')),
    custom: mode === 'managed' ? known(true) : readBoolean(attributes['custom'], notKnown(unread ?? '')),
    platforms: readPlatforms(attributes, unread),
  };
}

/** Makes the app that something refers to and that the source does not have: nothing of it is known. */
function absentApp(id: string): PinnedApp {
  const reason = `the app with the id ${JSON.stringify(id)} is not among what was read`;
  return {
    key: id,
    origin: { id },
    name: notKnown(reason),
    custom: notKnown(reason),
    platforms: Object.fromEntries(PLATFORMS.map(({ name }) => [name, notKnown(reason)])),
  };
}

function readPlatforms(attributes: SourceAttributes, unread: string | undefined): PinnedApp['platforms'] {
  return Object.fromEntries(
    PLATFORMS.flatMap(({ name }): [string, Value<Definition>][] => {
      const attribute = attributes[name];
      if (attribute === undefined && unread !== undefined) return [[name, notKnown(unread)]];
      const definition = readDefinition(attribute);
      return definition === undefined ? [] : [[name, definition]];
    }),
  );
}

function readDefinition(attribute: SourceAttribute): Value<Definition> | undefined {
  const object = readObject(attribute);
  if (object === undefined) return undefined;
  if (object instanceof Unresolved) return notKnown(object.reason);
  return known({
    match: readOneOf(object['match'], MATCH_KINDS, DEFAULT_MATCH),
    processes: readNames(object['processes']),
    domains: readNames(object['domains']),
  });
}

export interface ReadModelOptions {
  /** Whether the resources are all that the tenant has. @default 'part' */
  readonly covers?: Model['covers'];
}

/** Makes a model of resources. Resources of other providers' types are passed over. */
export function modelFromResources(
  resources: readonly SourceResource[],
  { covers = 'part' }: ReadModelOptions = {},
): Model {
  const all = onceEach(resources.flatMap(expandListings));
  const ofType = (...types: readonly string[]) => all.filter(({ type }) => types.includes(type));
  const madeBefore = orderIn(all);
  const configurations = new Objects(
    ofType('netskopesteering_configuration', 'netskopesteering_default_configuration'),
    (resource) => (isDefaultConfiguration(resource) ? DEFAULT_KEY : resource.key),
    (resource, key): Configuration => {
      const after = key === DEFAULT_KEY ? [] : madeBefore(resource);
      return {
        ...readConfiguration(resource, key === DEFAULT_KEY),
        key,
        ...(after.length > 0 && { after }),
      };
    },
    absentConfiguration,
  );
  const apps = new Objects<PinnedApp>(
    ofType('netskopesteering_certificate_pinned_app'),
    ({ key }) => key,
    readApp,
    absentApp,
  );
  const configurationOf = (attribute: SourceAttribute) => configurations.refer(attribute);
  const appOf = (attribute: SourceAttribute) => apps.refer(attribute);
  const exceptions = all
    .filter((one) => kindOf(one) === EXCEPTION)
    .map((one) => readException(one, configurationOf, appOf));
  const ports = ofType('netskopesteering_non_standard_port').map((one) => readPort(one, configurationOf));
  if (!configurations.has(DEFAULT_KEY)) configurations.add(absentConfiguration(DEFAULT_KEY));
  const networkLocations = ofType('netskopesteering_network_location').map((one) => ({
    ...modelledFrom(one),
    name: readText(one.attributes['name'], notKnown('it is not written')),
  }));
  return {
    configurations: configurations.list,
    apps: apps.list,
    exceptions,
    ports,
    ...(networkLocations.length > 0 && { networkLocations }),
    covers,
  };
}

/**
 * Returns a function that finds the custom configurations which Terraform makes before one: those on which it depends,
 * directly or through others.
 */
function orderIn(all: readonly SourceResource[]): (resource: SourceResource) => string[] {
  const byAddress = groupBy(all, ({ key }) => withoutIndexes(key));
  return (resource) => {
    if (dependenciesOf(resource).length === 0) return [];
    const found = new Set<SourceResource>();
    const waiting = [resource];
    for (const one of waiting) {
      for (const next of dependenciesOf(one).flatMap((address) => byAddress.get(withoutIndexes(address)) ?? [])) {
        if (found.has(next)) continue;
        found.add(next);
        waiting.push(next);
      }
    }
    return [...found].filter((one) => one !== resource && isCustomConfiguration(one)).map(({ key }) => key);
  };
}

function dependenciesOf({ dependsOn = [], attributes }: SourceResource): string[] {
  return [...dependsOn, ...referencesIn(attributes)];
}

function isCustomConfiguration(resource: SourceResource): boolean {
  return resource.type === 'netskopesteering_configuration' && !isDefaultConfiguration(resource);
}

/** The objects of one kind, by key, and the ways to refer to them. */
class Objects<T extends { readonly key: string }> {
  private readonly byKey = new Map<string, T>();
  /** The key of each object, by the keys of its resources and by its id on the tenant. */
  private readonly keys = new Map<string, string>();

  constructor(
    resources: readonly SourceResource[],
    keyOf: (resource: SourceResource) => string,
    read: (resource: SourceResource, key: string) => T,
    private readonly absent: (id: string) => T,
  ) {
    for (const resource of resources) {
      const key = keyOf(resource);
      for (const one of [resource.key, ...(resource.otherKeys ?? [])]) this.keys.set(one, key);
      const { id } = resource.attributes;
      if (typeof id === 'string') this.keys.set(id, key);
      if (!this.byKey.has(key)) this.byKey.set(key, read(resource, key));
    }
  }

  get list(): readonly T[] {
    return [...this.byKey.values()];
  }

  has(key: string): boolean {
    return this.byKey.has(key);
  }

  add(object: T): void {
    this.byKey.set(object.key, object);
  }

  /** Returns the key of the object that an attribute refers to. An object that was not read is added as absent. */
  refer(attribute: SourceAttribute): Value<string> {
    if (typeof attribute === 'string') {
      const key = this.keys.get(attribute) ?? attribute;
      if (!this.byKey.has(key)) this.add(this.absent(key));
      return known(key);
    }
    if (attribute === undefined || attribute === null) return notKnown('it is not written');
    if (!(attribute instanceof Unresolved) || attribute.refersTo === undefined) return notKnown(reasonFor(attribute));
    const candidates = [...new Set(attribute.refersTo.flatMap((key) => this.keys.get(key) ?? []))];
    const [only] = candidates;
    if (only !== undefined && candidates.length === 1) return known(only);
    return candidates.length === 0 ? notKnown(attribute.reason) : notKnown(attribute.reason, candidates);
  }
}

function readPort(
  resource: SourceResource,
  configurationOf: (attribute: SourceAttribute) => Value<string>,
): NonStandardPort {
  const { attributes } = resource;
  return {
    ...modelledFrom(resource),
    configuration: configurationOf(attributes['configuration_id']),
    port: readPortNumber(attributes),
    domains: readNames(attributes['domains']),
  };
}

/** Reads a port, which the provider shows as 0 for an entry that has lost its port. */
function readPortNumber({ port }: SourceAttributes): Value<number | null> {
  if (typeof port === 'number') return known(port === 0 ? null : port);
  return port === null || port === undefined ? known(null) : notKnown(reasonFor(port));
}
