import { error } from '../../../plugin-sdk';
import type { App, AppInput } from '../../client';
import { collectionResource } from '../../collection-resource';
import { PLATFORMS } from '../../platforms';
import { fromApi, pathOf, toApi } from './api-mapping';
import { certificatePinnedApp as schema } from './schema';

export const certificatePinnedApp = collectionResource<typeof schema, App, AppInput>({
  name: 'netskopesteering_certificate_pinned_app',
  title: 'certificate pinned app',
  schema,
  inConfiguration: false,
  collection: (tenant) => tenant.apps,
  idOf: ({ id }) => id,
  toApi,
  fromApi,
  pathOf,
  nameAt: 'name',
  twinOf: (apps, { name }) => apps.find(({ app_name }) => app_name === name),
  unmanageable: ({ custom, app_name }) =>
    custom
      ? undefined
      : `The app ${JSON.stringify(app_name)} is predefined by the vendor: nobody can change or delete it. [doc] Refer to it ` +
        'with the data source netskopesteering_certificate_pinned_app; exceptions take its id.',
  validate: (config) => (PLATFORMS.some(({ name }) => config[name] !== null) ? [] : [noPlatform()]),
});

function noPlatform() {
  const names = PLATFORMS.map(({ name }) => name).join(', ');
  return error(
    'No platform',
    `The app is defined on no platform, so nothing could match it. Give at least one of ${names}.`,
  );
}
