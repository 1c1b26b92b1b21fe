/** The resource of a network location: its schema, its mapping to the contract's fields, and its collection. */
import {
  attribute,
  eachSetElement,
  lengthBetween,
  path,
  requiresReplace,
  schema,
  sizeAtLeast,
  t,
  useStateForUnknown,
  type Path,
  type Planned,
  type State,
  type Stub,
} from 'terraform-plugin-sdk-ts';
import { LONGEST_NAME } from '../../../../steering/domain/vocabulary';
import { complainAboutNetworkAddress } from '../../../../steering/domain/addresses';
import type { ObjectOf } from '../../client';
import { collectionResource } from '../../collection-resource';
import { refuseWhileInUse, USED } from '../../uses';
import { WITHOUT_UNSEEN, checkName, networkAddresses, readValue, trimmed, validator } from '../../values';

export const networkLocationSchema = schema({
  description:
    'A network location: named addresses, to which destination location exceptions and source location exceptions refer by the name, as in `network_locations = [netskopesteering_network_location.office.name]`. [doc] Those that the vendor ships, such as `Local IP address range`, are named as text.\n\n' +
    'A tenant deletes the exceptions that use a location when it is uploaded again [doc]; that it does so too when a location is deleted is assumed. So the provider does not delete a location while an exception of any configuration uses it. It looks first, and deletes then: an exception that others make in between, or that the tenant does not show yet, is deleted with the location.\n\n' +
    'Other addresses are an update in place. That a tenant does not take it for another upload, and deletes no exceptions then, is assumed: where it does, the next plan makes them again. ' +
    'Another name is another location, because exceptions refer by it, and what becomes of them when a location is renamed is not published. ' +
    'Write `lifecycle { create_before_destroy = true }` into each location whose name may change, or whose exceptions may later refer to another one, and apply it: else Terraform deletes a location that leaves before they refer to the other, and each apply fails. ' +
    'To replace a location under the same name (`-replace`), replace its exceptions in the same apply.',
  attributes: {
    id: attribute.string({
      computed: true,
      description: 'The id that the tenant gave the location; also its import id.',
      planModifiers: [useStateForUnknown()],
    }),
    name: attribute.string({
      required: true,
      normalize: trimmed,
      description: `Name of the location, by which exceptions refer to it; unique on the tenant [community]. ${WITHOUT_UNSEEN}`,
      validators: [lengthBetween(1, LONGEST_NAME), checkName],
      planModifiers: [requiresReplace()],
    }),
    addresses: attribute.set(t.string, {
      required: true,
      normalize: networkAddresses,
      description:
        'What belongs to it, at least one of: an address, a CIDR range such as `192.0.2.0/24`, or a range such as `192.0.2.1-192.0.2.9` [community]. That each may be of IPv6 too is assumed. Case makes no difference.',
      validators: [sizeAtLeast(1), eachSetElement(validator(complainAboutNetworkAddress))],
    }),
  },
});

type NetworkLocation = ObjectOf<'networkLocations'>;
type Schema = typeof networkLocationSchema;

export function fromApi(
  location: NetworkLocation,
  previous: Stub<Schema> | Planned<Schema>,
  id: string,
): State<Schema> {
  return { id, name: location.name, addresses: readValue(location.addresses, previous.addresses, []) };
}

export function pathOf([root]: readonly string[]): Path | undefined {
  return root === 'name' || root === 'addresses' ? path(root) : undefined;
}

export const networkLocation = collectionResource<Schema, 'networkLocations'>({
  name: 'netskopesteering_network_location',
  collection: 'networkLocations',
  schema: networkLocationSchema,
  toApi: ({ name, addresses }) => ({ name, addresses: [...addresses] }),
  fromApi,
  pathOf,
  nameAt: 'name',
  twinOf: (locations, planned) => locations.find(({ name }) => name === planned.name),
  refuseDeletion: (tenant, location, signal) => refuseWhileInUse(USED.networkLocations, tenant, location, signal),
});
