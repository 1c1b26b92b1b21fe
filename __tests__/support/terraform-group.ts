/** terraform as a terminal runs it: at the head of a process group, which Ctrl-C reaches as a whole, its providers included. */
import { tmpdir } from 'node:os';
import { commandLine, ProcessMark, signal } from '../../tools/soak/kill-terraform';
import { startTerraform, type TerraformResult, type TerraformRun } from '../../tools/terraform/terraform';
import type { Workspace } from './workspace';

/** The command line of a provider: that of its launcher's Node, or that of an executable. */
const PROVIDER = /provider\.cjs|terraform-provider-/;

export class TerraformGroup {
  private constructor(
    private readonly run: TerraformRun,
    private readonly mark: ProcessMark,
  ) {}

  static start(workspace: Workspace, ...args: string[]): TerraformGroup {
    const mark = new ProcessMark();
    const env = { ...workspace.environment(), ...mark.environment };
    return new TerraformGroup(startTerraform(args, { cwd: workspace.folder, env, leadsGroup: true }), mark);
  }

  /** Another program that starts a provider, in place of terraform. */
  static startProgram(program: string, args: readonly string[], variables: NodeJS.ProcessEnv): TerraformGroup {
    const mark = new ProcessMark();
    const env = { ...variables, ...mark.environment };
    return new TerraformGroup(startTerraform(args, { program, cwd: tmpdir(), env, leadsGroup: true }), mark);
  }

  /** Not the end of all that it started: an orphan would hold it up, and it is the end of terraform itself that is asked for. */
  get finished(): Promise<TerraformResult> {
    return this.run.exited;
  }

  /** Ctrl-C. */
  interrupt(): void {
    this.run.interrupt();
  }

  /** What it has printed so far. */
  output(): string {
    return this.run.output();
  }

  /** kill -9 of terraform alone. */
  kill(): void {
    this.run.kill();
  }

  /** kill -9 of its providers; terraform lives. */
  killProviders(): void {
    for (const id of this.providers()) signal(id, 'SIGKILL');
  }

  /** The provider processes of this run that live. */
  providers(): number[] {
    return this.mark.processes().filter((id) => id !== this.run.pid && PROVIDER.test(commandLine(id)));
  }

  /** Ends whatever still runs, for the end of a test that failed. */
  end(): void {
    this.killProviders();
    this.kill();
  }
}
