/** Only custom apps can be deleted [doc]; that predefined ones cannot be changed either is [assumed]. */
import { type Problem, conflict, invalid } from '../problem';
import type { Store, StoredException } from '../state/store';
import type { App } from '../../contract';
import type { ObjectOf } from '../../contract/collections';
import type { InUse, LocationInUse } from '../conditions/quirks';
import { nextEtag } from '../state/etag';

/** Names are unique among what exists, in the spelling as written. [assumed] */

/** @param ownId the app that may have the name already. */
export function refuseTakenAppName(store: Store, name: string, ownId?: string): void {
  const [holder] = store.apps.page({ app_name: name }, 0, 1).rows;
  if (!holder || holder.id === ownId) return;
  const kind = holder.custom ? 'custom' : 'predefined';
  throw conflict(`The name ${JSON.stringify(name)} is taken by the ${kind} app ${holder.id}.`, [
    { field: 'app_name', message: `is taken by the ${kind} app ${holder.id}` },
  ]);
}

/** @param ownId the network location that may have the name already. */
export function refuseTakenLocationName(store: Store, name: string, ownId?: string): void {
  const [holder] = store.networkLocations.page({ name }, 0, 1).rows;
  if (!holder || holder.id === ownId) return;
  throw conflict(`The name ${JSON.stringify(name)} is taken by the network location ${holder.id}.`, [
    { field: 'name', message: `is taken by the network location ${holder.id}` },
  ]);
}

/** @param ownId the configuration that may have the name already. */
export function refuseTakenConfigurationName(store: Store, name: string, ownId?: number): void {
  const [holder] = store.configurations.page({ config_name: name }, 0, 1).rows;
  if (!holder || holder.config_id === ownId) return;
  throw conflict(`The name ${JSON.stringify(name)} is taken by configuration ${holder.config_id}.`, [
    { field: 'config_name', message: `is taken by configuration ${holder.config_id}` },
  ]);
}

/**
 * An exception names an app that exists [assumed], and goes with it [doc R119 467283]. It names network locations, too, those of
 * the vendor among them, and goes with any of them that is uploaded again [doc] or deleted [assumed].
 */

/** The uses that a refusal names; a message with thousands of them helps nobody. */
const usesNamed = 20;

/** 400 unless the app of the exception, if it is for one, exists. */
export function requireApp(store: Store, exception: Pick<StoredException, 'certificate_pinned_app'>): void {
  const app_id = exception.certificate_pinned_app?.app_id;
  if (app_id === undefined || store.apps.get(app_id)) return;
  const message = `names no certificate pinned app: ${app_id} does not exist`;
  throw invalid([{ field: 'certificate_pinned_app.app_id', message }]);
}

/** Deletes the exceptions of every configuration that use an app which is deleted, or does what an older tenant does. */
export function letGoOfApp(store: Store, { id, app_name }: App, quirk: InUse | undefined): void {
  letGo(
    store,
    `app ${id} (${JSON.stringify(app_name)})`,
    store.exceptions.page({ app_id: id }, 0, Infinity).rows,
    quirk,
  );
}

type Location = ObjectOf<'networkLocations'>;

/** The same for a network location, which exceptions use by its name. */
export function letGoOfLocation(store: Store, location: Location, quirk: LocationInUse | undefined): void {
  const { id, name } = location;
  const uses = usesOfLocation(store, location);
  letGo(store, `network location ${id} (${JSON.stringify(name)})`, uses, quirk === 'updateDeletes' ? undefined : quirk);
}

/** Exceptions follow a location to its new name [assumed]; or go, where a tenant takes an update for another upload [doc]. */
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

/** 409, naming the exceptions and their configurations. */
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

/** 409 for an app the vendor ships. */
export function refusePredefinedApp(app: App, verb: 'changed' | 'deleted'): void {
  if (app.custom) return;
  throw conflict(`The app ${app.id} (${JSON.stringify(app.app_name)}) is predefined: it cannot be ${verb}.`, [
    { field: 'custom', message: `is false: only custom apps can be ${verb}` },
  ]);
}
