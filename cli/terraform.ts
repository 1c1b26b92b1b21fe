/** Runs the real terraform in a folder, offline, against a mirror of this provider. */
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface TerraformOptions {
  readonly cwd: string;
  /** CLI configuration that names the mirror. */
  readonly cliConfigFile: string;
  readonly env?: NodeJS.ProcessEnv;
}

export interface TerraformResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to get terraform, for whoever has none. */
export const TERRAFORM_MISSING =
  'terraform is not on the PATH. Install Terraform 1.11 or later (https://developer.hashicorp.com/terraform/install), check with "terraform version", and run this again.';

/** The terraform on the PATH. Throws, with advice, where there is none. */
export function findTerraform(searchPath = process.env['PATH'] ?? ''): string {
  const name = process.platform === 'win32' ? 'terraform.exe' : 'terraform';
  const found = searchPath
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable);
  if (found === undefined) throw new Error(TERRAFORM_MISSING);
  return found;
}

/** What terraform finds in its environment: the mirror, no questions, no network of its own. */
export function terraformEnvironment({ cliConfigFile, env }: Pick<TerraformOptions, 'cliConfigFile' | 'env'>) {
  const quiet = { TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1' };
  return { ...process.env, TF_CLI_CONFIG_FILE: cliConfigFile, ...quiet, ...env };
}

/** Runs terraform to its end, whatever its exit code. */
export function runTerraform(args: readonly string[], options: TerraformOptions): Promise<TerraformResult> {
  const env = terraformEnvironment(options);
  const child = spawn(findTerraform(), args, { cwd: options.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      output[stream] += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ exitCode: code ?? (signal === null ? 1 : 128), ...output }));
  });
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
