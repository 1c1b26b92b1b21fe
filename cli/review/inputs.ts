/** What is reviewed: plans in JSON by themselves, from stdin, or in the folders of their stacks. */
import { stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve } from 'node:path';
import type { PlanInput } from '../../review';
import type { Complaint, Surroundings } from '../complaint';
import { readTextIfThere, unreadable } from '../source/files';
import { PLAN, readPlanText } from '../source/plan-text';
import { readCode } from './code-files';

/** What is read of a stack's folder, beside the configuration. */
export const STACK_FILES = ['plan.json', 'cdk.tf.json', 'steering.json'] as const;

/** @throws Complaint */
export async function readInputs(paths: readonly string[], surroundings: Surroundings): Promise<PlanInput[]> {
  const inputs: PlanInput[] = [];
  for (const path of paths) inputs.push(await readInput(path, surroundings));
  return inputs.map((input, index) => {
    const earlier = inputs.slice(0, index).filter(({ name }) => name === input.name).length;
    return earlier === 0 ? input : { ...input, name: `${input.name} (${earlier + 1})` };
  });
}

async function readInput(path: string, surroundings: Surroundings): Promise<PlanInput> {
  if (path === '-') return { name: 'plan', source: 'plan.json', plan: await readPlanText(path, surroundings) };
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return readStackFolder(path, surroundings);
  const plan = await readPlanText(path, surroundings);
  if (plan.startsWith('PK')) throw isBinary(path, path);
  return { name: basename(path).replace(/\.json$/, ''), source: sourceOf(path), plan };
}

async function readStackFolder(folder: string, surroundings: Surroundings): Promise<PlanInput> {
  const path = join(folder, 'plan.json');
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) {
    throw unreadable(
      path,
      PLAN,
      'there is no such file',
      `Write it with: terraform -chdir=${folder} show -json plan > ${path}`,
    );
  }
  const plan = await readPlanText(path, surroundings);
  if (plan.startsWith('PK')) throw isBinary(path, join(folder, 'plan'));
  const stack = await readTextIfThere(join(folder, 'cdk.tf.json'), 'The stack');
  const steering = await readTextIfThere(join(folder, 'steering.json'), 'What the stack demands');
  const code = await readCode(folder);
  const source = sourceOf(join(folder, stack === undefined ? 'plan.json' : 'cdk.tf.json'));
  return {
    name: basename(resolve(folder)),
    source,
    plan,
    ...(stack !== undefined && { stack }),
    ...(steering !== undefined && { steering }),
    ...(code !== undefined && { code }),
  };
}

function isBinary(path: string, binary: string): Complaint {
  const advice = `Show it first: terraform show -json ${binary} > plan.json`;
  return unreadable(path, PLAN, "it is terraform's own file of a plan, not JSON", advice);
}

/** Of no machine: within the working folder, or the name alone. */
function sourceOf(path: string): string {
  const within = relative(process.cwd(), resolve(path));
  return (within.startsWith('..') || isAbsolute(within) ? basename(path) : within).replaceAll('\\', '/');
}
