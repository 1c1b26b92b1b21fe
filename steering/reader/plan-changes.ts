/** What a plan does to a resource instance, by the actions that Terraform names. */
import type { PlanJson, ResourceChange, StateModule, StateResource } from './plan-json';

const OURS = 'netskopesteering_';

/** What the prior state has of this provider, in all modules: managed, looked up and deposed. */
export function heldIn({ prior_state: state }: PlanJson): StateResource[] {
  return resourcesIn(state?.values?.root_module).filter(isOurs);
}

/** What the plan says of resources of this provider, whether or not it changes them. */
export function plannedIn({ resource_changes: changes = [] }: PlanJson): ResourceChange[] {
  return changes.filter(isOurs);
}

export function isOurs({ type }: Pick<StateResource, 'type'>): boolean {
  return type.startsWith(OURS);
}

function resourcesIn(module: StateModule | undefined): StateResource[] {
  if (module === undefined) return [];
  return [...(module.resources ?? []), ...(module.child_modules ?? []).flatMap(resourcesIn)];
}

export function deposedKeyOf(one: StateResource | ResourceChange): string | undefined {
  return 'change' in one ? one.deposed : one.deposed_key;
}

/** Names a resource instance among all of a plan; a deposed one stands beside the current one of the same address. */
export function keyOf(one: StateResource | ResourceChange): string {
  const deposed = deposedKeyOf(one);
  return deposed === undefined ? one.address : `${one.address} (deposed ${deposed})`;
}

export function isMade(change: ResourceChange | undefined): boolean {
  return change?.mode === 'managed' && change.change.actions.includes('create');
}

/** A new object, or one that is only looked up at the apply. */
export function isYetToBe(change: ResourceChange): boolean {
  return isMade(change) || (change.mode === 'data' && change.change.after !== null);
}

export function isTakenAway(change: ResourceChange | undefined): boolean {
  return change?.change.actions.includes('delete') === true;
}

/** Terraform forgets it; the tenant keeps it. */
export function isLetGo(change: ResourceChange | undefined): boolean {
  return change?.change.actions.includes('forget') === true;
}

export function isAdopted(change: ResourceChange): boolean {
  return isMade(change) && change.type === `${OURS}default_configuration`;
}

/** Whether an apply does something. To read is to do nothing. */
export function acts({ change: { actions } }: Pick<ResourceChange, 'change'>): boolean {
  return actions.some((action) => action !== 'no-op' && action !== 'read');
}

/** The address of a resource in the configuration, of which an instance has indexes. */
export function withoutIndexes(address: string): string {
  return address.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, '');
}
