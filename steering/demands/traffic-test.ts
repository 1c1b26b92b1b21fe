/**
 * What does a stack insist on, and does a model fulfil it? A test of traffic says what must become of one flow; an
 * invariant says what must become of no flow at all. Both are judged on any model: that of a stack, of a plan or of a
 * tenant.
 */
import type { Comparison, WholeFlow } from '../compare/comparison';
import { FlowSpace } from '../compare/flow-space';
import { mayTurn } from '../compare/turns';
import type { FlowsVerdict } from '../compare/verdicts';
import { type Decision, decide } from '../decide/decide';
import { ANYTHING, BLOCK, BYPASS, DIRECT, NOTHING, type Outcome, type Possibilities, STEER } from '../decide/outcome';
import { complainAboutProcess, complaintsAboutQuestion } from '../decide/question';
import { remarksOnNames } from '../decide/question-names';
import type { TrafficModeName } from '../domain/exceptions';
import { foldCase } from '../domain/processes';
import { PLATFORMS, type PlatformName } from '../domain/vocabulary';
import { expectApp, expectTrafficMode, type StatedDefinition } from '../model';
import type { Flow } from '../model/flow';
import type { Model } from '../model/model';

/** The outcomes that can be expected. `unknown` is none of them: nobody means to know nothing. */
export const EXPECTABLE = ['block', 'bypass', 'steer', 'direct'] as const satisfies readonly Outcome[];
/**
 * An outcome that can be expected of a flow: `block`, `bypass` (directly or by tunnel), `steer` (policies apply) or `direct`
 * (it never reaches the tenant).
 */
export type ExpectableOutcome = (typeof EXPECTABLE)[number];

/** What every demand tells, beside what it demands. */
interface Demanded {
  /**
   * The provider configuration whose tenant is meant, as Terraform names it, such as `netskopesteering.two`.
   * @default - the one without an alias
   */
  readonly provider?: string;
}

/** A flow, and what must become of it. */
export interface TrafficTest extends Demanded {
  /** What the test proves, in the words of its author. */
  readonly name: string;
  /** The path of the construct that demands it. */
  readonly construct: string;
  readonly flow: Flow;
  readonly expect: ExpectableOutcome;
}

/** What must hold of every flow there is, not of one. */
export interface Invariant extends Demanded {
  /** What the invariant guards, in the words of its author. */
  readonly name: string;
  /** The path of the construct that demands it. */
  readonly construct: string;
  /** The outcome that no flow may have. */
  readonly never: ExpectableOutcome;
  /** Whether only flows count that did not have this outcome before a change. @default - any flow counts */
  readonly newly?: true;
  /** The processes whose flows count, by their exact names in any case. @default - every process */
  readonly processes?: readonly string[];
  /** The platforms on which flows count. @default - every platform */
  readonly platforms?: readonly PlatformName[];
  /**
   * Whether the flows are of processes that run as Windows services; on other platforms it makes no difference.
   * @default - the flows do not say it: a service that the catalogue knows may run as one or not, any other process
   * does not
   */
  readonly service?: boolean;
}

/** The part of an invariant that can be judged, whoever demands it. */
export type Claim = Pick<Invariant, 'never' | 'newly' | 'processes' | 'platforms' | 'service'>;

/** A fact of a tenant that a stack takes for granted, and insists on when it is planned. */
export type Premise = ModePremise | AppPremise;

/** The traffic modes that a stack expects of a configuration. */
export interface ModePremise extends Demanded {
  /** The key of the configuration. */
  readonly configuration: string;
  /** The path of the construct that says so. */
  readonly construct: string;
  /** The traffic modes in which the configuration may be; with dynamic steering, on-premises and off-premises alike. */
  readonly trafficModes: readonly TrafficModeName[];
}

/** What a stack states of an app that exists on the tenant. */
export interface AppPremise extends Demanded {
  /** The key of the app. */
  readonly app: string;
  /** The path of the construct that says so. */
  readonly construct: string;
  /** How the app is defined on each platform of which something is stated; of the others nothing is known. */
  readonly platforms: Readonly<Partial<Record<PlatformName, StatedDefinition>>>;
}

/** What a model says of a test of traffic. */
export interface TrafficVerdict {
  readonly passed: boolean;
  readonly decision: Decision;
  /** A sentence on why the flow is no question about this model; what the decision says of it then proves nothing. */
  readonly complaint?: string;
  /** Sentences on what to know of the flow beside the answer. */
  readonly remarks: readonly string[];
}

/** What a model, or a change, says of a claim. It is proved on the classes of the flow space, not tried on examples. */
export type InvariantResult =
  | { readonly holds: true }
  | {
      readonly holds: false;
      /** `perhaps` means that the outcome of the flow is not known, or that not every flow could be looked at. */
      readonly fails: 'certainly' | 'perhaps';
      /** A flow on which the claim fails, or may; left out where none was found among those that were looked at. */
      readonly counterexample?: WholeFlow;
    };

/** Narrows a model to what a stack takes for granted. What the source itself tells stays what it is. */
export function underPremises(model: Model, premises: readonly Premise[]): Model {
  return premises.reduce(
    (narrowed, premise) =>
      'app' in premise
        ? expectApp(narrowed, premise.app, premise.platforms)
        : expectTrafficMode(narrowed, premise.configuration, premise.trafficModes),
    model,
  );
}

/** Judges a test. An outcome that is not known never passes, nor does a flow that is no question about the model. */
export function judge(model: Model, { flow, expect }: Pick<TrafficTest, 'flow' | 'expect'>): TrafficVerdict {
  const decision = decide(model, flow);
  const complaint = complaintsAboutQuestion(flow, model)[0]?.detail;
  return {
    passed: complaint === undefined && decision.outcome === expect,
    decision,
    ...(complaint !== undefined && { complaint }),
    remarks: remarksOnNames(flow, model).map(({ detail }) => detail),
  };
}

const FATES: Readonly<Record<ExpectableOutcome, Possibilities>> = {
  block: BLOCK,
  bypass: BYPASS,
  steer: STEER,
  direct: DIRECT,
};

/** Returns a sentence on why a claim is about no flow that a client can open; undefined where it is about some. */
export function complainAboutClaim({
  processes,
  platforms,
}: Pick<Claim, 'processes' | 'platforms'>): string | undefined {
  if (processes?.length === 0 || platforms?.length === 0) {
    return 'A list is empty, so the invariant would be about nothing. Name at least one, or leave the list out.';
  }
  const where = platforms ?? PLATFORMS.map(({ name }) => name);
  for (const process of processes ?? []) {
    const complaints = where.map((platform) => complainAboutProcess(process, platform));
    if (complaints.every((complaint) => complaint !== undefined)) return complaints[0]?.detail;
  }
  return undefined;
}

/** How likely it is that one of some fates is met: 0 means never, 1 perhaps, 2 for certain. */
const likelihood = (fates: Possibilities, of: Possibilities): 0 | 1 | 2 =>
  (fates & of) === NOTHING ? 0 : (fates & ~of) === NOTHING ? 2 : 1;

/**
 * Judges a claim on a model, or on the two of a comparison: there `newly` looks at both, and all else at the one after
 * the change. On a model alone nothing is new.
 */
export function checkInvariant(of: Model | Pick<Comparison, 'models'>, claim: Claim): InvariantResult {
  const { before, after } = 'models' in of ? of.models : { before: of, after: of };
  const { never, newly, processes, platforms, service } = claim;
  // A claim about nothing proves nothing.
  if (complainAboutClaim(claim) !== undefined) return { holds: false, fails: 'perhaps' };
  const space = new FlowSpace(newly ? before : after, after, {
    ...(platforms !== undefined && { platforms }),
    ...(processes !== undefined && { processes: [...new Set(processes.map(foldCase))] }),
    ...(service !== undefined && { service }),
  });
  let perhaps: WholeFlow | undefined;
  for (const context of space.contexts) {
    const partition = space.partition(context);
    for (const found of newly ? partition.changes() : partition.all()) {
      const fails = failsOn(found.verdict, FATES[never], newly === true);
      if (fails === undefined) continue;
      const counterexample = partition.witness(found);
      if (fails === 'certainly') return { holds: false, fails, counterexample };
      perhaps ??= counterexample;
    }
  }
  if (perhaps !== undefined) return { holds: false, fails: 'perhaps', counterexample: perhaps };
  return space.notCovered.length === 0 ? { holds: true } : { holds: false, fails: 'perhaps' };
}

function failsOn(
  { turns, before, after }: FlowsVerdict,
  never: Possibilities,
  newly: boolean,
): 'certainly' | 'perhaps' | undefined {
  if (!newly) {
    const now = likelihood(after, never);
    return now === 0 ? undefined : now === 2 ? 'certainly' : 'perhaps';
  }
  if (!mayTurn(turns, ANYTHING & ~never, never)) return undefined;
  return likelihood(before, never) === 0 && likelihood(after, never) === 2 ? 'certainly' : 'perhaps';
}
