/** Models from each source: a stack, a plan, a plan beside its stack, a tenant. */
import type { Model } from './model';
import { modelFromResources } from './model-from-resources';
import { resourcesFromPlan, type PlanJson } from './resources-from-plan';
import { resourcesFromStack, stackReferences, type StackJson } from './resources-from-stack';
import { resourcesFromTenant, type TenantObjects } from './resources-from-tenant';

/** What a stack writes, at synth: what is left to the tenant or to Terraform is not known. */
export function modelFromStack(stack: StackJson): Model {
  return modelFromResources(resourcesFromStack(stack));
}

export interface PlannedModels {
  readonly before: Model;
  readonly after: Model;
  /** Keys of the objects that the plan does something with. */
  readonly changed: ReadonlySet<string>;
}

/**
 * What a plan knows of a tenant, before and after it.
 * @param stack the stack's cdk.tf.json, where it is at hand: its references are exact, and it names constructs
 * @param tenant all of the tenant, where it is at hand: then the models have what the plan does not manage, too
 * @throws UnreadablePlan
 */
export function modelsFromPlan(plan: PlanJson, stack?: StackJson, tenant?: TenantObjects): PlannedModels {
  const objects = tenant && resourcesFromTenant(tenant);
  const { before, after, changed } = resourcesFromPlan(plan, stack && stackReferences(stack), objects);
  const covers = tenant === undefined ? 'part' : 'tenant';
  return { before: modelFromResources(before, { covers }), after: modelFromResources(after, { covers }), changed };
}

/** All of a tenant. */
export function modelFromTenant(objects: TenantObjects): Model {
  return modelFromResources(resourcesFromTenant(objects), { covers: 'tenant' });
}
