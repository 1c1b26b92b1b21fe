/** Only custom apps can be deleted [doc]; that predefined ones cannot be changed either is [assumed]. */
import { conflict, invalid } from '../problem';
import type { Store, StoredException } from '../state/store';
import type { App } from '../../contract';
import type { AppInUse } from '../conditions/quirks';

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

/** @param ownId the configuration that may have the name already. */
export function refuseTakenConfigurationName(store: Store, name: string, ownId?: number): void {
  const [holder] = store.configurations.page({ config_name: name }, 0, 1).rows;
  if (!holder || holder.config_id === ownId) return;
  throw conflict(`The name ${JSON.stringify(name)} is taken by configuration ${holder.config_id}.`, [
    { field: 'config_name', message: `is taken by configuration ${holder.config_id}` },
  ]);
}

/** An exception names an app that exists [assumed], and goes with it [doc R119 467283]. */

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
export function letGoOfApp(store: Store, app: App, quirk: AppInUse | undefined): void {
  if (quirk === 'refused') refuseAppInUse(store, app);
  if (quirk !== undefined) return;
  for (const { id } of store.exceptions.page({ app_id: app.id }, 0, Infinity).rows) store.exceptions.remove(id);
}

/** 409, naming the exceptions and their configurations, while any uses the app. */
function refuseAppInUse(store: Store, app: App): void {
  const uses = store.exceptions.page({ app_id: app.id }, 0, usesNamed);
  if (uses.total === 0) return;
  const count = uses.total === 1 ? 'an exception' : `${uses.total} exceptions`;
  throw conflict(
    `The app ${app.id} (${JSON.stringify(app.app_name)}) is in use by ${count}. Delete what uses it first.`,
    uses.rows.map((exception) => ({ field: 'id', message: describeUse(store, exception) })),
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
