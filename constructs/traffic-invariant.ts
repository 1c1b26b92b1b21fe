/**
 * Which outcome must no flow have? An invariant names it, and is proved for every flow instead of being tried on some.
 */
import { checked } from './plumbing/checked';
import { Token, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { checkInvariant, complainAboutClaim, describeBroken, type ExpectableOutcome } from '../steering';
import type { Platform } from './platform';
import { checkProvider } from './plumbing/providers';
import { indented, refuse } from './plumbing/synth';
import { StackSteering, type DemandedInvariant } from './plumbing/stack-steering';

/** What `TrafficInvariant` takes. */
export interface TrafficInvariantProps {
  /**
   * The outcome that no flow may have: `block`, `bypass` (directly or by tunnel), `steer` or `direct`.
   * @literal The invariant is judged then.
   */
  readonly never: ExpectableOutcome;
  /**
   * Whether only new cases count, so that flows which have the outcome already may keep it. Only a plan can show which
   * cases are new, so synth just writes the invariant to steering.json, and a review of the plan judges it.
   * @default false
   */
  readonly newly?: boolean | undefined;
  /**
   * The processes whose flows count, by exact names without regard to case.
   * @default - every process
   */
  readonly processes?: readonly string[] | undefined;
  /**
   * The platforms whose flows count.
   * @default - every platform
   */
  readonly platforms?: readonly Platform[] | undefined;
  /**
   * Whether only flows of Windows services count (true), which a Block does not reach, or only flows of other processes
   * (false). On other platforms it makes no difference.
   * @default - not given: a process that the catalogue knows as a service may be one or not; any other process is taken
   * for none
   */
  readonly service?: boolean | undefined;
  /**
   * The provider on whose tenant the invariant must hold, where the stack has several.
   * @default - the one without an alias, or the only one
   */
  readonly provider?: TerraformProvider | undefined;
}

/**
 * An invariant of traffic. The synth fails, with a flow that shows why, where the invariant does not hold for every
 * flow, or where nobody can say whether it does. Objects of the tenant that the stack does not name count as not there.
 * The stack's `expectTrafficMode` is taken for granted. Like `TrafficTest` it is a validation of cdktf, and proves nothing
 * where an app or `Testing.synth` runs none.
 * @example
 * import { TrafficInvariant } from 'cdktf-netskope-steering';
 *
 * new TrafficInvariant(stack, 'Teams is never blocked', { never: 'block', processes: ['ms-teams.exe'] });
 */
export class TrafficInvariant extends Construct {
  /** @param id what the invariant guards, in words such as `Teams is never blocked` */
  constructor(scope: Construct, id: string, props: TrafficInvariantProps) {
    [id, props] = checked(scope, 'TrafficInvariant', id, props);
    super(scope, id);
    this.check(props);
    const { never, newly = false, processes, platforms, service, provider } = props;
    checkProvider(this, provider);
    const invariant: DemandedInvariant = {
      name: id,
      construct: this.node.path,
      never,
      ...(newly && { newly }),
      ...(processes !== undefined && { processes: [...processes] }),
      ...(platforms !== undefined && { platforms: [...platforms] }),
      ...(service !== undefined && { service }),
      ...(provider !== undefined && { provider }),
    };
    const steering = StackSteering.of(this);
    steering.demandInvariant(invariant);
    if (newly) return;
    this.node.addValidation({
      validate: () => {
        const tenant = steering.tenantFor(invariant);
        if (typeof tenant === 'string') return [tenant];
        const { model, premises } = tenant;
        const result = checkInvariant(model, invariant);
        return result.holds ? [] : [indented(describeBroken(props, result, model, premises))];
      },
    });
  }

  private check({ newly, processes, platforms, service }: TrafficInvariantProps): void {
    if ([newly, processes, platforms, service, ...(processes ?? [])].some((value) => Token.isUnresolved(value))) {
      refuse(this, 'A part of the invariant is only known at apply, but it is judged at synth. Write it out.');
    }
    const complaint = complainAboutClaim({ ...(processes && { processes }), ...(platforms && { platforms }) });
    if (complaint !== undefined) refuse(this, complaint);
  }
}
