import { openTenant, type TenantClient } from '../support/tenant-client';

const configurations = '/steering/configurations';

let client: TenantClient;
beforeEach(async () => {
  client = await openTenant();
});
afterEach(() => client.tenant.close());

describe('a configuration', () => {
  it('starts as the screens have it, in everything that can be written', async () => {
    const { body } = await client.post(configurations, { config_name: 'a' });
    expect(body.data).toEqual({
      config_id: 1,
      config_name: 'a',
      enabled: false,
      traffic_type: 'cloud_apps',
      priority: '1',
      user_groups: [],
      organization_units: [],
      os_families: [],
      device_tags: [],
      location_based_steering: false,
      on_prem: { traffic_type: 'cloud_apps' },
      off_prem: { traffic_type: 'web' },
      private_apps_steering: 'none',
      private_apps: [],
      steer_dns: false,
      bypass_exception_traffic_at: 'client',
      etag: body.data.etag,
    });
  });

  it.each<[string, object]>([
    ['OS families', { os_families: ['windows', 'linux'] }],
    ['five device tags', { device_tags: ['a', 'b', 'c', 'd', 'e'] }],
    ['a mode per side', { location_based_steering: true, on_prem: { traffic_type: 'none' } }],
    ['specific private apps', { private_apps_steering: 'specific', private_apps: ['Wiki'] }],
    ['all private apps', { private_apps_steering: 'all' }],
    ['DNS', { steer_dns: true }],
    ['a bypass in the cloud', { bypass_exception_traffic_at: 'cloud' }],
  ])('takes %s, when it is made and when it is changed', async (_, fields) => {
    const made = await client.post(configurations, { config_name: 'a', ...fields });
    expect([made.status, made.body.data]).toEqual([201, expect.objectContaining(fields)]);
    await client.post(configurations, { config_name: 'b' });
    const changed = await client.patch(`${configurations}/2`, fields);
    expect([changed.status, changed.body.data]).toEqual([200, expect.objectContaining(fields)]);
  });

  it.each<[string, object, string, RegExp]>([
    ['six device tags', { device_tags: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'device_tags', /five device tags at most/],
    ['an OS family twice', { os_families: ['mac', 'mac'] }, 'os_families', /same entry twice/],
    ['an unknown OS family', { os_families: ['beos'] }, 'os_families[0]', /windows, mac, linux, android, ios/],
    ['a side without a mode', { on_prem: {} }, 'on_prem.traffic_type', /required/],
    ['private apps beside "all"', { private_apps_steering: 'all', private_apps: ['Wiki'] }, 'private_apps', /"all"/],
    ['private apps beside the default', { private_apps: ['Wiki'] }, 'private_apps', /"none"; only "specific"/],
  ])('refuses %s', async (_, fields, field, message) => {
    const expected = [400, [{ field, message: expect.stringMatching(message) }]];
    const made = await client.post(configurations, { config_name: 'a', ...fields });
    expect([made.status, made.body.errors]).toEqual(expected);
    const changed = await client.patch(`${configurations}/0`, fields);
    expect([changed.status, changed.body.errors]).toEqual(expected);
  });

  it('refuses to leave its private apps behind', async () => {
    await client.post(configurations, { config_name: 'a', private_apps_steering: 'specific', private_apps: ['Wiki'] });
    const refused = await client.patch(`${configurations}/1`, { private_apps_steering: 'all' });
    expect([refused.status, refused.body.errors[0].field]).toEqual([400, 'private_apps']);
    const both = { private_apps_steering: 'all', private_apps: [] };
    expect((await client.patch(`${configurations}/1`, both)).status).toBe(200);
  });

  it.each([
    ['os_families', { os_families: ['mac'] }],
    ['device_tags', { device_tags: ['byod'] }],
  ])('that is the default one takes no %s', async (field, patch) => {
    const { status, body } = await client.patch(`${configurations}/0`, patch);
    expect([status, body.errors]).toEqual([
      400,
      [{ field, message: 'of the default configuration must be empty: it applies to all users' }],
    ]);
  });
});

describe('the newer match criteria', () => {
  it.each<[string, object]>([
    ['os_families', { os_families: ['mac'] }],
    ['device_tags', { device_tags: ['byod'] }],
    ['user_groups', { user_groups: ['a', 'b'] }],
  ])('are for 100 configurations; the next one with %s is refused', async (field, criteria) => {
    const { store } = client.tenant;
    const row = store.configurations.get(0)!;
    for (let id = 1; id <= 100; id++) {
      store.configurations.put(id, { ...row, config_id: id, config_name: `c${id}`, place: id, device_tags: ['t'] });
    }
    const refused = await client.post(configurations, { config_name: 'one more', ...criteria });
    expect([refused.status, refused.body.errors[0].field]).toEqual([409, field]);
    expect(refused.body.message).toMatch(/^100 configurations use .+ already, and a tenant takes no more\.$/);
    // What uses them may go on, one group is no newer criterion, and a place that is given free can be taken.
    expect((await client.patch(`${configurations}/100`, criteria)).status).toBe(200);
    expect((await client.patch(`${configurations}/100`, { ...emptied, user_groups: ['a'] })).status).toBe(200);
    expect((await client.post(configurations, { config_name: 'one more', ...criteria })).status).toBe(201);
  });

  const emptied = { os_families: [], device_tags: [], user_groups: [] };
});
