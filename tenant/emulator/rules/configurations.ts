/**
 * Which configurations a tenant takes:
 *
 * - the default one is always enabled and stays [doc]; that its name stays and that it takes no groups, OS families or
 *   device tags is [assumed];
 * - configurations are assigned to user groups or to organisational units, one kind for all of them [doc];
 * - at most 100 of them use the newer criteria: several groups or units, OS families, device tags [doc]; that the next
 *   one is refused with 409 is [assumed];
 * - private apps are named where specific ones are steered, and nowhere else [assumed].
 *
 * This file also says what becomes of the exceptions when dynamic steering is turned on or off.
 */
import type { Configuration, ConfigurationPatch, FieldError } from '../../contract';
import { conflict, invalid } from '../problem';
import { nextEtag } from '../state/etag';
import { DEFAULT_CONFIG_ID } from '../state/predefined';
import type { Side, Store, StoredConfiguration } from '../state/store';

const reason = 'of the default configuration';
const criteria = ['user_groups', 'organization_units', 'os_families', 'device_tags'] as const;

/**
 * Refuses (400) a change that the default configuration does not allow. A value that it has already may be sent again.
 */
export function refuseDefaultChange(current: StoredConfiguration, patch: ConfigurationPatch): void {
  if (current.config_id !== DEFAULT_CONFIG_ID) return;
  const { config_name = current.config_name, enabled = true } = patch;
  const refusals: [boolean, FieldError][] = [
    [config_name !== current.config_name, { field: 'config_name', message: `${reason} cannot be changed` }],
    [!enabled, { field: 'enabled', message: `${reason} cannot be false: it is always enabled` }],
    ...criteria.map((field): [boolean, FieldError] => [
      (patch[field] ?? []).length > 0,
      { field, message: `${reason} must be empty: it applies to all users` },
    ]),
  ];
  const errors = refusals.filter(([refused]) => refused).map(([, error]) => error);
  if (errors.length > 0) throw invalid(errors);
}

/** Refuses (409) to delete the default configuration. */
export function refuseDefaultDeletion(configuration: StoredConfiguration): void {
  if (configuration.config_id !== DEFAULT_CONFIG_ID) return;
  throw conflict('The default configuration cannot be deleted.', [
    { field: 'config_id', message: `is ${DEFAULT_CONFIG_ID}, the default configuration, which always exists` },
  ]);
}

/**
 * The location that exceptions get when dynamic steering is turned on, and whose exceptions stay when it is turned off.
 */
const keptLocation: Side = 'on_prem';

/**
 * Moves or removes the exceptions of a configuration whose `location_based_steering` has changed. Turning it on copies
 * them to one location only, and toggling it can lose exceptions [doc]. That the location is on-premises, that they
 * keep their ids, and that turning it off loses those of the other location is [assumed].
 */
export function moveExceptions(store: Store, before: StoredConfiguration, after: StoredConfiguration): void {
  if (before.location_based_steering === after.location_based_steering) return;
  const location = after.location_based_steering ? keptLocation : null;
  for (const exception of store.exceptions.page({ config_id: after.config_id }, 0, Infinity).rows) {
    if (location === null && exception.location !== keptLocation) store.exceptions.remove(exception.id);
    else store.exceptions.put(exception.id, { ...exception, location, etag: nextEtag(store) });
  }
}

type Criteria = Pick<Configuration, 'user_groups' | 'organization_units' | 'os_families' | 'device_tags'>;

/** How many configurations of a tenant may use the newer criteria. [doc] */
const configurationsAllowed = 100;

/**
 * Refuses (409) the configuration that would be one too many.
 *
 * @param ownId the id of the configuration itself, which does not count.
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

/** Refuses (400) private apps where `private_apps_steering` is not "specific". [assumed] */
export function refuseStrayPrivateApps({
  private_apps_steering,
  private_apps,
}: Pick<Configuration, 'private_apps_steering' | 'private_apps'>): void {
  if (private_apps_steering === 'specific' || private_apps.length === 0) return;
  const message = `must be empty with private_apps_steering "${private_apps_steering}"; only "specific" takes private apps`;
  throw invalid([{ field: 'private_apps', message }]);
}

type Assignment = Pick<Configuration, 'user_groups' | 'organization_units'>;

/**
 * Refuses (400) a configuration that would bring the second kind of assignment into the tenant.
 *
 * @param ownId the id of the configuration itself, which does not count.
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
