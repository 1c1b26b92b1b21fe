import type { NonStandardPort, NonStandardPortInput } from '../../client';
import { collectionResource } from '../../collection-resource';
import { fromApi, pathOf, toApi, twinOf } from './api-mapping';
import { nonStandardPort as schema } from './schema';

export const nonStandardPort = collectionResource<typeof schema, NonStandardPort, NonStandardPortInput>({
  name: 'netskopesteering_non_standard_port',
  title: 'non-standard port',
  schema,
  inConfiguration: true,
  collection: (tenant, configurationId) => tenant.nonStandardPorts(configurationId),
  idOf: ({ id }) => id,
  toApi,
  fromApi,
  pathOf,
  twinOf,
});
