/** Tests of traffic: a flow, and what a stack says must become of it. Judged on any model: a stack's, a plan's, a tenant's. */
import { decide, type Decision } from '../decide/decide';
import type { TrafficModeName } from '../domain/exceptions';
import type { Flow } from '../model/flow';
import type { Model } from '../model/model';
import type { Outcome } from '../decide/outcome';
import { expectTrafficMode } from '../model';
import { complaintsAboutQuestion } from '../decide/question';
import { remarksOnNames } from '../decide/question-names';

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
