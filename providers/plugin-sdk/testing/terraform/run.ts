/**
 * How the real terraform is run: what it finds in its environment, how it is interrupted, and how it ended. Everything
 * that needs terraform builds on this file, with or without a provider in the same process.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { constants, devNull } from 'node:os';

/** How a terraform is started. */
export interface TerraformRunOptions {
  /** The folder of the configuration. */
  readonly cwd: string;
  /** The path of the CLI configuration, which says where providers are found; default: an empty one. */
  readonly cliConfigFile?: string;
  /** The variables that are added to the environment of terraform. They override all others. */
  readonly env?: NodeJS.ProcessEnv;
  /** The program; default: the `terraform` on the PATH. */
  readonly program?: string;
  /**
   * Whether terraform leads a process group of its own, as in a terminal, so that an interrupt also reaches the
   * providers that it starts.
   */
  readonly leadsGroup?: boolean;
}

/** How a run of terraform ended. */
export interface TerraformResult {
  /** The exit code. Where a signal ended terraform, it is 128 plus the number of the signal, as in a shell. */
  readonly exitCode: number;
  /** The signal that ended terraform; null where it ended by itself. */
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams in one line, without the frames around diagnostics, so that line breaks do not matter. */
  readonly said: string;
}

/** A terraform that runs. */
export interface TerraformRun {
  /** The id of its process; undefined where it could not be started. */
  readonly pid: number | undefined;
  /** The end of terraform itself. Providers that it left behind may still live, and print. */
  readonly exited: Promise<TerraformResult>;
  /** The end of everything that could print: of terraform and of the providers that it started. */
  readonly ended: Promise<TerraformResult>;
  /** Gives what has been printed so far, on both streams, in the order in which it came. */
  output(): string;
  /** Sends the signal of Ctrl-C: to its process group where it leads one, else to terraform alone. */
  interrupt(): void;
  /** Kills terraform alone, with SIGKILL. */
  kill(): void;
}

/**
 * Makes the environment in which terraform does the same on every machine: it asks no questions, shows no colours, does
 * not look for newer versions, and has none of the user's settings.
 * @param outer the environment to start from; default: that of this process
 */
export function terraformEnvironment(
  { cliConfigFile = devNull, env }: Pick<TerraformRunOptions, 'cliConfigFile' | 'env'>,
  outer: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  // Variables such as TF_WORKSPACE, TF_DATA_DIR and TF_CLI_ARGS_plan change what terraform does.
  // TF_LOG only changes what it prints.
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

/**
 * Starts terraform, and returns at once.
 * @param args its arguments, such as `['plan', '-out=tfplan']`
 * @returns the run, of which `exited` and `ended` reject where terraform cannot be started
 */
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

/** Runs terraform to its end, whatever its exit code is. @throws Error where it cannot be started */
export function runTerraform(args: readonly string[], options: TerraformRunOptions): Promise<TerraformResult> {
  return startTerraform(args, options).ended;
}

/**
 * Runs terraform, and returns what it prints on stdout.
 * @throws Error with everything that it printed, where its exit code is not 0
 */
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
  // Nobody has to wait for both ends of a run: a rejection reaches whoever waits, and is no unhandled one.
  end.catch(() => undefined);
  return end;
}
