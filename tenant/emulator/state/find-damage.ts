/** Looks for what no tenant can have written in a state that was kept. */
import type { Schema } from '../../contract/document';
import { fitsSchema, type Fits } from './fits';
import type { Kept, SequenceName, TableName } from './keeper';
import { DEFAULT_CONFIG_ID } from './predefined';

/** What is wrong, of the first thing that is; undefined where nothing is. */
export function findDamage({ objects, sequences }: Kept): string | undefined {
  for (const [name, number] of sequences) {
    if (!isCount(number)) return `the last number of the sequence ${name} is none`;
  }
  const last = new Map<string, number>(sequences);
  const lastOf = (name: SequenceName): number => last.get(name) ?? 0;
  const ids = { apps: new Set(), configurations: new Set(), nonStandardPorts: new Set(), exceptions: new Set() };
  for (const { table, id, place, object } of objects) {
    if (!Object.hasOwn(kinds, table) || !isCount(place) || ids[table].has(id))
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
    // An app that is not there any more may have left its exceptions behind: the quirk appInUse.
    const wasThere = pinned && Number(pinned.app_id.slice(kinds.apps.prefix)) <= lastOf('app');
    if (pinned && !ids.apps.has(pinned.app_id) && !wasThere) return `${table} ${id} is for an app that was never there`;
  }
  return undefined;
}

/** What is looked at of an object that fits its schema. */
interface Kinded {
  id?: string;
  config_id?: number;
  etag: string;
  certificate_pinned_app?: { app_id: string };
}

interface Kind {
  fits: Fits;
  /** The field that has its id. */
  id: 'id' | 'config_id';
  /** Where the numbers in its ids come from, and how many characters stand before them. */
  sequence: SequenceName;
  prefix: number;
}

/** As a store has them: a configuration without its priority, an exception without the name of its app. */
const kinds: Record<TableName, Kind> = {
  apps: { id: 'id', sequence: 'app', prefix: 4, fits: fitsSchema(contract('App')) },
  configurations: {
    id: 'config_id',
    sequence: 'config',
    prefix: 0,
    fits: withPriority(fitsSchema(contract('Configuration'))),
  },
  nonStandardPorts: { id: 'id', sequence: 'row', prefix: 4, fits: fitsSchema(stored('NonStandardPort', [])) },
  exceptions: {
    id: 'id',
    sequence: 'exc',
    prefix: 4,
    fits: fitsSchema(stored('SteeringExceptionInput', ['notes', 'location'])),
  },
};

function contract(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

function withPriority(fits: Fits): Fits {
  return (configuration) => fits({ ...(configuration as object), priority: '1' });
}

/** An object of a configuration. */
function stored(name: string, more: readonly string[]): Schema {
  const own = { id: contract('Id'), config_id: { type: 'integer' }, etag: contract('Etag') };
  return { ...contract(name), type: 'object', required: [...Object.keys(own), ...more], properties: own };
}

function isCount(number: unknown): boolean {
  return Number.isSafeInteger(number) && (number as number) >= 0;
}
