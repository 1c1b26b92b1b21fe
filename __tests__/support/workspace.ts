/** A folder in which the real terraform runs against a local tenant. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  accessTo,
  CLI_CONFIG_FILE,
  mustRunTerraform,
  runTerraform,
  terraformEnvironment,
  type TerraformResult,
} from '../../tools/terraform/terraform';
import type { TenantAddress } from '../../tools/terraform/tenant-reader';
import type { PlanJson } from '../../steering';

const REQUIRED_PROVIDERS = `
terraform {
  required_providers {
    netskopesteering = { source = "terraform.local/community/netskopesteering" }
  }
}
`;

/** The local tenant limits nobody; tests need not wait for the rate that a real one allows. */
const UNHURRIED = 'provider "netskopesteering" {\n  requests_per_second = 1000\n}\n';

export interface Change {
  readonly address: string;
  readonly actions: readonly string[];
  readonly importing: boolean;
}

/** HCL, to which what every test needs is added; or what a stack synthesizes to, taken as it is. */
export type Configuration = string | object;

export class Workspace {
  private constructor(
    readonly folder: string,
    private readonly tenant: TenantAddress | undefined,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** An initialised workspace. `env` adds to the environment of every run. */
  static async create(
    tenant: TenantAddress | undefined,
    configuration: Configuration = '',
    env: NodeJS.ProcessEnv = {},
  ): Promise<Workspace> {
    if (!existsSync(CLI_CONFIG_FILE)) throw new Error('dist/terraformrc is missing: run npm run build first');
    const workspace = new Workspace(await mkdtemp(join(tmpdir(), 'steering-acceptance-')), tenant, env);
    try {
      await workspace.write(configuration);
      await workspace.mustRun('init');
      return workspace;
    } catch (cause) {
      await workspace.remove();
      throw cause;
    }
  }

  /** A folder that is there already, with its own configuration, initialised. */
  static async within(folder: string, tenant: TenantAddress | undefined): Promise<Workspace> {
    const workspace = new Workspace(folder, tenant, {});
    await workspace.mustRun('init');
    return workspace;
  }

  /** Replaces the configuration. What names its own providers is taken as it is. */
  async write(configuration: Configuration): Promise<void> {
    if (typeof configuration !== 'string') {
      await writeFile(join(this.folder, 'main.tf.json'), JSON.stringify(configuration));
      return;
    }
    const required = configuration.includes('required_providers') ? '' : REQUIRED_PROVIDERS;
    const provider = /^provider /m.test(configuration) ? '' : UNHURRIED;
    await writeFile(join(this.folder, 'main.tf'), required + provider + configuration);
  }

  run(...args: string[]): Promise<TerraformResult> {
    return runTerraform(args, this.options());
  }

  /** What terraform finds in its environment when it runs here. */
  environment(): NodeJS.ProcessEnv {
    return terraformEnvironment(this.options());
  }

  /** Runs and returns stdout; a failure throws with all that terraform said. */
  mustRun(...args: string[]): Promise<string> {
    return mustRunTerraform(args, this.options());
  }

  async apply(hcl?: Configuration): Promise<string> {
    if (hcl !== undefined) await this.write(hcl);
    return this.mustRun('apply', '-auto-approve');
  }

  destroy(): Promise<string> {
    return this.mustRun('destroy', '-auto-approve');
  }

  /** What a plan would do; nothing means that it is empty. */
  async plan(hcl?: Configuration): Promise<Change[]> {
    return changesOf(await this.planJson(hcl));
  }

  async planJson(hcl?: Configuration): Promise<PlanJson> {
    if (hcl !== undefined) await this.write(hcl);
    await this.mustRun('plan', '-out=tfplan');
    return JSON.parse(await this.mustRun('show', '-json', 'tfplan')) as PlanJson;
  }

  /** What a command that must fail says, in one line per paragraph so that wrapping does not matter. */
  async failure(...args: string[]): Promise<string> {
    const { exitCode, said } = await this.run(...args);
    if (exitCode === 0) throw new Error(`terraform ${args.join(' ')} should have failed: ${said}`);
    return said;
  }

  /** Attributes of a resource in the state. */
  async stateOf(address: string): Promise<Record<string, unknown>> {
    const state = JSON.parse(await this.mustRun('show', '-json')) as {
      values?: { root_module?: { resources?: { address: string; values: Record<string, unknown> }[] } };
    };
    const resource = state.values?.root_module?.resources?.find((one) => one.address === address);
    if (resource === undefined) throw new Error(`${address} is not in the state`);
    return resource.values;
  }

  read(file: string): Promise<string> {
    return readFile(join(this.folder, file), 'utf8');
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  private options() {
    const access = this.tenant && accessTo(this.tenant);
    return { cwd: this.folder, cliConfigFile: CLI_CONFIG_FILE, env: { ...access, ...this.env } };
  }
}

export function changesOf({ resource_changes = [] }: PlanJson): Change[] {
  return resource_changes
    .map(({ address, change }) => ({ address, actions: change.actions, importing: change.importing !== undefined }))
    .filter(({ actions, importing }) => importing || actions.join() !== 'no-op');
}

/** Terraform wraps its boxes to the terminal's width; a test looks for sentences. */
export function unwrap(text: string): string {
  return text.replace(/\n[│╷╵]? */g, ' ').replace(/ +/g, ' ');
}
