/**
 * What becomes of traffic on the tenant itself? The tenant is asked while Terraform runs, after the changes of this
 * stack.
 */
import { checked } from './plumbing/checked';
import {
  Aspects,
  Lazy,
  TerraformStack,
  type ITerraformDependable,
  type TerraformMetaArguments,
  type TerraformProvider,
} from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { complaintsAboutNames, type ExpectableOutcome } from '../steering';
import {
  DataNetskopesteeringDecision,
  type DataNetskopesteeringDecisionConfig,
} from './l1/data-netskopesteering-decision';
import { checkProvider, usualProviders } from './plumbing/providers';
import { addressesOf, escapeText, escapeTexts, refuse, refuseOtherStacks } from './plumbing/synth';
import { StackSteering } from './plumbing/stack-steering';
import { complainAboutLiterals, knownPart, type TrafficFlow } from './traffic-flow';

/** What `TrafficDecision` takes. */
export interface TrafficDecisionProps {
  /** The connection that is opened. Parts of it may only be known at apply. */
  readonly flow: TrafficFlow;
  /**
   * The outcome that the flow must have. If it has another outcome, or nobody can say which, the plan or the apply ends
   * with an error that gives the reasons.
   * @default - nothing is expected
   * @literal The check is written with it.
   */
  readonly expect?: ExpectableOutcome | undefined;
  /**
   * The parts of the stack that are applied before the tenant is asked. Where something of the stack depends on the
   * answer, these must be parts that do not.
   * @default - the whole stack
   */
  readonly after?: readonly IConstruct[] | undefined;
  /**
   * The provider whose tenant is asked about, where the stack has several.
   * @default - that of the flow's `configuration`, or else the one without an alias, or the only one
   */
  readonly provider?: TerraformProvider | undefined;
}

/**
 * A question to the tenant: what becomes of a flow? `TrafficTest` judges what the stack writes, at synth and without a
 * tenant; this construct judges all that is on the tenant, whoever wrote it.
 * The error of an expectation shows the flow in plain text, sensitive variables too: Terraform hides nothing of an error.
 * @example
 * import { TerraformOutput } from 'cdktf';
 * import { TrafficDecision } from 'cdktf-netskope-steering';
 *
 * const decision = new TrafficDecision(stack, 'WhatsApp', {
 *   flow: { platform: 'windows', process: 'WhatsApp.exe', host: 'g.whatsapp.net', port: 443 },
 *   expect: 'block',
 * });
 * new TerraformOutput(stack, 'Why', { value: decision.trace });
 */
export class TrafficDecision extends Construct implements ITerraformDependable {
  /** The outcome: `block`, `bypass`, `steer`, `direct` or `unknown`. */
  readonly outcome: string;
  /** The answer, the steps that lead to it and what they rest on, as lines of text. */
  readonly trace: string[];
  /** The ids of the assumptions on which the answer rests; `docs/assumptions.md` lists them. */
  readonly assumptions: string[];
  /** The question's address in Terraform, so that others can depend on it. */
  readonly fqn: string;

  constructor(scope: Construct, id: string, props: TrafficDecisionProps) {
    const [, { flow, expect, after, provider }] = checked(scope, 'TrafficDecision', id, props);
    super(scope, id);
    const complaint = complainAboutLiterals(flow);
    if (complaint !== undefined) refuse(this, complaint);
    const asked = provider ?? flow.configuration?.provider;
    checkProvider(this, asked);
    const parts = after ?? [TerraformStack.of(this)];
    refuseOtherStacks(this, 'after', parts);
    this.refuseOtherSpellings(flow, provider);
    const data = new DataNetskopesteeringDecision(this, 'Resource', {
      ...questionOf(flow),
      ...(asked !== undefined && { provider: asked }),
      ...(expect !== undefined && { lifecycle: insistOn(expect) }),
    });
    // Aspects run when all providers are there; this one runs after those from above, which may set another provider.
    Aspects.of(data).add({
      visit: () => {
        const [usual, ...others] = usualProviders(TerraformStack.of(this));
        if (data.provider === undefined && usual?.alias !== undefined && others.length === 0) data.provider = usual;
      },
    });
    data.dependsOn = Lazy.listValue({ produce: () => addressesOf(parts) }, { omitEmpty: true });
    this.fqn = data.fqn;
    this.outcome = data.outcome;
    this.trace = data.trace;
    this.assumptions = data.assumptions;
  }

  /**
   * Refuses a name that the stack writes in another spelling: the tenant holds the stack's spelling, so the other is a
   * mistake.
   */
  private refuseOtherSpellings(flow: TrafficFlow, provider: TerraformProvider | undefined): void {
    const steering = StackSteering.of(this);
    this.node.addValidation({
      validate: () => {
        const tenant = steering.tenantFor({ flow, provider });
        if (typeof tenant === 'string') return [];
        return complaintsAboutNames(knownPart(flow), tenant.model).map(({ detail }) => detail);
      },
    });
  }
}

function questionOf({ configuration, ...flow }: TrafficFlow): DataNetskopesteeringDecisionConfig {
  const { process, platform, host, port, transport, managed, service, location } = flow;
  const { organizationUnit, sourceCountry } = flow;
  // To the provider, null means that a fact is not given, and an empty text that there is none.
  const textOrNone = (text: string | null) => (text === null ? '' : escapeText(text));
  return {
    process: escapeText(process),
    platform,
    host: escapeText(host),
    port,
    ...(transport !== undefined && { transport }),
    ...(managed !== undefined && { managed }),
    ...(service !== undefined && { service }),
    ...(location !== undefined && { location }),
    ...(configuration !== undefined && { configurationId: configuration.configurationId }),
    ...(flow.userGroups !== undefined && { userGroups: escapeTexts(flow.userGroups) }),
    ...(organizationUnit !== undefined && { organizationUnit: textOrNone(organizationUnit) }),
    ...(flow.deviceTags !== undefined && { deviceTags: escapeTexts(flow.deviceTags) }),
    ...(flow.applications !== undefined && { applications: escapeTexts(flow.applications) }),
    ...(flow.categories !== undefined && { categories: escapeTexts(flow.categories) }),
    ...(flow.destinationLocations !== undefined && { destinationLocations: escapeTexts(flow.destinationLocations) }),
    ...(flow.sourceLocations !== undefined && { sourceLocations: escapeTexts(flow.sourceLocations) }),
    ...(sourceCountry !== undefined && { sourceCountry: textOrNone(sourceCountry) }),
  };
}

function insistOn(expect: ExpectableOutcome): NonNullable<TerraformMetaArguments['lifecycle']> {
  return {
    postcondition: [
      { condition: `\${self.outcome == "${expect}"}`, errorMessage: `Expected ${expect}. \${join("\\n", self.trace)}` },
    ],
  };
}
