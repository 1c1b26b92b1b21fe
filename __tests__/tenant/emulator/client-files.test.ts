import { chooseConfiguration, type Client } from '../../../tenant/emulator';
import { exceptionBodies } from '../../support/samples';
import { openTenant, type TenantClient } from '../support/tenant-client';

const everybody = { enabled: true, user_groups: [], organization_units: [], os_families: [], device_tags: [] };
const windowsUser: Client = {
  user_groups: ['Sales', 'Staff'],
  organization_units: ['Berlin'],
  os_family: 'windows',
  device_tags: ['byod'],
};

describe('the configuration of a client', () => {
  it.each<[string, object[], number]>([
    ['the default one where there is no other', [], 0],
    ['the first that is enabled', [{ enabled: false }, {}, {}], 1],
    ['one of its groups', [{ user_groups: ['HR'] }, { user_groups: ['HR', 'Sales'] }], 1],
    ['one of its units', [{ organization_units: ['Paris'] }, { organization_units: ['Berlin'] }], 1],
    ['its OS family', [{ os_families: ['mac', 'linux'] }, { os_families: ['windows'] }], 1],
    ['one of its device tags', [{ device_tags: ['kiosk'] }, { device_tags: ['byod', 'kiosk'] }], 1],
    ['all criteria at once', [{ user_groups: ['Sales'], os_families: ['mac'] }, { user_groups: ['Sales'] }], 1],
    ['the default one where none matches', [{ user_groups: ['HR'] }, { device_tags: ['kiosk'] }], 2],
  ])('is %s', (_, custom, expected) => {
    const all = [...custom, {}].map((one) => ({ ...everybody, ...one }));
    expect(chooseConfiguration(all, windowsUser)).toBe(all[expected]);
  });
});

describe('the files of a client', () => {
  const configurations = '/steering/configurations';
  let client: TenantClient;
  beforeEach(async () => {
    client = await openTenant();
  });
  afterEach(() => client.tenant.close());

  const file = (name: string, query: string) => client.get(`//__local/clients/${name}?${query}`);

  async function createApp(app_name: string, platforms: object): Promise<string> {
    return (await client.post('/steering/apps/certpinned', { app_name, platforms })).body.data.id;
  }

  const pinned = (app_id: string, data: object) => ({
    type: 'certificate_pinned_app',
    certificate_pinned_app: { app_id, ...data },
  });

  it('nsbypass.json: a row for each process, as third parties show it', async () => {
    const id = await createApp('WhatsApp', {
      windows: { match: 'exact', processes: ['WhatsApp.exe', 'WhatsAppDesktop.exe'] },
      mac: { match: 'regex', processes: ['^WhatsApp'] },
      android: { match: 'exact', domains: ['whatsapp.net'] },
    });
    await client.post(`${configurations}/0/exceptions`, {
      ...pinned(id, {
        custom_app_domains: ['*'],
        windows: { action: 'block' },
        mac: { action: 'bypass', tunnel: true, managed_device: true },
        android: { action: 'bypass' },
        linux: { action: 'block' },
      }),
    });
    const rows = async (os: string) => {
      const { status, body, headers } = await file('nsbypass.json', `os_family=${os}`);
      expect([status, headers.get('x-strength'), body.status]).toEqual([200, 'community', 'success']);
      expect(body.steering_config_name).toBe('Default tenant config');
      return body.certPinnedAppList.filter(({ appName }: { appName: string }) => appName === 'WhatsApp');
    };
    const row = { appName: 'WhatsApp', app_domains: ['*'], rowID: 'custom_5' };
    const direct = { mode: 'direct', tunnel_domains: [] };
    expect(await rows('windows')).toEqual([
      { ...row, ...direct, action: 0, isRegex: 'false', processName: 'WhatsApp.exe' },
      { ...row, ...direct, action: 0, isRegex: 'false', processName: 'WhatsAppDesktop.exe' },
    ]);
    expect(await rows('mac')).toEqual([
      { ...row, action: 2, isRegex: 'true', mode: 'tunnel', processName: '^WhatsApp', tunnel_domains: ['*'] },
    ]);
    expect(await rows('android')).toEqual([
      { ...row, ...direct, action: 1, app_domains: ['*', 'whatsapp.net'], isRegex: 'false', processName: '' },
    ]);
    expect(await rows('linux')).toEqual([]);
  });

  it('nsbypass.json: makes up neither a row of an app that is steered and decrypted, nor device classifications', async () => {
    const exact = { match: 'exact', processes: ['Drive'] };
    const id = await createApp('Drive', { windows: exact, mac: exact });
    const managed = { action: 'bypass', managed_device: true, device_classifications: ['Corporate'] };
    const data = { custom_app_domains: ['*'], windows: { action: 'steer_and_decrypt' }, mac: managed };
    await client.post(`${configurations}/0/exceptions`, pinned(id, data));
    const rows = async (os: string) =>
      (await file('nsbypass.json', `os_family=${os}`)).body.certPinnedAppList.filter(
        ({ appName }: { appName: string }) => appName === 'Drive',
      );
    expect(await rows('windows')).toEqual([]);
    expect(await rows('mac')).toEqual([
      {
        action: 2,
        appName: 'Drive',
        app_domains: ['*'],
        isRegex: 'false',
        mode: 'direct',
        processName: 'Drive',
        rowID: 'custom_5',
        tunnel_domains: [],
      },
    ]);
  });

  it('nsbypass.json: a predefined app has a number, and no word on regular expressions', async () => {
    const { body } = await file('nsbypass.json', 'os_family=windows');
    expect(body.certPinnedAppList[0]).toEqual({
      action: 1,
      appName: 'Zoom',
      app_domains: [],
      mode: 'direct',
      processName: 'Zoom.exe',
      rowID: '1',
      tunnel_domains: [],
    });
  });

  it('nssteering.json and nsexception.json: the mode, and the domains, each once', async () => {
    await client.patch(`${configurations}/0`, { traffic_type: 'web' });
    await client.post(`${configurations}/0/exceptions`, exceptionBodies.domains);
    await client.post(`${configurations}/0/exceptions`, { ...exceptionBodies.domains, notes: 'again' });
    await client.post(`${configurations}/0/exceptions`, exceptionBodies.category);
    expect((await file('nssteering.json', 'os_family=mac')).body).toEqual({
      steering_config_name: 'Default tenant config',
      traffic_mode: 'web',
    });
    expect((await file('nsexception.json', 'os_family=mac')).body).toEqual({
      names: ['*.example.com', 'example.org'],
      ips: [],
      steering_config_name: 'Default tenant config',
    });
  });

  it('are those of the configuration that is the client’s', async () => {
    await client.post(configurations, { config_name: 'Sales', user_groups: ['Sales'], enabled: true });
    await client.post(configurations, { config_name: 'Macs', os_families: ['mac'], device_tags: ['a'], enabled: true });
    const nameFor = async (query: string) => (await file('nssteering.json', query)).body.steering_config_name;
    expect(await nameFor('os_family=mac&user_group=HR&user_group=Sales')).toBe('Sales');
    expect(await nameFor('os_family=mac&device_tag=a&device_tag=b')).toBe('Macs');
    expect(await nameFor('os_family=linux&device_tag=a&organization_unit=Berlin')).toBe('Default tenant config');
  });

  it('with dynamic steering are those of the side, which must be said', async () => {
    await client.patch(`${configurations}/0`, { location_based_steering: true, off_prem: { traffic_type: 'none' } });
    await client.post(`${configurations}/0/exceptions`, { ...exceptionBodies.domains, location: 'on_prem' });
    await client.post(`${configurations}/0/exceptions`, { ...exceptionBodies.domains, location: 'off_prem' });
    const read = async (location: string) => [
      (await file('nssteering.json', `os_family=mac&location=${location}`)).body.traffic_mode,
      (await file('nsexception.json', `os_family=mac&location=${location}`)).body.names.length,
    ];
    expect([await read('on_prem'), await read('off_prem')]).toEqual([
      ['cloud_apps', 2],
      ['none', 0],
    ]);
    const { status, body } = await file('nssteering.json', 'os_family=mac');
    expect([status, body.errors]).toEqual([
      400,
      [{ field: 'location', message: 'is required: configuration 0 steers by location' }],
    ]);
  });

  it.each([
    ['', 'os_family'],
    ['os_family=beos', 'os_family'],
    ['os_family=mac&location=home', 'location'],
    ['os_family=mac&user=me', 'user'],
  ])('refuse the query "%s"', async (query, field) => {
    const { status, body } = await file('nsbypass.json', query);
    expect([status, body.errors[0].field]).toEqual([400, field]);
  });

  it('need the token, have three names, and stay out of the journal', async () => {
    expect((await client.get('//__local/clients/nsbypass.json', { token: null })).status).toBe(401);
    expect((await file('nsconfig.json', 'os_family=mac')).status).toBe(404);
    client.tenant.journal.clear();
    await file('nsbypass.json', 'os_family=mac');
    expect(client.tenant.journal.entries).toEqual([]);
  });
});
