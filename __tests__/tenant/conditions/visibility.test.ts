import { COLLECTION_NAMES, COLLECTIONS, pathIn } from '../../../tenant/contract/collections';
import { BODIES } from '../../conformance/support/collections';
import { manualClock } from '../support/manual-clock';
import { openTenant, type TenantClient } from '../support/tenant-client';

const apps = '/steering/apps/certpinned';
const configurations = '/steering/configurations';
const app = { app_name: 'a', platforms: { mac: { match: 'exact', processes: ['a'] } } };

const clock = manualClock();
let client: TenantClient;
beforeEach(async () => {
  client = await openTenant({ clock, visibilityLagMs: 10_000 });
});
afterEach(() => client.tenant.close());

const row = { port: 5222 };

describe('an object that was just made', () => {
  it.each(COLLECTION_NAMES)('is missing from the list and by id until its time has come: %s', async (name) => {
    const collection = pathIn(name, { config: 0 });
    const before = (await client.get(collection)).body.total;
    const { data } = (await client.post(collection, BODIES[name].body('a'))).body;
    const path = `${collection}/${data[COLLECTIONS[name].idField]}`;
    const seen = async () => [(await client.get(collection)).body.total, (await client.get(path)).status];
    expect(await seen()).toEqual([before, 404]);
    clock.advance(9_999);
    expect(await seen()).toEqual([before, 404]);
    clock.advance(1);
    expect(await seen()).toEqual([before + 1, 200]);
    expect((await client.get(collection)).body.data.at(-1)).toEqual(data);
  });

  it('is known to writes: its name is taken, it can be referred to, changed and deleted', async () => {
    const { id } = (await client.post(apps, app)).body.data;
    expect((await client.post(apps, app)).status).toBe(409);
    const data = { app_id: id, mac: { action: 'block' } };
    const made = await client.post(`${configurations}/0/exceptions`, {
      type: 'certificate_pinned_app',
      certificate_pinned_app: data,
    });
    expect(made.status).toBe(201);
    expect(made.body.data.certificate_pinned_app.app_name).toBe('a');
    expect((await client.put(`${apps}/${id}`, { ...app, app_name: 'b' })).status).toBe(200);
    expect((await client.delete(`${configurations}/0/exceptions/${made.body.data.id}`)).status).toBe(200);
    expect((await client.delete(`${apps}/${id}`)).status).toBe(200);
  });

  it('hides what is in it, and moves no page of what is old', async () => {
    const { config_id } = (await client.post(configurations, { config_name: 'a' })).body.data;
    await client.post(`${configurations}/${config_id}/nonstandardports`, row);
    expect((await client.get(`${configurations}/${config_id}/nonstandardports`)).status).toBe(404);
    clock.advance(10_000);
    expect((await client.get(`${configurations}/${config_id}/nonstandardports`)).body.total).toBe(1);
    await client.post(apps, app);
    expect((await client.get(`${apps}?limit=2&offset=3`)).body).toMatchObject({
      total: 4,
      data: [{ app_name: 'TeamViewer' }],
    });
    expect((await client.get(`${apps}?filter=a`)).body).toMatchObject({ total: 0, data: [] });
  });

  it('is late for REST v1 too', async () => {
    await client.post(configurations, { config_name: 'a' });
    expect((await client.get('//api/v1/steeringconfiglist')).body.data).toHaveLength(1);
    clock.advance(10_000);
    expect((await client.get('//api/v1/steeringconfiglist')).body.data).toHaveLength(2);
  });

  it('shows at once when the lag ends, and an old one never hides', async () => {
    await client.post(apps, app);
    client.tenant.conditions.change({ visibilityLagMs: 0 });
    expect((await client.get(apps)).body.total).toBe(5);
    client.tenant.conditions.change({ visibilityLagMs: 60_000 });
    expect((await client.get(apps)).body.total).toBe(5);
    await client.put(`${apps}/app-5`, { ...app, app_name: 'changed' });
    expect((await client.get(`${apps}/app-5`)).status).toBe(200);
  });
});
