/**
 * This is the one typed form of what `terraform show -json PLAN` prints, format 1: the parts that the reader of models
 * and the review read. `check-plan.ts` makes sure that a plan has it; a part that is `unknown` here has no fixed form
 * in any format. The functions say what a plan does to a resource instance, by the actions that Terraform names.
 */

export interface PlanJson {
  /** The version of the format. Minor versions only add, so `1.2` is read as `1`. */
  readonly format_version?: string;
  /** True for a plan that ended in an error, so that it is not whole. */
  readonly errored?: boolean;
  /** False where another plan has to follow, because of `-target` or of what terraform defers. */
  readonly complete?: boolean;
  /** Everything that there will be after the apply. Every plan has it, and nothing here reads it. */
  readonly planned_values?: unknown;
  /** What the state held before the plan. */
  readonly prior_state?: { readonly values?: StateValues };
  /** What the plan does with each resource instance, also where that is nothing. */
  readonly resource_changes?: readonly PlannedChange[];
  /** What refreshing found changed by others. */
  readonly resource_drift?: readonly PlannedChange[];
  /** The values of the variables of the root module, in clear even where they are declared sensitive. */
  readonly variables?: Readonly<Record<string, { readonly value?: unknown }>>;
  /** The outputs of the root module, by name. */
  readonly output_changes?: Readonly<Record<string, ValueChange<unknown>>>;
  /** What conditions and checks of the configuration say. */
  readonly checks?: unknown;
  /** The actions that an apply runs; of later versions of terraform. */
  readonly action_invocations?: unknown;
  /** The actions that wait for another plan; of later versions of terraform. */
  readonly deferred_action_invocations?: unknown;
  /** The changes that wait for another plan; of later versions of terraform. */
  readonly deferred_changes?: unknown;
  /** The configuration that the plan was made of. */
  readonly configuration?: {
    readonly provider_config?: Readonly<Record<string, ProviderConfiguration>>;
    readonly root_module?: ModuleConfiguration;
  };
}

/**
 * A provider configuration, by a key such as `netskopesteering.two`, or `module.m:netskopesteering` where a module
 * writes it.
 */
interface ProviderConfiguration {
  /** The address of the provider, with the host of its registry. */
  readonly full_name?: string;
  /** The module that writes it; left out for the root. */
  readonly module_address?: string;
  /** Its settings, by name. */
  readonly expressions?: Readonly<Record<string, Expression>>;
}

interface StateValues {
  readonly root_module?: StateModule;
}

export interface StateModule {
  readonly resources?: readonly StateResource[];
  /** The modules that it calls, an instance each. */
  readonly child_modules?: readonly StateModule[];
}

export interface StateResource {
  /** The address of the instance, with its modules and indexes. */
  readonly address: string;
  /** `managed` for a resource, `data` for what is only looked up. */
  readonly mode: string;
  readonly type: string;
  /**
   * Set for an object that was replaced and is still to be destroyed; it stands beside the current one of its address.
   */
  readonly deposed_key?: string;
  /** Its attributes. */
  readonly values?: Readonly<Record<string, unknown>> | null;
}

export interface PlannedChange {
  /** The address of the instance, with its modules and indexes. */
  readonly address: string;
  /** The address that it had in the state, where the plan moves it. */
  readonly previous_address?: string;
  /** The instance of the module that it is in; left out for the root. */
  readonly module_address?: string;
  /** `managed` for a resource, `data` for what is only looked up. */
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  /** Its key under `for_each`, or its number under `count`. */
  readonly index?: string | number;
  /**
   * Set for an object that was replaced and is still to be destroyed; it stands beside the current one of its address.
   */
  readonly deposed?: string;
  /** The address of its provider, with the host of its registry. */
  readonly provider_name?: string;
  /** Why terraform does it, such as `replace_by_request`. */
  readonly action_reason?: string;
  readonly change: ValueChange<Readonly<Record<string, unknown>> | null>;
}

/** The value of a resource or of an output, before and after. */
export interface ValueChange<V> {
  /** What is done, in order: `["delete", "create"]` replaces. */
  readonly actions: readonly string[];
  /** The value that there is; null for what is created. */
  readonly before: V;
  /** The value that there will be, without what is not known yet; null for what is deleted. */
  readonly after: V;
  /** True, or the shape of the value with true where it is not known yet. */
  readonly after_unknown?: unknown;
  /** The same for the value before. Terraform leaves it out, for it knows it; of a tenant that is observed not all is known. */
  readonly before_unknown?: unknown;
  /** True, or the shape of the value before with true where it is sensitive; the value itself has it in clear. */
  readonly before_sensitive?: unknown;
  /** True, or the shape of the value after with true where it is sensitive; the value itself has it in clear. */
  readonly after_sensitive?: unknown;
  /** The attributes whose change replaces it, as paths. */
  readonly replace_paths?: readonly (readonly (string | number)[])[];
  /** The id by which it is imported, where the plan imports it. */
  readonly importing?: { readonly id?: string };
}

export interface ModuleConfiguration {
  readonly resources?: readonly ResourceConfiguration[];
  /** The modules that it calls, by the name of the call. */
  readonly module_calls?: Readonly<Record<string, ModuleCall>>;
  readonly outputs?: Readonly<Record<string, { readonly expression?: Expression }>>;
  /** The variables that it declares; `sensitive` is left out where it is false. */
  readonly variables?: Readonly<Record<string, { readonly sensitive?: boolean }>>;
}

interface ResourceConfiguration {
  /** The address within the module, without an index. */
  readonly address: string;
  /** The key of its provider configuration, resolved through modules. */
  readonly provider_config_key?: string;
  /** Its attributes and blocks, by name. */
  readonly expressions?: Readonly<Record<string, Expression>>;
  readonly for_each_expression?: Expression;
  readonly count_expression?: Expression;
  /** What it says that it depends on, as addresses within the module. */
  readonly depends_on?: readonly string[];
}

export interface ModuleCall {
  /** What all of the module depends on, as addresses within the calling module. */
  readonly depends_on?: readonly string[];
  /** What is given for the variables of the module, by name. */
  readonly expressions?: Readonly<Record<string, Expression>>;
  /** The module that is called. */
  readonly module?: ModuleConfiguration;
}

/**
 * An expression; nested attributes are flattened into one list of references, nested blocks are objects of expressions.
 */
export interface Expression {
  /** What it refers to, the more specific first: `x.a["k"].id` stands before `x.a["k"]` and `x.a`. */
  readonly references?: readonly string[];
  /** Its value, where it refers to nothing. */
  readonly constant_value?: unknown;
}

const OURS = 'netskopesteering_';

/** Returns the objects of this provider in the prior state, of all modules: managed, looked up and deposed. */
export function heldIn({ prior_state: state }: PlanJson): StateResource[] {
  return resourcesIn(state?.values?.root_module).filter(isOurs);
}

/** Returns the entries of the plan for resources of this provider, whether it changes them or not. */
export function plannedIn({ resource_changes: changes = [] }: PlanJson): PlannedChange[] {
  return changes.filter(isOurs);
}

export function isOurs({ type }: Pick<StateResource, 'type'>): boolean {
  return type.startsWith(OURS);
}

function resourcesIn(module: StateModule | undefined): StateResource[] {
  if (module === undefined) return [];
  return [...(module.resources ?? []), ...(module.child_modules ?? []).flatMap(resourcesIn)];
}

export function deposedKeyOf(one: StateResource | PlannedChange): string | undefined {
  return 'change' in one ? one.deposed : one.deposed_key;
}

/**
 * Returns the name of a resource instance among all of a plan. A deposed one stands beside the current one of the same
 * address.
 */
export function keyOf(one: StateResource | PlannedChange): string {
  const deposed = deposedKeyOf(one);
  return deposed === undefined ? one.address : `${one.address} (deposed ${deposed})`;
}

/** Whether the plan creates the object, also where it replaces another. */
export function isMade(change: PlannedChange | undefined): boolean {
  return change?.mode === 'managed' && change.change.actions.includes('create');
}

/** Whether the object is new, or is only looked up at the apply. */
export function isYetToBe(change: PlannedChange): boolean {
  return isMade(change) || (change.mode === 'data' && change.change.after !== null);
}

/** Whether the plan deletes the object, also where it replaces it. */
export function isTakenAway(change: PlannedChange | undefined): boolean {
  return change?.change.actions.includes('delete') === true;
}

/** Whether Terraform forgets the object, which the tenant keeps. */
export function isLetGo(change: PlannedChange | undefined): boolean {
  return change?.change.actions.includes('forget') === true;
}

/** Whether the default configuration, which nobody creates, comes under management. */
export function isAdopted(change: PlannedChange): boolean {
  return isMade(change) && change.type === `${OURS}default_configuration`;
}

/** Whether an apply does something to the object. A read does nothing to it. */
export function acts({ change: { actions } }: Pick<PlannedChange, 'change'>): boolean {
  return actions.some((action) => action !== 'no-op' && action !== 'read');
}

/** Returns the address of a resource in the configuration, which is that of an instance without its indexes. */
export function withoutIndexes(address: string): string {
  return address.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, '');
}
