import { openTenant, type TenantClient } from '../support/tenant-client';

const exceptions = '/steering/configurations/0/exceptions';

let client: TenantClient;
beforeEach(async () => {
  client = await openTenant();
});
afterEach(() => client.tenant.close());

const named = { device_classifications: ['Corporate'] };

function forApp(data: object): object {
  return { type: 'certificate_pinned_app', certificate_pinned_app: { app_id: 'app-1', ...data } };
}

describe('exceptions for certificate pinned apps', () => {
  it('are created, read, replaced and deleted', async () => {
    const block = { app_id: 'app-2', custom_app_domains: ['*'], windows: { action: 'block' } };
    const created = await client.post(exceptions, { ...forApp(block), notes: 'the article' });
    const { id, etag } = created.body.data;
    expect(created.status).toBe(201);
    expect(created.body.data).toEqual({
      id,
      type: 'certificate_pinned_app',
      notes: 'the article',
      location: null,
      certificate_pinned_app: { ...block, app_name: 'Dropbox' },
      etag,
    });
    const replaced = await client.put(`${exceptions}/${id}`, forApp({ linux: { action: 'bypass' } }));
    expect(replaced.body.data).toEqual({
      id,
      type: 'certificate_pinned_app',
      notes: '',
      location: null,
      certificate_pinned_app: {
        app_id: 'app-1',
        app_name: 'Zoom',
        custom_app_domains: [],
        linux: { action: 'bypass' },
      },
      etag: replaced.body.data.etag,
    });
    expect((await client.get(`${exceptions}/${id}`)).body).toEqual(replaced.body);
    expect((await client.delete(`${exceptions}/${id}`)).status).toBe(200);
    expect((await client.get(`${exceptions}/${id}`)).status).toBe(404);
  });

  it.each<[string, object]>([
    [
      'every platform',
      { windows: block(), mac: block(), linux: block(), ios: block(), android: block(), chrome_os: block() },
    ],
    ['direct bypass', { windows: { action: 'bypass' } }],
    ['tunnelled bypass', { windows: { action: 'bypass', tunnel: true } }],
    ['managed devices', { mac: { action: 'bypass', managed_device: true, device_classifications: [] } }],
    [
      'managed devices of some classifications, tunnelled',
      {
        mac: {
          action: 'bypass',
          managed_device: true,
          tunnel: true,
          device_classifications: ['Corporate', 'corporate'],
        },
      },
    ],
    ['decryption in the cloud', { windows: { action: 'steer_and_decrypt' }, mac: { action: 'steer_and_decrypt' } }],
    ['options that say no', { windows: { action: 'bypass', managed_device: false, tunnel: false } }],
  ])('answer %s exactly as written: what is absent stays absent', async (_, data) => {
    const { status, body } = await client.post(exceptions, forApp(data));
    expect(status).toBe(201);
    const { app_id: _id, app_name: _name, custom_app_domains: _domains, ...actions } = body.data.certificate_pinned_app;
    expect(actions).toEqual(data);
  });

  it('say beside a bypass of managed devices always whether it is limited to some, and lose that with it', async () => {
    const managed = { action: 'bypass', managed_device: true };
    const { id } = (await client.post(exceptions, forApp({ windows: managed, mac: { ...managed, ...named } }))).body
      .data;
    const read = async () => (await client.get(`${exceptions}/${id}`)).body.data.certificate_pinned_app;
    expect(await read()).toMatchObject({
      windows: { ...managed, device_classifications: [] },
      mac: { ...managed, ...named },
    });
    await client.put(`${exceptions}/${id}`, forApp({ windows: managed, mac: { action: 'steer_and_decrypt' } }));
    expect((await read()).mac).toEqual({ action: 'steer_and_decrypt' });
  });

  it('show the name their app has now', async () => {
    const app = { app_name: 'Old', platforms: { mac: { match: 'exact', processes: ['Old'] } } };
    const { id } = (await client.post('/steering/apps/certpinned', app)).body.data;
    const exception = (await client.post(exceptions, forApp({ app_id: id, mac: block() }))).body.data;
    await client.put(`/steering/apps/certpinned/${id}`, { ...app, app_name: 'New' });
    const { data } = (await client.get(`${exceptions}/${exception.id}`)).body;
    expect([data.certificate_pinned_app.app_name, data.etag]).toEqual(['New', exception.etag]);
  });

  it('may be two for one app in one configuration', async () => {
    await client.post(exceptions, forApp({ windows: block() }));
    expect((await client.post(exceptions, forApp({ windows: block() }))).status).toBe(201);
  });

  it('are listed by type', async () => {
    expect((await client.get(`${exceptions}?type=certificate_pinned_app`)).body.total).toBe(4);
    const unknown = await client.get(`${exceptions}?type=weather`);
    expect([unknown.status, unknown.body.errors[0].field]).toEqual([400, 'type']);
  });

  it('belong to one configuration', async () => {
    const other = (await client.post('/steering/configurations', { config_name: 'a' })).body.data.config_id;
    expect((await client.get(`/steering/configurations/${other}/exceptions/exc-1`)).status).toBe(404);
    expect((await client.delete(`/steering/configurations/${other}/exceptions/exc-1`)).status).toBe(404);
    expect((await client.post('/steering/configurations/9/exceptions', forApp({ mac: block() }))).status).toBe(404);
  });

  it('need an app that exists, when they are made and when they are replaced', async () => {
    const body = forApp({ app_id: 'app-99', windows: block() });
    const expected = { field: 'certificate_pinned_app.app_id', message: expect.stringContaining('app-99') };
    for (const reply of [await client.post(exceptions, body), await client.put(`${exceptions}/exc-1`, body)]) {
      expect([reply.status, reply.body.errors]).toEqual([400, [expected]]);
    }
  });

  it.each<[string, object, string, RegExp]>([
    [
      '*.x among the domains',
      { custom_app_domains: ['a.b', '*.x'], mac: block() },
      'custom_app_domains[1]',
      /not supported/,
    ],
    ['no platform', {}, '', /at least one platform/],
    ['an unknown action', { windows: { action: 'allow' } }, 'windows.action', /bypass, block/],
    ['no action', { windows: {} }, 'windows.action', /required/],
    ['an option with block', { windows: { action: 'block', tunnel: false } }, 'windows.tunnel', /block/],
    [
      'an option with steer_and_decrypt',
      { mac: { action: 'steer_and_decrypt', managed_device: false } },
      'mac.managed_device',
      /"bypass" only/,
    ],
    ['steer_and_decrypt on linux', { linux: { action: 'steer_and_decrypt' } }, 'linux.action', /bypass, block$/],
    ['steer_and_decrypt on iOS', { ios: { action: 'steer_and_decrypt' } }, 'ios.action', /bypass, block$/],
    ['steer_and_decrypt on Android', { android: { action: 'steer_and_decrypt' } }, 'android.action', /bypass, block$/],
    [
      'steer_and_decrypt on Chrome OS',
      { chrome_os: { action: 'steer_and_decrypt' } },
      'chrome_os.action',
      /bypass, block$/,
    ],
    ...[
      { action: 'bypass' },
      { action: 'bypass', managed_device: false },
      { action: 'block' },
      { action: 'steer_and_decrypt' },
    ].map((action): [string, object, string, RegExp] => [
      `device classifications beside ${JSON.stringify(action)}`,
      { windows: { ...action, ...named } },
      'windows.device_classifications',
      /managed_device true only/,
    ]),
    [
      'an empty list of device classifications beside a block',
      { windows: { action: 'block', device_classifications: [] } },
      'windows.device_classifications',
      /managed_device true only/,
    ],
    [
      'a device classification without a name',
      { windows: { action: 'bypass', managed_device: true, device_classifications: ['a', ''] } },
      'windows.device_classifications[1]',
      /empty/,
    ],
    [
      'device classifications on linux',
      { linux: { action: 'bypass', ...named } },
      'linux.device_classifications',
      /not known/,
    ],
    ['an option on linux', { linux: { action: 'bypass', tunnel: true } }, 'linux.tunnel', /not known/],
    ['an app id that is a path', { app_id: '../0', mac: block() }, 'app_id', /must be an id/],
    ['a name for the app', { app_name: 'Zoom', mac: block() }, 'app_name', /cannot be written/],
  ])('are refused with %s', async (_, data, field, message) => {
    const reply = await client.post(exceptions, forApp(data));
    const path = field === '' ? 'certificate_pinned_app' : `certificate_pinned_app.${field}`;
    expect([reply.status, reply.body.errors]).toEqual([
      400,
      [{ field: path, message: expect.stringMatching(message) }],
    ]);
    expect((await client.get(exceptions)).body.total).toBe(4);
  });

  it('are refused without their type or the data of their type', async () => {
    expect((await client.post(exceptions, { notes: 'x' })).body.errors).toEqual([
      { field: 'type', message: 'is required' },
    ]);
    expect((await client.post(exceptions, { type: 'certificate_pinned_app' })).body.errors).toEqual([
      { field: 'certificate_pinned_app', message: 'is required' },
    ]);
    expect((await client.post(exceptions, { ...forApp({ mac: block() }), type: 'dns' })).body.errors).toEqual([
      { field: 'certificate_pinned_app', message: 'is for exceptions of the type "certificate_pinned_app" only' },
      { field: 'dns', message: 'is required' },
    ]);
  });
});

function block(): { action: string } {
  return { action: 'block' };
}
