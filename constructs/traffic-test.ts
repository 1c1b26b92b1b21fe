/** Which outcome must a flow have, so that the stack can be synthesized? A test of traffic says it. */
import { checked } from './plumbing/checked';
import { Annotations, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { describeFailure, judge, type ExpectableOutcome } from '../steering';
import { checkProvider } from './plumbing/providers';
import { indented, refuse } from './plumbing/synth';
import { StackSteering, type DemandedTest } from './plumbing/stack-steering';
import { complainAtSynth, flowInModel, type TrafficFlow } from './traffic-flow';

export type { TrafficFlow } from './traffic-flow';

/** What `TrafficTest` takes. */
export interface TrafficTestProps {
  /** The connection that is opened. */
  readonly flow: TrafficFlow;
  /**
   * The outcome that the flow must have: `block`, `bypass` (directly or by tunnel), `steer` or `direct`.
   * @literal The test runs then.
   */
  readonly expect: ExpectableOutcome;
  /**
   * The provider whose tenant is asked about, where the stack has several.
   * @default - that of the flow's `configuration`, or else the one without an alias, or the only one
   */
  readonly provider?: TerraformProvider | undefined;
}

/**
 * A test of traffic. The synth fails, with the reasons, where the flow has another outcome than the expected one, or
 * where nobody can say which. The stack's `expectTrafficMode` is taken for granted: a plan stops where a tenant does
 * not meet it.
 *
 * It is a validation of cdktf. `app.synth()`, `Testing.fullSynth(stack)` and `Testing.synth(stack, true)` judge it;
 * `Testing.synth(stack)`, `Testing.synthScope` and an app with `skipValidation` run no validation, so there it proves
 * nothing.
 * @example
 * import { TrafficTest } from 'cdktf-netskope-steering';
 *
 * new TrafficTest(stack, 'WhatsApp is blocked', {
 *   flow: { platform: 'windows', process: 'WhatsApp.exe', host: 'g.whatsapp.net', port: 5222 },
 *   expect: 'block',
 * });
 */
export class TrafficTest extends Construct {
  /** @param id what the test proves, in words such as `WhatsApp is blocked` */
  constructor(scope: Construct, id: string, props: TrafficTestProps) {
    const [, { flow, expect, provider }] = checked(scope, 'TrafficTest', id, props);
    super(scope, id);
    const complaint = complainAtSynth(flow);
    if (complaint !== undefined) refuse(this, complaint);
    checkProvider(this, provider);
    const steering = StackSteering.of(this);
    const test: DemandedTest = { name: id, construct: this.node.path, flow, expect, provider };
    steering.demandTest(test);
    const told = new Set<string>();
    this.node.addValidation({
      validate: () => {
        const tenant = steering.tenantFor(test);
        if (typeof tenant === 'string') return [tenant];
        const { model, premises } = tenant;
        const resolved = { flow: flowInModel(this, flow, model), expect };
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
