/** Only custom apps can be deleted [doc]; that predefined ones cannot be changed either is [assumed]. */
import type { App } from '../../contract';
import { conflict } from '../problem';

/** 409 for an app the vendor ships. */
export function refusePredefinedApp(app: App, verb: 'changed' | 'deleted'): void {
  if (app.custom) return;
  throw conflict(`The app ${app.id} (${JSON.stringify(app.app_name)}) is predefined: it cannot be ${verb}.`, [
    { field: 'custom', message: `is false: only custom apps can be ${verb}` },
  ]);
}
