/** Which client downloads, and what the tenant has for it. [doc, except where it is marked] */
import type { App, Configuration, TrafficType } from '../../contract';
import { invalid } from '../problem';
import type { Side, Store, StoredConfiguration, StoredException, StoredNonStandardPort } from '../state/store';

/** A client of a user on a device, described by the values that criteria are compared with. */
export interface DeviceClient {
  user_groups: readonly string[];
  organization_units: readonly string[];
  os_family: Configuration['os_families'][number];
  device_tags: readonly string[];
  /** Where the device is. It is needed where the configuration steers by location. */
  location?: Side;
}

type CriterionField = 'user_groups' | 'organization_units' | 'os_families' | 'device_tags';
type CandidateFields = Pick<Configuration, 'enabled' | CriterionField>;

/**
 * Gives the configuration of a client: the first enabled one whose criteria all match. A criterion that is not given
 * matches everybody, and of several groups, units or tags one is enough [assumed].
 *
 * @param byPriority the configurations in the order of evaluation; the default one, which has no criteria, is the last.
 */
export function chooseConfiguration<T extends CandidateFields>(
  byPriority: readonly T[],
  client: DeviceClient,
): T | undefined {
  const has: Record<CriterionField, readonly string[]> = { ...client, os_families: [client.os_family] };
  const criteria: CriterionField[] = ['user_groups', 'organization_units', 'os_families', 'device_tags'];
  return byPriority.find(
    (one) =>
      one.enabled &&
      criteria.every((name) => one[name].length === 0 || one[name].some((value) => has[name].includes(value))),
  );
}

/** The configuration of a client, with what belongs to it. */
export interface ClientSource {
  configuration: StoredConfiguration;
  /** The traffic mode, where the client is. */
  mode: TrafficType;
  /** The exceptions that count where the client is, in the order of their creation. */
  exceptions: readonly StoredException[];
  ports: readonly StoredNonStandardPort[];
  /** Finds the app of an id. */
  app: (id: string) => App | undefined;
}

/**
 * What the tenant has for a client.
 *
 * @throws a Problem (400) where the configuration steers by location and the client does not say where it is.
 */
export function readClientSource(store: Store, client: DeviceClient): ClientSource {
  const all = store.configurations.page({}, 0, Infinity).rows;
  const byPriority = [...all].sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity));
  const configuration = chooseConfiguration(byPriority, client);
  if (!configuration) throw new Error('there is no default configuration');
  const { config_id, location_based_steering } = configuration;
  const where = location_based_steering ? client.location : null;
  if (where === undefined) {
    throw invalid([{ field: 'location', message: `is required: configuration ${config_id} steers by location` }]);
  }
  const mode = where === null ? configuration.traffic_type : configuration[where].traffic_type;
  const exceptions = store.exceptions.page({ config_id }, 0, Infinity).rows;
  return {
    configuration,
    mode,
    // In mode none exceptions are not processed. [doc]
    exceptions: mode === 'none' ? [] : exceptions.filter(({ location }) => location === where),
    ports: store.nonStandardPorts.page({ config_id }, 0, Infinity).rows,
    app: (id) => store.apps.get(id),
  };
}
