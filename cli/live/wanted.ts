/** What does the code want of a live tenant? A synthesized stack says it, or a plan. */
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { wantedFrom, type Wanted } from '../../live/wanted';
import type { Surroundings } from '../complaint';
import { holdsStacks, stacksIn } from '../source/files';
import { readPlanSource } from '../source/plan-source';
import type { ModelSource } from '../source/source';
import { shellWord } from '../source/show-plan';
import { readStackSource } from '../source/stack-source';

/** What the code wants, with what else its source tells. */
export interface WantedSource extends Pick<ModelSource, 'steering' | 'lostDemands' | 'notes' | 'model'> {
  readonly wanted: Wanted;
}

export function addProvider(command: Command): Command {
  return command.option('--provider <key>', 'of several tenants, the one of this provider configuration');
}

/**
 * Reads what the code wants, from the folder of a stack or from a plan.
 * @throws UserError
 */
export async function readWanted(
  path: string,
  provider: string | undefined,
  surroundings: Surroundings,
): Promise<WantedSource> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) {
    const stacks = await stacksIn(path);
    if (stacks.length > 0) throw holdsStacks(path, stacks);
  }
  const source = isFolder
    ? await readStackSource({ stack: path, before: false, provider }, surroundings)
    : await readPlanSource({ plan: path, before: false, provider }, surroundings);
  const name = path === '-' ? 'plan' : basename(resolve(path)).replace(/\.json$/, '');
  const { steering, lostDemands, notes, model } = source;
  return {
    wanted: wantedFrom(name, source.resources?.() ?? [], { model, source: shellWord(path) }),
    model,
    notes,
    ...(steering && { steering }),
    ...(lostDemands !== undefined && { lostDemands }),
  };
}
