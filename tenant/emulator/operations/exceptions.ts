/** The operations on steering exceptions, each of which belongs to one configuration. */
import type { App, SteeringException } from '../../contract';
import { notFound } from '../problem';
import { requireApp } from '../rules/apps';
import { refuseTypeChange, refuseTypeNotOffered, requireLocation, requirePtrAddresses } from '../rules/exceptions';
import { nextEtag, requireMatch } from '../state/etag';
import type { Store, StoredException } from '../state/store';
import { findConfiguration } from './configurations';
import { answerCreated, answerDeleted, answerList, answerOne, type OperationTable } from './operation';

export const exceptionOperations = {
  listExceptions(store, { path, query }) {
    const { config_id } = findConfiguration(store, path.config_id);
    const where = query.type === undefined ? { config_id } : { config_id, type: query.type };
    const { rows, total } = store.exceptions.page(where, query.offset, query.limit);
    return answerList(
      rows.map((one) => present(store, one)),
      total,
    );
  },

  createException(store, { path, body }) {
    const configuration = findConfiguration(store, path.config_id);
    const { config_id } = configuration;
    requireLocation(configuration, body);
    requirePtrAddresses(body);
    requireApp(store, body);
    refuseTypeNotOffered(configuration, body);
    const exception = { id: `exc-${store.next('exc')}`, config_id, ...body, etag: nextEtag(store) };
    store.exceptions.put(exception.id, exception);
    return answerCreated(present(store, exception));
  },

  getException(store, { path }) {
    return answerOne(present(store, findException(store, path)));
  },

  updateException(store, { path, body, ifMatch }) {
    const current = findException(store, path);
    const configuration = findConfiguration(store, path.config_id);
    requireMatch(ifMatch, current);
    refuseTypeChange(current, body.type);
    requireLocation(configuration, body);
    requirePtrAddresses(body);
    requireApp(store, body);
    // An exception may stay where it is, even when the mode has changed since.
    if (body.location !== current.location) refuseTypeNotOffered(configuration, body);
    const exception = { ...current, ...body, etag: nextEtag(store) };
    store.exceptions.put(exception.id, exception);
    return answerOne(present(store, exception));
  },

  deleteException(store, { path, ifMatch }) {
    const current = findException(store, path);
    requireMatch(ifMatch, current);
    store.exceptions.remove(current.id);
    return answerDeleted();
  },
} satisfies Partial<OperationTable>;

function findException(store: Store, { config_id, id }: { config_id: number; id: string }): StoredException {
  findConfiguration(store, config_id);
  const exception = store.exceptions.get(id);
  if (exception?.config_id !== config_id) throw notFound(`exception ${id} in configuration ${config_id}`);
  return exception;
}

/**
 * The answer that was last made for each exception, and the app that it was made with. It holds as long as both objects
 * are the same ones, since no stored object is ever changed.
 */
const shownBefore = new WeakMap<StoredException, { app: App | undefined; shown: SteeringException }>();

function present(store: Store, exception: StoredException): SteeringException {
  const app = store.apps.get(exception.certificate_pinned_app?.app_id ?? '');
  const before = shownBefore.get(exception);
  if (before && before.app === app) return before.shown;
  const { config_id: _, certificate_pinned_app, ...rest } = exception;
  const data = certificate_pinned_app && { ...certificate_pinned_app, app_name: app?.app_name ?? '' };
  const shown = data ? { ...rest, certificate_pinned_app: data } : rest;
  shownBefore.set(exception, { app, shown });
  return shown;
}
