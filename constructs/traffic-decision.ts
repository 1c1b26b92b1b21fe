/**
 * What becomes of traffic on the tenant itself? The tenant is asked while Terraform runs, after the changes of this
 * stack.
 */
import { Lazy, TerraformResource, TerraformStack, type TerraformMetaArguments } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { complaintsAboutNames, type Expectable } from '../steering';
import {
  DataNetskopesteeringDecision,
  type DataNetskopesteeringDecisionConfig,
} from './l1/data-netskopesteering-decision';
import { NetskopeSteeringProvider } from './l1/provider';
import { escapeText, escapeTexts, refuse } from './plumbing/synth';
import { StackSteering } from './plumbing/stack-steering';
import { complainAboutExpected, complainAboutLiterals, knownPart, type TrafficFlow } from './traffic-flow';

/** What `TrafficDecision` takes. */
export interface TrafficDecisionProps {
  /** The connection that is opened. Parts of it may only be known at apply. */
  readonly flow: TrafficFlow;
  /**
   * The outcome that the flow must have. If it has another outcome, or nobody can say which, the plan or the apply ends
   * with an error that gives the reasons.
   * @default - nothing is expected
   */
  readonly expect?: Expectable;
  /**
   * The parts of the stack that are applied before the tenant is asked.
   * @default - the whole stack
   */
  readonly after?: readonly IConstruct[];
}

/**
 * A question to the tenant: what becomes of a flow? `TrafficTest` judges what the stack writes, at synth and without a
 * tenant; this construct judges all that is on the tenant, whoever wrote it.
 */
export class TrafficDecision extends Construct {
  /** The outcome: `block`, `bypass`, `steer`, `direct` or `unknown`. */
  readonly outcome: string;
  /** The answer, the steps that lead to it and what they rest on, as lines of text. */
  readonly trace: string[];
  /** The ids of the assumptions on which the answer rests; `docs/assumptions.md` lists them. */
  readonly assumptions: string[];

  constructor(scope: Construct, id: string, { flow, expect, after }: TrafficDecisionProps) {
    super(scope, id);
    const complaint = (expect && complainAboutExpected(expect)) ?? complainAboutLiterals(flow);
    if (complaint !== undefined) refuse(this, complaint);
    this.refuseOtherSpellings(flow);
    const data = new DataNetskopesteeringDecision(this, 'Resource', {
      ...questionOf(flow),
      ...(expect !== undefined && { lifecycle: insistOn(expect) }),
    });
    const parts = after ?? [TerraformStack.of(this)];
    data.dependsOn = Lazy.listValue({ produce: () => addressesIn(parts) }, { omitEmpty: true });
    this.outcome = data.outcome;
    this.trace = data.trace;
    this.assumptions = data.assumptions;
  }

  /**
   * Refuses a name that the stack writes in another spelling: the tenant holds the stack's spelling, so the other is a
   * mistake.
   */
  private refuseOtherSpellings(flow: TrafficFlow): void {
    const steering = StackSteering.of(this);
    this.node.addValidation({
      validate: () => complaintsAboutNames(knownPart(flow), steering.model).map(({ detail }) => detail),
    });
  }
}

function questionOf({ configuration, ...flow }: TrafficFlow): DataNetskopesteeringDecisionConfig {
  const { process, platform, host, port, transport, managed, service, location } = flow;
  const { organizationUnit, sourceCountry } = flow;
  // To the provider, null means that a fact is not said, and an empty text that there is none.
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

function insistOn(expect: Expectable): NonNullable<TerraformMetaArguments['lifecycle']> {
  return {
    postcondition: [
      { condition: `\${self.outcome == "${expect}"}`, errorMessage: `Expected ${expect}. \${join("\\n", self.trace)}` },
    ],
  };
}

/** The addresses of the provider's resources in parts of the stack, each once. */
function addressesIn(parts: readonly IConstruct[]): string[] {
  const addresses = parts
    .flatMap(({ node }) => node.findAll())
    .filter((node): node is TerraformResource => TerraformResource.isTerraformResource(node))
    .filter(({ terraformResourceType: type }) => type.startsWith(`${NetskopeSteeringProvider.tfResourceType}_`))
    .map(({ terraformResourceType, friendlyUniqueId }) => `${terraformResourceType}.${friendlyUniqueId}`);
  return [...new Set(addresses)];
}
