/** The folder of a synthesized stack. */
import { join } from 'node:path';
import type { StackJson } from '../../steering';
import { parseObject, readText, readTextIfThere } from './files';

const WHAT = 'The stack';
const ADVICE = 'Synthesize it with: cdktf synth';
const STACK_FILE = 'cdk.tf.json';

export interface StackFiles {
  readonly json: StackJson;
  readonly path: string;
}

/** @throws Complaint */
export async function readStack(folder: string): Promise<StackFiles> {
  const path = join(folder, STACK_FILE);
  return { json: parseObject(await readText(path, WHAT), path, WHAT, ADVICE), path };
}

/** Undefined where there is no stack in the folder. @throws Complaint */
export async function readStackIfThere(folder: string): Promise<StackFiles | undefined> {
  const path = join(folder, STACK_FILE);
  const text = await readTextIfThere(path, WHAT);
  return text === undefined ? undefined : { json: parseObject(text, path, WHAT, ADVICE), path };
}
