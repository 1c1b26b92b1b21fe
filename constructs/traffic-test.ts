/** Which outcome must a flow have, so that the stack can be synthesized? A test of traffic says it. */
import { Annotations } from 'cdktf';
import { Construct } from 'constructs';
import { describeFailure, judge, type Expectable } from '../steering';
import { indented, refuse } from './plumbing/synth';
import { StackSteering, type DemandedTest } from './plumbing/stack-steering';
import { complainAboutExpected, complainAtSynth, type TrafficFlow } from './traffic-flow';

export type { TrafficFlow } from './traffic-flow';

/** What `TrafficTest` takes. */
export interface TrafficTestProps {
  /** The connection that is opened. */
  readonly flow: TrafficFlow;
  /** The outcome that the flow must have: `block`, `bypass` (directly or by tunnel), `steer` or `direct`. */
  readonly expect: Expectable;
}

/**
 * A test of traffic. The synth fails, with the reasons, where the flow has another outcome than the expected one, or
 * where nobody can say which. The stack's `expectTrafficMode` is taken for granted: a plan stops where a tenant does
 * not meet it.
 */
export class TrafficTest extends Construct {
  /** @param id what the test proves, in words such as `WhatsApp is blocked` */
  constructor(scope: Construct, id: string, { flow, expect }: TrafficTestProps) {
    super(scope, id);
    const complaint = complainAboutExpected(expect) ?? complainAtSynth(flow);
    if (complaint !== undefined) refuse(this, complaint);
    const steering = StackSteering.of(this);
    const test: DemandedTest = { name: id, construct: this.node.path, flow, expect };
    steering.demand(test);
    const told = new Set<string>();
    this.node.addValidation({
      validate: () => {
        const { model, premises } = steering;
        const resolved = steering.resolved(test);
        const verdict = judge(model, resolved);
        // A stack may be synthesized again, and cdktf keeps the earlier warnings.
        for (const remark of verdict.remarks.filter((one) => !told.has(one))) {
          told.add(remark);
          Annotations.of(this).addWarning(remark);
        }
        return verdict.passed ? [] : [indented(describeFailure(resolved, verdict, premises))];
      },
    });
  }
}
