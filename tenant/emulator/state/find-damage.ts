/** What is damaged in a state that was kept. A state is damaged where it holds what no tenant can have written. */
import { COLLECTION_NAMES, COLLECTIONS, isInConfiguration, type CollectionName } from '../../contract/collections';
import type { JsonSchema } from '../../contract/document';
import { fitsSchema, type Fits } from './fits';
import type { Kept } from './keeper';
import { DEFAULT_CONFIG_ID } from './predefined';
import { TABLES, type SequenceName } from './store';

/** Describes the first damage that is found; undefined where there is none. */
export function findDamage({ objects, sequences }: Kept): string | undefined {
  for (const [name, number] of sequences) {
    if (!isCount(number)) return `the last number of the sequence ${name} is none`;
  }
  const last = new Map<string, number>(sequences);
  const lastOf = (name: SequenceName): number => last.get(name) ?? 0;
  const ids = perCollection(() => new Set<string>());
  for (const { table, id, place, object } of objects) {
    if (!Object.hasOwn(COLLECTIONS, table) || !isCount(place) || ids[table].has(id))
      return `${table} ${id} is not in its place`;
    ids[table].add(id);
    const kind = kinds[table];
    if (!kind.fits(object)) return `${table} ${id} is not what the contract says`;
    const { etag, [kind.id]: own } = object as Kinded;
    if (String(own) !== id) return `${table} ${id} has another id inside`;
    if (Number(id.slice(kind.prefix)) > lastOf(kind.sequence)) return `${table} ${id} has an id that was never given`;
    if (Number(etag.slice(1)) > lastOf('etag')) return `${table} ${id} has an etag that was never given`;
  }
  if (objects.length > 0 && !ids.configurations.has(String(DEFAULT_CONFIG_ID)))
    return 'no configuration is the default';
  for (const { table, id, object } of objects) {
    const { config_id = DEFAULT_CONFIG_ID, certificate_pinned_app: pinned } = object as Kinded;
    if (!ids.configurations.has(String(config_id))) return `${table} ${id} is of a configuration that is not there`;
    // An app that is not there any more may have left its exceptions behind, by the quirk appInUse.
    const wasThere = pinned && Number(pinned.app_id.slice(kinds.apps.prefix)) <= lastOf('app');
    if (pinned && !ids.apps.has(pinned.app_id) && !wasThere) return `${table} ${id} is for an app that was never there`;
  }
  return undefined;
}

/** The fields that are compared, of an object that fits its schema. */
interface Kinded {
  id?: string;
  config_id?: number;
  etag: string;
  certificate_pinned_app?: { app_id: string };
}

/** What is true of every object of a collection. */
interface KeptKind {
  fits: Fits;
  /** The field that holds the id. */
  id: 'id' | 'config_id';
  /** The sequence from which the numbers in ids come. */
  sequence: SequenceName;
  /** How many characters stand before the number in an id. */
  prefix: number;
}

/**
 * The checks of the objects that a store keeps in another form than the contract shows: configurations without their
 * priority, exceptions without the name of their app.
 */
const keptOtherwise: Partial<Record<CollectionName, () => Fits>> = {
  configurations: () => withPriority(fitsSchema(contract('Configuration'))),
  exceptions: () => fitsSchema(stored('SteeringExceptionInput', ['notes', 'location'])),
};

const kinds = perCollection((name): KeptKind => {
  const { idField: id, object } = COLLECTIONS[name];
  const { sequence } = TABLES[name];
  const asShown = () => fitsSchema(isInConfiguration(name) ? stored(object, []) : contract(object));
  return {
    fits: (keptOtherwise[name] ?? asShown)(),
    id,
    sequence,
    prefix: id === 'config_id' ? 0 : `${sequence}-`.length,
  };
});

function perCollection<T>(make: (name: CollectionName) => T): Record<CollectionName, T> {
  return Object.fromEntries(COLLECTION_NAMES.map((name) => [name, make(name)])) as Record<CollectionName, T>;
}

function contract(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

function withPriority(fits: Fits): Fits {
  return (configuration) => fits({ ...(configuration as object), priority: '1' });
}

/** The schema of a kept object that belongs to a configuration. */
function stored(name: string, more: readonly string[]): JsonSchema {
  const own = { id: contract('Id'), config_id: { type: 'integer' }, etag: contract('Etag') };
  return { ...contract(name), type: 'object', required: [...Object.keys(own), ...more], properties: own };
}

function isCount(number: unknown): boolean {
  return Number.isSafeInteger(number) && (number as number) >= 0;
}
