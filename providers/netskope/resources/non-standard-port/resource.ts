/** The resource of an entry of the non-standard ports: its collection, and when it has no effect. */
import { collectionResource } from '../../collection-resource';
import type { WithoutEffect } from '../../without-effect';
import { fromApi, pathOf, toApi, twinOf } from './api-mapping';
import { nonStandardPort as schema } from './schema';

interface PortEntry {
  readonly port: unknown;
}

/** The ports that are steered as web traffic anyway. [doc] */
const STANDARD_PORTS: readonly unknown[] = [80, 443];

const WITHOUT_EFFECT: readonly WithoutEffect<PortEntry>[] = [
  {
    at: ['port'],
    why: ({ port }) =>
      STANDARD_PORTS.includes(port)
        ? {
            summary: 'Port without effect',
            detail: `Port ${String(port)} is steered without an entry, and an entry for it changes nothing. [doc] Remove the resource, or write another port.`,
          }
        : undefined,
  },
];

export const nonStandardPort = collectionResource<typeof schema, 'nonStandardPorts'>({
  name: 'netskopesteering_non_standard_port',
  collection: 'nonStandardPorts',
  schema,
  toApi,
  fromApi,
  pathOf,
  twinOf,
  withoutEffect: WITHOUT_EFFECT,
  // The attribute `port` is required, but a tenant may have entries with domains only.
  unmanageable: ({ port }) =>
    port === null
      ? 'The entry has domains and no port. The resource manages entries of a port only, so it was not imported, and not touched. Leave it to the tenant, or give it a port there first.'
      : undefined,
});
