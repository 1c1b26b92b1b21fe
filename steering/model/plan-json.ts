/** What a plan does to a resource instance, by the actions that Terraform names. */

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

/** The parts of `terraform show -json PLAN` that are read here: format 1. */

export interface PlanJson {
  readonly format_version?: string;
  readonly prior_state?: { readonly values?: StateValues };
  readonly resource_changes?: readonly ResourceChange[];
  readonly variables?: Readonly<Record<string, { readonly value?: unknown }>>;
  readonly configuration?: {
    readonly provider_config?: Readonly<Record<string, ProviderConfiguration>>;
    readonly root_module?: ModuleConfiguration;
  };
}

/** By a key such as `netskopesteering.two`, or `module.m:netskopesteering` where a module writes it. */
export interface ProviderConfiguration {
  /** Of the provider, with the host of its registry. */
  readonly full_name?: string;
  readonly module_address?: string;
  readonly expressions?: Readonly<Record<string, Expression>>;
}

export interface StateValues {
  readonly root_module?: StateModule;
}

export interface StateModule {
  readonly resources?: readonly StateResource[];
  readonly child_modules?: readonly StateModule[];
}

export interface StateResource {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly deposed_key?: string;
  readonly values?: Readonly<Record<string, unknown>> | null;
}

export interface ResourceChange {
  readonly address: string;
  readonly module_address?: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
  readonly deposed?: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Readonly<Record<string, unknown>> | null;
    readonly after: Readonly<Record<string, unknown>> | null;
    /** True, or the shape of the value with true where it is unknown. */
    readonly after_unknown?: unknown;
  };
}

export interface ModuleConfiguration {
  readonly resources?: readonly ResourceConfiguration[];
  readonly module_calls?: Readonly<Record<string, ModuleCall>>;
  readonly outputs?: Readonly<Record<string, { readonly expression?: Expression }>>;
}

export interface ResourceConfiguration {
  /** Within the module, without an index. */
  readonly address: string;
  /** Resolved through modules. */
  readonly provider_config_key?: string;
  readonly expressions?: Readonly<Record<string, Expression>>;
  readonly for_each_expression?: Expression;
}

export interface ModuleCall {
  readonly expressions?: Readonly<Record<string, Expression>>;
  readonly module?: ModuleConfiguration;
}

/** An expression; nested attributes are flattened into one list of references, nested blocks are objects of expressions. */
export interface Expression {
  readonly references?: readonly string[];
  readonly constant_value?: unknown;
}

/** A plan that is not one, or of a format that is not known. */
export class UnreadablePlan extends Error {
  override readonly name = 'UnreadablePlan';
}

/** @throws UnreadablePlan with what to do */
export function checkPlan(plan: PlanJson): void {
  const { format_version: version } = plan;
  if (typeof version !== 'string' || !Array.isArray(plan.resource_changes ?? [])) {
    throw new UnreadablePlan(
      'This is no plan in JSON. Write one with: terraform plan -out=tfplan && terraform show -json tfplan',
    );
  }
  checkFormat(version);
}

/** Minor versions only add. @throws UnreadablePlan with what to do */
export function checkFormat(version: string): void {
  if (/^1(\.\d+)*$/.test(version)) return;
  throw new UnreadablePlan(
    `The plan has the format ${JSON.stringify(version.slice(0, 40))}; this version of the tool reads format 1 only. Use a newer netskope-steering, or an older terraform.`,
  );
}
