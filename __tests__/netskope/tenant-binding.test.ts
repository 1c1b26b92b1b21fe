/** What is stored belongs to the tenant that gave it: on another one nothing is read, planned, changed or deleted. */
import type { Instance, ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { UNKNOWN } from 'terraform-plugin-sdk-ts';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { APP, SAMPLES, type Around, type Sample } from '../support/samples';
import { closeLater, findingsOf, startDriver } from './support/drive';

/** Two tenants that have objects of the same ids. */
interface Pair {
  readonly here: LocalTenant;
  readonly there: LocalTenant;
}

const settingsFor = ({ serverUrl, token }: LocalTenant, more: object = {}) => ({
  server_url: serverUrl,
  api_key: token,
  requests_per_second: 1000,
  ...more,
});
const driverOf = (tenant: LocalTenant, more?: object) => startDriver(settingsFor(tenant, more));
const withoutMark = (instance: Instance): Instance => ({ ...instance, privateBytes: new Uint8Array() });
const saidBy = ({ warnings }: ProviderDriver) =>
  warnings.map(({ summary, detail }) => `${summary}: ${detail}`).join('\n');

async function startPair(trafficMode: Sample['trafficMode'] = 'all'): Promise<Pair> {
  const [here, there] = await Promise.all([startTenant({ trafficMode }), startTenant({ trafficMode })]);
  return { here: closeLater(here), there: closeLater(there) };
}

async function around(driver: ProviderDriver): Promise<Around> {
  const app = await driver.apply(APP, { name: 'Around', windows: { processes: ['around.exe'] } });
  return { appId: app?.state['id'] as string, configurationId: '0' };
}

/** The same object on both tenants, under the same id. */
async function makeTwice(sample: Sample, { here, there }: Pair) {
  const made = await Promise.all(
    [here, there].map(async (tenant) => {
      const driver = await driverOf(tenant);
      const known = await around(driver);
      return { known, instance: (await driver.apply(sample.type, sample.first(known)))! };
    }),
  );
  expect(made[0]?.instance.state['id']).toBe(made[1]?.instance.state['id']);
  return made[0]!;
}

describe.each(SAMPLES.map((sample) => [sample.type, sample] as const))('%s', (_, sample) => {
  it('is neither read nor planned, changed or deleted on another tenant', async () => {
    const pair = await startPair(sample.trafficMode);
    const { known, instance } = await makeTwice(sample, pair);
    const here = await driverOf(pair.here);
    const change = sample.second(known);
    const update = await here.plan(sample.type, change, instance);
    const removal = await here.plan(sample.type, null, instance);

    const there = await driverOf(pair.there);
    const asked = pair.there.journal.entries.length;
    for (const refused of [
      () => there.read(sample.type, instance),
      () => there.plan(sample.type, change, instance),
      () => there.plan(sample.type, null, instance),
      () => there.applyPlan(sample.type, change, instance, update),
      () => there.applyPlan(sample.type, null, instance, removal),
    ]) {
      const [finding, ...more] = await findingsOf(refused());
      expect(more).toEqual([]);
      expect(finding?.text).toMatch(/^Made on another tenant/);
      for (const { serverUrl } of [pair.here, pair.there]) expect(finding?.text).toContain(serverUrl);
      expect(finding?.text).toContain(`former_server_urls = ["${pair.here.serverUrl}"]`);
    }
    expect(pair.there.journal.entries).toHaveLength(asked);
  });

  it('is bound by its next read, with a warning, where the address was lost', async () => {
    const pair = await startPair(sample.trafficMode);
    const { instance } = await makeTwice(sample, pair);
    const driver = await driverOf(pair.here);
    const read = await driver.read(sample.type, withoutMark(instance));
    expect(saidBy(driver)).toMatch(
      `Object without a tenant: The object with the id ${JSON.stringify(instance.state['id'])}`,
    );
    expect(saidBy(driver)).toContain(`it belongs to ${pair.here.serverUrl}`);
    const next = await driverOf(pair.here);
    await next.read(sample.type, read!);
    expect(saidBy(next)).not.toContain('Object without a tenant');
    expect((await findingsOf((await driverOf(pair.there)).read(sample.type, read!)))[0]?.text).toMatch(
      /^Made on another/,
    );
  });

  it('is bound by its import', async () => {
    const pair = await startPair(sample.trafficMode);
    const { instance } = await makeTwice(sample, pair);
    const driver = await driverOf(pair.here);
    const imported = await driver.importResource(sample.type, instance.state['id'] as string);
    expect(saidBy(driver)).not.toContain('tenant');
    const refused = (await driverOf(pair.there)).read(sample.type, imported!);
    expect((await findingsOf(refused))[0]?.text).toMatch(/^Made on another tenant/);
  });
});

const app = { name: 'A', windows: { processes: ['a.exe'] } };

it('an object of a former address is taken over, with a warning, and then belongs to the new one', async () => {
  const { here, there } = await startPair();
  await (await driverOf(there)).apply(APP, app);
  const made = await (await driverOf(here)).apply(APP, app);
  const moved = await driverOf(there, {
    former_server_urls: [`${here.serverUrl.toUpperCase().replace('/API/V2', '/api/v2')}/`],
  });
  const read = await moved.read(APP, made!);
  expect(saidBy(moved)).toContain(`was made on ${here.serverUrl}, a former address of this tenant`);
  const after = await driverOf(there);
  expect((await after.plan(APP, app, await after.read(APP, read!))).action).toBe('no-op');
  expect(saidBy(after)).toBe('');
});

it('one tenant is known under every spelling of its address, and another path is another tenant', async () => {
  const { here } = await startPair();
  const made = await (await driverOf(here)).apply(APP, app);
  const spelled = await driverOf(here, { server_url: `${here.serverUrl.replace('http:', 'HTTP:')}//` });
  expect(await spelled.read(APP, made!)).not.toBeNull();
  const elsewhere = await driverOf(here, { server_url: `${here.serverUrl}/other` });
  expect((await findingsOf(elsewhere.read(APP, made!)))[0]?.text).toMatch(/^Made on another tenant/);
});

it('an object without an address that the tenant does not have counts as gone, but not in silence', async () => {
  const { here, there } = await startPair();
  const made = await (await driverOf(here)).apply(APP, app);
  const driver = await driverOf(there);
  expect(await driver.read(APP, withoutMark(made!))).toBeNull();
  expect(saidBy(driver)).toMatch(/Object without a tenant: .* counts as gone/);
});

it('a plan that reads nothing says of an object without an address that it is bound', async () => {
  const { here } = await startPair();
  const driver = await driverOf(here);
  const made = await driver.apply(APP, app);
  const { warnings } = await driver.plan(APP, { ...app, name: 'B' }, withoutMark(made!));
  expect(warnings.map(({ summary }) => summary)).toEqual(['Object without a tenant']);
});

it('while the address is unknown a plan goes on with what is stored', async () => {
  const { here } = await startPair();
  const made = await (await driverOf(here)).apply(APP, app);
  const driver = await driverOf(here, { server_url: UNKNOWN });
  const read = await driver.read(APP, made!);
  expect(read).toEqual(made);
  expect((await driver.plan(APP, app, read)).action).toBe('no-op');
});
