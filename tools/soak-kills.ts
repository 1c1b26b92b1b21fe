// `npm run soak:kills -- [--kills 500] [--seed N]` kills the real terraform with signal 9 while its providers start.
// The exit code is 1 when a process or a file of theirs is left.
import { parseArgs } from 'node:util';
import { killTerraforms } from './soak/kill-terraform';
import { CLI_CONFIG_FILE } from './terraform/terraform';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { kills: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' } },
  });
  const [kills, seed] = [Number(values.kills), Number(values.seed)];
  if (!Number.isSafeInteger(kills) || kills < 1) throw new Error('--kills takes a whole number from 1');
  if (!Number.isSafeInteger(seed)) throw new Error('--seed takes a whole number');
  const report = await killTerraforms({
    cliConfigFile: CLI_CONFIG_FILE,
    kills,
    atOnce: 2,
    seed,
    onKill: (killed, left) => {
      if (killed % 25 === 0) process.stderr.write(`${killed} kills, ${left} left\n`);
    },
  });
  for (const line of report.left) process.stderr.write(`left: ${line}\n`);
  process.stdout.write(`${JSON.stringify({ ...report, left: report.left.length })}\n`);
  if (report.left.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
