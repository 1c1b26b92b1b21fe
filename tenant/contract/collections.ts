/**
 * Which collections a tenant has. Each is declared once: where its objects are, what they are called, and which types
 * they have. Code that goes through all collections iterates the table of this file. The table stands apart from the
 * document, so that a client that imports the table parses no document at its start. A test compares the table with
 * `openapi.yaml`.
 */
import type { components, operations } from './gen/api';

type Schemas = components['schemas'];

/** What is declared of a collection. */
interface Declaration {
  /** The path below the base path. `{config_id}` stands for the configuration, where the objects belong to one. */
  readonly path: string;
  /** The word for an object in the ids of operations, such as `createException` and `listExceptions`. */
  readonly noun: string;
  /** The word for an object on the vendor's screens. */
  readonly title: string;
  /** The name of the path among the provider's settings. */
  readonly setting: string;
  /** The field that holds the id of an object. */
  readonly idField: 'id' | 'config_id';
  /** The name of that id in the path of one object. */
  readonly idParameter: string;
  /** The field that holds the unique name of an object; left out where objects have no name. */
  readonly nameField?: string;
  /** How an object is changed: PUT with all of its fields, or PATCH with some. */
  readonly updateMethod: 'PUT' | 'PATCH';
  /** The schema of an object. */
  readonly object: keyof Schemas;
  /** The schema of what a client writes to create an object. */
  readonly input: keyof Schemas;
  /** The schema of what a client writes to change an object. */
  readonly change: keyof Schemas;
}

export const COLLECTIONS = {
  apps: {
    path: '/steering/apps/certpinned',
    noun: 'CertificatePinnedApp',
    title: 'certificate pinned app',
    setting: 'certificate_pinned_apps',
    idField: 'id',
    idParameter: 'id',
    nameField: 'app_name',
    updateMethod: 'PUT',
    object: 'App',
    input: 'AppInput',
    change: 'AppInput',
  },
  networkLocations: {
    path: '/steering/networklocations',
    noun: 'NetworkLocation',
    title: 'network location',
    setting: 'network_locations',
    idField: 'id',
    idParameter: 'id',
    nameField: 'name',
    updateMethod: 'PUT',
    object: 'NetworkLocation',
    input: 'NetworkLocationInput',
    change: 'NetworkLocationInput',
  },
  configurations: {
    path: '/steering/configurations',
    noun: 'Configuration',
    title: 'steering configuration',
    setting: 'configurations',
    idField: 'config_id',
    idParameter: 'config_id',
    nameField: 'config_name',
    updateMethod: 'PATCH',
    object: 'Configuration',
    input: 'ConfigurationInput',
    change: 'ConfigurationPatch',
  },
  nonStandardPorts: {
    path: '/steering/configurations/{config_id}/nonstandardports',
    noun: 'NonStandardPort',
    title: 'non-standard port',
    setting: 'non_standard_ports',
    idField: 'id',
    idParameter: 'row_id',
    updateMethod: 'PUT',
    object: 'NonStandardPort',
    input: 'NonStandardPortInput',
    change: 'NonStandardPortInput',
  },
  exceptions: {
    path: '/steering/configurations/{config_id}/exceptions',
    noun: 'Exception',
    title: 'steering exception',
    setting: 'exceptions',
    idField: 'id',
    idParameter: 'id',
    updateMethod: 'PUT',
    object: 'SteeringException',
    input: 'SteeringExceptionInput',
    change: 'SteeringExceptionInput',
  },
} as const satisfies Record<string, Declaration>;

type Collections = typeof COLLECTIONS;
export type CollectionName = keyof Collections;
export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as readonly CollectionName[];

/** The collections whose objects belong to a configuration. */
export type NameInConfiguration = {
  [N in CollectionName]: Collections[N]['path'] extends `${string}{config_id}${string}` ? N : never;
}[CollectionName];

export type ObjectOf<N extends CollectionName> = Schemas[Collections[N]['object']];
export type InputOf<N extends CollectionName> = Schemas[Collections[N]['input']];
export type ChangeOf<N extends CollectionName> = Schemas[Collections[N]['change']];

/** Whether the objects of a collection belong to a configuration. */
export function isInConfiguration(name: CollectionName): name is NameInConfiguration {
  return COLLECTIONS[name].path.includes('{config_id}');
}

/** Gives the field that holds the unique name of an object; undefined where objects of the collection have no name. */
export function nameFieldOf(name: CollectionName): string | undefined {
  const declaration: Declaration = COLLECTIONS[name];
  return declaration.nameField;
}

/** An action on an object over the API. */
export type CollectionVerb = 'list' | 'get' | 'create' | 'update' | 'delete';

/** Gives the id of the operation for each action on the objects of a collection. */
export function operationsOn(name: CollectionName): Readonly<Record<CollectionVerb, keyof operations>> {
  const { noun } = COLLECTIONS[name];
  return {
    list: `list${noun}s`,
    get: `get${noun}`,
    create: `create${noun}`,
    update: `update${noun}`,
    delete: `delete${noun}`,
  };
}

/** Gives the path of a collection, or of one of its objects. */
export function pathIn(
  name: CollectionName,
  { config = '', id }: { config?: string | number; id?: string | number } = {},
) {
  const path = COLLECTIONS[name].path.replace('{config_id}', String(config));
  return id === undefined ? path : `${path}/${id}`;
}
