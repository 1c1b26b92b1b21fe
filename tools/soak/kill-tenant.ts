/** Kills a local tenant with signal 9 while clients write to it, again and again, and looks for what is lost. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TenantAddress } from '../terraform/tenant-reader';
import { Random } from '../../tenant/emulator/random';
import { Writer } from './writer';

/** A local tenant in a process of its own, so that it can be killed. */
interface TenantProcess extends TenantAddress {
  /** Sends SIGKILL, and returns when the process is gone. */
  kill(): Promise<void>;
}

/** How the program starts: the path of its file, and environment variables that are added to those of this process. */
export interface TenantProgram {
  path: string;
  env?: NodeJS.ProcessEnv;
}

/**
 * Starts the program's tenant, and waits until it tells its address.
 * @throws when the process ends instead; the message holds its standard error
 */
async function startTenantProcess(program: TenantProgram, ...flags: string[]): Promise<TenantProcess> {
  const child = spawn(process.execPath, [program.path, 'tenant', '--json', ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...program.env },
  });
  let said = '';
  let failed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (failed += text));
  const ended = once(child, 'close');
  while (!said.includes('\n')) {
    await Promise.race([once(child.stdout, 'data'), ended]);
    if (hasEnded(child)) throw new Error(`the tenant ended instead of starting: ${failed}`);
  }
  const { server_url: serverUrl, api_key: apiKey } = JSON.parse(said) as { server_url: string; api_key: string };
  return {
    serverUrl,
    apiKey,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

export interface KillRun {
  program: TenantProgram;
  /** The folder of the tenant's data, empty at the start. */
  dataDir: string;
  kills: number;
  /** How many clients write at the same time. */
  writers: number;
  /**
   * The seed of the random choices. Two runs with the same seed make the same requests, as far as the machine lets
   * them.
   */
  seed: number;
  /** A function that is called after each kill. */
  onKill?: (killed: number, acknowledged: number) => void;
}

export interface KillReport {
  kills: number;
  /** How many changes were answered with success. */
  acknowledged: number;
  /** How many requests got no answer, but were carried out completely. */
  carriedOut: number;
  /** What was lost or half written, one line for each finding. */
  losses: string[];
}

/** The largest number of changes that a tenant acknowledges before it is killed. */
const longestLife = 60;
/**
 * The longest time, in milliseconds, from the last of these changes to the kill. In that time a few more requests are
 * under way.
 */
const lastMoments = 4;

/**
 * Kills the tenant again and again, and ends early at the first loss.
 * @throws when the tenant does not start again, or refuses a write
 */
export async function killWhileWriting(run: KillRun): Promise<KillReport> {
  const random = new Random(run.seed);
  const start = () => startTenantProcess(run.program, '--data', run.dataDir);
  let tenant = await start();
  const writers: Writer[] = [];
  for (let index = 0; index < run.writers; index++) {
    writers.push(await Writer.create(tenant, `writer ${index}`, run.seed + index + 1));
  }
  const losses: string[] = [];
  for (let killed = 1; killed <= run.kills && losses.length === 0; killed++) {
    await writeUntilKilled(writers, tenant, 1 + random.below(longestLife), random.next() * lastMoments);
    tenant = await start();
    for (const writer of writers) {
      const loss = await writer.findLoss(tenant);
      if (loss !== undefined) losses.push(loss);
    }
    run.onKill?.(killed, sum(writers, 'acknowledged'));
  }
  await tenant.kill();
  return {
    kills: run.kills,
    acknowledged: sum(writers, 'acknowledged'),
    carriedOut: sum(writers, 'carriedOut'),
    losses,
  };
}

async function writeUntilKilled(
  writers: readonly Writer[],
  tenant: TenantProcess,
  life: number,
  moments: number,
): Promise<void> {
  let left = life;
  let lived: () => void = () => undefined;
  const enough = new Promise<void>((resolve) => (lived = resolve));
  const writing = Promise.all(
    writers.map((writer) => writer.writeUntilLost(tenant, () => void (--left === 0 && lived()))),
  );
  // A refused write ends the wait too. Its error is thrown when the tenant is gone.
  await Promise.race([enough, writing.catch(() => undefined)]);
  await new Promise((resolve) => setTimeout(resolve, moments));
  await tenant.kill();
  await writing;
}

function sum(writers: readonly Writer[], count: 'acknowledged' | 'carriedOut'): number {
  return writers.reduce((total, writer) => total + writer[count], 0);
}
