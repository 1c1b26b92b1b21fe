/** The collections of the contract, as far as they are alike. */
import type { OperationId } from '../../../tenant/contract';
import {
  COLLECTION_NAMES,
  COLLECTIONS,
  isInConfiguration,
  operationsOn,
  type CollectionName,
  type CollectionVerb,
} from '../../../tenant/contract/collections';
import type { Session } from './session';

/** What a client writes to a collection. */
interface Bodies {
  /** What a client may write, a first time and then otherwise. */
  body(name: string): object;
  changed(name: string): object;
  /** Bodies that are refused, each with what is wrong and the field that the refusal names. */
  refused: [what: string, field: string, body: (name: string) => object][];
}

export interface Collection extends Bodies, Record<CollectionVerb, OperationId> {
  name: string;
  /** The name of an object's id in paths. */
  idName: string;
  /** An id that no object has. */
  unknownId: string | number;
  /** Where its objects are: the path parameters that all of its operations have. */
  parent(session: Session): Promise<Record<string, number>>;
}

const platforms = { windows: { match: 'exact', processes: ['Conformance.exe'] } };
const domains = { type: 'domains', domains: { domains: ['conformance.example'] } };

/** A configuration of our own; it stays disabled, so it concerns no client. */
async function ownConfiguration(session: Session): Promise<Record<string, number>> {
  const { body } = await session.call('createConfiguration', { body: { config_name: session.name() } });
  await session.readSoon('getConfiguration', { path: { config_id: body.data.config_id } });
  return { config_id: body.data.config_id };
}

/** What is written to each collection. */
export const BODIES: Readonly<Record<CollectionName, Bodies>> = {
  apps: {
    body: (name) => ({ app_name: name, platforms }),
    changed: (name) => ({ app_name: name, platforms: { mac: { match: 'regex', processes: ['^Conformance'] } } }),
    refused: [
      ['no name', 'app_name', () => ({ platforms })],
      ['no platforms', 'platforms', (app_name) => ({ app_name })],
      ['no platform', 'platforms', (app_name) => ({ app_name, platforms: {} })],
      [
        'no process',
        'platforms.windows.processes',
        (app_name) => ({ app_name, platforms: { windows: { match: 'exact', processes: [] } } }),
      ],
      [
        'an unknown match',
        'platforms.windows.match',
        (app_name) => ({ app_name, platforms: { windows: { match: 'glob', processes: ['a'] } } }),
      ],
      ['a field that only the tenant writes', 'custom', (app_name) => ({ app_name, platforms, custom: false })],
    ],
  },
  networkLocations: {
    body: (name) => ({ name, addresses: ['192.0.2.1', '2001:db8::/32'] }),
    changed: (name) => ({ name, addresses: ['192.0.2.1-192.0.2.9'] }),
    refused: [
      ['no name', 'name', () => ({ addresses: ['192.0.2.1'] })],
      ['no addresses', 'addresses', (name) => ({ name })],
      ['an empty list of addresses', 'addresses', (name) => ({ name, addresses: [] })],
      ['a host name', 'addresses[0]', (name) => ({ name, addresses: ['a.example'] })],
      ['a mask that is too long', 'addresses[1]', (name) => ({ name, addresses: ['192.0.2.1', '192.0.2.0/33'] })],
      ['a range that ends before it begins', 'addresses[0]', (name) => ({ name, addresses: ['192.0.2.9-192.0.2.1'] })],
      ['a range of both kinds', 'addresses[0]', (name) => ({ name, addresses: ['192.0.2.1-2001:db8::1'] })],
      ['a field that only the tenant writes', 'id', (name) => ({ name, addresses: ['192.0.2.1'], id: 'a' })],
    ],
  },
  configurations: {
    body: (name) => ({ config_name: name, traffic_type: 'web' }),
    changed: (name) => ({ config_name: name, traffic_type: 'all', steer_dns: true }),
    refused: [
      ['no name', 'config_name', () => ({})],
      ['a name of 41 characters', 'config_name', (name) => ({ config_name: name.padEnd(41, 'n') })],
      ['an unknown mode', 'traffic_type', (config_name) => ({ config_name, traffic_type: 'some' })],
      [
        'six device tags',
        'device_tags',
        (config_name) => ({ config_name, device_tags: ['a', 'b', 'c', 'd', 'e', 'f'] }),
      ],
      [
        'groups and units',
        'organization_units',
        (config_name) => ({ config_name, user_groups: ['a'], organization_units: ['b'] }),
      ],
      ['private apps that are not steered', 'private_apps', (config_name) => ({ config_name, private_apps: ['a'] })],
      ['a priority', 'priority', (config_name) => ({ config_name, priority: '1' })],
    ],
  },
  nonStandardPorts: {
    body: () => ({ port: 5222, domains: ['conformance.example'] }),
    changed: () => ({ port: 5223, domains: [] }),
    refused: [
      ['neither port nor domain', '', () => ({})],
      ['port 0', 'port', () => ({ port: 0 })],
      ['port 65536', 'port', () => ({ port: 65_536 })],
      ['two domains in one', 'domains[0]', () => ({ port: 5222, domains: ['a b'] })],
      ['an unknown field', 'colour', () => ({ port: 5222, colour: 'red' })],
    ],
  },
  exceptions: {
    body: () => ({ ...domains, notes: 'conformance' }),
    changed: () => ({ ...domains, notes: 'changed', location: null }),
    refused: [
      ['no type', 'type', () => ({})],
      ['an unknown type', 'type', () => ({ ...domains, type: 'weather' })],
      ['no data', 'domains', () => ({ type: 'domains' })],
      ['no domain', 'domains.domains', () => ({ type: 'domains', domains: { domains: [] } })],
      ['a side without dynamic steering', 'location', () => ({ ...domains, location: 'on_prem' })],
      [
        'an app that is not there',
        'certificate_pinned_app.app_id',
        () => ({
          type: 'certificate_pinned_app',
          certificate_pinned_app: { app_id: 'conformance-unknown', mac: { action: 'block' } },
        }),
      ],
    ],
  },
};

export const collections: readonly Collection[] = COLLECTION_NAMES.map((name) => ({
  name: `${COLLECTIONS[name].title}s`,
  ...operationsOn(name),
  idName: COLLECTIONS[name].idParameter,
  unknownId: COLLECTIONS[name].idField === 'config_id' ? 999_999_999 : 'conformance-unknown',
  parent: isInConfiguration(name) ? ownConfiguration : async () => ({}),
  ...BODIES[name],
}));
