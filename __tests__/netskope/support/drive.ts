/** A local tenant and drivers of the provider on it. Each driver is what one terraform command is: it reads lists once. */
import { netskope } from '../../../providers/netskope/provider';
import type { TenantSession } from '../../../providers/netskope/session';
import { DiagnosticError, type Provider, type ValueRecord } from 'terraform-plugin-sdk-ts';
import { ProviderDriver, type Configuration, type Instance } from 'terraform-plugin-sdk-ts/testing';
import { startTenant, type LocalTenant, type TenantOptions } from '../../../tenant/emulator';

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

/** Closed after the test. */
export async function startDriver(
  settings: Configuration,
  provider: Provider<TenantSession> = netskope,
): Promise<ProviderDriver> {
  const driver = await ProviderDriver.start(provider, settings);
  open.push(driver);
  return driver;
}

/** Closed after the test. */
export function closeLater<T extends { close(): Promise<unknown> }>(resource: T): T {
  open.push(resource);
  return resource;
}

export class Stage {
  private constructor(
    readonly tenant: LocalTenant,
    readonly driver: ProviderDriver,
  ) {}

  static async start(options: TenantOptions = {}): Promise<Stage> {
    const tenant = closeLater(await startTenant(options));
    return new Stage(tenant, await startDriver(settingsOf(tenant)));
  }

  /** The next terraform command. */
  newDriver(): Promise<ProviderDriver> {
    return startDriver(settingsOf(this.tenant));
  }

  /** Creates an object, and expects that a refresh, a plan after it, and an import see nothing to change. */
  async settle(type: string, config: Configuration): Promise<Instance> {
    const created = await this.driver.apply(type, config);
    if (created === null) throw new Error('nothing was created');
    const next = await this.newDriver();
    const read = await next.read(type, created);
    expect(read?.state).toEqual(created.state);
    expect((await next.plan(type, config, read)).action).toBe('no-op');
    const imported = await next.importResource(type, created.state['id'] as string);
    expect((await next.plan(type, config, imported)).action).toBe('no-op');
    if (read === null) throw new Error('it is gone');
    return read;
  }
}

function settingsOf({ serverUrl, token }: LocalTenant): Configuration {
  return { server_url: serverUrl, api_key: token, requests_per_second: 1000 };
}

/** The findings an operation is refused with: what happened, and the attribute names on the way to its place. */
export async function findingsOf(run: Promise<unknown>): Promise<{ text: string; at: string }[]> {
  const cause = await run.then(
    () => {
      throw new Error('it was not refused');
    },
    (cause: unknown) => cause,
  );
  if (!(cause instanceof DiagnosticError)) throw cause;
  return cause.diagnostics.map(({ summary, detail, path = [] }) => ({
    text: `${summary}: ${detail}`,
    at: path.map((step) => (step.kind === 'attribute' ? step.name : '?')).join('.'),
  }));
}

/** The id of the resource. */
export function idOf(instance: { state: ValueRecord } | null): string {
  const id = instance?.state['id'];
  if (typeof id !== 'string') throw new Error('it has no id');
  return id;
}

/** The id of an object within its collection. */
export function objectId(instance: { state: ValueRecord }): string {
  const id = idOf(instance);
  return id.slice(id.lastIndexOf('/') + 1);
}
