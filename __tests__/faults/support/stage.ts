/** A tenant with what a sample needs around it, and terraform's commands in virtual time. */
import { createTenantClient, DEFAULT_PATHS } from '../../../providers/netskope/client';
import { netskope } from '../../../providers/netskope/provider';
import { ProviderDriver, type Instance } from '../../../providers/plugin-sdk/testing';
import { startTenant, type LocalTenant, type TenantOptions } from '../../../tenant/emulator';
import { VirtualClock } from '../../netskope/client/support/virtual-clock';
import type { Sample } from '../../support/samples';
import { fill } from './fill';
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
}

interface Options extends TenantOptions {
  readonly filled?: boolean;
}

export class Stage {
  private readonly commands: Command[] = [];

  private constructor(
    readonly tenant: LocalTenant,
    readonly sample: Sample,
    private readonly empty: StoreSnapshot,
  ) {}

  /** @param filled whether a page of others is there before the sample, so that `pagesSkipRow` leaves it out */
  static async start(sample: Sample, { filled = false, ...options }: Options = {}): Promise<Stage> {
    const tenant = await startTenant({ ...options, token: TOKEN, trafficMode: sample.trafficMode });
    const platforms = { windows: { match: 'exact' as const, processes: ['Other.exe'] } };
    const id = AROUND.appId;
    tenant.store.apps.put(id, { id, app_name: 'Other', custom: true, platforms, etag: 'o' });
    if (filled) fill(tenant.store, sample);
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
      unknownSettings: [],
    });
    const command = { clock, driver: await ProviderDriver.start({ ...netskope, configure }) };
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
