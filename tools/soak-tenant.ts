// `npm run soak:tenant -- [--kills 1000] [--seed N]` kills the built local tenant with signal 9 while clients write to
// it. The exit code is 1 when anything is lost.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PACKAGE_ROOT } from '../cli/package-root';
import { killWhileWriting } from './soak/kill-tenant';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { kills: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
  });
  const [kills, seed] = [Number(values.kills), Number(values.seed)];
  if (!Number.isSafeInteger(kills) || kills < 1) throw new Error('--kills takes a whole number from 1');
  if (!Number.isSafeInteger(seed)) throw new Error('--seed takes a whole number');
  const dataDir = await mkdtemp(join(tmpdir(), 'soak-tenant-'));
  try {
    const report = await killWhileWriting({
      program: { path: join(PACKAGE_ROOT, 'dist', 'cli.cjs') },
      dataDir,
      kills,
      writers: 4,
      seed,
      onKill: (killed, acknowledged) => {
        if (killed % 50 === 0) process.stderr.write(`${killed} kills, ${acknowledged} changes acknowledged\n`);
      },
    });
    for (const loss of report.losses) process.stderr.write(`lost: ${loss}\n`);
    process.stdout.write(`${JSON.stringify({ ...report, losses: report.losses.length })}\n`);
    if (report.losses.length > 0) process.exitCode = 1;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
