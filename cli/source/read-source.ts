/**
 * What does a command judge? The model of a plan, of a synthesized stack, or of the tenant that the environment names.
 * Files and the tenant are read here; steering interprets them.
 */
import type { Command } from 'commander';
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
    .option('--provider <key>', 'of several tenants, the one of this provider configuration, as netskopesteering.two');
}

export const SOURCE_HELP = `Where it looks:
  --plan FILE           what the plan leaves behind, or with --before, what it finds. A cdk.tf.json beside it, or in the
                        folder of --stack, makes its references exact and names constructs; a steering.json there says
                        which traffic modes the stack expects, which findings it accepts, and what its tests demand
  --stack FOLDER        what the stack writes; with a plan.json in the folder, that plan
  neither               the tenant of NETSKOPE_SERVER_URL and NETSKOPE_API_KEY, as it is now
A plan and a stack tell of one tenant in part: what is on it beside them is not judged.`;

/** @throws UserError */
export function readSource(flags: SourceFlags, surroundings: Surroundings): Promise<ModelSource> {
  const { plan, stack, before = false, provider } = flags;
  if (plan !== undefined) return readPlanSource({ plan, stack, before, provider }, surroundings);
  if (stack !== undefined) return readStackSource({ stack, before, provider }, surroundings);
  if (before) {
    throw new UserError(EXIT.usage, 'Only a plan has a before. Give one with --plan, or leave --before out.');
  }
  return readTenantSource(surroundings);
}
