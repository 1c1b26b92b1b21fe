/** Kills a tenant with -9 while it is written to, again and again, and looks for what is lost. */
import { Random } from '../../tenant/emulator/random';
import { startTenantProcess, type TenantProcess, type TenantProgram } from './tenant-process';
import { Writer } from './writer';

export interface KillRun {
  program: TenantProgram;
  /** The folder of the tenant's data, empty at the start. */
  dataDir: string;
  kills: number;
  /** Clients that write at once. */
  writers: number;
  /** The run that has the same seed makes the same requests, as far as the machine lets it. */
  seed: number;
  /** Told after each kill. */
  onKill?: (killed: number, acknowledged: number) => void;
}

export interface KillReport {
  kills: number;
  /** Changes that were answered with success. */
  acknowledged: number;
  /** Requests without an answer that were carried out nevertheless, all of each. */
  carriedOut: number;
  /** What was lost or half written, a line each. */
  losses: string[];
}

/** Changes that a tenant acknowledges before it is killed, at most. */
const longestLife = 60;
/** Milliseconds from the last of them to the kill, at most: long enough for a few requests to be anywhere. */
const lastMoments = 4;

/** @throws when the tenant does not start again, or refuses a write. */
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
  // A refused write ends the wait too; it is thrown when the tenant is gone.
  await Promise.race([enough, writing.catch(() => undefined)]);
  await new Promise((resolve) => setTimeout(resolve, moments));
  await tenant.kill();
  await writing;
}

function sum(writers: readonly Writer[], count: 'acknowledged' | 'carriedOut'): number {
  return writers.reduce((total, writer) => total + writer[count], 0);
}
