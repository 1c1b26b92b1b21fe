/**
 * Which outcome must no flow have? An invariant names it, and is proved for every flow instead of being tried on some.
 */
import { Token, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { checkInvariant, complainAboutClaim, describeBroken, EXPECTABLE, type ExpectableOutcome } from '../steering';
import { PLATFORMS, type Platform } from './platform';
import { checkProvider } from './plumbing/providers';
import { indented, refuse } from './plumbing/synth';
import { StackSteering, type DemandedInvariant } from './plumbing/stack-steering';

/** What `TrafficInvariant` takes. */
export interface TrafficInvariantProps {
  /** The outcome that no flow may have: `block`, `bypass` (directly or by tunnel), `steer` or `direct`. */
  readonly never: ExpectableOutcome;
  /**
   * Whether only new cases count, so that flows which have the outcome already may keep it. Only a plan can show which
   * cases are new, so synth just writes the invariant to steering.json, and a review of the plan judges it.
   * @default false
   */
  readonly newly?: boolean;
  /**
   * The processes whose flows count, by exact names without regard to case.
   * @default - every process
   */
  readonly processes?: readonly string[];
  /**
   * The platforms whose flows count.
   * @default - every platform
   */
  readonly platforms?: readonly Platform[];
  /**
   * Whether only flows of Windows services count (true), which a Block does not reach, or only flows of other processes
   * (false). On other platforms it makes no difference.
   * @default - not said: a process that the catalogue knows as a service may be one or not; any other process is taken
   * for none
   */
  readonly service?: boolean;
  /**
   * The provider on whose tenant the invariant must hold, where the stack has several.
   * @default - the one without an alias, or the only one
   */
  readonly provider?: TerraformProvider;
}

interface Form {
  /** What the value is, with how to write it. */
  readonly what: string;
  readonly fits: (value: unknown) => boolean;
}

/** A token stands for a value of any form, and is refused by itself. */
const TRUTH: Form = {
  what: 'truth. Write true or false',
  fits: (value) => typeof value === 'boolean' || Token.isUnresolved(value),
};
const TEXTS: Form = {
  what: 'list of texts. Write each as an element of a list',
  fits: (value) => Token.isUnresolved(value) || (Array.isArray(value) && value.every((one) => typeof one === 'string')),
};

/** The form of each property, which JavaScript does not check. */
const FORMS: Readonly<Record<string, Form>> = {
  never: { what: 'outcome', fits: () => true },
  newly: TRUTH,
  processes: TEXTS,
  platforms: TEXTS,
  service: TRUTH,
  provider: { what: 'provider', fits: () => true },
} satisfies Record<keyof TrafficInvariantProps, Form>;

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

  private check(props: TrafficInvariantProps): void {
    const { never, newly, processes, platforms, service } = props;
    const wrong = Object.entries(props).find(
      ([name, value]) => value !== undefined && FORMS[name]?.fits(value) !== true,
    );
    if (wrong !== undefined) {
      const form = FORMS[wrong[0]];
      refuse(
        this,
        form === undefined
          ? `${JSON.stringify(wrong[0])} means nothing here. An invariant takes ${Object.keys(FORMS).join(', ')}.`
          : `${wrong[0]} is no ${form.what}.`,
      );
    }
    if (!EXPECTABLE.includes(never)) {
      refuse(this, `${JSON.stringify(never)} cannot be ruled out. Rule out one of ${EXPECTABLE.join(', ')}.`);
    }
    if ([newly, processes, platforms, service, ...(processes ?? [])].some((value) => Token.isUnresolved(value))) {
      refuse(this, 'A part of the invariant is only known at apply, but it is judged at synth. Write it out.');
    }
    const known = PLATFORMS.map(({ name }) => name);
    const unknown = platforms?.find((platform) => !known.includes(platform));
    if (unknown !== undefined) {
      refuse(this, `${JSON.stringify(unknown)} is not a platform. Give one of ${known.join(', ')}.`);
    }
    const complaint = complainAboutClaim({ ...(processes && { processes }), ...(platforms && { platforms }) });
    if (complaint !== undefined) refuse(this, complaint);
  }
}
