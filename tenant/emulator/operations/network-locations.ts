/** The operations on network locations. */
import type { ObjectOf } from '../../contract/collections';
import { notFound } from '../problem';
import { followLocation, letGoOfLocation, refuseTakenLocationName } from '../rules/apps';
import { requireAddresses } from '../rules/network-addresses';
import { nextEtag, requireMatch } from '../state/etag';
import type { Store } from '../state/store';
import { answerCreated, answerDeleted, answerList, answerOne, type OperationTable } from './operation';

export const networkLocationOperations = {
  listNetworkLocations(store, { query }) {
    const { rows, total } = store.networkLocations.page({}, query.offset, query.limit);
    return answerList(rows, total);
  },

  createNetworkLocation(store, { body }) {
    requireAddresses(body);
    refuseTakenLocationName(store, body.name);
    const location = { id: `loc-${store.next('loc')}`, ...body, etag: nextEtag(store) };
    store.networkLocations.put(location.id, location);
    return answerCreated(location);
  },

  getNetworkLocation(store, { path }) {
    return answerOne(findLocation(store, path.id));
  },

  updateNetworkLocation(store, { path, body, ifMatch, quirks }) {
    const current = findLocation(store, path.id);
    requireMatch(ifMatch, current);
    requireAddresses(body);
    refuseTakenLocationName(store, body.name, current.id);
    followLocation(store, current, body.name, quirks.locationInUse);
    const location = { ...current, ...body, etag: nextEtag(store) };
    store.networkLocations.put(location.id, location);
    return answerOne(location);
  },

  deleteNetworkLocation(store, { path, ifMatch, quirks }) {
    const current = findLocation(store, path.id);
    requireMatch(ifMatch, current);
    letGoOfLocation(store, current, quirks.locationInUse);
    store.networkLocations.remove(current.id);
    return answerDeleted();
  },
} satisfies Partial<OperationTable>;

function findLocation(store: Store, id: string): ObjectOf<'networkLocations'> {
  const location = store.networkLocations.get(id);
  if (!location) throw notFound(`network location ${id}`);
  return location;
}
