/** Tests of traffic: a flow, and what a stack says must become of it. Judged on any model: a stack's, a plan's, a tenant's. */
import type { Comparison, WholeFlow } from '../compare/comparison';
import { foldCase } from '../domain/processes';
import type { Model } from '../model/model';
import { ANYTHING, BLOCK, BYPASS, DIRECT, NOTHING, type Outcome, type Possibilities, STEER } from '../decide/outcome';
import { FlowSpace } from '../compare/flow-space';
import type { FlowsVerdict } from '../compare/verdicts';
import { PLATFORMS, type PlatformName } from '../domain/vocabulary';
import { complainAboutProcess, complaintsAboutQuestion } from '../decide/question';
import { mayTurn } from '../compare/turns';
import { type Decision, decide } from '../decide/decide';
import type { TrafficModeName } from '../domain/exceptions';
import type { Flow } from '../model/flow';
import { expectTrafficMode } from '../model';
import { remarksOnNames } from '../decide/question-names';

/** Whether an invariant holds of every flow there is: proved on the classes of the flow space, not tried on examples. */

/** What an invariant says, whoever demands it. */
export type Claim = Pick<Invariant, 'never' | 'newly' | 'processes' | 'platforms' | 'service'>;

export type InvariantResult =
  | { readonly holds: true }
  | {
      readonly holds: false;
      /** `perhaps`: what becomes of the flow is not known, or not every flow could be looked at. */
      readonly fails: 'certainly' | 'perhaps';
      /** A flow on which it fails, or may; left out where none was found among those that were looked at. */
      readonly counterexample?: WholeFlow;
    };

const FATES: Readonly<Record<Expectable, Possibilities>> = {
  block: BLOCK,
  bypass: BYPASS,
  steer: STEER,
  direct: DIRECT,
};

/** Why a claim is about no flow that a client can open, in a sentence; undefined where it is about some. */
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

/** How likely it is that one of these fates is met: 0 never, 1 perhaps, 2 for certain. */
const likelihood = (fates: Possibilities, of: Possibilities): 0 | 1 | 2 =>
  (fates & of) === NOTHING ? 0 : (fates & ~of) === NOTHING ? 2 : 1;

/**
 * Judges a claim on a model, or on the two of a comparison: there `newly` looks at both, and all else at the one after the
 * change. On a model alone nothing is new.
 */
export function checkInvariant(of: Model | Pick<Comparison, 'models'>, claim: Claim): InvariantResult {
  const { before, after } = 'models' in of ? of.models : { before: of, after: of };
  const { never, newly, processes, platforms, service } = claim;
  // What is about nothing proves nothing.
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

/** Invariants: what must hold of every flow there is, not of one. */

export interface Invariant {
  /** What it guards, as its author says it. */
  readonly name: string;
  /** Path of the construct that demands it. */
  readonly construct: string;
  /** What must become of no flow. */
  readonly never: Expectable;
  /** Only of flows of which it did not become before: of a change. @default - of any flow */
  readonly newly?: true;
  /** Only flows of these processes, by their exact names without regard to case. @default - of every process */
  readonly processes?: readonly string[];
  /** Only flows on these platforms. @default - on every platform */
  readonly platforms?: readonly PlatformName[];
  /**
   * Only flows of processes that run as Windows services, or only of others; on other platforms it makes no difference.
   * @default - flows that do not say it: of services that the catalogue knows, both are possible, and others are taken for none
   */
  readonly service?: boolean;
}

/** What can be expected: nobody means to know nothing. */
export const EXPECTABLE = ['block', 'bypass', 'steer', 'direct'] as const satisfies readonly Outcome[];
export type Expectable = (typeof EXPECTABLE)[number];

export interface TrafficTest {
  /** What it proves, as its author says it. */
  readonly name: string;
  /** Path of the construct that demands it. */
  readonly construct: string;
  readonly flow: Flow;
  readonly expect: Expectable;
}

/** What a stack takes for granted of a tenant, and insists on when it is planned. */
export interface Premise {
  /** Key of the configuration. */
  readonly configuration: string;
  /** Path of the construct that says so. */
  readonly construct: string;
  /** The traffic modes that the configuration, or each of its sides, may be in. */
  readonly trafficModes: readonly TrafficModeName[];
}

export interface TrafficVerdict {
  readonly passed: boolean;
  readonly decision: Decision;
  /** Why the flow is no question about this model, in a sentence: what the decision says of it then proves nothing. */
  readonly complaint?: string;
  /** What to know of the flow beside the answer, in sentences. */
  readonly remarks: readonly string[];
}

/** The model as a stack takes it to be. What the source tells itself stays what it is. */
export function underPremises(model: Model, premises: readonly Premise[]): Model {
  return premises.reduce(
    (narrowed, { configuration, trafficModes }) => expectTrafficMode(narrowed, configuration, trafficModes),
    model,
  );
}

/** An outcome that is not known never passes, and neither does a flow that is no question about the model. */
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
