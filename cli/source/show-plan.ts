/**
 * How is terraform's own file of a plan read, as `cdktf plan` or `terraform plan -out` writes it? `terraform show -json`
 * says in JSON what is in it. Terraform writes nothing for that, and the provider of the plan is asked for its schema
 * only: it needs no token, and gets none.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { cleanerFor } from '../../providers/netskope/client/clean';
import { EXIT, type ReadLimit, UserError } from '../complaint';
import { readAll, unreadable } from './files';

/** The name that a plan in JSON has in the folder of a stack. */
export const PLAN_JSON = 'plan.json';
/** The names of terraform's own file of a plan in the folder of a stack: cdktf writes the first. */
export const OWN_PLANS = ['plan', 'tfplan'] as const;

const WHAT = 'The plan';
/** Showing the largest plan that can be read takes a minute; what takes longer than this never ends. */
const LONGEST_MS = 600_000;
/** The most lines that are shown of what terraform says, and the most characters that are kept of it. */
const MOST_LINES = 12;
const MOST_SAID = 16 * 1024;
/** The variables whose values may be secret, from the length on that a secret has. */
const SHORTEST_SECRET = 8;
const SECRET = /api_?key|token|secret|passw|credential|conn_str|^TF_VAR_/i;

/**
 * Finds the plan in the folder of a stack: plan.json, or terraform's own file where that is younger. The result is
 * undefined where there is none.
 */
export async function planIn(folder: string): Promise<string | undefined> {
  const own: string[] = [];
  for (const name of OWN_PLANS) {
    if (await isTerraformsOwn(join(folder, name))) own.push(join(folder, name));
  }
  // Of two files of the same age the first is taken, because terraform was asked to show the plan after it was made.
  const found = await Promise.all(
    [join(folder, PLAN_JSON), ...own].map(async (path) => [path, await ageOf(path)] as const),
  );
  return found.filter(([, age]) => age < Infinity).sort(([, a], [, b]) => a - b)[0]?.[0];
}

async function ageOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => -mtimeMs,
    () => Infinity,
  );
}

/** Says whether a path is of terraform's own file of a plan. Such a file is an archive, which begins with `PK`. */
export async function isTerraformsOwn(path: string): Promise<boolean> {
  if (!(await stat(path).catch(() => undefined))?.isFile()) return false;
  const file = await open(path).catch(() => undefined);
  const start = Buffer.alloc(2);
  await file?.read(start, 0, 2, 0);
  await file?.close();
  return start.toString('latin1') === 'PK';
}

/**
 * Runs `terraform show -json` in the folder of a plan, with the program that cdktf runs. No shell is in between.
 * @throws UserError
 */
export async function showPlan(path: string, bound: ReadLimit, env: NodeJS.ProcessEnv): Promise<string> {
  const { NETSKOPE_API_KEY: _withheld, ...passed } = env;
  const program = env['TERRAFORM_BINARY_NAME'] || 'terraform';
  const folder = await initialized(path);
  const file = relative(folder, resolve(path));
  const child = spawn(program, ['show', '-json', '-no-color', file.startsWith('-') ? `./${file}` : file], {
    cwd: folder,
    env: passed,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close').then(
    ([code, signal]) => ({ code: code as number | null, signal: signal as string | null, failure: undefined }),
    (failure: NodeJS.ErrnoException) => ({ code: null, signal: null, failure }),
  );
  setTimeout(() => child.kill('SIGKILL'), LONGEST_MS).unref();
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = `${said}${text}`.slice(0, MOST_SAID)));
  const shown = await readAll(child.stdout, path, WHAT, bound).catch((cause: unknown) => {
    // A program that cannot be started has no output to read, and its failure says more.
    if (!(cause instanceof UserError)) return '';
    child.kill();
    child.stderr.destroy();
    child.unref();
    throw cause;
  });
  const { code, signal, failure } = await ended;
  if (code === 0) return shown;
  const byHand = `Write what it shows by hand, and name that file: ${commandFor(folder, file)}`;
  if (failure !== undefined) {
    const why = failure.code === 'ENOENT' ? 'there is no such program' : failure.message;
    throw unreadable(
      path,
      WHAT,
      `it is terraform's own file, and "${program}", which would show it, cannot be run: ${why}`,
      `Install terraform, or name it in TERRAFORM_BINARY_NAME. ${byHand}`,
    );
  }
  const end = code === null ? `was ended by ${signal ?? 'a signal'}` : `ended with ${code}`;
  throw new UserError(
    EXIT.unreadable,
    `${WHAT} ${path} cannot be read: it is terraform's own file, and "${program} show -json" ${end}. It said:`,
    ...linesOf(said, env),
    `Where it misses a provider, run terraform init in that folder. ${byHand}`,
  );
}

/**
 * Finds the folder in which terraform has the providers of a plan: the plan's own, or the working folder where
 * `terraform plan -out=FOLDER/FILE` ran.
 */
async function initialized(path: string): Promise<string> {
  const own = dirname(resolve(path));
  for (const folder of [own, process.cwd()]) {
    if (await stat(join(folder, '.terraform')).catch(() => undefined)) return folder;
  }
  return own;
}

function commandFor(folder: string, file: string): string {
  const here = relative(process.cwd(), folder);
  // A shell empties the file that it writes to before terraform reads.
  const shown = file === PLAN_JSON ? 'shown.json' : PLAN_JSON;
  return `terraform ${here === '' ? '' : `-chdir=${shellWord(here)} `}show -json ${shellWord(file)} > ${shown}`;
}

/** Writes a text as one word for a shell. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Lists the first lines of what terraform said, without what the environment holds as secrets. */
function linesOf(said: string, env: NodeJS.ProcessEnv): string[] {
  const secrets = Object.entries(env).filter(
    ([name, value = '']) => SECRET.test(name) && value.length >= SHORTEST_SECRET,
  );
  const cleaners = secrets.map(([, value = '']) => cleanerFor(value));
  const lines = said.split('\n').filter((line) => /[\p{L}\p{N}]/u.test(line));
  const shown = lines.slice(0, MOST_LINES).map((line) => cleaners.reduce((text, clean) => clean(text), line));
  return shown.length === 0 ? ['(nothing)'] : shown;
}
