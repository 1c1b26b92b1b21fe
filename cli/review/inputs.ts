/**
 * What is reviewed? Plans in JSON, from files or stdin, or the plans in the folders of stacks, with the files beside
 * them.
 */
import { readdir, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve } from 'node:path';
import { type Code, LOCK_FILE, type PlanInput, codeOf } from '../../review';
import type { UserError, Surroundings } from '../complaint';
import { holdsStacks, readText, readTextIfThere, stacksIn, unreadable } from '../source/files';
import { PLAN, readPlanText } from '../source/plan-source';
import { OWN_PLANS, PLAN_JSON, planIn, shellWord } from '../source/show-plan';

const MODULES = join('.terraform', 'modules', 'modules.json');
const WHAT = 'The configuration';

/**
 * Reads the configuration beside a plan: the files of its folder, and those of the modules that terraform has listed
 * there. The result is undefined where the folder has no configuration.
 * @throws UserError
 */
async function readCode(folder: string): Promise<Code | undefined> {
  const own = await configurationFiles(folder);
  if (own.length === 0) return undefined;
  const texts: Record<string, string> = {};
  for (const name of own) texts[name] = await readText(join(folder, name), WHAT);
  const lock = await readTextIfThere(join(folder, LOCK_FILE), WHAT);
  if (lock !== undefined) texts[LOCK_FILE] = lock;
  const modules = await installedModules(folder);
  for (const { dir } of modules) {
    for (const name of await configurationFiles(join(folder, dir)))
      texts[`${dir}/${name}`] = await readText(join(folder, dir, name), WHAT);
  }
  return codeOf(texts, ['', ...modules.map(({ key }) => key)]);
}

/** Lists the names of the files in a folder that terraform reads as configuration. */
export async function configurationFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /\.tf(\.json)?$/.test(name) && !name.startsWith('.')).sort();
}

/**
 * Lists the modules that `terraform init` recorded. The list is empty where `terraform init` did not run in the folder.
 */
async function installedModules(folder: string): Promise<{ key: string; dir: string }[]> {
  const text = await readTextIfThere(join(folder, MODULES), WHAT);
  if (text === undefined) return [];
  try {
    const { Modules: modules } = JSON.parse(text) as { Modules: readonly { Key: string; Dir: string }[] };
    return modules.filter(({ Key }) => Key !== '').map(({ Key: key, Dir: dir }) => ({ key, dir }));
  } catch {
    return [];
  }
}

/** The files that are read in a stack's folder, besides the configuration. */
export const STACK_FILES = [PLAN_JSON, ...OWN_PLANS, 'cdk.tf.json', 'steering.json'] as const;

/** @throws UserError */
export async function readInputs(paths: readonly string[], surroundings: Surroundings): Promise<PlanInput[]> {
  const inputs: PlanInput[] = [];
  for (const path of paths) inputs.push(await readInput(path, surroundings));
  return inputs.map((input, index) => {
    const earlier = inputs.slice(0, index).filter(({ name }) => name === input.name).length;
    return earlier === 0 ? input : { ...input, name: `${input.name} (${earlier + 1})` };
  });
}

async function readInput(path: string, surroundings: Surroundings): Promise<PlanInput> {
  const found = path === '-' ? undefined : await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) return readStackFolder(path, surroundings);
  return { ...(await readBeside(path)), plan: await readPlanText(path, surroundings) };
}

async function readStackFolder(folder: string, surroundings: Surroundings): Promise<PlanInput> {
  const path = await planIn(folder);
  if (path === undefined) throw await withoutPlan(folder);
  const plan = await readPlanText(path, surroundings);
  return { ...(await besidePlan(folder)), plan };
}

/** Reads what stands in the folder of a stack beside its plan. @throws UserError */
async function besidePlan(folder: string): Promise<Omit<PlanInput, 'plan'>> {
  const stack = await readTextIfThere(join(folder, 'cdk.tf.json'), 'The stack');
  const steering = await readTextIfThere(join(folder, 'steering.json'), 'What the stack demands');
  const code = await readCode(folder);
  const source = sourceOf(join(folder, stack === undefined ? PLAN_JSON : 'cdk.tf.json'));
  return {
    name: basename(resolve(folder)),
    source,
    ...(stack !== undefined && { stack }),
    ...(steering !== undefined && { steering }),
    ...(code !== undefined && { code }),
  };
}

/**
 * Names what the code is read from, a plan or the folder of a stack, and reads what stands beside it.
 * @throws UserError
 */
export async function readBeside(path: string): Promise<Omit<PlanInput, 'plan'>> {
  if (path === '-') return { name: 'plan', source: PLAN_JSON };
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true ? besidePlan(path) : namedAs(path);
}

function namedAs(path: string): Omit<PlanInput, 'plan'> {
  return { name: basename(path).replace(/\.json$/, ''), source: sourceOf(path) };
}

/** Says of a folder without a plan which folders are meant, or how a plan comes into it. */
async function withoutPlan(folder: string): Promise<UserError> {
  const stacks = await stacksIn(folder);
  if (stacks.length > 0) return holdsStacks(folder, stacks);
  const own = OWN_PLANS.map((name) => `"${name}"`).join(' or ');
  const advice = `Plan it: cdktf plan ${shellWord(basename(resolve(folder)))}, or terraform -chdir=${shellWord(folder)} plan -out=${OWN_PLANS[0]}`;
  return unreadable(
    join(folder, PLAN_JSON),
    PLAN,
    `there is no such file, and no ${own} of terraform's beside it`,
    advice,
  );
}

/**
 * Names a file without revealing a path of the machine: by its path within the working folder, or by its name alone.
 */
function sourceOf(path: string): string {
  const within = relative(process.cwd(), resolve(path));
  return (within.startsWith('..') || isAbsolute(within) ? basename(path) : within).replaceAll('\\', '/');
}
