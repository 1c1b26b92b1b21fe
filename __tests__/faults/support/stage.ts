/** A tenant with what a sample needs around it, and terraform's commands in virtual time. */
import { createTenantClient, DEFAULT_PATHS, type TenantClient } from '../../../providers/netskope/client';
import { netskope } from '../../../providers/netskope/provider';
import { ProviderDriver, type Instance } from 'terraform-plugin-sdk-ts/testing';
import { startTenant, type LocalTenant, type TenantOptions } from '../../../tenant/emulator';
import { VirtualClock } from '../../netskope/client/support/virtual-clock';
import { objectId } from '../../netskope/support/drive';
import type { Sample } from '../../support/samples';
import { IMPATIENT_MS, LONGEST_WAIT_S } from './faults';
import { StoreSnapshot } from '../../support/store-snapshot';

/** With characters that encodings change. */
export const TOKEN = 'tok3n+secret/value==';

const FRACTION_MS = 0.137;

const AROUND = { appId: 'app-of-samples', configurationId: '0' };

/** The next command of terraform: a provider of its own, which reads lists once. */
export interface Command {
  readonly driver: ProviderDriver;
  readonly clock: VirtualClock;
  readonly client: TenantClient;
}

interface Rows {
  get(id: string | number): object | undefined;
  put(id: string | number, object: object | undefined): void;
  remove(id: string | number): void;
}

export class Stage {
  private readonly commands: Command[] = [];

  private constructor(
    readonly tenant: LocalTenant,
    readonly sample: Sample,
    private readonly empty: StoreSnapshot,
  ) {}

  static async start(sample: Sample, options: TenantOptions = {}): Promise<Stage> {
    const tenant = await startTenant({ ...options, token: TOKEN, trafficMode: sample.trafficMode });
    const platforms = { windows: { match: 'exact' as const, processes: ['Other.exe'] } };
    const id = AROUND.appId;
    tenant.store.apps.put(id, { id, app_name: 'Other', custom: true, platforms, etag: 'o' });
    return new Stage(tenant, sample, new StoreSnapshot(tenant.store));
  }

  get first() {
    return this.sample.first(AROUND);
  }

  get second() {
    return this.sample.second(AROUND);
  }

  async command({ impatient = false, clock = new VirtualClock(Date.now() + FRACTION_MS) } = {}): Promise<Command> {
    // The longest of the random waits, on a clock that shows other fractions with each look.
    clock.chance = 0.999;
    clock.tick = FRACTION_MS / 10;
    const settings = {
      serverUrl: this.tenant.serverUrl,
      apiKey: TOKEN,
      requestsPerSecond: 1000,
      maxRetryWaitSeconds: LONGEST_WAIT_S,
      paths: DEFAULT_PATHS,
      userAgent: 'test',
    };
    const client = createTenantClient(settings, { clock, ...(impatient && { attemptTimeoutMs: IMPATIENT_MS }) });
    const configure = async () => ({
      tenant: client,
      serverUrl: settings.serverUrl,
      formerServerUrls: [],
      guardrails: { enabled: true, suppressed: [] },
      unknownSettings: [],
    });
    const command = { clock, client, driver: await ProviderDriver.start({ ...netskope, configure }) };
    this.commands.push(command);
    return command;
  }

  /** The object, made on a good day and read by the next command. */
  async make(): Promise<Instance> {
    const { type } = this.sample;
    const made = await (await this.command()).driver.apply(type, this.first);
    const read = made && (await (await this.command()).driver.read(type, made));
    if (read === null) throw new Error('nothing was made');
    return read;
  }

  /** Has the command read the list while the object is not in it, as where others changed the tenant from page to page. */
  async listWithout({ client }: Command, instance: Instance): Promise<void> {
    const { collection } = this.sample;
    const rows = this.tenant.store[collection] as unknown as Rows;
    const id = objectId(instance);
    const object = rows.get(id);
    rows.remove(id);
    const ofSample = client[collection];
    await (typeof ofSample === 'function' ? ofSample(AROUND.configurationId) : ofSample).list();
    rows.put(id, object);
  }

  /** The ids, as terraform has them, of what was not there at the beginning. */
  made(): string[] {
    return this.empty.added();
  }

  /** A good day from now on, and no command that still runs. */
  async calm(): Promise<void> {
    this.tenant.conditions.change({ quirks: {}, faults: [] });
    await Promise.all(this.commands.splice(0).map(({ driver }) => driver.close()));
  }

  async close(): Promise<void> {
    await this.calm();
    await this.tenant.close();
  }
}
