import { error, path } from '../../../plugin-sdk';
import type { Configuration, ConfigurationInput, ConfigurationPatch } from '../../client';
import { collectionResource } from '../../collection-resource';
import { fromApi, pathOf, toApi } from './api-mapping';
import { configuration as schema } from './schema';

export const configuration = collectionResource<typeof schema, Configuration, ConfigurationInput, ConfigurationPatch>({
  name: 'netskopesteering_configuration',
  title: 'steering configuration',
  schema,
  inConfiguration: false,
  collection: (tenant) => tenant.configurations,
  idOf: ({ config_id }) => String(config_id),
  toApi,
  fromApi,
  pathOf,
  validate: ({ user_groups, organization_units }) =>
    user_groups === null || organization_units === null ? [] : [bothKinds()],
});

function bothKinds() {
  return error(
    'User groups and organizational units',
    'A tenant assigns configurations by user groups or by organizational units, one kind for all of them. Remove one of the two.',
    path('organization_units'),
  );
}
