/** Plans as text in, a report out. Pure: whoever calls it reads files, asks the tenant and knows the date. */
import {
  checkModel,
  compare,
  describeFinding,
  isObject,
  modelsFromPlan,
  normalUrl,
  partsOfPlan,
  readSteeringJson,
  stackReferences,
  underPremises,
  UnreadablePlan,
  type Finding,
  type PlannedModels,
  type PlanPart,
  type StateModule,
  type StackJson,
  type Steering,
  type Suppression,
  type TenantObjects,
} from '../steering';
import { Approvals, readApprovals } from './approvals';
import { digestOf } from './digest';
import { doesOf } from './plan/does';
import { deedsOf, doesNothing } from './plan/deeds';
import { readPlan } from './plan/read-plan';
import { redactor, sensitiveTexts } from './plan/sensitive';
import type { ReviewedPlan } from './plan/reviewed-plan';
import type { Report, Review, ReviewFinding } from './review';
import { cut, mapTexts } from './texts';
import { judgeTests } from './tests';
import { CollateralFinder } from './traffic/collateral';
import { at, toldBy, withoutResource } from './traffic/lines';
import { matricesOf } from './traffic/matrix';
import { rolloutOf } from './traffic/rollout';
import { modeReservations, verdictOf, worst } from './verdict';

export interface PlanInput {
  readonly name: string;
  /** The file of the stack, or of the plan, for formats that point to one. */
  readonly source: string;
  /** What `terraform show -json` prints. */
  readonly plan: string;
  /** Text of cdk.tf.json. */
  readonly stack?: string;
  /** Text of steering.json. */
  readonly steering?: string;
}

export interface ReviewOptions {
  /** ISO 8601; approvals end by it. */
  readonly today: string;
  /** Text of the file of approvals. @default - none */
  readonly approvals?: string;
  /** Address of the tenant that the environment names: what a provider configuration without server_url reaches. */
  readonly environmentUrl?: string;
  /** All of that tenant, with what the plans do not manage. @default - the plans alone tell what there is */
  readonly tenant?: TenantObjects;
}

/** @throws UnreadablePlan, UnreadableApprovals, UnreadableSteeringJson */
export function reviewPlans(inputs: readonly PlanInput[], options: ReviewOptions): Report {
  const approvals = options.approvals === undefined ? [] : readApprovals(options.approvals);
  const plans = inputs.flatMap((input) => {
    try {
      return reviewPlan(input, new Approvals(approvals, options.today), options);
    } catch (cause) {
      if (inputs.length > 1 && cause instanceof UnreadablePlan)
        throw new UnreadablePlan(`${input.name}: ${cause.message}`, { cause });
      throw cause;
    }
  });
  return { formatVersion: '1.0', verdict: worst(plans.map(({ verdict }) => verdict)), plans };
}

/** One review for each tenant that the plan is about. */
function reviewPlan(
  input: PlanInput,
  approvals: Approvals,
  { environmentUrl: url, tenant }: Pick<ReviewOptions, 'environmentUrl' | 'tenant'>,
): Review[] {
  const parts = partsOfPlan(readPlan(input.plan), url);
  return parts.map((part) => {
    const name = parts.length === 1 ? input.name : `${input.name} (${part.providers.join(', ')})`;
    // What was read is one tenant, and the part may be on another.
    const isOfIt = url === undefined || part.serverUrl === undefined || part.serverUrl === normalUrl(url);
    return reviewPart({ ...input, name }, part, approvals, isOfIt ? tenant : undefined);
  });
}

function reviewPart(
  input: PlanInput,
  { plan, notJudged: unplaced }: PlanPart<ReviewedPlan>,
  approvals: Approvals,
  tenant: TenantObjects | undefined,
): Review {
  const stack = input.stack === undefined ? undefined : readStack(input.stack);
  const steering = input.steering === undefined ? DEMANDS_NOTHING : readSteeringJson(input.steering);
  const models = premisedModels(readModels(plan, stack, tenant), steering);
  const sensitive = sensitiveTexts(plan);
  const redact = redactor(sensitive);
  const hide = <T>(value: T): T => (sensitive.length === 0 ? value : mapTexts(value, redact));

  const comparison = compare(models.before, models.after);
  const does = doesOf(plan, sensitive);
  const told = toldBy(comparison, new CollateralFinder(models, models.changed), hide, digestOf(does));
  const lines = told.map(({ line }) => ({ ...line, ...approvals.for(line.id) }));
  const constructs = stack === undefined ? new Map<string, string>() : stackReferences(stack).constructs;
  const deeds = deedsOf(plan, (address) => {
    const construct = constructs.get(address);
    return { address, ...(construct !== undefined && { construct: withoutResource(construct) }) };
  });
  // A plan that does nothing leaves nothing to judge.
  const notJudged = doesNothing(deeds) ? [] : hide([...unplaced, ...partial(plan), ...comparison.notCovered]);
  const { findings, suppressed } = findingsOf(models, steering.suppressions, hide);
  const review: Review = {
    name: input.name,
    source: input.source,
    verdict: verdictOf(lines, notJudged.length === 0),
    isComplete: notJudged.length === 0,
    notJudged,
    reservations: hide([...modeReservations(lines, models.after), ...reservationsOf(plan, tenant, sensitive.length)]),
    traffic: lines,
    matrices: hide(matricesOf(told, models)),
    findings: findings.map((one) => ({ ...one, ...approvals.for(one.id) })),
    suppressed,
    tests: hide(judgeTests(steering, models, comparison)),
    ...hide(deeds),
    rollout: hide(rolloutOf(models)),
    // What it approves is known once all else has asked.
    approvals: approvals.status,
    does: {
      ...does,
      traffic: digestOf(lines.map(({ id }) => id).sort()),
      tenant: tenant !== undefined,
    },
  };
  return mapTexts(review, cut);
}

/** What the stack accepts is left out, and counted. */
function findingsOf({ before, after }: PlannedModels, suppressions: readonly Suppression[], hide: <T>(value: T) => T) {
  const { findings, suppressed } = checkModel(after, { before, suppressions });
  const keyOf = ({ subject }: Finding, message: string) => `${subject.key} ${message}`;
  const old = new Set(checkModel(before).findings.map((finding) => keyOf(finding, describeFinding(finding))));
  const told = findings.map((finding): ReviewFinding => {
    const { rule, severity, subject } = finding;
    const message = describeFinding(finding);
    const said = hide({ rule, severity, message, at: at(subject) });
    return { id: digestOf(said), isNew: !old.has(keyOf(finding, message)), ...said };
  });
  return { findings: told, suppressed: suppressed.length };
}

function readModels(
  plan: ReviewedPlan,
  stack: StackJson | undefined,
  tenant: TenantObjects | undefined,
): PlannedModels {
  try {
    return modelsFromPlan(plan, stack, tenant);
  } catch (cause) {
    if (cause instanceof UnreadablePlan) throw cause;
    // What terraform writes has been read many times over; what was changed since has not.
    throw new UnreadablePlan('The plan is damaged: it has the form of a plan, but not its content. Plan again.', {
      cause,
    });
  }
}

const OURS = 'netskopesteering_';
const DEMANDS_NOTHING: Steering = { suppressions: [], trafficTests: [], invariants: [], premises: [] };

/** What the stack insists on when it is planned holds before and after. */
function premisedModels({ before, after, ...more }: PlannedModels, { premises }: Steering): PlannedModels {
  return { before: underPremises(before, premises), after: underPremises(after, premises), ...more };
}

/** What is away for a moment while the plan is applied, though it is there before and afterwards. */
function gapsIn({ resource_changes: changes = [] }: ReviewedPlan): [boolean, string][] {
  const ours = changes.filter(({ type }) => type.startsWith(OURS));
  const typesThat = (...actions: readonly string[]) =>
    new Set(ours.filter(({ change }) => change.actions.join() === actions.join()).map(({ type }) => type));
  const [destroyed, created] = [typesThat('delete'), typesThat('create')];
  return [
    [
      typesThat('delete', 'create').size > 0,
      'What is replaced is destroyed first and made again after that: in between, its traffic goes as if it were not there.',
    ],
    [
      [...destroyed].some((type) => created.has(type)),
      'Objects are destroyed and others of their kind are created: where one takes the place of another, there may be a moment with neither.',
    ],
  ];
}

/** Why the plan is not the whole of what is to come, in a sentence. */
function partial({ complete }: ReviewedPlan): string[] {
  return complete === false
    ? ['The plan is not complete, because of -target or of what terraform defers: what it leaves out was not judged.']
    : [];
}

/** Whether it has, or changes, anything on a tenant. */
function isOfSteering(plan: ReviewedPlan): boolean {
  const isThere = (module: StateModule | undefined): boolean =>
    module !== undefined &&
    ((module.resources ?? []).some(({ type }) => type.startsWith(OURS)) || (module.child_modules ?? []).some(isThere));
  return (
    (plan.resource_changes ?? []).some(({ type }) => type.startsWith(OURS)) ||
    isThere(plan.prior_state?.values?.root_module)
  );
}

function reservationsOf(plan: ReviewedPlan, tenant: TenantObjects | undefined, sensitive: number): string[] {
  const says: readonly (readonly [applies: boolean, sentence: string])[] = [
    [!isOfSteering(plan), 'The plan has no resources of the provider netskopesteering: about traffic it says nothing.'],
    [
      tenant === undefined,
      'Only what the plan shows was looked at; what else there is on the tenant may decide otherwise. With --tenant it is looked at, too.',
    ],
    ...gapsIn(plan),
    [sensitive > 0, `${sensitive} sensitive ${sensitive === 1 ? 'text is' : 'texts are'} not shown.`],
  ];
  return says.filter(([applies]) => applies).map(([, sentence]) => sentence);
}

function readStack(text: string): StackJson {
  try {
    const stack: unknown = JSON.parse(text);
    if (isObject(stack)) return stack;
  } catch {
    // Said below; what JSON.parse says quotes the text.
  }
  throw new UnreadablePlan('cdk.tf.json beside the plan is not what synth writes there. Run synth and plan again.');
}
