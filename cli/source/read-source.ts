/**
 * What does a command judge? The model of a plan, of a synthesized stack, or of the tenant that the environment names.
 * Files and the tenant are read here; steering interprets them.
 */
import type { Command } from 'commander';
import { DIALECT_FILE } from '../../live/dialect';
import { UserError, EXIT, type Surroundings } from '../complaint';
import { readPlanSource } from './plan-source';
import type { ModelSource, SourceFlags } from './source';
import { readStackSource } from './stack-source';
import { readTenantSource } from './tenant-source';

export function addSourceOptions(command: Command): Command {
  return command
    .option(
      '--plan <file>',
      'a plan, as "terraform plan -out" writes it or "terraform show -json" prints it; - reads JSON from stdin',
    )
    .option('--stack <folder>', 'a synthesized stack, such as cdktf.out/stacks/NAME; a plan.json in it is its plan')
    .option('--before', 'of a plan, what there is before it; without, what there will be after it')
    .option('--provider <key>', 'of several tenants, the one of this provider configuration, as netskopesteering.two')
    .option('--live', 'a live tenant, which is read by REST v1 now')
    .option('--snapshot <file>', 'a live tenant, as "live observe --save" wrote it')
    .option('--dialect <file>', `what the codes of that tenant mean (default: ${DIALECT_FILE}, where there is one)`);
}

export const SOURCE_HELP = `Where it looks:
  --plan FILE           what the plan leaves behind, or with --before, what it finds. A cdk.tf.json beside it, or in the
                        folder of --stack, makes its references exact and names constructs; a steering.json there says
                        which traffic modes the stack expects, which findings it accepts, and what its tests demand
  --stack FOLDER        what the stack writes; with a plan.json in the folder, that plan
  --live                the tenant of NETSKOPE_TENANT_URL and NETSKOPE_REST_V1_TOKEN, as REST v1 shows it now; what REST v1
                        does not show is not observed, and unknown in every answer
  --snapshot FILE       the same, of the moment when "live observe --save FILE" wrote it. With --stack beside either, the
                        tenant is what is looked at, and the tests of the stack are judged on it
  none of these         the tenant of NETSKOPE_SERVER_URL and NETSKOPE_API_KEY, as it is now
A plan and a stack tell of one tenant in part: what is on it beside them is not judged.`;

/** @throws UserError */
export async function readSource(flags: SourceFlags, surroundings: Surroundings): Promise<ModelSource> {
  const { plan, stack, before = false, provider, live, snapshot, dialect } = flags;
  if (live === true || snapshot !== undefined) {
    // What reads a live tenant loads only here: plans and stacks need none of it.
    const { readObservedSource } = await import('./observed-source');
    return readObservedSource(flags, surroundings);
  }
  if (dialect !== undefined) {
    throw new UserError(
      EXIT.usage,
      '--dialect belongs to --live or --snapshot FILE. Add one of them, or leave it out.',
    );
  }
  if (plan !== undefined) return readPlanSource({ plan, stack, before, provider }, surroundings);
  if (stack !== undefined) return readStackSource({ stack, before, provider }, surroundings);
  if (before) {
    throw new UserError(EXIT.usage, 'Only a plan has a before. Give one with --plan, or leave --before out.');
  }
  return readTenantSource(surroundings);
}
