/** How does a stack get the provider? By this construct, which also has the stack checked at synth. */
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { guard } from './guardrails';
import { NetskopeSteeringProvider as Provider, type NetskopeSteeringProviderConfig } from './l1/provider';
import { checked } from './plumbing/checked';

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
}
