import { openTenant, type TenantClient } from '../support/tenant-client';

const configurations = '/steering/configurations';

let client: TenantClient;
beforeEach(async () => {
  client = await openTenant();
});
afterEach(() => client.tenant.close());

async function create(body: object): Promise<{ config_id: number; etag: string; priority: string }> {
  return (await client.post(configurations, body)).body.data;
}

describe('the default configuration', () => {
  it('is enabled, in cloud apps mode, and holds the predefined apps as bypass exceptions', async () => {
    const { body } = await client.get(`${configurations}/0`);
    expect(body.data).toMatchObject({
      config_id: 0,
      config_name: 'Default tenant config',
      enabled: true,
      traffic_type: 'cloud_apps',
      priority: '1',
      user_groups: [],
      organization_units: [],
      etag: body.data.etag,
    });
    const exceptions = (await client.get(`${configurations}/0/exceptions`)).body.data;
    const summary = exceptions.map((one: { certificate_pinned_app: { app_name: string; windows: object } }) => [
      one.certificate_pinned_app.app_name,
      one.certificate_pinned_app.windows,
    ]);
    expect(summary).toEqual(['Zoom', 'Dropbox', 'Skype', 'TeamViewer'].map((name) => [name, { action: 'bypass' }]));
  });

  it('starts in the mode that was asked for', async () => {
    const other = await openTenant({ trafficMode: 'web' });
    const { body } = await other.get(`${configurations}/0`);
    await other.tenant.close();
    expect(body.data.traffic_type).toBe('web');
  });

  it('takes another mode', async () => {
    const { body } = await client.patch(`${configurations}/0`, { traffic_type: 'all' });
    expect(body.data).toMatchObject({ config_id: 0, traffic_type: 'all', enabled: true });
  });

  it('takes what it says already', async () => {
    const same = { config_name: 'Default tenant config', enabled: true, user_groups: [], organization_units: [] };
    expect((await client.patch(`${configurations}/0`, same)).status).toBe(200);
  });

  it.each([
    ['config_name', { config_name: 'Mine' }],
    ['enabled', { enabled: false }],
    ['user_groups', { user_groups: ['Sales'] }],
    ['organization_units', { organization_units: ['Sales'] }],
  ])('refuses a change of %s', async (field, patch) => {
    const { status, body } = await client.patch(`${configurations}/0`, patch);
    expect([status, body.errors.map((error: { field: string }) => error.field)]).toEqual([400, [field]]);
  });

  it('cannot be deleted', async () => {
    const { status, body } = await client.delete(`${configurations}/0`);
    expect([status, body.message]).toEqual([409, 'The default configuration cannot be deleted.']);
    expect((await client.get(`${configurations}/0`)).status).toBe(200);
  });
});

describe('steering configurations', () => {
  it('start disabled and in cloud apps mode', async () => {
    const { status, body } = await client.post(configurations, { config_name: 'Sales' });
    expect(status).toBe(201);
    expect(body.data).toMatchObject({
      config_id: 1,
      config_name: 'Sales',
      enabled: false,
      traffic_type: 'cloud_apps',
      priority: '1',
      user_groups: [],
      organization_units: [],
      etag: body.data.etag,
    });
    expect((await client.get(`${configurations}/1`)).body).toEqual(body);
  });

  it('keep what a change does not name', async () => {
    const { config_id } = await create({ config_name: 'Sales', traffic_type: 'web', user_groups: ['A'] });
    const { body } = await client.patch(`${configurations}/${config_id}`, { enabled: true });
    expect(body.data).toMatchObject({ config_name: 'Sales', traffic_type: 'web', user_groups: ['A'], enabled: true });
  });

  it('come below the other custom ones and above the default', async () => {
    await create({ config_name: 'a' });
    await create({ config_name: 'b' });
    const { body } = await client.get(configurations);
    expect(body.data.map((one: { config_id: number; priority: string }) => [one.config_id, one.priority])).toEqual([
      [0, '3'],
      [1, '1'],
      [2, '2'],
    ]);
  });

  it('do not share a name', async () => {
    const { config_id } = await create({ config_name: 'a' });
    await create({ config_name: 'b' });
    expect((await client.post(configurations, { config_name: 'a' })).status).toBe(409);
    expect((await client.post(configurations, { config_name: 'Default tenant config' })).status).toBe(409);
    expect((await client.patch(`${configurations}/${config_id}`, { config_name: 'b' })).status).toBe(409);
    expect((await client.patch(`${configurations}/${config_id}`, { config_name: 'a' })).status).toBe(200);
  });

  it('take their ports and exceptions with them when they are deleted, and nothing else', async () => {
    const { config_id } = await create({ config_name: 'a' });
    const own = `${configurations}/${config_id}`;
    const data = { app_id: 'app-1', windows: { action: 'block' } };
    const exception = await client.post(`${own}/exceptions`, {
      type: 'certificate_pinned_app',
      certificate_pinned_app: data,
    });
    await client.post(`${own}/nonstandardports`, { port: 5222 });
    const kept = await client.post(`${configurations}/0/nonstandardports`, { port: 5222 });

    expect((await client.delete(own)).status).toBe(200);
    expect((await client.get(own)).status).toBe(404);
    expect((await client.get(`${own}/exceptions`)).status).toBe(404);
    expect((await client.get(`${own}/exceptions/${exception.body.data.id}`)).status).toBe(404);
    expect((await client.get(`${own}/nonstandardports`)).status).toBe(404);
    expect((await client.get(`${configurations}/0/nonstandardports`)).body.data).toEqual([kept.body.data]);
    expect((await client.get(`${configurations}/0/exceptions`)).body.total).toBe(4);
  });

  it('have an etag that neither their ports and exceptions nor another configuration change', async () => {
    const before = (await client.get(`${configurations}/0`)).body.data.etag;
    await client.post(`${configurations}/0/nonstandardports`, { port: 5222 });
    await create({ config_name: 'a' });
    expect((await client.get(`${configurations}/0`)).body.data.etag).toBe(before);
  });

  it('apply to groups or units, one kind in the whole tenant', async () => {
    const both = await client.post(configurations, { config_name: 'a', user_groups: ['g'], organization_units: ['u'] });
    expect([both.status, both.body.errors[0].field]).toEqual([400, 'organization_units']);
    const { config_id } = await create({ config_name: 'a', user_groups: ['g'] });
    const second = await client.post(configurations, { config_name: 'b', organization_units: ['u'] });
    expect([second.status, second.body.errors[0].field]).toEqual([400, 'organization_units']);
    expect(second.body.message).toContain(`configuration ${config_id} uses user_groups`);
    const turned = await client.patch(`${configurations}/${config_id}`, { user_groups: [], organization_units: ['u'] });
    expect(turned.status).toBe(200);
    expect((await client.post(configurations, { config_name: 'b', organization_units: ['u'] })).status).toBe(201);
  });

  it.each<[string, object, string, string]>([
    ['no name', {}, 'config_name', 'is required'],
    ['an empty name', { config_name: '' }, 'config_name', 'must not be empty'],
    ['a name of 41', { config_name: 'n'.repeat(41) }, 'config_name', 'must have at most 40 characters'],
    [
      'an unknown mode',
      { config_name: 'a', traffic_type: 'some' },
      'traffic_type',
      'must be one of cloud_apps, web, all, none',
    ],
    ['text for a flag', { config_name: 'a', enabled: 'true' }, 'enabled', 'must be of type boolean'],
    ['a priority', { config_name: 'a', priority: '1' }, 'priority', 'is not known here, or cannot be written'],
  ])('are refused with %s', async (_, body, field, message) => {
    const reply = await client.post(configurations, body);
    expect([reply.status, reply.body.errors]).toEqual([400, [{ field, message }]]);
  });

  it('have names of 40 characters, counted as people count them', async () => {
    expect((await client.post(configurations, { config_name: '😀'.repeat(40) })).status).toBe(201);
  });

  it('are refused an empty change, and a change of what only the tenant writes', async () => {
    expect((await client.patch(`${configurations}/0`, {})).status).toBe(400);
    expect((await client.patch(`${configurations}/0`, { config_id: 7 })).status).toBe(400);
    expect((await client.patch(`${configurations}/9`, { enabled: true })).status).toBe(404);
  });
});
