/** An exception names an app that exists [assumed], and goes with it [doc R119 467283]. */
import type { App } from '../../contract';
import type { AppInUse } from '../conditions/quirks';
import { conflict, invalid } from '../problem';
import type { Store, StoredException } from '../state/store';

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
