/**
 * Kills the real terraform with signal 9 while its providers start, again and again, and looks for what is left of
 * them.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type TerraformRunOptions, accessTo, mustRunTerraform, startTerraform } from '../terraform/terraform';
import { startTenant } from '../../tenant/emulator';
import { Random } from '../../tenant/emulator/random';

/** The environment variable that carries a mark. */
const VARIABLE = 'STEERING_TEST_RUN';

/**
 * A mark in the environment of a process, which every process that it starts inherits. So no process of somebody else
 * is ever taken for one of ours. The processes are looked for in /proc, which only Linux has.
 */
export class ProcessMark {
  private readonly value = randomBytes(8).toString('hex');

  /** The variable that a process must have in its environment to carry the mark. */
  get environment(): NodeJS.ProcessEnv {
    return { [VARIABLE]: this.value };
  }

  /**
   * The ids of the living processes that carry the mark. A process that is about to be started may still be missing.
   */
  processes(): number[] {
    const entry = `${VARIABLE}=${this.value}`;
    return processIds().filter((id) => readOf(id, 'environ').split('\0').includes(entry));
  }
}

/** The command line of a process; an empty text where the process is gone. */
export function commandLine(id: number): string {
  return readOf(id, 'cmdline').replaceAll('\0', ' ').trim();
}

/**
 * Sends a signal to a process, or with a negated id to a group of processes. Nothing happens where there is no such
 * process.
 */
export function signal(id: number, name: NodeJS.Signals): void {
  try {
    process.kill(id, name);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
  }
}

function processIds(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** The text of a file in /proc; an empty text where the process is gone, is a zombie, or may not be read by us. */
function readOf(id: number, file: 'environ' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

export interface TerraformKills {
  /** The CLI configuration that names the mirror of the provider. */
  readonly cliConfigFile: string;
  readonly kills: number;
  /** How many terraforms run at the same time. */
  readonly atOnce: number;
  /** The seed of the random choices. Two runs with the same seed choose the same moments. */
  readonly seed: number;
  /** A function that is called after each kill. */
  readonly onKill?: (killed: number, left: number) => void;
}

export interface TerraformKillReport {
  readonly kills: number;
  /** How many providers were alive when their terraform was killed. */
  readonly providers: number;
  /** The longest time, in milliseconds, from a kill to the end of the last process. */
  readonly longestMs: number;
  /** The processes and the files of sockets that were still there after the wait, one line for each. */
  readonly left: readonly string[];
}

/** A plan starts its provider three times: for the schema, to validate, and to plan. */
const STARTS_OF_A_PLAN = 3;
/** The kill comes at most this many milliseconds after a start. */
const MOMENTS_MS = 300;
/**
 * The time that a provider has to end, in milliseconds. It looks for its parent twice a second; a busy machine needs
 * longer.
 */
const LEAVE_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 5;

const CONFIGURATION = `terraform {
  required_providers {
    netskopesteering = { source = "terraform.local/community/netskopesteering" }
  }
}
data "netskopesteering_exceptions" "all" {
  configuration_id = "0"
}
`;

/**
 * Kills terraform `run.kills` times, and reports what was left.
 * @throws when terraform does not plan the configuration although nobody kills it
 */
export async function killTerraforms(run: TerraformKills): Promise<TerraformKillReport> {
  const tenant = await startTenant({ trafficMode: 'web' });
  const cwd = await mkdtemp(join(tmpdir(), 'kills-'));
  const sockets = join(cwd, 's');
  const env = { ...accessTo({ serverUrl: tenant.serverUrl, apiKey: tenant.token }), TMPDIR: sockets };
  const options = { cwd, cliConfigFile: run.cliConfigFile, env };
  const report = { kills: 0, providers: 0, longestMs: 0, left: [] as string[] };
  const random = new Random(run.seed);
  const killUntilEnough = async () => {
    while (report.kills < run.kills) {
      const outcome = await killOnce(options, random);
      if (outcome === undefined || report.kills === run.kills) continue;
      report.kills += 1;
      report.providers += outcome.providers;
      report.longestMs = Math.max(report.longestMs, outcome.ms);
      report.left.push(...outcome.left);
      run.onKill?.(report.kills, report.left.length);
    }
  };
  try {
    await mkdir(sockets);
    await writeFile(join(cwd, 'main.tf'), CONFIGURATION);
    for (const args of [['init'], ['plan']]) await mustRunTerraform(args, options);
    await Promise.all(Array.from({ length: run.atOnce }, killUntilEnough));
    const files = (await readdir(sockets)).filter((name) => name.endsWith('.sock'));
    report.left.push(...files.map((name) => `the file of the socket ${name}`));
    return report;
  } finally {
    await tenant.close();
    await rm(cwd, { recursive: true, force: true });
  }
}

interface KillOutcome {
  readonly providers: number;
  readonly ms: number;
  readonly left: readonly string[];
}

/**
 * Runs one plan and kills it. The result is undefined for a plan that ended before the kill, because it does not count.
 */
async function killOnce(options: TerraformRunOptions, random: Random): Promise<KillOutcome | undefined> {
  const [start, moment] = [1 + random.below(STARTS_OF_A_PLAN), random.next() * MOMENTS_MS];
  const mark = new ProcessMark();
  const terraform = startTerraform(['plan'], { ...options, env: { ...options.env, ...mark.environment } });
  let isAlive = true;
  const exited = terraform.exited.finally(() => (isAlive = false));
  const others = () => mark.processes().filter((id) => id !== terraform.pid);
  const seen = new Set<number>();
  while (isAlive && seen.size < start) {
    for (const id of others()) seen.add(id);
    await sleep(LOOK_EVERY_MS);
  }
  await Promise.race([exited, sleep(moment)]);
  const providers = others().length;
  terraform.kill();
  const killed = performance.now();
  const { signal: cause } = await exited;
  while (others().length > 0 && performance.now() - killed < LEAVE_WITHIN_MS) await sleep(LOOK_EVERY_MS * 4);
  const ms = Math.round(performance.now() - killed);
  const left = others().map((id) => `process ${id}: ${commandLine(id)}, killed ${Math.round(moment)} ms after a start`);
  for (const id of others()) signal(id, 'SIGKILL');
  return cause === 'SIGKILL' ? { providers, ms, left } : undefined;
}
