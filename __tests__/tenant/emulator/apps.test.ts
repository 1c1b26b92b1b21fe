import { openTenant, type TenantClient } from '../support/tenant-client';

const apps = '/steering/apps/certpinned';
const whatsApp = {
  app_name: 'WhatsApp',
  platforms: { windows: { match: 'exact', processes: ['WhatsApp.exe', 'WhatsAppDesktop.exe'] } },
};

let client: TenantClient;
beforeEach(async () => {
  client = await openTenant();
});
afterEach(() => client.tenant.close());

/** `[field, message]` of every error. */
function fields(reply: { body: { errors: { field: string; message: string }[] } }): string[][] {
  return reply.body.errors.map(({ field, message }) => [field, message]);
}

/** An exception of a configuration that blocks an app, with its path. */
async function block(config_id: number, app_id: string): Promise<{ path: string; id: string }> {
  const exceptions = `/steering/configurations/${config_id}/exceptions`;
  const data = { app_id, windows: { action: 'block' } };
  const { body } = await client.post(exceptions, { type: 'certificate_pinned_app', certificate_pinned_app: data });
  return { path: `${exceptions}/${body.data.id}`, id: body.data.id };
}

describe('certificate pinned apps', () => {
  it('are there from the start: the predefined ones', async () => {
    const { body } = await client.get(apps);
    expect(body.total).toBe(4);
    expect(body.data.map((app: { app_name: string; custom: boolean }) => [app.app_name, app.custom])).toEqual([
      ['Zoom', false],
      ['Dropbox', false],
      ['Skype', false],
      ['TeamViewer', false],
    ]);
    expect(body.data[3].platforms.windows.processes).toContain('TeamViewer_Service.exe');
  });

  it('are created, read, replaced and deleted', async () => {
    const created = await client.post(apps, whatsApp);
    expect(created.status).toBe(201);
    const { id, etag } = created.body.data;
    expect(created.body).toEqual({ status: 'success', data: { id, custom: true, ...whatsApp, etag } });
    expect(id).toMatch(/^[A-Za-z0-9_-]+$/);

    const changed = { app_name: 'WhatsApp Desktop', platforms: { mac: { match: 'regex', processes: ['^WhatsApp'] } } };
    const replaced = await client.put(`${apps}/${id}`, changed);
    expect(replaced.body.data).toEqual({ id, custom: true, ...changed, etag: replaced.body.data.etag });
    expect(replaced.body.data.etag).not.toBe(etag);
    expect((await client.get(`${apps}/${id}`)).body).toEqual(replaced.body);

    expect((await client.delete(`${apps}/${id}`)).body).toEqual({ status: 'success' });
    expect((await client.get(`${apps}/${id}`)).status).toBe(404);
    expect((await client.delete(`${apps}/${id}`)).status).toBe(404);
    expect((await client.put(`${apps}/${id}`, changed)).status).toBe(404);
  });

  it('may have no process where they have a domain, on android and ios', async () => {
    const mobile = { match: 'exact', domains: ['whatsapp.net'] };
    const { body, status } = await client.post(apps, { app_name: 'a', platforms: { android: mobile, ios: mobile } });
    expect(status).toBe(201);
    expect(body.data.platforms.android).toEqual({ match: 'exact', processes: [], domains: ['whatsapp.net'] });
  });

  it('may be patterns of any kind, whatever an engine makes of them', async () => {
    const processes = ['^(?!.com\\.microsoft\\.emmx).*$', '(a)\\1', '^([a-zA-Z0-9_\\-\\]+).exe', '(', 'python*.exe'];
    const platforms = { windows: { match: 'regex', processes } };
    const { body, status } = await client.post(apps, { app_name: 'a', platforms });
    expect(status).toBe(201);
    expect((await client.get(`${apps}/${body.data.id}`)).body.data.platforms).toEqual(platforms);
  });

  it('are found by their exact name', async () => {
    await client.post(apps, whatsApp);
    const { body } = await client.get(`${apps}?filter=WhatsApp`);
    expect(body).toMatchObject({ total: 1, data: [whatsApp] });
    expect((await client.get(`${apps}?filter=whatsapp`)).body).toMatchObject({ total: 0, data: [] });
  });

  it.each(['WhatsApp', 'Zoom'])('do not share the name %s, custom or predefined', async (name) => {
    const { id } = (await client.post(apps, whatsApp)).body.data;
    const refused = await client.post(apps, { ...whatsApp, app_name: name });
    expect(refused.status).toBe(409);
    expect(refused.body.errors[0].field).toBe('app_name');
    const other = (await client.post(apps, { ...whatsApp, app_name: 'Other' })).body.data;
    expect((await client.put(`${apps}/${other.id}`, { ...whatsApp, app_name: name })).status).toBe(409);
    expect((await client.put(`${apps}/${id}`, whatsApp)).status).toBe(200);
  });

  it('give their name free when they are renamed or deleted', async () => {
    const { id } = (await client.post(apps, whatsApp)).body.data;
    await client.put(`${apps}/${id}`, { ...whatsApp, app_name: 'Renamed' });
    expect((await client.post(apps, whatsApp)).status).toBe(201);
    await client.delete(`${apps}/${id}`);
    expect((await client.post(apps, { ...whatsApp, app_name: 'Renamed' })).status).toBe(201);
  });

  it('that are predefined are neither changed nor deleted', async () => {
    const changed = await client.put(`${apps}/app-1`, whatsApp);
    expect([changed.status, changed.body.message]).toEqual([409, expect.stringContaining('predefined')]);
    const deleted = await client.delete(`${apps}/app-1`);
    expect([deleted.status, deleted.body.message]).toEqual([409, expect.stringContaining('predefined')]);
    expect((await client.get(`${apps}/app-1`)).body.data.app_name).toBe('Zoom');
  });

  it('take the exceptions of every configuration that use them along, and no others', async () => {
    const [used, other] = [
      (await client.post(apps, whatsApp)).body.data,
      (await client.post(apps, { ...whatsApp, app_name: 'Other' })).body.data,
    ];
    const { config_id } = (await client.post('/steering/configurations', { config_name: 'Sales' })).body.data;
    const before = client.tenant.store.exceptions.page({}, 0, Infinity).rows;
    const made = [await block(0, used.id), await block(config_id, used.id), await block(0, other.id)];
    expect((await client.delete(`${apps}/${used.id}`)).status).toBe(200);
    for (const [index, { path, id }] of made.entries())
      expect([id, (await client.get(path)).status]).toEqual([id, index < 2 ? 404 : 200]);
    const left = client.tenant.store.exceptions.page({}, 0, Infinity).rows;
    expect(left.map(({ id }) => id)).toEqual([...before.map(({ id }) => id), made[2]?.id]);
  });

  it('that are not deleted take nothing along', async () => {
    const { id } = (await client.post(apps, whatsApp)).body.data;
    const { path } = await block(0, id);
    expect((await client.delete(`${apps}/${id}`, { headers: { 'If-Match': '"x"' } })).status).toBe(412);
    expect((await client.get(path)).status).toBe(200);
  });

  it('stay, where the tenant refuses it, while an exception uses them, and the refusal says which', async () => {
    client.tenant.conditions.change({ quirks: { appInUse: 'refused' } });
    const { id } = (await client.post(apps, whatsApp)).body.data;
    const exception = await block(0, id);
    const refused = await client.delete(`${apps}/${id}`);
    expect(refused.status).toBe(409);
    expect(fields(refused)).toEqual([
      ['id', `is in use by exception ${exception.id} of configuration 0 ("Default tenant config")`],
    ]);
    await client.delete(exception.path);
    expect((await client.delete(`${apps}/${id}`)).status).toBe(200);
  });

  it('leave their exceptions behind on a tenant of before release 119: for an app without a name', async () => {
    client.tenant.conditions.change({ quirks: { appInUse: 'exceptionsStay' } });
    const { id } = (await client.post(apps, whatsApp)).body.data;
    const exception = await block(0, id);
    expect((await client.delete(`${apps}/${id}`)).status).toBe(200);
    const { data } = (await client.get(exception.path)).body;
    expect(data.certificate_pinned_app).toMatchObject({ app_id: id, app_name: '', windows: { action: 'block' } });
    const { certificate_pinned_app } = data;
    const body = { app_id: id, windows: certificate_pinned_app.windows };
    const changed = await client.put(exception.path, { type: data.type, certificate_pinned_app: body });
    expect([changed.status, fields(changed)[0]?.[0]]).toEqual([400, 'certificate_pinned_app.app_id']);
    expect((await client.delete(exception.path)).status).toBe(200);
  });

  const windows = { match: 'exact', processes: ['a.exe'] };
  it.each<[string, unknown, string[][]]>([
    ['no name', { platforms: { windows } }, [['app_name', 'is required']]],
    ['an empty name', { app_name: '', platforms: { windows } }, [['app_name', 'must not be empty']]],
    ['no platforms', { app_name: 'a' }, [['platforms', 'is required']]],
    ['no platform', { app_name: 'a', platforms: {} }, [['platforms', 'needs at least one platform']]],
    [
      'an unknown platform',
      { app_name: 'a', platforms: { beos: windows } },
      [['platforms.beos', 'is not known here, or cannot be written']],
    ],
    [
      'no process',
      { app_name: 'a', platforms: { windows: { match: 'exact', processes: [] } } },
      [['platforms.windows.processes', 'must not be empty']],
    ],
    [
      'an empty process',
      { app_name: 'a', platforms: { windows: { match: 'exact', processes: ['b.exe', ''] } } },
      [['platforms.windows.processes[1]', 'must not be empty']],
    ],
    [
      'a match that is neither',
      { app_name: 'a', platforms: { windows: { ...windows, match: 'glob' } } },
      [['platforms.windows.match', 'must be one of exact, regex']],
    ],
    [
      'domains on a desktop platform',
      { app_name: 'a', platforms: { windows: { ...windows, domains: ['a.b'] } } },
      [['platforms.windows.domains', 'is not known here, or cannot be written']],
    ],
    [
      'neither process nor domain on a mobile one',
      { app_name: 'a', platforms: { ios: { match: 'exact', processes: [], domains: [] } } },
      [['platforms.ios', 'needs at least one process or one domain']],
    ],
    [
      'a field only the tenant writes',
      { app_name: 'a', platforms: { windows }, custom: false },
      [['custom', 'is not known here, or cannot be written']],
    ],
    [
      'several mistakes at once',
      { app_name: 1, platforms: { windows: { match: 'exact' } } },
      [
        ['app_name', 'must be of type string'],
        ['platforms.windows.processes', 'is required'],
      ],
    ],
  ])('are refused with %s, at the field', async (_, body, expected) => {
    const created = await client.post(apps, body);
    expect([created.status, fields(created)]).toEqual([400, expected]);
    expect((await client.get(apps)).body.total).toBe(4);
  });
});
