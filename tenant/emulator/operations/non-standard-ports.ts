/** The operations on port entries, which are the non-standard ports of a configuration. */
import type { NonStandardPort } from '../../contract';
import { notFound } from '../problem';
import { nextEtag, requireMatch } from '../state/etag';
import type { Store, StoredNonStandardPort } from '../state/store';
import { findConfiguration } from './configurations';
import { answerCreated, answerDeleted, answerList, answerOne, type OperationTable } from './operation';

export const nonStandardPortOperations = {
  listNonStandardPorts(store, { path, query }) {
    const { config_id } = findConfiguration(store, path.config_id);
    const { rows, total } = store.nonStandardPorts.page({ config_id }, query.offset, query.limit);
    return answerList(rows.map(present), total);
  },

  createNonStandardPort(store, { path, body }) {
    const { config_id } = findConfiguration(store, path.config_id);
    const entry = { id: `row-${store.next('row')}`, config_id, ...body, etag: nextEtag(store) };
    store.nonStandardPorts.put(entry.id, entry);
    return answerCreated(present(entry));
  },

  getNonStandardPort(store, { path }) {
    return answerOne(present(findEntry(store, path)));
  },

  updateNonStandardPort(store, { path, body, ifMatch }) {
    const current = findEntry(store, path);
    requireMatch(ifMatch, current);
    const entry = { ...current, ...body, etag: nextEtag(store) };
    store.nonStandardPorts.put(entry.id, entry);
    return answerOne(present(entry));
  },

  deleteNonStandardPort(store, { path, ifMatch }) {
    const current = findEntry(store, path);
    requireMatch(ifMatch, current);
    store.nonStandardPorts.remove(current.id);
    return answerDeleted();
  },
} satisfies Partial<OperationTable>;

function findEntry(store: Store, { config_id, row_id }: { config_id: number; row_id: string }): StoredNonStandardPort {
  findConfiguration(store, config_id);
  const entry = store.nonStandardPorts.get(row_id);
  if (entry?.config_id !== config_id) throw notFound(`non-standard port ${row_id} in configuration ${config_id}`);
  return entry;
}

function present({ config_id: _, ...entry }: StoredNonStandardPort): NonStandardPort {
  return entry;
}
