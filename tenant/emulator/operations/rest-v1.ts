/** The operations of REST v1: its two published reads. */
import { toConfigurationV1 } from '../rest-v1';
import type { Store, StoredConfiguration } from '../state/store';
import { priorityOf } from './configurations';
import type { OperationTable } from './operation';

export const restV1Operations = {
  listConfigurationsV1(store) {
    const data = allConfigurations(store).map(({ config_id, config_name }) => ({ config_id, config_name }));
    return { status: 200, body: { status: 'success', msg: '', data } };
  },

  readConfigurationsV1(store, { query }) {
    const { config_id, config, skip = 0, limit = Infinity } = query;
    const found = allConfigurations(store)
      .filter((one) => config_id === undefined || one.config_id === config_id)
      .filter((one) => config === undefined || one.config_name === config);
    const data = found.slice(skip, skip + limit).map((one) => show(store, one));
    return { status: 200, body: { status: 'success', msg: '', data } };
  },
} satisfies Partial<OperationTable>;

function show(store: Store, configuration: StoredConfiguration) {
  const { rows } = store.exceptions.page({ config_id: configuration.config_id }, 0, Infinity);
  const exceptions = rows.map((exception) => ({
    exception,
    app: store.apps.get(exception.certificate_pinned_app?.app_id ?? ''),
  }));
  return toConfigurationV1(configuration, priorityOf(store, configuration), exceptions);
}

function allConfigurations(store: Store): StoredConfiguration[] {
  return store.configurations.page({}, 0, Infinity).rows;
}
