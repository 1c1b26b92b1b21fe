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
