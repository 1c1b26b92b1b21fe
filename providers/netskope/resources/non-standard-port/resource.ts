/** The resource of an entry of the non-standard ports: its collection. */
import { collectionResource } from '../../collection-resource';
import { fromApi, pathOf, toApi, twinOf } from './api-mapping';
import { nonStandardPort as schema } from './schema';

export const nonStandardPort = collectionResource<typeof schema, 'nonStandardPorts'>({
  name: 'netskopesteering_non_standard_port',
  collection: 'nonStandardPorts',
  schema,
  toApi,
  fromApi,
  pathOf,
  twinOf,
  // The attribute `port` is required, but a tenant may have entries with domains only.
  unmanageable: ({ port }) =>
    port === null
      ? 'The entry has domains and no port. The resource manages entries of a port only, so it was not imported, and not touched. Leave it to the tenant, or give it a port there first.'
      : undefined,
});
