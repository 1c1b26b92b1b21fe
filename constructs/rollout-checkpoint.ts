/** When must clients fetch something new? A rollout checkpoint is a null resource that is replaced whenever they must. */
import { checked } from './plumbing/checked';
import type { NullProvider } from '@cdktf/provider-null/lib/provider';
import type { Resource as NullResource } from '@cdktf/provider-null/lib/resource';
import { Lazy, TerraformOutput, TerraformProvider, TerraformStack, Token, type ITerraformDependable } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { addressesOf, nodesOf, refuseOtherStacks } from './plumbing/synth';

/** What `RolloutCheckpoint` takes. */
export interface RolloutCheckpointProps {
  /**
   * The part of the stack whose resources count.
   * @default - the whole stack
   */
  readonly of?: IConstruct | undefined;
}

/**
 * The attributes whose change gives clients nothing to fetch. `found` and `notes` do not reach the clients. `priority`
 * is only read; it moves when another configuration comes or goes, and shows that one plan too late.
 */
const NOT_FETCHED = ['found', 'notes', 'priority'];

/**
 * A resource whose change shows in the plan that clients have something to fetch, with an output that says how they
 * fetch it. Let everything that must follow a rollout depend on its id. The checkpoint needs the provider
 * hashicorp/null, which `terraform init` downloads; nothing else here needs it.
 * @example
 * import { TerraformOutput } from 'cdktf';
 * import { RolloutCheckpoint } from 'cdktf-netskope-steering';
 *
 * const rollout = new RolloutCheckpoint(stack, 'Rollout');
 * new TerraformOutput(stack, 'RolloutId', { value: rollout.checkpointId });
 */
export class RolloutCheckpoint extends Construct implements ITerraformDependable {
  /** The id of the checkpoint, which changes whenever clients must fetch something new. */
  readonly checkpointId: string;
  /** The checkpoint's address in Terraform, so that others can depend on it. */
  readonly fqn: string;

  constructor(scope: Construct, id: string, props: RolloutCheckpointProps = {}) {
    const [, { of = TerraformStack.of(scope) }] = checked(scope, 'RolloutCheckpoint', id, props);
    super(scope, id);
    refuseOtherStacks(this, 'of', [of]);
    ensureNullProvider(this);
    const resource = newNullResource(this, Lazy.anyValue({ produce: () => fingerprints(of) }));
    this.checkpointId = resource.id;
    this.fqn = resource.fqn;
    new TerraformOutput(this, 'Clients', {
      description: 'When clients enforce this rollout',
      value:
        `Rollout ${resource.id}: clients fetch it at their next sync, within 60 minutes. ` +
        'To fetch it now, run "nsdiag -u" on the client; "nsdiag -f" shows its status.',
    });
  }
}

/**
 * Makes an expression for each resource, keyed by the resource's address. The value of the expression changes with what
 * clients fetch, and is unknown while that is unknown.
 */
function fingerprints(root: IConstruct): Record<string, string> {
  const ignored = JSON.stringify(NOT_FETCHED);
  return Object.fromEntries(
    addressesOf([root]).map((address) => [
      address,
      `\${sha1(jsonencode({ for name, value in ${address} : name => value if !contains(${ignored}, name) }))}`,
    ]),
  );
}

function ensureNullProvider(scope: Construct): void {
  const stack = TerraformStack.of(scope);
  const present = nodesOf(stack).some(
    (node) => TerraformProvider.isTerraformProvider(node) && node.terraformResourceType === 'null',
  );
  if (present) return;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- lazy: only a stack with a checkpoint needs it
  const provider = require('@cdktf/provider-null/lib/provider') as { NullProvider: typeof NullProvider };
  new provider.NullProvider(stack, 'null');
}

function newNullResource(scope: Construct, triggers: ReturnType<typeof Lazy.anyValue>): NullResource {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- lazy: only a stack with a checkpoint needs it
  const resource = require('@cdktf/provider-null/lib/resource') as { Resource: typeof NullResource };
  return new resource.Resource(scope, 'Resource', { triggers: Token.asStringMap(triggers) });
}
