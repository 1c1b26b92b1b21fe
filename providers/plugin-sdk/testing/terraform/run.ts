/**
 * Runs the real terraform: the one place that says what it finds in its environment, how it is interrupted, and how it ended.
 * Whatever needs terraform builds on it, with or without a provider in the same process.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { constants, devNull } from 'node:os';

/** How a terraform is started. */
export interface TerraformRunOptions {
  /** The folder of the configuration. */
  readonly cwd: string;
  /** The CLI configuration, which says where providers are found; default: an empty one. */
  readonly cliConfigFile?: string;
  /** Variables that are added to its environment, and go before all others. */
  readonly env?: NodeJS.ProcessEnv;
  /** The program; default `terraform`, on the PATH. */
  readonly program?: string;
  /** It leads a process group of its own, as in a terminal, so that an interrupt reaches the providers that it starts as well. */
  readonly leadsGroup?: boolean;
}

/** How a run of terraform ended. */
export interface TerraformResult {
  /** 128 and the number of the signal where one ended it, as a shell says it. */
  readonly exitCode: number;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams, without the frames around diagnostics, in one line: wrapping does not matter then. */
  readonly said: string;
}

/** A terraform that runs. */
export interface TerraformRun {
  readonly pid: number | undefined;
  /** Resolves when terraform itself is gone; providers that it left behind may live, and print. */
  readonly exited: Promise<TerraformResult>;
  /** Resolves when all who could print are gone. */
  readonly ended: Promise<TerraformResult>;
  /** Returns what has been printed so far, on both streams, in the order in which it came. */
  output(): string;
  /** Sends what Ctrl-C sends: to its group where it leads one, else to it alone. */
  interrupt(): void;
  /** Kills terraform alone, with SIGKILL. */
  kill(): void;
}

/** Makes the same of every machine: no questions, no colours, no network of its own, and none of the user's settings. */
export function terraformEnvironment(
  { cliConfigFile = devNull, env }: Pick<TerraformRunOptions, 'cliConfigFile' | 'env'>,
  outer: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  // Variables such as TF_WORKSPACE, TF_DATA_DIR and TF_CLI_ARGS_plan change what terraform does; TF_LOG only what it tells.
  const kept = Object.entries(outer).filter(([name]) => !name.startsWith('TF_') || name.startsWith('TF_LOG'));
  return {
    ...Object.fromEntries(kept),
    TF_CLI_CONFIG_FILE: cliConfigFile,
    TF_CLI_ARGS: '-no-color',
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1',
    ...env,
  };
}

export function startTerraform(args: readonly string[], options: TerraformRunOptions): TerraformRun {
  const { cwd, program = 'terraform', leadsGroup = false } = options;
  const env = terraformEnvironment(options);
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: leadsGroup });
  const printed = { stdout: '', stderr: '', both: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      printed[stream] += text;
      printed.both += text;
    });
  }
  const resultAt = (event: 'exit' | 'close') => endOf(child, event, program, printed);
  return {
    pid: child.pid,
    exited: resultAt('exit'),
    ended: resultAt('close'),
    output: () => printed.both,
    interrupt: () => {
      const isGone = child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
      if (!isGone) process.kill(leadsGroup ? -child.pid : child.pid, 'SIGINT');
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/** Runs terraform to its end, whatever its exit code. @throws Error where it cannot be started */
export function runTerraform(args: readonly string[], options: TerraformRunOptions): Promise<TerraformResult> {
  return startTerraform(args, options).ended;
}

/** Runs terraform and returns stdout. @throws Error with all that terraform said, where its exit code is not 0 */
export async function mustRunTerraform(args: readonly string[], options: TerraformRunOptions): Promise<string> {
  const { exitCode, said, stdout } = await runTerraform(args, options);
  if (exitCode !== 0) throw new Error(`terraform ${args.join(' ')} exited ${exitCode}: ${said}`);
  return stdout;
}

function endOf(
  child: ChildProcess,
  event: 'exit' | 'close',
  program: string,
  printed: Readonly<Record<'stdout' | 'stderr', string>>,
): Promise<TerraformResult> {
  const end = new Promise<TerraformResult>((resolve, reject) => {
    child.once('error', ({ message }) => {
      const where = 'https://developer.hashicorp.com/terraform/install';
      const advice = `Install Terraform 1.11 or later (${where}), and put it on the PATH.`;
      reject(new Error(`${program} cannot be started: ${message}. ${advice}`));
    });
    child.once(event, (code: number | null, signal: NodeJS.Signals | null) => {
      const { stdout, stderr } = printed;
      const exitCode = code ?? 128 + constants.signals[signal ?? 'SIGKILL'];
      resolve({ exitCode, signal, stdout, stderr, said: (stdout + stderr).replace(/[│╷╵\s]+/g, ' ') });
    });
  });
  // Nobody has to wait for both ends of a run; whoever waits for one is told.
  end.catch(() => undefined);
  return end;
}
