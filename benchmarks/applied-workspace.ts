/** How is a plan that changes nothing measured? In a folder where the configuration is applied already. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustRunTerraform } from '../tools/terraform/terraform';

export interface AppliedWorkspace {
  readonly plan: () => Promise<void>;
  /** Plans, and returns the seconds for which terraform and the providers that it started kept a processor busy. */
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
  const options = { cwd, env, cliConfigFile };
  const terraform = (...args: string[]) => mustRunTerraform(args, options);
  await terraform('init');
  await terraform('apply', '-auto-approve');
  return {
    async plan() {
      await terraform('plan', '-detailed-exitcode');
    },
    async planForCpu() {
      // The last line of the shell's `times` says how long its children, and their children, kept a processor busy.
      const script = 'terraform plan -detailed-exitcode >/dev/null && times';
      const said = await mustRunTerraform(['-c', script], { ...options, program: 'sh' });
      const [user, system] = said.trim().split('\n').at(-1)?.split(' ') ?? [];
      return secondsOf(user) + secondsOf(system);
    },
    remove: () => rm(cwd, { recursive: true, force: true }),
  };
}

/** Reads a time such as `1m2.5s`. */
function secondsOf(text = ''): number {
  const [, minutes, seconds] = /^(\d+)m([\d.]+)s$/.exec(text) ?? [];
  if (seconds === undefined) throw new Error(`not a time as a shell prints one: "${text}"`);
  return Number(minutes) * 60 + Number(seconds);
}
