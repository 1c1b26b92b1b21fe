/** What is said of an object before it is written: by itself, beside what is stored, and beside the rest of the tenant. */
import {
  type Diagnostic,
  DiagnosticError,
  type ModifyPlanRequest,
  type Plan,
  type Planned,
  type Schema,
  type State,
  type ValueRecord,
  error,
  isWhollyKnown,
  notKept,
  warning,
} from 'terraform-plugin-sdk-ts';
import { ApiError, type TenantClient } from './client';
import type { TenantSession } from './session';
import { type WithoutEffect, warnOfIdleValues } from './without-effect';

/** Whether a tenant kept what it was given, and what to do where it did not. */

/**
 * Refuses a result in which the tenant accepted fields and dropped them [vendor]. Terraform would call it a bug of the
 * provider, without the reason. `after` is what else there is to say.
 *
 * @throws DiagnosticError at each field
 */
export function refuseIfDropped<S extends Schema>(
  { schema, title }: { readonly schema: S; readonly title: string },
  planned: Planned<S>,
  state: State<S>,
  after = '',
): void {
  const dropped = notKept(schema, planned, state).map(({ path, what }) => {
    const name = path.map((step) => ('name' in step ? step.name : '')).join('.');
    return error(
      'Not kept by the tenant',
      `The tenant accepted the ${title} with this ${name}, and then shows another one (it ${what}). ` +
        'It may not support the value, a gateway may drop the field, or somebody changed it at the same moment. ' +
        `Write what the tenant shows, or ask whoever runs it.${after}`,
      path,
    );
  });
  if (dropped.length > 0) throw new DiagnosticError(...dropped);
}

/** Terraform replaces what a create left with an error, and the new object would end like this one. */
export function keepCreated(id: string): string {
  return (
    ` It exists as ${id}, and Terraform marks it as tainted: the next apply would replace it. ` +
    `To keep it, correct the text, then run terraform untaint with its address, which terraform state list -id=${id} names.`
  );
}

type FoundObject = readonly Diagnostic[];

/** What a resource has to say; each part may be missing. */
export interface PlanJudgement<S extends Schema> {
  /** Values that do nothing beside others: a plan warns of those that are new. */
  readonly withoutEffect?: readonly WithoutEffect<never>[];
  /** What of a plan is worth a warning although every tenant takes it, seen without asking one; of what is new alone. */
  caution?(plan: Plan<S>, prior: State<S> | null): FoundObject;
  /** What no tenant takes, seen without asking one. A plan refuses it, unless the stored object says the same. */
  impossible?(plan: Plan<S>): FoundObject;
  /**
   * What the rest of the tenant has against the object. Asked before a write; and before a plan, when it can only warn: the
   * same apply may change the rest.
   */
  objections?(tenant: TenantClient, planned: Planned<S>, signal: AbortSignal): Promise<FoundObject>;
  /** What the rest of the tenant makes of a change, as warnings. Asked before a plan. */
  advice?(tenant: TenantClient, planned: Planned<S>, prior: State<S> | null, signal: AbortSignal): Promise<FoundObject>;
}

/** The tenant has the last word: where it does not answer, the write will tell, and it is not asked again. */
const silent = new WeakSet<TenantClient>();

async function unlessSilent(tenant: TenantClient, ask: () => Promise<FoundObject> | undefined): Promise<FoundObject> {
  if (silent.has(tenant)) return [];
  try {
    return (await ask()) ?? [];
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause;
    silent.add(tenant);
    return [];
  }
}

/** Refuses a write to which the rest of the tenant objects. @throws DiagnosticError */
export async function refuseIfObjected<S extends Schema>(
  judgement: PlanJudgement<S>,
  tenant: TenantClient,
  planned: Planned<S>,
  signal: AbortSignal,
): Promise<void> {
  const objections = await unlessSilent(tenant, () => judgement.objections?.(tenant, planned, signal));
  if (objections.length > 0) throw new DiagnosticError(...objections);
}

/** Judges a plan in which something changes. The tenant is asked only where all is known, and where it can be. */
export async function judgePlan<S extends Schema>(
  judgement: PlanJudgement<S>,
  request: ModifyPlanRequest<S, TenantSession>,
): Promise<Plan<S>> {
  const { client, plan, prior, warn } = request;
  if (plan === (prior as unknown)) return plan;
  const impossible = judgement.impossible?.(plan) ?? [];
  const isStored = prior !== null && (judgement.impossible?.(prior as unknown as Plan<S>) ?? []).length > 0;
  if (impossible.length > 0 && !isStored) throw new DiagnosticError(...impossible);
  warnOfIdleValues(judgement.withoutEffect ?? [], request).forEach(warn);
  judgement.caution?.(plan, prior).forEach(warn);
  const { tenant } = client;
  if (tenant === null || !isWhollyKnown(withoutId(plan))) return plan;
  const planned = plan as unknown as Planned<S>;
  const { signal } = request;
  for (const { summary, detail, path } of await unlessSilent(tenant, () =>
    judgement.objections?.(tenant, planned, signal),
  )) {
    const unless = 'Unless this apply changes the configuration too, it will be refused.';
    warn(warning(summary, `${detail} ${unless}`, path));
  }
  (await unlessSilent(tenant, () => judgement.advice?.(tenant, planned, prior, signal))).forEach(warn);
  return plan;
}

function withoutId(plan: object): ValueRecord {
  return Object.fromEntries(Object.entries(plan as ValueRecord).filter(([name]) => name !== 'id'));
}
