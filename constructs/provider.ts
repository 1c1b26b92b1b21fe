/** How does a stack get the provider? By this construct, which also has the stack checked at synth. */
import { TerraformResource, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { RULES } from '../steering/rules';
import { guard } from './guardrails';
import { NetskopeSteeringProvider as Provider, type NetskopeSteeringProviderConfig } from './l1/provider';
import { checked } from './plumbing/checked';
import { StackSteering } from './plumbing/stack-steering';
import { escapeText } from './plumbing/synth';

export type { NetskopeSteeringProviderConfig };

/**
 * The provider of this project. Settings that are left out come from the environment. Its stack is checked against the
 * guardrails at synth, and steering.json is written beside cdk.tf.json.
 *
 * A stack may have several, each for a tenant of its own. All but one need an `alias`, and count only where they are
 * handed on as `provider`: synth refuses an alias that nothing names.
 * @example
 * import { NetskopeSteeringProvider } from 'cdktf-netskope-steering';
 *
 * new NetskopeSteeringProvider(stack, 'netskope'); // NETSKOPE_SERVER_URL and NETSKOPE_API_KEY say the rest
 */
export class NetskopeSteeringProvider extends Provider {
  constructor(scope: Construct, id: string, config: NetskopeSteeringProviderConfig = {}) {
    [id, config] = checked(scope, 'NetskopeSteeringProvider', id, config);
    super(scope, id, config);
    guard(TerraformStack.of(this));
  }

  /** Writes the settings, with what the stack accepts of guardrails: plans warn of them too. */
  protected override synthesizeAttributes(): Record<string, unknown> {
    const written = super.synthesizeAttributes();
    const accepted = acceptedIn(TerraformStack.of(this));
    const guardrails = (written['guardrails'] ?? {}) as { readonly suppress?: readonly unknown[] };
    if (accepted.length === 0 || typeof guardrails !== 'object') return written;
    return { ...written, guardrails: { ...guardrails, suppress: [...(guardrails.suppress ?? []), ...accepted] } };
  }
}

/** The guardrails of which a plan warns. */
const IN_PLANS = new Set(RULES.flatMap(({ id, ofOneObject }) => (ofOneObject === true ? id : [])));

/**
 * Returns the suppressions of a stack as the provider takes them. It does not learn the addresses of its resources, so
 * what is accepted at a construct is accepted for the values that its resources write.
 */
function acceptedIn(stack: TerraformStack) {
  const { suppressions } = StackSteering.of(stack);
  return suppressions
    .filter(({ rule }) => IN_PLANS.has(rule))
    .flatMap(({ rule, on, reason }) => {
      const accepted = { rule, reason: escapeText(reason) };
      if (on === undefined) return [accepted];
      const resources = stack.node
        .findAll()
        .filter((node) => TerraformResource.isTerraformResource(node))
        .filter(({ node: { path } }) => `${path}/`.startsWith(`${on}/`));
      const values = [...new Set(resources.flatMap((resource) => valuesIn(resource.toTerraform())))];
      return values.length === 0 ? [] : [{ ...accepted, on: values }];
    });
}

/** What a resource writes beside its own attributes. */
const NO_VALUES = new Set(['//', 'lifecycle', 'depends_on']);

/** Returns the texts, numbers and truth values of what a resource writes, without references and metadata. */
function valuesIn(written: unknown): string[] {
  if (typeof written === 'string') return written.includes('${') ? [] : [written];
  if (typeof written === 'number' || typeof written === 'boolean') return [String(written)];
  if (typeof written !== 'object' || written === null) return [];
  return Object.entries(written).flatMap(([name, value]) => (NO_VALUES.has(name) ? [] : valuesIn(value)));
}
