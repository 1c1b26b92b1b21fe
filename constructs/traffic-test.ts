/** A test of traffic: what must become of a flow, for the stack to be synthesized at all. */
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { complainAboutFlow, describeFailure, EXPECTABLE, judge, type Expectable } from '../steering';
import { PLATFORMS } from './platform';
import { refuse } from './refusal';
import { StackSteering, type DemandedTest, type TrafficFlow } from './stack-steering';

export type { TrafficFlow } from './stack-steering';

export interface TrafficTestProps {
  /** The connection that is opened. What is left out is not said; where the answer depends on it, it is not known. */
  readonly flow: TrafficFlow;
  /** What must become of it: `block`, `bypass` (directly or by tunnel), `steer` or `direct`. */
  readonly expect: Expectable;
}

/**
 * Fails the synth, with the reasons, where a flow meets another fate than is expected, or where nobody can say which.
 * `expectTrafficMode` of the configurations is its premise: a plan stops where a tenant does not meet it.
 */
export class TrafficTest extends Construct {
  /** @param id what it proves, in words such as `WhatsApp is blocked` */
  constructor(scope: Construct, id: string, { flow, expect }: TrafficTestProps) {
    super(scope, id);
    const complaint = complainAbout(flow, expect);
    if (complaint !== undefined) refuse(this, complaint);
    const steering = StackSteering.of(this);
    const test: DemandedTest = { name: id, construct: this.node.path, flow, expect };
    steering.demand(test);
    this.node.addValidation({
      validate: () => {
        const { model, premises } = steering;
        const resolved = steering.resolved(test);
        const verdict = judge(model, resolved);
        return verdict.passed ? [] : [indented(describeFailure(resolved, verdict, premises))];
      },
    });
  }
}

/** Below the path that cdktf puts before the first line. */
function indented(text: string): string {
  return text.replaceAll('\n', '\n    ');
}

function complainAbout(flow: TrafficFlow, expect: Expectable): string | undefined {
  const { configuration: _, ...said } = flow;
  if (Object.values(said).some((value) => Token.isUnresolved(value))) {
    return 'A part of the flow is only known at apply, but the test runs at synth. Write it out.';
  }
  if (!PLATFORMS.some(({ name }) => name === flow.platform)) {
    return `${JSON.stringify(flow.platform)} is not a platform. Give one of ${PLATFORMS.map(({ name }) => name).join(', ')}.`;
  }
  if (!EXPECTABLE.includes(expect)) {
    return `${JSON.stringify(expect)} cannot be expected. Expect one of ${EXPECTABLE.join(', ')}.`;
  }
  return complainAboutFlow(said);
}
