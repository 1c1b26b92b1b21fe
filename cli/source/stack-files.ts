/** The folder of a synthesized stack: what it writes, and what it demands of its traffic. */
import { join } from 'node:path';
import { readSteeringJson, STEERING_JSON, UnreadableSteeringJson, type StackJson, type Steering } from '../../steering';
import { Complaint, EXIT } from '../complaint';
import { parseObject, readText, readTextIfThere } from './files';

const WHAT = 'The stack';
const ADVICE = 'Synthesize it with: cdktf synth';
const STACK_FILE = 'cdk.tf.json';

export interface StackFiles {
  readonly json: StackJson;
  /** Of cdk.tf.json. */
  readonly path: string;
  /** Left out where the stack demands nothing. */
  readonly steering?: Steering;
  /** Says that the demands of the stack were lost; left out where they were not. */
  readonly lost?: string;
}

/** @throws Complaint */
export async function readStack(folder: string): Promise<StackFiles> {
  const path = join(folder, STACK_FILE);
  return stackFrom(await readText(path, WHAT), path, folder);
}

/** Undefined where there is no stack in the folder. @throws Complaint */
export async function readStackIfThere(folder: string): Promise<StackFiles | undefined> {
  const path = join(folder, STACK_FILE);
  const text = await readTextIfThere(path, WHAT);
  return text === undefined ? undefined : stackFrom(text, path, folder);
}

async function stackFrom(text: string, path: string, folder: string): Promise<StackFiles> {
  const steering = await readSteering(join(folder, STEERING_JSON));
  const json: StackJson = parseObject(text, path, WHAT, ADVICE);
  const lost = steering === undefined ? lostDemands(folder, json) : undefined;
  return { json, path, ...(steering !== undefined && { steering }), ...(lost !== undefined && { lost }) };
}

/** Synth of our constructs writes both files. Where one is lost on the way, nobody would miss the tests in it. */
export function lostDemands(folder: string, stack: StackJson): string | undefined {
  if (!isSynthesized(stack)) return undefined;
  return (
    `There is no ${join(folder, STEERING_JSON)}, so no traffic test and no invariant of the stack is judged. ` +
    `Synth writes it beside ${STACK_FILE}: keep the two together.`
  );
}

/** Whether cdktf wrote it, of constructs of ours. */
function isSynthesized(stack: StackJson): boolean {
  const { '//': about, resource = {} } = stack as StackJson & { readonly '//'?: unknown };
  const ours = Object.entries(resource).filter(([type]) => type.startsWith('netskopesteering_'));
  return about !== undefined && ours.some(([, blocks]) => /\/Resource"/.test(JSON.stringify(blocks)));
}

async function readSteering(path: string): Promise<Steering | undefined> {
  const text = await readTextIfThere(path, 'What the stack demands,');
  if (text === undefined) return undefined;
  try {
    return readSteeringJson(text, path);
  } catch (cause) {
    if (cause instanceof UnreadableSteeringJson) throw new Complaint(EXIT.unreadable, ...cause.lines);
    throw cause;
  }
}
