/**
 * Which names objects may have, and what holds for apps and network locations that exceptions use:
 *
 * - names are unique among the objects of a collection, in the spelling as written [assumed];
 * - an exception names an app that exists [assumed], and is deleted with it [doc R119 467283];
 * - an exception names network locations, those of the vendor too, and is deleted with any of them that is uploaded
 *   again [doc] or deleted [assumed];
 * - only custom apps can be deleted [doc]; that predefined ones cannot be changed either is [assumed].
 */
import type { App } from '../../contract';
import type { ObjectOf } from '../../contract/collections';
import type { InUse, LocationInUse } from '../conditions/quirks';
import { conflict, invalid, type Problem } from '../problem';
import { nextEtag } from '../state/etag';
import type { Store, StoredException } from '../state/store';

/**
 * Refuses (409) a name that another app has.
 *
 * @param ownId the app that may have the name already.
 */
export function refuseTakenAppName(store: Store, name: string, ownId?: string): void {
  const [holder] = store.apps.page({ app_name: name }, 0, 1).rows;
  if (!holder || holder.id === ownId) return;
  const kind = holder.custom ? 'custom' : 'predefined';
  throw conflict(`The name ${JSON.stringify(name)} is taken by the ${kind} app ${holder.id}.`, [
    { field: 'app_name', message: `is taken by the ${kind} app ${holder.id}` },
  ]);
}

/**
 * Refuses (409) a name that another network location has.
 *
 * @param ownId the network location that may have the name already.
 */
export function refuseTakenLocationName(store: Store, name: string, ownId?: string): void {
  const [holder] = store.networkLocations.page({ name }, 0, 1).rows;
  if (!holder || holder.id === ownId) return;
  throw conflict(`The name ${JSON.stringify(name)} is taken by the network location ${holder.id}.`, [
    { field: 'name', message: `is taken by the network location ${holder.id}` },
  ]);
}

/**
 * Refuses (409) a name that another configuration has.
 *
 * @param ownId the configuration that may have the name already.
 */
export function refuseTakenConfigurationName(store: Store, name: string, ownId?: number): void {
  const [holder] = store.configurations.page({ config_name: name }, 0, 1).rows;
  if (!holder || holder.config_id === ownId) return;
  throw conflict(`The name ${JSON.stringify(name)} is taken by configuration ${holder.config_id}.`, [
    { field: 'config_name', message: `is taken by configuration ${holder.config_id}` },
  ]);
}

/** How many uses a refusal names; a message with thousands of them helps nobody. */
const usesNamed = 20;

/** Refuses (400) an exception for an app that does not exist. */
export function requireApp(store: Store, exception: Pick<StoredException, 'certificate_pinned_app'>): void {
  const app_id = exception.certificate_pinned_app?.app_id;
  if (app_id === undefined || store.apps.get(app_id)) return;
  const message = `names no certificate pinned app: ${app_id} does not exist`;
  throw invalid([{ field: 'certificate_pinned_app.app_id', message }]);
}

/** Deletes the exceptions of every configuration that use an app which is deleted, or does what the quirk says. */
export function letGoOfApp(store: Store, { id, app_name }: App, quirk: InUse | undefined): void {
  letGo(
    store,
    `app ${id} (${JSON.stringify(app_name)})`,
    store.exceptions.page({ app_id: id }, 0, Infinity).rows,
    quirk,
  );
}

type Location = ObjectOf<'networkLocations'>;

/**
 * Deletes the exceptions that use a network location which is deleted, or does what the quirk says. Exceptions use a
 * location by its name.
 */
export function letGoOfLocation(store: Store, location: Location, quirk: LocationInUse | undefined): void {
  const { id, name } = location;
  const uses = usesOfLocation(store, location);
  letGo(store, `network location ${id} (${JSON.stringify(name)})`, uses, quirk === 'updateDeletes' ? undefined : quirk);
}

/**
 * Renames a location in the exceptions that use it [assumed], or deletes these where an update counts as another upload
 * [doc].
 */
export function followLocation(store: Store, location: Location, name: string, quirk: LocationInUse | undefined): void {
  for (const use of usesOfLocation(store, location)) {
    if (quirk === 'updateDeletes') store.exceptions.remove(use.id);
    else if (name !== location.name) store.exceptions.put(use.id, renamed(store, use, location.name, name));
  }
}

function usesOfLocation(store: Store, { name }: Location): StoredException[] {
  const types = ['destination_location', 'source_location'] as const;
  const all = types.flatMap((type) => store.exceptions.page({ type }, 0, Infinity).rows);
  return all.filter((one) => types.some((type) => one[type]?.locations.includes(name) === true));
}

function renamed(store: Store, exception: StoredException, before: string, after: string): StoredException {
  const { destination_location: destination, source_location: source } = exception;
  const inNew = (locations: readonly string[]) => locations.map((one) => (one === before ? after : one));
  return {
    ...exception,
    ...(destination && { destination_location: { ...destination, locations: inNew(destination.locations) } }),
    ...(source && { source_location: { locations: inNew(source.locations) } }),
    etag: nextEtag(store),
  };
}

function letGo(store: Store, what: string, uses: readonly StoredException[], quirk: InUse | undefined): void {
  if (quirk === 'refused' && uses.length > 0) throw inUse(store, what, uses);
  if (quirk === undefined) for (const { id } of uses) store.exceptions.remove(id);
}

/** The refusal (409), which names the exceptions and their configurations. */
function inUse(store: Store, what: string, uses: readonly StoredException[]): Problem {
  const count = uses.length === 1 ? 'an exception' : `${uses.length} exceptions`;
  return conflict(
    `The ${what} is in use by ${count}. Delete what uses it first.`,
    uses.slice(0, usesNamed).map((exception) => ({ field: 'id', message: describeUse(store, exception) })),
  );
}

function describeUse(store: Store, { id, config_id }: StoredException): string {
  const name = store.configurations.get(config_id)?.config_name;
  return `is in use by exception ${id} of configuration ${config_id} (${JSON.stringify(name)})`;
}

/** Refuses (409) to change or delete an app that the vendor ships. */
export function refusePredefinedApp(app: App, verb: 'changed' | 'deleted'): void {
  if (app.custom) return;
  throw conflict(`The app ${app.id} (${JSON.stringify(app.app_name)}) is predefined: it cannot be ${verb}.`, [
    { field: 'custom', message: `is false: only custom apps can be ${verb}` },
  ]);
}
