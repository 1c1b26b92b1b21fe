/** What is reviewed: plans in JSON by themselves, from stdin, or in the folders of their stacks. */
import { stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import type { PlanInput } from '../../review';
import { Complaint, EXIT, type Surroundings } from '../complaint';
import { readText, readTextIfThere, unreadable } from '../source/files';
import { readCode } from './code-files';

const PLAN = 'The plan';
/** What is read of a stack's folder, beside the configuration. */
export const STACK_FILES = ['plan.json', 'cdk.tf.json', 'steering.json'] as const;
/** The most that a text of Node can hold. */
const LONGEST_TEXT = 2 ** 29 - 24;
/** Bytes of memory for each byte of a plan, as benchmarks/review.ts measures it, with something to spare. */
const MEMORY_PER_BYTE = 8;

/** @throws Complaint */
export async function readInputs(paths: readonly string[], surroundings: Surroundings): Promise<PlanInput[]> {
  const inputs: PlanInput[] = [];
  for (const path of paths) inputs.push(await readInput(path, surroundings));
  return inputs.map((input, index) => {
    const earlier = inputs.slice(0, index).filter(({ name }) => name === input.name).length;
    return earlier === 0 ? input : { ...input, name: `${input.name} (${earlier + 1})` };
  });
}

async function readInput(path: string, { stdin }: Surroundings): Promise<PlanInput> {
  if (path === '-') return { name: 'plan', source: 'plan.json', plan: await stdin() };
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return readStackFolder(path);
  if (found !== undefined) checkSize(path, found.size);
  const plan = await readText(path, PLAN);
  if (plan.startsWith('PK')) throw isBinary(path, path);
  return { name: basename(path).replace(/\.json$/, ''), source: sourceOf(path), plan };
}

async function readStackFolder(folder: string): Promise<PlanInput> {
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
  checkSize(path, found.size);
  const plan = await readText(path, PLAN);
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

/** Before it is read: memory that runs out ends the process without a word. */
function checkSize(path: string, bytes: number): void {
  if (bytes > LONGEST_TEXT)
    throw tooLarge(path, bytes, 'more than Node can read as one text. Plan a part of it with -target');
  const needed = bytes * MEMORY_PER_BYTE;
  if (needed <= getHeapStatistics().heap_size_limit) return;
  const megabytes = Math.ceil(needed / 2 ** 20);
  throw tooLarge(
    path,
    bytes,
    `more than fits into the memory that Node may use. Run it with NODE_OPTIONS=--max-old-space-size=${megabytes}`,
  );
}

function tooLarge(path: string, bytes: number, why: string): Complaint {
  return new Complaint(EXIT.unreadable, `${PLAN} ${path} has ${Math.ceil(bytes / 2 ** 20)} MB, ${why}.`);
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
