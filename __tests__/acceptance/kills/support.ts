/** Everything that the provider makes in one configuration, and what is left of it when the provider dies at some call. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TenantAddress } from '../../../tools/terraform/tenant-reader';
import { startTenant, type LocalTenant } from '../../../tenant/emulator';
import { startCallGate, type CallGate, type Side } from '../../support/call-gate';
import { makeWebConfiguration, sampleConfiguration, type Stand } from '../../support/sample-configuration';
import { StoreSnapshot, tablesOf } from '../../support/store-snapshot';
import { TerraformGroup } from '../../support/terraform-group';
import { Workspace } from '../../support/workspace';

export interface Point {
  readonly call: string;
  readonly side: Side;
}

/** One at a time: then a run always makes the same calls. */
const APPLY = ['apply', '-auto-approve', '-parallelism=1'];

export class KillRange {
  private readonly pristine: StoreSnapshot;

  private constructor(
    readonly tenant: LocalTenant,
    private readonly gate: CallGate,
    private readonly workspace: Workspace,
    private readonly webConfigurationId: string,
  ) {
    this.pristine = new StoreSnapshot(tenant.store);
  }

  static async start(): Promise<KillRange> {
    const tenant = await startTenant({ trafficMode: 'all' });
    const address: TenantAddress = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
    const webConfigurationId = await makeWebConfiguration(address);
    const gate = await startCallGate(tenant.serverUrl);
    const nothing = sampleConfiguration('nothing', webConfigurationId);
    const workspace = await Workspace.create({ ...address, serverUrl: gate.serverUrl }, nothing);
    return new KillRange(tenant, gate, workspace, webConfigurationId);
  }

  async close(): Promise<void> {
    await this.workspace.remove();
    await this.gate.close();
    await this.tenant.close();
  }

  /** Takes everything to a stand on a good day, and says by which calls. */
  async reach(stand: Stand): Promise<readonly string[]> {
    await this.workspace.write(sampleConfiguration(stand, this.webConfigurationId));
    this.gate.begin();
    await this.workspace.mustRun(...APPLY);
    return [...this.gate.calls];
  }

  /** A way back to how things are now, on the tenant and in the state. */
  async keep(): Promise<() => Promise<void>> {
    const store = new StoreSnapshot(this.tenant.store);
    const file = join(this.workspace.folder, 'terraform.tfstate');
    const state = await readFile(file);
    return async () => {
      store.restore();
      await writeFile(file, state);
    };
  }

  /**
   * Applies, and kills the provider at the point.
   * @returns false where the whole apply went by without the call. Terraform destroys in an order of chance, and who
   * looks into every configuration does not look into one that is gone already.
   */
  async applyAndKillAt({ call, side }: Point): Promise<boolean> {
    let reached = false;
    let killed = 0;
    const run = TerraformGroup.start(this.workspace, ...APPLY);
    this.gate.begin({
      call,
      side,
      act: async () => {
        reached = true;
        killed = run.providers().length;
        run.killProviders();
      },
    });
    try {
      const { exitCode, said } = await run.finished;
      if (!reached && exitCode === 0) return false;
      if (killed === 0 || exitCode !== 1) throw new Error(`nothing was killed: ${said}`);
      return true;
    } finally {
      run.end();
      this.gate.begin();
    }
  }

  /** One more apply; where that cannot know, what its message says to import, and then the rest. */
  async recover(): Promise<void> {
    const { exitCode, said } = await this.workspace.run(...APPLY);
    if (exitCode === 0) return;
    const errors = said.split(/(?=Error: |Warning: )/).filter((box) => box.startsWith('Error: '));
    const [error = ''] = errors;
    const [, type = '', id = ''] = /terraform import (\S+)\.NAME (\S+) /.exec(error) ?? [];
    const [, address = ''] = / with (\S+),/.exec(error) ?? [];
    if (errors.length !== 1 || type === '' || !address.startsWith(`${type}.`)) {
      throw new Error(`neither converged nor named one import: ${errors.join('')}`);
    }
    await this.workspace.mustRun('import', address, id);
    await this.workspace.mustRun(...APPLY);
  }

  /** What the tenant holds, without what it numbers itself. */
  contents(): readonly string[] {
    const { store } = this.tenant;
    const nameOf = (appId: string) => store.apps.get(appId)?.app_name ?? appId;
    const text = (row: object) =>
      JSON.stringify(row, (key, value: unknown) => {
        if (['id', 'etag', 'config_id', 'place'].includes(key)) return undefined;
        return key === 'app_id' ? nameOf(value as string) : value;
      });
    return tablesOf(store)
      .flatMap((rows) => rows.map(text))
      .sort();
  }

  /** The ids of what is on the tenant and was not there at the start, and of the default configuration. */
  idsOnTenant(): readonly string[] {
    return ['0', ...this.pristine.added()].sort();
  }

  /** The ids of what terraform knows of; nothing of it may be half done. */
  async idsInState(): Promise<readonly string[]> {
    const state = JSON.parse(await this.workspace.read('terraform.tfstate')) as {
      resources: { instances: { status?: string; attributes: { id: string } }[] }[];
    };
    const instances = state.resources.flatMap((resource) => resource.instances);
    expect(instances.filter(({ status }) => status === 'tainted')).toEqual([]);
    return instances.map(({ attributes }) => attributes.id).sort();
  }
}
