/** Who downloads, and which configuration the tenant has for it. [doc, but for what is marked] */
import type { Configuration } from '../../contract';
import type { Side } from '../state/store';

export interface DeviceClient {
  user_groups: readonly string[];
  organization_units: readonly string[];
  os_family: Configuration['os_families'][number];
  device_tags: readonly string[];
  /** Where the device is; needed where its configuration steers by location. */
  location?: Side;
}

type CriterionField = 'user_groups' | 'organization_units' | 'os_families' | 'device_tags';
type CandidateFields = Pick<Configuration, 'enabled' | CriterionField>;

/**
 * The first enabled configuration whose criteria all match, else the last. A criterion that is not given matches
 * everybody, and of several groups, units or tags one is enough [assumed].
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
