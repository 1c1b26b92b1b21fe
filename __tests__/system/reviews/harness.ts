/**
 * Whether a review tells the truth. The real terraform makes a plan, the review judges it, the plan is applied to a local tenant,
 * and what becomes of thousands of flows on the tenant before and after is compared with what the review said.
 */
import { GATES, reviewPlans, stopOf, type Report, type Review } from '../../../review';
import {
  compare,
  fatesOf,
  modelFromTenant,
  modelsFromPlan,
  partsOfPlan,
  possibilitiesFor,
  type Fate,
  type Model,
  type PlanJson,
  type TenantObjects,
  type WholeFlow,
} from '../../../steering';
import { faultsOf } from '../../review/support/screen';
import { flows } from './flows';
import { objectsOf, type Here } from './here';
import type { Kind } from './kind';

const PLAN = ['plan', '-out=tfplan'] as const;
const APPLY = ['apply', '-auto-approve'] as const;

/** What a kind of plan was judged to be. */
export interface Truth {
  readonly verdict: Review['verdict'];
  readonly isJudged: boolean;
  /** What its review says that traffic contradicts, and what its first screen hides, in sentences; none where it is true. */
  readonly lies: readonly string[];
  readonly report: Report;
}

/** @throws with what terraform said, where it refuses what it must not */
export async function truthOf(kind: Kind, here: Here): Promise<Truth> {
  await here.write(kind.has);
  await here.terraform(...APPLY);
  await kind.prepare?.(here);
  if (kind.then !== undefined) await here.write(typeof kind.then === 'function' ? await kind.then(here) : kind.then);
  await here.terraform(...PLAN, ...(kind.plan ?? []));
  const text = await here.terraform('show', '-json', 'tfplan');
  const plan = JSON.parse(text) as PlanJson;
  const before = await Promise.all(here.tenants.map(objectsOf));
  const apply = ['apply', 'tfplan'];
  await (kind.fails === true ? here.run(...apply) : here.terraform(...apply));
  const after = await Promise.all(here.tenants.map(objectsOf));

  const [{ serverUrl }] = here.tenants;
  const review = (tenant?: TenantObjects): Report =>
    reviewPlans([{ name: 'kind', source: 'plan.json', plan: text }], {
      today: '2026-11-29',
      serverUrl,
      ...(tenant !== undefined && { tenant }),
    });
  const withTenant = review(before[0]);
  const reports = kind.byHand === true ? [withTenant] : [review(), withTenant];
  const lies = new Set<string>();
  for (const [index, report] of reports.entries()) {
    for (const fault of faultsOf(report)) lies.add(`first screen: ${fault}`);
    const isWhole = kind.byHand === true || index === 1;
    partsOfPlan(plan, serverUrl).forEach((part, place) => {
      const tenant = part.serverUrl === here.tenants[1].serverUrl ? 1 : 0;
      const known = isWhole && tenant === 0 ? before[0] : undefined;
      const truth = { before: before[tenant], after: after[tenant] };
      const told = report.plans[place];
      if (told === undefined || truth.before === undefined || truth.after === undefined)
        throw new Error('no such part');
      for (const lie of liesOf(part.plan, told, known, { before: truth.before, after: truth.after }, kind))
        lies.add(lie);
    });
    if (kind.verdict === 'nothing' && stopOf(report, GATES) !== undefined)
      lies.add('a plan that does nothing stops a gate');
  }
  const [first] = reports;
  if (first === undefined) throw new Error('no review');
  return {
    verdict: first.verdict,
    isJudged: first.plans.every(({ isComplete }) => isComplete),
    lies: [...lies],
    report: first,
  };
}

/** Flows that go more freely than the review says, or otherwise than it says. */
function* liesOf(
  plan: PlanJson,
  review: Review,
  known: TenantObjects | undefined,
  tenant: { readonly before: TenantObjects; readonly after: TenantObjects },
  { fails }: Kind,
): Iterable<string> {
  const [before, after] = [modelFromTenant(tenant.before), modelFromTenant(tenant.after)];
  const models = modelsFromPlan(plan, undefined, known);
  const comparison = compare(models.before, models.after);
  const announces = ['broadening', 'collateral'].includes(review.verdict);
  for (const flow of flows()) {
    const truth = { before: possibleOn(before, flow), after: possibleOn(after, flow) };
    const isFreer = goesMoreFreely(truth.before, truth.after);
    const what = () => `${JSON.stringify(flow)}: ${truth.before.join(' or ')} -> ${truth.after.join(' or ')}`;
    if (isFreer && !announces) yield `unannounced ${what()}`;
    if (review.notJudged.length > 0 || fails === true) continue;
    if (isFreer && !comparison.classOf(flow).isChanged) yield `untold ${what()}`;
    for (const time of ['before', 'after'] as const) {
      const said = possibleOn(models[time], flow);
      if (truth[time].some((fate) => !said.includes(fate)))
        yield `${time} it is said to be ${said.join(' or ')}: ${what()}`;
    }
  }
}

/** Without a trace, which nobody reads here: tests of `decide` prove that both say the same. */
function possibleOn(model: Model, flow: WholeFlow): readonly Fate[] {
  return fatesOf(possibilitiesFor(model, flow));
}

/** By hand, so that it does not share a mistake with what it judges. */
const FREEDOM: Readonly<Record<Fate, number>> = { block: 0, steer: 1, bypass_tunnel: 2, bypass_direct: 3, direct: 3 };

/** Whether the freest or the least free of what is possible is freer than before. */
function goesMoreFreely(before: readonly Fate[], after: readonly Fate[]): boolean {
  const [was, is] = [before, after].map((fates) => fates.map((fate) => FREEDOM[fate]));
  return [Math.min, Math.max].some((bound) => bound(...(is ?? [])) > bound(...(was ?? [])));
}
