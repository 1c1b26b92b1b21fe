/**
 * What is reported of an object around a write? Before it, the object alone, the stored object and the rest of the
 * tenant are looked at. After it, the answer says whether the tenant kept what it was given.
 */
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
import { warnOfGuardrails } from './guardrails';
import { type WithoutEffect, warnOfIdleValues } from './without-effect';

/**
 * Refuses a result in which the tenant accepted fields but dropped them [vendor]. Otherwise Terraform would report a
 * bug of the provider, without the reason.
 *
 * @param after a text that is put at the end of each message
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

/**
 * The end of a message about a create. Terraform would replace the object, but the new one would have the same fault.
 */
export function keepCreated(id: string): string {
  return (
    ` It exists as ${id}, and Terraform marks it as tainted: the next apply would replace it. ` +
    `To keep it, correct the text, then run terraform untaint with its address, which terraform state list -id=${id} names.`
  );
}

/** What a resource has to report of its objects. Each part may be missing. */
export interface PlanJudgement<S extends Schema> {
  /** Terraform's name of the resource. */
  readonly name: string;
  /** The values that have no effect because of other values. A plan warns of the new ones among them. */
  readonly withoutEffect?: readonly WithoutEffect<never>[];
  /** Warns of new values that every tenant accepts. No tenant is asked. */
  caution?(plan: Plan<S>, prior: State<S> | null): readonly Diagnostic[];
  /**
   * Names what no tenant accepts, without asking one. A plan with such a value is refused, unless the stored object has
   * the same.
   */
  impossible?(plan: Plan<S>): readonly Diagnostic[];
  /**
   * Names what in the rest of the tenant stands against the object. A write is refused because of it. A plan only warns
   * of it, because the same apply may change the rest.
   */
  objections?(tenant: TenantClient, planned: Planned<S>, signal: AbortSignal): Promise<readonly Diagnostic[]>;
  /** Warns, at plan, of the effect that a change has together with the rest of the tenant. */
  advice?(
    tenant: TenantClient,
    planned: Planned<S>,
    prior: State<S> | null,
    signal: AbortSignal,
  ): Promise<readonly Diagnostic[]>;
}

/**
 * The tenants that once did not answer a look before a write. They are not asked again, because the write itself will
 * report the fault.
 */
const silent = new WeakSet<TenantClient>();

async function unlessSilent(
  tenant: TenantClient,
  ask: () => Promise<readonly Diagnostic[]> | undefined,
): Promise<readonly Diagnostic[]> {
  if (silent.has(tenant)) return [];
  try {
    return (await ask()) ?? [];
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause;
    silent.add(tenant);
    return [];
  }
}

/** @throws DiagnosticError for a write to which the rest of the tenant objects */
export async function refuseIfObjected<S extends Schema>(
  judgement: PlanJudgement<S>,
  tenant: TenantClient,
  planned: Planned<S>,
  signal: AbortSignal,
): Promise<void> {
  const objections = await unlessSilent(tenant, () => judgement.objections?.(tenant, planned, signal));
  if (objections.length > 0) throw new DiagnosticError(...objections);
}

/**
 * Judges a plan in which something changes. The tenant is asked only where the whole plan is known and there is a
 * client.
 *
 * @throws DiagnosticError for what no tenant accepts
 */
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
  (await warnOfGuardrails(judgement.name, client.guardrails, request)).forEach(warn);
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
