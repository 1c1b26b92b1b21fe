/** A tenant assigns configurations to user groups or to organisational units, one kind for all of them. [doc] */
import type { Configuration } from '../../contract';
import { invalid } from '../problem';
import type { Store } from '../state/store';

type Assignment = Pick<Configuration, 'user_groups' | 'organization_units'>;

/**
 * 400 when a configuration would bring the second kind into the tenant.
 *
 * @param ownId the configuration as it was does not count.
 */
export function refuseSecondAssignmentKind(store: Store, assignment: Assignment, ownId?: number): void {
  if (assignment.user_groups.length > 0 && assignment.organization_units.length > 0) {
    throw invalid([{ field: 'organization_units', message: 'cannot be given together with user_groups' }]);
  }
  const kind = kindOf(assignment);
  if (!kind) return;
  const all = store.configurations.page({}, 0, Infinity).rows;
  const other = all.find((one) => one.config_id !== ownId && kindOf(one) !== undefined && kindOf(one) !== kind);
  if (!other) return;
  const message = `cannot be used: configuration ${other.config_id} uses ${kindOf(other)}, and a tenant uses one kind`;
  throw invalid([{ field: kind, message }]);
}

function kindOf(assignment: Assignment): keyof Assignment | undefined {
  if (assignment.user_groups.length > 0) return 'user_groups';
  return assignment.organization_units.length > 0 ? 'organization_units' : undefined;
}
