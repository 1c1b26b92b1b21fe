import { findingsOf, idOf, objectId, Stage } from '../support/drive';

const CATEGORY = 'netskopesteering_category_exception';
const DNS = 'netskopesteering_dns_exception';
const DOMAINS = 'netskopesteering_domain_exception';
const DEFAULT = 'netskopesteering_default_configuration';

const category = { configuration_id: '0', categories: ['Finance'] };
const domains = { configuration_id: '0', domains: ['a.example'] };

async function withDynamicSteering() {
  const stage = await Stage.start();
  await stage.driver.apply(DEFAULT, { dynamic_steering: { enabled: true } });
  return stage;
}

describe('an exception of a type that the traffic mode does not offer', () => {
  it('is refused at its type before anything is sent', async () => {
    const stage = await Stage.start({ trafficMode: 'cloud_apps' });
    const [finding] = await findingsOf(stage.driver.apply(CATEGORY, category));
    expect(finding).toMatchObject({ at: 'configuration_id' });
    expect(finding?.text).toMatch(
      /^Exception not offered here: .*in traffic mode "cloud_apps".*It is in "web" and "all"/,
    );
    expect(stage.tenant.journal.counts['createException']).toBeUndefined();
  });

  it('only warns a plan, since the same apply may change the mode', async () => {
    const stage = await Stage.start({ trafficMode: 'cloud_apps' });
    expect((await stage.driver.plan(CATEGORY, category)).action).toBe('create');
    expect(stage.driver.warnings).toMatchObject([{ summary: 'Exception not offered here' }]);
    await stage.driver.apply(DEFAULT, { traffic_mode: 'web' });
    expect((await stage.driver.apply(CATEGORY, category))?.state['id']).toMatch(/^0\//);
  });

  it('asks the tenant nothing where every mode offers the type', async () => {
    const stage = await Stage.start();
    await stage.driver.apply(DOMAINS, domains);
    expect(stage.tenant.journal.counts['listConfigurations']).toBeUndefined();
  });

  it('warns of nothing when nothing changes', async () => {
    const stage = await Stage.start({ trafficMode: 'all' });
    const made = await stage.driver.apply(CATEGORY, category);
    stage.tenant.store.configurations.put(0, {
      ...stage.tenant.store.configurations.get(0)!,
      traffic_type: 'cloud_apps',
    });
    const next = await stage.newDriver();
    expect((await next.plan(CATEGORY, category, await next.read(CATEGORY, made!))).action).toBe('no-op');
    expect(next.warnings).toEqual([]);
  });
});

describe('under dynamic steering', () => {
  it('an exception has a side, and goes to the tenant and back with it', async () => {
    const stage = await withDynamicSteering();
    for (const [location, stored] of [
      ['on_premises', 'on_prem'],
      ['off_premises', 'off_prem'],
    ] as const) {
      const made = await stage.settle(DOMAINS, { ...domains, location });
      const id = objectId(made);
      expect(stage.tenant.store.exceptions.get(id)?.location).toBe(stored);
    }
  });

  it('is another exception when it moves to the other side', async () => {
    const stage = await withDynamicSteering();
    const made = await stage.driver.apply(DOMAINS, { ...domains, location: 'on_premises' });
    const plan = await stage.driver.plan(DOMAINS, { ...domains, location: 'off_premises' }, made);
    expect(plan.action).toBe('replace');
  });

  it('the mode of the side counts', async () => {
    const stage = await withDynamicSteering();
    const on = { ...category, location: 'on_premises' };
    expect((await findingsOf(stage.driver.apply(CATEGORY, on)))[0]?.text).toContain('on-premises');
    expect(await stage.driver.apply(CATEGORY, { ...category, location: 'off_premises' })).not.toBeNull();
  });

  it('a side that no mode offers is refused while planning', async () => {
    const stage = await withDynamicSteering();
    const questions = [{ domain: 'a.example', record_type: 'all' }];
    const config = { configuration_id: '0', location: 'on_premises', questions };
    const [finding] = await findingsOf(stage.driver.plan(DNS, config));
    expect(finding).toMatchObject({ at: 'location' });
    expect(finding?.text).toMatch(/^Exception not offered here: /);
  });
});

it('an exception that turning dynamic steering on left on a side without it is imported, and changed in its notes', async () => {
  const stage = await Stage.start({ trafficMode: 'all' });
  const questions = [{ domain: 'a.example', record_type: 'all' }];
  const made = idOf(await stage.driver.apply(DNS, { configuration_id: '0', questions }));
  await stage.driver.apply(DEFAULT, { dynamic_steering: { enabled: true } });
  const next = await stage.newDriver();
  const imported = await next.importResource(DNS, made);
  const config = { configuration_id: '0', location: 'on_premises', questions };
  expect(await next.validate(DNS, config)).toEqual([]);
  expect((await next.plan(DNS, config, imported)).action).toBe('no-op');
  expect((await next.plan(DNS, { ...config, notes: 'why' }, imported)).action).toBe('update');
});

it('a side without dynamic steering is refused at its attribute', async () => {
  const stage = await Stage.start();
  const [finding] = await findingsOf(stage.driver.apply(DOMAINS, { ...domains, location: 'on_premises' }));
  expect(finding).toMatchObject({ at: 'location' });
  expect(finding?.text).toMatch(/^Location without dynamic steering: /);
});
