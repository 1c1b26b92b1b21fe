/** Names are unique among what exists, in the spelling as written. [assumed] */
import { conflict } from '../problem';
import type { Store } from '../state/store';

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
