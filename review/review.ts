/** How is a report made of plans? By pure functions: the caller reads files, asks the tenant and knows the date. */
import {
  checkModel,
  checkModels,
  compare,
  contradictionsOf,
  demandsOn,
  demandsOnNothing,
  DEFAULT_PROVIDER,
  DEMANDS_NOTHING,
  isObject,
  mainPart,
  memoryToCompare,
  modelsFromPlan,
  normalAddress,
  objectsIn,
  partsOfPlan,
  readPlan,
  readSteeringJson,
  stackReferences,
  underPremises,
  UnreadablePlan,
  type FindingSubject,
  type PlannedModels,
  type PlanJson,
  type PlanPart,
  type RuleReport,
  type StackJson,
  type Steering,
  type TenantObjects,
} from '../steering';
import { Approvals, readApprovals, type ApprovalEntry, type ApprovalPlace } from './approvals';
import { digestOf } from './digest';
import { type ObservedPlan, type PlanToReview, type ReviewOptions, TooLarge } from './input';
import { doesNothing, doesOf, planActionsOf } from './plan/actions';
import { othersOf } from './plan/others';
import { redactor, sensitiveTexts } from './plan/sensitive';
import { refuseOtherTenants } from './plan/tenants';
import type { Report, Review, ReviewFinding } from './report';
import { cut, judgeTests, mapTexts, notJudgedTest } from './tests';
import { CollateralFinder } from './traffic/collateral';
import { reassignedIn } from './traffic/configuration-names';
import { groupsOf } from './traffic/groups';
import { at, toldBy, withoutResource } from './traffic/lines';
import { matricesOf, withoutTable } from './traffic/matrix';
import { rolloutOf } from './traffic/rollout';
import { modeReservations, partial, reservationsOf, verdictOf, worst } from './verdict';

/**
 * Reviews plans.
 * @throws UnreadablePlan, UnreadableApprovals, UnreadableSteeringJson, OtherTenant
 */
export function reviewPlans(inputs: readonly PlanToReview[], options: ReviewOptions): Report {
  const approvals =
    options.approvals === undefined ? [] : readApprovals(options.approvals, options.today, placeOf(inputs, options));
  const plans = inputs.flatMap((input) => {
    try {
      return reviewPlan(input, approvals, options);
    } catch (cause) {
      if (inputs.length > 1 && cause instanceof UnreadablePlan)
        throw new UnreadablePlan(`${input.name}: ${cause.message}`, { cause });
      throw cause;
    }
  });
  return { formatVersion: '2.0', verdict: worst(plans.map(({ verdict }) => verdict)), plans };
}

/** The place of the approvals, as far as it is known before the plans are read; a single plan names the stack. */
function placeOf([input, ...others]: readonly PlanToReview[], { serverUrl = '' }: ReviewOptions): ApprovalPlace {
  const plan = input?.plan ?? '';
  const tenant = normalAddress(typeof plan === 'string' ? serverUrl : plan.tenant);
  const stack = others.length === 0 ? input?.name : undefined;
  return { stack: stack ?? 'NAME OF THE STACK', ...(tenant !== undefined && { tenant }) };
}

/** Makes one review for each tenant that the plan is about. */
function reviewPlan(input: PlanToReview, accepted: readonly ApprovalEntry[], options: ReviewOptions): Review[] {
  const { serverUrl, tenant, today, progress } = options;
  if (typeof input.plan !== 'string') return [reviewByHand(input, input.plan, accepted, options)];
  progress?.('reading the plan');
  const parts = partsOfPlan(readPlan(input.plan), serverUrl);
  // The objects that were read belong to one tenant, and a part of the plan may be about another.
  const isOfIt = (part: PlanPart) => serverUrl === undefined || part.serverUrl === normalAddress(serverUrl);
  if (tenant !== undefined && serverUrl !== undefined && !parts.some(isOfIt)) {
    const reached = parts.flatMap(({ providers, serverUrl: address }) =>
      providers.map((provider) => ({ provider, ...(address !== undefined && { address }) })),
    );
    refuseOtherTenants(reached, serverUrl);
  }
  const stack = input.stack === undefined ? undefined : readStack(input.stack);
  const all = input.steering === undefined ? DEMANDS_NOTHING : readSteeringJson(input.steering);
  const main = mainPart(parts);
  const read = parts.map((part) => {
    const steering = demandsOn(all, part, parts);
    const ofTenant = isOfIt(part) ? tenant : undefined;
    const models = premisedModels(readModels(part.plan, stack, ofTenant), steering);
    const nowhere = part === main ? demandsOnNothing(all, parts) : [];
    return { part, steering, nowhere, tenant: ofTenant, models, stack };
  });
  // What is wrong with a suppression is told once, beside the first part.
  const order = [...read].sort((a, b) => Number(b.part === main) - Number(a.part === main));
  const reports = checkModels(
    order.map(({ models: { before, after }, steering: { orders } }) => ({ model: after, before, orders })),
    { suppressions: all.suppressions, expiries: { stated: all.expiries, on: today } },
  );
  return read.map((one) => {
    const { part } = one;
    const place = { stack: input.name, ...(part.serverUrl !== undefined && { tenant: part.serverUrl }) };
    const name = parts.length === 1 ? input.name : `${input.name} (${part.providers.join(', ')})`;
    const report = reports[order.indexOf(one)] ?? { findings: [], suppressed: [] };
    return reviewPart({ ...input, name }, { ...one, report }, new Approvals(accepted, today, place), options);
  });
}

/** Makes the review of what a person does to a tenant. */
function reviewByHand(
  input: PlanToReview,
  { plan, models: planned, steering = DEMANDS_NOTHING, ...observed }: ObservedPlan,
  accepted: readonly ApprovalEntry[],
  options: ReviewOptions,
): Review {
  const { today } = options;
  const serverUrl = normalAddress(observed.tenant) ?? observed.tenant;
  const models = premisedModels(planned, steering);
  const [report = { findings: [], suppressed: [] }] = checkModels(
    [{ model: models.after, before: models.before, orders: steering.orders }],
    { suppressions: steering.suppressions, expiries: { stated: steering.expiries, on: today } },
  );
  const part = { plan, providers: [DEFAULT_PROVIDER], serverUrl, notJudged: observed.notJudged };
  const stack = input.stack === undefined ? undefined : readStack(input.stack);
  return reviewPart(
    input,
    { part, stack, steering, nowhere: [], tenant: undefined, models, report, observed },
    new Approvals(accepted, today, { stack: input.name, tenant: serverUrl }),
    { ...options, serverUrl },
  );
}

/** A part of a plan, with all that is judged of it. */
interface PartToReview {
  readonly part: PlanPart;
  readonly stack: StackJson | undefined;
  readonly steering: Steering;
  /** The demands about a provider configuration of which the plan has nothing. */
  readonly nowhere: ReturnType<typeof demandsOnNothing>;
  readonly tenant: TenantObjects | undefined;
  readonly models: PlannedModels;
  readonly report: RuleReport;
  /** What is known of a tenant that is observed; left out for a plan of terraform. */
  readonly observed?: Omit<ObservedPlan, 'plan' | 'models' | 'steering'>;
}

function reviewPart(
  input: PlanToReview,
  { part: { plan, notJudged: unplaced }, stack, steering, nowhere, tenant, models, report, observed }: PartToReview,
  approvals: Approvals,
  { serverUrl, today, progress, memory = Infinity }: ReviewOptions,
): Review {
  const sensitive = sensitiveTexts(plan);
  const redact = redactor(sensitive);
  const hide = <T>(value: T): T => (sensitive.length === 0 ? value : mapTexts(value, redact));

  const needed = memoryToCompare(models.before, models.after);
  if (needed > memory) throw new TooLarge(input.name, needed);
  progress?.(`comparing ${objectsIn(models.after).length} objects`);
  const comparison = compare(models.before, models.after);
  const does = doesOf(plan, input.code, serverUrl);
  const told = toldBy(comparison, new CollateralFinder(models, models.changed), hide);
  const traffic = told.list.map(({ line }) => ({ ...line, ...approvals.for(line.id) }));
  progress?.('telling the changes');
  const constructs = stack === undefined ? new Map<string, string>() : stackReferences(stack).constructs;
  const actions = planActionsOf(plan, (address) => {
    const construct = constructs.get(address);
    return { address, ...(construct !== undefined && { construct: withoutResource(construct) }) };
  });
  // A plan that does nothing leaves nothing to judge.
  const notJudged = doesNothing(actions)
    ? []
    : hide([...unplaced, ...partial(plan), ...models.notJudged, ...comparison.notCovered]);
  const findings = findingsOf(models, report, steering, today, hide);
  const matrices = matricesOf(comparison, told.list, models);
  const review: Review = {
    name: input.name,
    source: input.source,
    ...(observed && {
      observed: { tenant: observed.tenant, at: observed.observedAt, notObserved: observed.notObserved },
    }),
    verdict: verdictOf(traffic, notJudged.length === 0),
    isComplete: notJudged.length === 0,
    notJudged,
    reservations: hide([
      ...modeReservations(traffic, models.after),
      ...withoutTable(matrices.leftOut),
      ...contradictionsOf(models.after, steering.premises),
      ...reservationsOf(plan, tenant !== undefined || observed !== undefined, sensitive.length),
      ...(observed?.reservations ?? []),
    ]),
    groups: hide(groupsOf(models, told.list)),
    traffic,
    destinations: told.destinations,
    reassigned: hide(reassignedIn(comparison, models)),
    matrices: hide(matrices.list),
    findings: findings.map((one) => ({ ...one, ...approvals.for(one.id) })),
    suppressed: report.suppressed.length,
    tests: hide([...judgeTests(steering, models, comparison), ...nowhere.map(notJudgedTest)]),
    // A person acts on nothing but steering.
    others: observed === undefined ? hide(othersOf(plan, serverUrl)) : [],
    ...hide(actions),
    rollout: hide(rolloutOf(models)),
    // The status of approvals is complete only when all changes and findings have looked for theirs.
    approvals: approvals.status,
    approving: approvals.here,
    does: {
      ...does,
      traffic: digestOf(traffic.map(({ id }) => id).sort()),
      tenant: tenant !== undefined || observed !== undefined,
    },
  };
  return mapTexts(review, cut);
}

/**
 * Tells the mistakes in the model after the plan, and which of them are new. At an object that the plan leaves as it is,
 * a mistake of the same kind is no other one than before, whatever else it names now.
 */
function findingsOf(
  { before, changed }: PlannedModels,
  { findings }: RuleReport,
  { orders, expiries: stated }: Steering,
  today: string,
  hide: <T>(value: T) => T,
): ReviewFinding[] {
  const keyOf = (...parts: readonly string[]) => JSON.stringify(parts);
  const old = new Set(
    checkModel(before, { before, expiries: { stated, on: today }, orders }).findings.flatMap(
      ({ code, places, message }) => places.flatMap(({ key }) => [keyOf(code, key), keyOf(code, key, message)]),
    ),
  );
  return findings.map(({ id, code, rule, severity, message, places }) => {
    const isOld = ({ key }: FindingSubject) => old.has(changed.has(key) ? keyOf(code, key, message) : keyOf(code, key));
    const fresh = places.filter((place) => !isOld(place));
    const told = { rule, severity, message, at: [...fresh, ...places.filter(isOld)].map(at) };
    const said = hide(told);
    // An id must not tell what is hidden.
    const isHidden = JSON.stringify(said) !== JSON.stringify(told);
    return { id: isHidden ? digestOf(said) : id, isNew: fresh.length > 0, ...said };
  });
}

function readModels(plan: PlanJson, stack: StackJson | undefined, tenant: TenantObjects | undefined): PlannedModels {
  try {
    return modelsFromPlan(plan, stack, tenant);
  } catch (cause) {
    if (cause instanceof UnreadablePlan) throw cause;
    // Every plan that terraform writes can be read, so this one was changed afterwards.
    throw new UnreadablePlan('The plan is damaged: it has the form of a plan, but not its content. Plan again.', {
      cause,
    });
  }
}

/** Applies the premises of the stack to both models: what a plan insists on holds before and after it. */
function premisedModels({ before, after, ...more }: PlannedModels, { premises }: Steering): PlannedModels {
  return { before: underPremises(before, premises), after: underPremises(after, premises), ...more };
}

function readStack(text: string): StackJson {
  try {
    const stack: unknown = JSON.parse(text);
    if (isObject(stack)) return stack;
  } catch {
    // The error below is thrown instead, because the message of JSON.parse quotes the text.
  }
  throw new UnreadablePlan('cdk.tf.json beside the plan is not what synth writes there. Run synth and plan again.');
}
