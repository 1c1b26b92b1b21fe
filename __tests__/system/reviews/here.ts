/** Two local tenants, and a folder in which the real terraform runs against them. */
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readAll, request, type TenantAddress } from '../../../tools/terraform/tenant-reader';
import {
  accessTo,
  CLI_CONFIG_FILE,
  mustRunTerraform,
  runTerraform,
  type TerraformResult,
} from '../../../tools/terraform/terraform';
import type { TenantObjects } from '../../../steering';
import type { App, Configuration } from '../../../tenant/contract';
import { pathIn, type NameInConfiguration } from '../../../tenant/contract/collections';
import { startTenant, type LocalTenant } from '../../../tenant/emulator';
import { REQUIRED_PROVIDERS, type Files } from './words';

const TOKEN = 'of-both-tenants';
interface StateJson {
  readonly values?: {
    readonly root_module?: { readonly resources?: readonly { address: string; values: { id: string } }[] };
  };
}

/** Providers, found once for all kinds of plans. */
export interface Initialised {
  readonly folder: string;
}

export async function initialise(): Promise<Initialised> {
  const folder = await mkdtemp(join(tmpdir(), 'reviews-init-'));
  await writeFile(join(folder, 'main.tf'), REQUIRED_PROVIDERS);
  await mustRunTerraform(['init'], { cwd: folder, cliConfigFile: CLI_CONFIG_FILE });
  return { folder };
}

/** A tenant, and a second one at another address. */
export class Here {
  private constructor(
    readonly folder: string,
    readonly tenants: readonly [LocalTenant, LocalTenant],
  ) {}

  static async open({ folder: initialised }: Initialised): Promise<Here> {
    const options = { trafficMode: 'web', token: TOKEN } as const;
    const tenants = await Promise.all([startTenant(options), startTenant(options)]);
    const folder = await mkdtemp(join(tmpdir(), 'reviews-'));
    await mkdir(join(folder, '.terraform'));
    await symlink(join(initialised, '.terraform/providers'), join(folder, '.terraform/providers'));
    await cp(join(initialised, '.terraform.lock.hcl'), join(folder, '.terraform.lock.hcl'));
    return new Here(folder, tenants);
  }

  /** Replaces the files of a configuration. `$ONE` and `$TWO` stand for the addresses of the tenants. */
  async write(files: Files): Promise<void> {
    const all = typeof files === 'string' ? { 'main.tf': files } : files;
    for (const [path, text] of Object.entries(all)) {
      const file = join(this.folder, path);
      await mkdir(dirname(file), { recursive: true });
      const isWhole = !path.endsWith('main.tf') || text.includes('required_providers');
      const whole = isWhole ? text : REQUIRED_PROVIDERS + text;
      await writeFile(file, this.filled(whole));
    }
    if (Object.values(all).some((text) => /^module |"module"/m.test(text))) await this.terraform('get');
  }

  private filled(text: string): string {
    const [one, two] = this.tenants;
    return text.replaceAll('$ONE', one.serverUrl).replaceAll('$TWO', two.serverUrl);
  }

  /** The id that the state has for a resource of the root module. */
  async idOf(address: string): Promise<string> {
    const { values } = JSON.parse(await this.terraform('show', '-json')) as StateJson;
    const found = values?.root_module?.resources?.find((one) => one.address === address);
    if (found === undefined) throw new Error(`${address} is not in the state`);
    return found.values.id;
  }

  terraform(...args: string[]): Promise<string> {
    return mustRunTerraform(args, this.options());
  }

  run(...args: string[]): Promise<TerraformResult> {
    return runTerraform(args, this.options());
  }

  private options() {
    return { cwd: this.folder, cliConfigFile: CLI_CONFIG_FILE, env: accessTo(addressOf(this.tenants[0])) };
  }

  /** Something that a person does by hand on the first tenant. */
  async byHand<T>(method: string, path: string, body?: unknown): Promise<T> {
    const { status, data } = await request<T>(addressOf(this.tenants[0]), method, path, body);
    if (status >= 300) throw new Error(`${method} ${path} answered ${status}`);
    return data;
  }

  async close(): Promise<void> {
    await Promise.all(this.tenants.map((tenant) => tenant.close()));
    await rm(this.folder, { recursive: true, force: true });
  }
}

function addressOf({ serverUrl }: LocalTenant): TenantAddress {
  return { serverUrl, apiKey: TOKEN };
}

/** All that there is on a tenant, read from it. */
export async function objectsOf(tenant: LocalTenant): Promise<TenantObjects> {
  const address = addressOf(tenant);
  const configurations = await readAll<Configuration>(address, pathIn('configurations'));
  const each = async (name: NameInConfiguration) => {
    const lists = configurations.map(async ({ config_id: id }) => [
      id,
      await readAll<{ id: string }>(address, pathIn(name, { config: id })),
    ]);
    return Object.fromEntries(await Promise.all(lists)) as Record<string, { id: string }[]>;
  };
  const apps = await readAll<App>(address, pathIn('apps'));
  return { apps, configurations, ports: await each('nonStandardPorts'), exceptions: await each('exceptions') };
}
