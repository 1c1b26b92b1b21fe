/**
 * The data sources of network locations. One finds a location by its id or its name; the other lists all that pass a
 * filter.
 */
import { attribute, dataSource, schema, t, type Stub } from 'terraform-plugin-sdk-ts';
import type { TenantClient } from '../client';
import { explained } from '../explain';
import { fromApi, networkLocationSchema, pathOf } from '../resources/network-location/resource';
import { tenantOf, type TenantSession } from '../session';
import { checkId } from '../values';
import { byName, choose, complainAboutChoice, matches, namePattern, readOnly } from './lookup';

/** The attributes that both data sources show of a location, besides its id and name. */
const { id: _id, name: _name, ...shown } = readOnly(networkLocationSchema.attributes);

async function locationsOf(tenant: TenantClient, signal: AbortSignal) {
  const all = await explained(tenant.networkLocations.list({ signal }), 'Cannot read network locations', pathOf);
  return all.map((one) => fromApi(one, {} as Stub<typeof networkLocationSchema>, one.id));
}

const networkLocationData = schema({
  description:
    'A network location of the tenant, found by its id or its name. Those that the vendor ships are not listed [assumed].',
  attributes: {
    id: attribute.string({
      optional: true,
      computed: true,
      description: 'Id of the location. Give this or `name`.',
      validators: [checkId],
    }),
    name: attribute.string({
      optional: true,
      computed: true,
      description: 'Name of the location, exactly. Give this or `id`.',
    }),
    ...shown,
  },
});

export const networkLocation = dataSource<typeof networkLocationData, TenantSession>({
  name: 'netskopesteering_network_location',
  schema: networkLocationData,
  validate: complainAboutChoice,
  async read({ client, signal, config }) {
    return choose(await locationsOf(tenantOf(client), signal), config, {
      title: 'network location',
      idOf: ({ id }) => id,
      nameOf: ({ name }) => name,
    });
  },
});

const networkLocationsData = schema({
  description:
    'Network locations of the tenant that pass the filter. Those that the vendor ships are not listed [assumed].',
  attributes: {
    name_pattern: namePattern('locations'),
    ids: attribute.list(t.string, { computed: true, description: 'Their ids, in the order of their names.' }),
    network_locations: attribute.listOf(
      {
        id: attribute.string({ computed: true, description: 'Id of the location.' }),
        name: attribute.string({ computed: true, description: 'Name of the location.' }),
        ...shown,
      },
      { computed: true, description: 'The locations, in the order of their names.' },
    ),
  },
});

export const networkLocations = dataSource<typeof networkLocationsData, TenantSession>({
  name: 'netskopesteering_network_locations',
  schema: networkLocationsData,
  async read({ client, signal, config: { name_pattern } }) {
    const found = (await locationsOf(tenantOf(client), signal))
      .filter(({ name }) => matches(name_pattern, name))
      .sort(byName);
    return { name_pattern, ids: found.map(({ id }) => id), network_locations: found };
  },
});
