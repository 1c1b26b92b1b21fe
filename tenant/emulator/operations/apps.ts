/** The operations on certificate pinned apps. */
import { notFound } from '../problem';
import { letGoOfApp, refusePredefinedApp, refuseTakenAppName } from '../rules/apps';
import { nextEtag, requireMatch } from '../state/etag';
import type { Store } from '../state/store';
import { answerCreated, answerDeleted, answerList, answerOne, type OperationTable } from './operation';

export const appOperations = {
  listCertificatePinnedApps(store, { query }) {
    const where = query.filter === undefined ? {} : { app_name: query.filter };
    const { rows, total } = store.apps.page(where, query.offset, query.limit);
    return answerList(rows, total);
  },

  createCertificatePinnedApp(store, { body }) {
    refuseTakenAppName(store, body.app_name);
    const app = { id: `app-${store.next('app')}`, custom: true, ...body, etag: nextEtag(store) };
    store.apps.put(app.id, app);
    return answerCreated(app);
  },

  getCertificatePinnedApp(store, { path }) {
    return answerOne(findApp(store, path.id));
  },

  updateCertificatePinnedApp(store, { path, body, ifMatch }) {
    const current = findApp(store, path.id);
    requireMatch(ifMatch, current);
    refusePredefinedApp(current, 'changed');
    refuseTakenAppName(store, body.app_name, current.id);
    const app = { ...current, ...body, etag: nextEtag(store) };
    store.apps.put(app.id, app);
    return answerOne(app);
  },

  deleteCertificatePinnedApp(store, { path, ifMatch, quirks }) {
    const current = findApp(store, path.id);
    requireMatch(ifMatch, current);
    refusePredefinedApp(current, 'deleted');
    letGoOfApp(store, current, quirks.appInUse);
    store.apps.remove(current.id);
    return answerDeleted();
  },
} satisfies Partial<OperationTable>;

function findApp(store: Store, id: string) {
  const app = store.apps.get(id);
  if (!app) throw notFound(`certificate pinned app ${id}`);
  return app;
}
