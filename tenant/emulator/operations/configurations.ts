/** The operations on steering configurations. */
import type { Configuration } from '../../contract';
import { notFound } from '../problem';
import { refuseTakenConfigurationName } from '../rules/apps';
import {
  moveExceptions,
  refuseDefaultChange,
  refuseDefaultDeletion,
  refuseSecondAssignmentKind,
  refuseStrayPrivateApps,
  refuseTooManyCriteria,
} from '../rules/configurations';
import { nextEtag, requireMatch } from '../state/etag';
import type { Store, StoredConfiguration } from '../state/store';
import { answerCreated, answerDeleted, answerList, answerOne, type OperationTable } from './operation';

export const configurationOperations = {
  listConfigurations(store, { query }) {
    const { rows, total } = store.configurations.page({}, query.offset, query.limit);
    return answerList(
      rows.map((one) => present(store, one)),
      total,
    );
  },

  createConfiguration(store, { body }) {
    refuseTakenConfigurationName(store, body.config_name);
    refuseSecondAssignmentKind(store, body);
    refuseStrayPrivateApps(body);
    refuseTooManyCriteria(store, body);
    const place = lastPlace(store) + 1;
    const configuration = { config_id: store.next('config'), ...body, place, etag: nextEtag(store) };
    store.configurations.put(configuration.config_id, configuration);
    return answerCreated(present(store, configuration));
  },

  getConfiguration(store, { path }) {
    return answerOne(present(store, findConfiguration(store, path.config_id)));
  },

  updateConfiguration(store, { path, body, ifMatch }) {
    const current = findConfiguration(store, path.config_id);
    requireMatch(ifMatch, current);
    refuseDefaultChange(current, body);
    const changed = { ...current, ...body, etag: nextEtag(store) };
    refuseTakenConfigurationName(store, changed.config_name, current.config_id);
    refuseSecondAssignmentKind(store, changed, current.config_id);
    refuseStrayPrivateApps(changed);
    refuseTooManyCriteria(store, changed, current.config_id);
    moveExceptions(store, current, changed);
    store.configurations.put(current.config_id, changed);
    return answerOne(present(store, changed));
  },

  deleteConfiguration(store, { path, ifMatch }) {
    const current = findConfiguration(store, path.config_id);
    requireMatch(ifMatch, current);
    refuseDefaultDeletion(current);
    removeContents(store, current.config_id);
    store.configurations.remove(current.config_id);
    return answerDeleted();
  },
} satisfies Partial<OperationTable>;

/**
 * Gives the configuration of an id.
 *
 * @throws a Problem (404) where there is none.
 */
export function findConfiguration(store: Store, configId: number): StoredConfiguration {
  const configuration = store.configurations.get(configId);
  if (!configuration) throw notFound(`steering configuration ${configId}`);
  return configuration;
}

function present(store: Store, stored: StoredConfiguration): Configuration {
  const { place: _, ...configuration } = stored;
  return { ...configuration, priority: priorityOf(store, stored) };
}

/** Gives the priority of a configuration, which is its place in the order of evaluation; "1" is the first. */
export function priorityOf(store: Store, { place }: Pick<StoredConfiguration, 'place'>): string {
  return String(place ?? lastPlace(store) + 1);
}

/** Places are given in the order of creation, so the configuration created last has the last one. */
function lastPlace(store: Store): number {
  return store.configurations.last()?.place ?? 0;
}

function removeContents(store: Store, configId: number): void {
  for (const table of [store.nonStandardPorts, store.exceptions]) {
    for (const { id } of table.page({ config_id: configId }, 0, Infinity).rows) table.remove(id);
  }
}
