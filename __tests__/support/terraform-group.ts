/** terraform as a terminal runs it: at the head of a process group, which Ctrl-C reaches as a whole, its providers included. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { findTerraform } from '../../cli/terraform';
import { commandLine, ProcessMark, signal } from '../../tools/soak/kill-terraform';
import type { Workspace } from './workspace';

export interface End {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

export class TerraformGroup {
  readonly finished: Promise<End>;
  private output = '';

  private constructor(
    private readonly child: ChildProcess,
    private readonly mark: ProcessMark,
  ) {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    // Not 'close': an orphan would hold the pipes open, and it is the end of terraform itself that is asked for.
    this.finished = once(child, 'exit').then(([exitCode, signal]: unknown[]) => ({
      exitCode: exitCode as number | null,
      signal: signal as NodeJS.Signals | null,
      output: this.output,
    }));
  }

  static start(workspace: Workspace, ...args: string[]): TerraformGroup {
    return TerraformGroup.startProgram(findTerraform(), args, { cwd: workspace.folder, env: workspace.environment() });
  }

  /** Another program that starts a provider, in place of terraform. */
  static startProgram(
    program: string,
    args: readonly string[],
    { cwd, env }: { cwd?: string; env: NodeJS.ProcessEnv },
  ): TerraformGroup {
    const mark = new ProcessMark();
    const child = spawn(program, args, {
      ...(cwd !== undefined && { cwd }),
      env: { ...env, ...mark.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    return new TerraformGroup(child, mark);
  }

  /** Ctrl-C. */
  interrupt(): void {
    this.signalGroup('SIGINT');
  }

  /** What it has printed so far. */
  said(): string {
    return this.output;
  }

  /** kill -9 of terraform alone. */
  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** kill -9 of its providers; terraform lives. */
  killProviders(): void {
    for (const id of this.providers()) signal(id, 'SIGKILL');
  }

  /** The provider processes of this run that live. */
  providers(): number[] {
    return this.mark.processes().filter((id) => id !== this.child.pid && commandLine(id).includes('provider.cjs'));
  }

  /** Whatever still runs, for the end of a test that failed. */
  end(): void {
    this.killProviders();
    if (this.child.exitCode === null && this.child.signalCode === null) this.signalGroup('SIGKILL');
  }

  private signalGroup(name: NodeJS.Signals): void {
    if (this.child.pid !== undefined) signal(-this.child.pid, name);
  }
}
