/** The operations of REST v1: its two published reads, of which one client sends the second by GET. */
import { applyRestV1Quirks } from '../conditions/rest-v1-quirks';
import { toConfigurationV1 } from '../rest-v1';
import type { Store, StoredConfiguration } from '../state/store';
import { priorityOf } from './configurations';
import type { OperationAnswer, OperationInput, OperationTable } from './operation';

export const restV1Operations = {
  listConfigurationsV1(store, { quirks }) {
    const data = allConfigurations(store).map(({ config_id, config_name }) => ({ config_id, config_name }));
    return { status: 200, body: { status: 'success', msg: '', data: applyRestV1Quirks(data, quirks) } };
  },

  readConfigurationsV1: readConfigurations,
  getConfigurationsV1: readConfigurations,
} satisfies Partial<OperationTable>;

type ReadInput = OperationInput<'readConfigurationsV1'> | OperationInput<'getConfigurationsV1'>;

function readConfigurations(store: Store, input: ReadInput): OperationAnswer {
  const { config_id, config, skip = 0, limit = Infinity } = input.query;
  const found = allConfigurations(store)
    .filter((one) => config_id === undefined || one.config_id === config_id)
    .filter((one) => config === undefined || one.config_name === config);
  const data = found.slice(skip, skip + limit).map((one) => show(store, one, input));
  return { status: 200, body: { status: 'success', msg: '', data: applyRestV1Quirks(data, input.quirks) } };
}

function show(store: Store, configuration: StoredConfiguration, { quirks, restV1Codes }: ReadInput) {
  const { rows } = store.exceptions.page({ config_id: configuration.config_id }, 0, Infinity);
  const exceptions = rows.map((exception) => ({
    exception,
    app: store.apps.get(exception.certificate_pinned_app?.app_id ?? ''),
  }));
  const form = { codes: restV1Codes, sideModes: quirks.v1SideModes === true };
  return toConfigurationV1(configuration, priorityOf(store, configuration), exceptions, form);
}

function allConfigurations(store: Store): StoredConfiguration[] {
  return store.configurations.page({}, 0, Infinity).rows;
}
