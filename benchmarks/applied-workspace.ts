/** A folder in which a configuration is applied, so that a plan of it changes nothing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTerraform, runTerraform, terraformEnvironment } from '../cli/terraform';

export interface AppliedWorkspace {
  readonly plan: () => Promise<void>;
  /** The same; gives the seconds that terraform, and the providers that it started, kept a processor busy. */
  readonly planForCpu: () => Promise<number>;
  readonly remove: () => Promise<void>;
}

export async function applied(
  hcl: string,
  cliConfigFile: string,
  env: NodeJS.ProcessEnv = {},
): Promise<AppliedWorkspace> {
  const cwd = await mkdtemp(join(tmpdir(), 'bench-'));
  await writeFile(join(cwd, 'main.tf'), hcl);
  const terraform = async (...args: string[]) => {
    const { exitCode, stdout, stderr } = await runTerraform(args, { cwd, env, cliConfigFile });
    if (exitCode !== 0) throw new Error(`terraform ${args.join(' ')} exited ${exitCode}\n${stdout}\n${stderr}`);
  };
  await terraform('init');
  await terraform('apply', '-auto-approve');
  return {
    plan: () => terraform('plan', '-detailed-exitcode'),
    async planForCpu() {
      // The shell's `times` ends with a line of what its children took, and theirs.
      const script = '"$0" plan -detailed-exitcode >/dev/null && times';
      const options = { cwd, env: terraformEnvironment({ cliConfigFile, env }) };
      const shell = spawn('sh', ['-c', script, findTerraform()], { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
      let said = '';
      shell.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
      await once(shell, 'close');
      const [user, system] = said.trim().split('\n').at(-1)?.split(' ') ?? [];
      return secondsOf(user) + secondsOf(system);
    },
    remove: () => rm(cwd, { recursive: true, force: true }),
  };
}

/** `1m2.5s`. */
function secondsOf(text = ''): number {
  const [, minutes, seconds] = /^(\d+)m([\d.]+)s$/.exec(text) ?? [];
  if (seconds === undefined) throw new Error(`not a time: "${text}"; did the plan fail?`);
  return Number(minutes) * 60 + Number(seconds);
}
