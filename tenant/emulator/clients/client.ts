/** Which client downloads, and which configuration the tenant has for it. [doc, except where it is marked] */
import type { Configuration } from '../../contract';
import type { Side } from '../state/store';

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
