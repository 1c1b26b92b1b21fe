/** A folder in which the real terraform runs, with a provider that runs in this process. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveForDebugging, type DebugServer } from '../../debug-provider';
import type { Provider } from '../../engine/provider';
import { mustRunTerraform, runTerraform, type TerraformResult } from './run';

/** How terraform is run with a provider. */
export interface TerraformOptions {
  /** The provider's address in `required_providers`; default `terraform.local/test/<name>`. */
  readonly source?: string;
  /** The content of the provider's block, in HCL; default: nothing. */
  readonly settings?: string;
  /** The program; default: the `terraform` on the PATH. */
  readonly program?: string;
  /** The variables that are added to the environment of every run. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The parts of `terraform show -json` of a plan that a provider's checks look at. */
export interface ShownPlan {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly importing?: unknown;
      readonly after?: unknown;
      readonly after_unknown?: unknown;
      readonly replace_paths?: unknown;
    };
  }[];
  readonly resource_drift?: readonly { readonly address: string }[];
}

/** The parts of `terraform show -json` of a state. */
export interface ShownState {
  readonly values?: {
    readonly outputs?: Readonly<Record<string, { readonly value: unknown }>>;
    readonly root_module?: { readonly resources?: readonly { readonly address: string; readonly values: object }[] };
  };
}

/** A folder in which the real terraform runs with a provider of this process. It must be removed when it is done. */
export class TerraformWorkspace {
  private constructor(
    readonly folder: string,
    private readonly server: DebugServer,
    private readonly name: string,
    private readonly options: TerraformOptions,
  ) {}

  /**
   * Makes the folder, serves the provider, and runs `init`.
   * @throws Error where there is no terraform, or it cannot work with the provider
   */
  static async create<C>(provider: Provider<C>, options: TerraformOptions = {}): Promise<TerraformWorkspace> {
    const source = options.source ?? `terraform.local/test/${provider.name}`;
    return TerraformWorkspace.around(await serveForDebugging(source, provider), provider.name, { ...options, source });
  }

  /** Makes the folder around a provider that is served already, and is closed with the workspace. */
  static async around(
    server: DebugServer,
    name: string,
    options: TerraformOptions & { readonly source: string },
  ): Promise<TerraformWorkspace> {
    const folder = await mkdtemp(join(tmpdir(), 'terraform-'));
    const workspace = new TerraformWorkspace(folder, server, name, options);
    try {
      await workspace.write('');
      await workspace.mustRun('init');
      return workspace;
    } catch (cause) {
      await workspace.remove();
      throw cause;
    }
  }

  /** Replaces the configuration. Where it has no block of the provider, a block with the settings is added. */
  async write(hcl: string): Promise<void> {
    const { name, options } = this;
    const required = `terraform {\n  required_providers {\n    ${name} = { source = "${options.source}" }\n  }\n}\n`;
    const hasBlock = new RegExp(`^provider +"${name}"`, 'm').test(hcl);
    const block = hasBlock ? '' : `provider "${name}" {\n${options.settings ?? ''}\n}\n`;
    await writeFile(join(this.folder, 'main.tf'), required + block + hcl);
  }

  /** Runs terraform to its end, whatever its exit code is. */
  run(...args: string[]): Promise<TerraformResult> {
    return runTerraform(args, this.runOptions());
  }

  /**
   * Runs terraform, and returns what it prints on stdout.
   * @throws Error with everything that it printed, where it fails
   */
  mustRun(...args: string[]): Promise<string> {
    return mustRunTerraform(args, this.runOptions());
  }

  /** Plans, and reads the plan. @throws Error where that fails */
  async plan(...args: string[]): Promise<ShownPlan> {
    await this.mustRun('plan', '-out=tfplan', ...args);
    return JSON.parse(await this.mustRun('show', '-json', 'tfplan')) as ShownPlan;
  }

  /** Replaces the configuration, and applies it. @throws Error where that fails */
  async apply(hcl: string): Promise<void> {
    await this.write(hcl);
    await this.mustRun('apply', '-auto-approve');
  }

  /** Reads the state. */
  async state(): Promise<ShownState> {
    return JSON.parse(await this.mustRun('show', '-json')) as ShownState;
  }

  /** Ends the provider and removes the folder. Objects that still exist are not destroyed. */
  async remove(): Promise<void> {
    await this.server.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  private runOptions() {
    const { program, env } = this.options;
    const reattached = { TF_REATTACH_PROVIDERS: this.server.reattach, ...env };
    return { cwd: this.folder, env: reattached, ...(program !== undefined && { program }) };
  }
}
