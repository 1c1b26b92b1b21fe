import { findingsOf, idOf, objectId, Stage } from '../support/drive';

const CONFIGURATION = 'netskopesteering_configuration';

it.each([
  [{ name: 'Sales' }, { enabled: false, traffic_type: 'cloud_apps', user_groups: [], organization_units: [] }],
  [
    { name: 'Sales', enabled: true, traffic_mode: 'web' },
    { enabled: true, traffic_type: 'web' },
  ],
  [
    { name: 'Sales', traffic_mode: 'all', user_groups: ['sales', 'presales'] },
    { traffic_type: 'all', user_groups: ['sales', 'presales'] },
  ],
  [
    { name: 'Sales', traffic_mode: 'none', organization_units: ['emea'] },
    { traffic_type: 'none', organization_units: ['emea'] },
  ],
  [{ name: 'ä'.repeat(40) }, { config_name: 'ä'.repeat(40) }],
  [
    { name: 'Sales', os_families: ['windows', 'mac_os', 'ios'], device_tags: ['byod', 'lab'] },
    { os_families: ['windows', 'mac', 'ios'], device_tags: ['byod', 'lab'] },
  ],
  [
    { name: 'Sales', dynamic_steering: { enabled: true } },
    { location_based_steering: true, on_prem: { traffic_type: 'cloud_apps' }, off_prem: { traffic_type: 'web' } },
  ],
  [
    {
      name: 'Sales',
      dynamic_steering: { enabled: true, on_premises_traffic_mode: 'none', off_premises_traffic_mode: 'all' },
    },
    { location_based_steering: true, on_prem: { traffic_type: 'none' }, off_prem: { traffic_type: 'all' } },
  ],
  [{ name: 'Sales', dynamic_steering: { enabled: false } }, { location_based_steering: false }],
  [
    { name: 'Sales', steer_private_apps: 'specific', private_apps: ['wiki'], steer_dns: true },
    { private_apps_steering: 'specific', private_apps: ['wiki'], steer_dns: true },
  ],
  [{ name: 'Sales', bypass_exception_traffic_at: 'cloud' }, { bypass_exception_traffic_at: 'cloud' }],
])('carries %j to the tenant and back', async (config, stored) => {
  const stage = await Stage.start();
  const made = await stage.settle(CONFIGURATION, config);
  expect(stage.tenant.store.configurations.get(Number(objectId(made)))).toMatchObject(stored);
});

it.each([[null], [[]], [['sales']]])('keeps the spelling of user groups: %j', async (user_groups) => {
  const stage = await Stage.start();
  const created = await stage.driver.apply(CONFIGURATION, { name: 'Sales', user_groups });
  expect(created?.state['user_groups']).toEqual(user_groups);
  const read = await (await stage.newDriver()).read(CONFIGURATION, created!);
  expect(read?.state).toEqual(created?.state);
});

it('sees what others changed, and repairs it in place', async () => {
  const stage = await Stage.start();
  const made = await stage.settle(CONFIGURATION, { name: 'Sales', user_groups: ['sales'] });
  const { configurations } = stage.tenant.store;
  const before = configurations.get(Number(objectId(made)))!;
  configurations.put(before.config_id, {
    ...before,
    etag: 'theirs',
    enabled: true,
    traffic_type: 'none',
    user_groups: [],
  });
  const driver = await stage.newDriver();
  const drifted = await driver.read(CONFIGURATION, made);
  expect(drifted?.state).toMatchObject({ enabled: true, traffic_mode: 'none', user_groups: null });
  const repaired = await driver.apply(CONFIGURATION, { name: 'Sales', user_groups: ['sales'] }, drifted);
  expect(repaired?.state['id']).toBe(made.state['id']);
  expect(configurations.get(before.config_id)).toMatchObject({
    enabled: false,
    traffic_type: 'cloud_apps',
    user_groups: ['sales'],
  });
});

it('refuses both kinds of assignment, a long name and an unknown mode at their attributes', async () => {
  const { driver } = await Stage.start();
  const found = await Promise.all([
    driver.validate(CONFIGURATION, { name: 'a', user_groups: ['g'], organization_units: ['u'] }),
    driver.validate(CONFIGURATION, { name: 'a'.repeat(41) }),
    driver.validate(CONFIGURATION, { name: 'a', traffic_mode: 'some' }),
    driver.validate(CONFIGURATION, { name: 'a', private_apps: ['wiki'], steer_private_apps: 'all' }),
    driver.validate(CONFIGURATION, { name: 'a', steer_private_apps: 'specific' }),
    driver.validate(CONFIGURATION, { name: 'a', device_tags: ['a', 'b', 'c', 'd', 'e', 'f'] }),
  ]);
  expect(found.flat().map(({ path }) => path)).toEqual([
    [{ kind: 'attribute', name: 'organization_units' }],
    [{ kind: 'attribute', name: 'name' }],
    [{ kind: 'attribute', name: 'traffic_mode' }],
    [{ kind: 'attribute', name: 'private_apps' }],
    [{ kind: 'attribute', name: 'steer_private_apps' }],
    [{ kind: 'attribute', name: 'device_tags' }],
  ]);
});

it('takes a list of specific private apps that is empty where it is written, as a tenant may have it', async () => {
  const { driver } = await Stage.start();
  const config = { name: 'a', steer_private_apps: 'specific', private_apps: [] };
  expect(await driver.validate(CONFIGURATION, config)).toEqual([]);
  const made = await driver.apply(CONFIGURATION, config);
  const imported = await driver.importResource(CONFIGURATION, idOf(made));
  expect(imported?.state['private_apps']).toEqual([]);
  expect((await driver.plan(CONFIGURATION, config, imported)).action).toBe('no-op');
});

it('places a second kind of assignment, which only the tenant knows, with the tenant’s words', async () => {
  const { driver } = await Stage.start();
  await driver.apply(CONFIGURATION, { name: 'a', user_groups: ['g'] });
  const [finding] = await findingsOf(driver.apply(CONFIGURATION, { name: 'b', organization_units: ['u'] }));
  expect(finding?.text).toMatch(/^Cannot create the steering configuration: /);
});
