/** How the real terraform is started: what it finds in its environment, what it says, and how it ends. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  mustRunTerraform,
  runTerraform,
  startTerraform,
  terraformEnvironment,
} from 'terraform-plugin-sdk-ts/testing/terraform';

let cwd: string;
beforeEach(async () => (cwd = await mkdtemp(join(tmpdir(), 'run-'))));
afterEach(() => rm(cwd, { recursive: true, force: true }));

describe('its environment', () => {
  const outer = {
    PATH: '/bin',
    TF_LOG: 'debug',
    TF_LOG_PATH: '/tmp/log',
    TF_CLI_CONFIG_FILE: '/home/me/.terraformrc',
    TF_CLI_ARGS_apply: '-auto-approve',
    TF_DATA_DIR: '/home/me/data',
    TF_PLUGIN_CACHE_DIR: '/home/me/cache',
    TF_REATTACH_PROVIDERS: '{}',
    TF_VAR_token: 'x',
    TF_WORKSPACE: 'mine',
  };
  const always = { TF_CLI_ARGS: '-no-color', TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1' };

  it('has nothing of whoever runs it that changes what it does, but what asks for its log', () => {
    expect(terraformEnvironment({}, outer)).toEqual({
      PATH: '/bin',
      TF_LOG: 'debug',
      TF_LOG_PATH: '/tmp/log',
      TF_CLI_CONFIG_FILE: devNull,
      ...always,
    });
  });

  it('has what a run is given, whatever that is', () => {
    const env = { TF_VAR_token: 'y', TF_INPUT: '1', A: 'b' };
    expect(terraformEnvironment({ cliConfigFile: '/rc', env }, { TF_VAR_token: 'x' })).toEqual({
      ...always,
      TF_CLI_CONFIG_FILE: '/rc',
      ...env,
    });
  });
});

it('says how it ended: what it printed on each stream, and all of that in one line', async () => {
  await writeFile(join(cwd, 'main.tf'), 'resource "none" {}\n');
  const failed = await runTerraform(['validate'], { cwd });
  expect(failed).toMatchObject({ exitCode: 1, signal: null, stdout: '' });
  expect(failed.stderr).toContain('\nError: Missing name for resource\n');
  expect(failed.said).toContain('Error: Missing name for resource on main.tf line 1');
  await expect(mustRunTerraform(['validate'], { cwd })).rejects.toThrow(
    /^terraform validate exited 1: .*Missing name for resource/,
  );
  await writeFile(join(cwd, 'main.tf'), 'output "a" {\n  value = "b"\n}\n');
  expect(
    await mustRunTerraform(['plan', '-detailed-exitcode'], { cwd }).catch(({ message }: Error) => message),
  ).toMatch(/^terraform plan -detailed-exitcode exited 2: /);
  expect(await mustRunTerraform(['apply', '-auto-approve'], { cwd })).toContain('Apply complete!');
});

it('is killed alone, and its end says by what', async () => {
  const run = startTerraform(['console'], { cwd });
  run.kill();
  expect(await run.ended).toMatchObject({ exitCode: 137, signal: 'SIGKILL' });
});

it('where there is none, says what to do', async () => {
  await expect(runTerraform(['version'], { cwd, program: 'no-terraform-here' })).rejects.toThrow(
    'no-terraform-here cannot be started: spawn no-terraform-here ENOENT. Install Terraform',
  );
});
