/** Kills the real terraform with -9 while its providers start, again and again, and looks for what is left of them. */
import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type TerraformRunOptions, accessTo, mustRunTerraform, startTerraform } from '../terraform/terraform';
import { startTenant } from '../../tenant/emulator';
import { Random } from '../../tenant/emulator/random';

/**
 * Processes that carry a mark in their environment, which whatever they start inherits: so no process of anybody else is ever
 * taken for one of ours. They are looked for in /proc, which only Linux has.
 */

const VARIABLE = 'STEERING_TEST_RUN';

export class ProcessMark {
  private readonly value = randomBytes(8).toString('hex');

  /** What a process must find in its environment to carry the mark. */
  get environment(): NodeJS.ProcessEnv {
    return { [VARIABLE]: this.value };
  }

  /** The ids of the processes that carry the mark and live. A process that is about to be started may still be missing. */
  processes(): number[] {
    const entry = `${VARIABLE}=${this.value}`;
    return processIds().filter((id) => readOf(id, 'environ').split('\0').includes(entry));
  }
}

/** The command line of a process; empty for one that is gone. */
export function commandLine(id: number): string {
  return readOf(id, 'cmdline').replaceAll('\0', ' ').trim();
}

/** Sends a signal to a process, or to a group of them by its negated id. Nothing happens where there is none any more. */
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

/** Empty for a process that is gone, is a zombie, or is not ours to look at. */
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
  /** Terraforms that run at once. */
  readonly atOnce: number;
  /** The run that has the same seed picks the same moments. */
  readonly seed: number;
  /** Told after each kill. */
  readonly onKill?: (killed: number, left: number) => void;
}

export interface TerraformKillReport {
  readonly kills: number;
  /** Providers that were alive when their terraform was killed. */
  readonly providers: number;
  /** The longest time, in milliseconds, from a kill to the end of the last process. */
  readonly longestMs: number;
  /** What was still there when the time was over, a line each: processes, and files of sockets. */
  readonly left: readonly string[];
}

/** A plan starts its provider three times: for the schema, to validate, and to plan. */
const STARTS_OF_A_PLAN = 3;
/** The kill comes within this time of a start. */
const MOMENTS_MS = 300;
/** A provider looks for its parent twice a second; a busy machine takes longer over it. */
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

/** @throws where terraform does not plan the configuration when nobody kills it */
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

/** Undefined for a plan that was done before it was killed: it does not count. */
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
