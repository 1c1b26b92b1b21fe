/**
 * At most 100 configurations use the newer criteria: several groups or units, OS families, device tags. [doc] That the
 * next one is refused with 409 is [assumed].
 */
import type { Configuration } from '../../contract';
import { conflict } from '../problem';
import type { Store } from '../state/store';

type Criteria = Pick<Configuration, 'user_groups' | 'organization_units' | 'os_families' | 'device_tags'>;

const configurationsAllowed = 100;

/**
 * 409 for the configuration that would be one too many.
 *
 * @param ownId the configuration as it was does not count.
 */
export function refuseTooManyCriteria(store: Store, criteria: Criteria, ownId?: number): void {
  const field = newerCriterion(criteria);
  if (!field) return;
  const others = store.configurations
    .page({}, 0, Infinity)
    .rows.filter((one) => one.config_id !== ownId && newerCriterion(one) !== undefined);
  if (others.length < configurationsAllowed) return;
  throw conflict(
    `${configurationsAllowed} configurations use several groups or units, OS families or device tags already, and a tenant takes no more.`,
    [{ field, message: `cannot be used: ${configurationsAllowed} configurations use such criteria already` }],
  );
}

function newerCriterion(criteria: Criteria): keyof Criteria | undefined {
  if (criteria.os_families.length > 0) return 'os_families';
  if (criteria.device_tags.length > 0) return 'device_tags';
  if (criteria.user_groups.length > 1) return 'user_groups';
  return criteria.organization_units.length > 1 ? 'organization_units' : undefined;
}
