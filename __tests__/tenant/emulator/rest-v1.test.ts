import { exceptionBodies } from '../../support/samples';
import { openTenant, type TenantClient } from '../support/tenant-client';

const configurations = '/steering/configurations';
const token = 'the-token';

let client: TenantClient;
beforeEach(async () => {
  client = await openTenant({ token });
});
afterEach(() => client.tenant.close());

const read = (query = '') => client.post(`//api/v1/steeringconfig${query}`, { token }, { token: null });

async function create(body: object): Promise<string> {
  return `${configurations}/${(await client.post(configurations, body)).body.data.config_id}`;
}

describe('the list of REST v1', () => {
  it('names the configurations, the default one first, as the vendor shows it', async () => {
    await create({ config_name: 'cloud based' });
    const { status, body } = await client.get(`//api/v1/steeringconfiglist?token=${token}`, { token: null });
    expect([status, body]).toEqual([
      200,
      {
        status: 'success',
        msg: '',
        data: [
          { config_id: 0, config_name: 'Default tenant config' },
          { config_id: 1, config_name: 'cloud based' },
        ],
      },
    ]);
  });
});

describe('the read of REST v1', () => {
  it('answers all configurations, or those with an id, with a name, or some of them', async () => {
    await create({ config_name: 'web based', traffic_type: 'web' });
    await create({ config_name: 'location based steering', location_based_steering: true });
    const names = async (query?: string) =>
      (await read(query)).body.data.map((one: { steering_config: string }) => one.steering_config);
    const all = ['Default tenant config', 'web based', 'location based steering'];
    expect(await names()).toEqual(all);
    expect(await names('?config_id=0')).toEqual(all.slice(0, 1));
    expect(await names('?config=location%20based%20steering')).toEqual(all.slice(2));
    expect(await names('?limit=1&skip=1')).toEqual(all.slice(1, 2));
    expect(await names('?skip=3')).toEqual([]);
    expect(await names('?config_id=9')).toEqual([]);
    expect((await read('?limit=10000')).body.errors).toEqual(['limit must be at most 9999']);
  });

  it('answers by GET as by POST, with a token in the query and the smaller limit of the client that does so', async () => {
    await create({ config_name: 'web based', traffic_type: 'web' });
    const byGet = (query = '') => client.get(`//api/v1/steeringconfig?token=${token}${query}`, { token: null });
    for (const query of ['', 'config_id=0', 'config=web%20based', 'limit=1&skip=1', 'limit=5000']) {
      expect((await byGet(`&${query}`)).body).toEqual((await read(`?${query}`)).body);
    }
    const { status, body } = await byGet('&limit=5001');
    expect([status, body]).toEqual([
      400,
      { status: 'error', errorCode: 'Invalid Request', errors: ['limit must be at most 5000'] },
    ]);
    expect(client.tenant.journal.counts).toMatchObject({ getConfigurationsV1: 6, readConfigurationsV1: 5 });
    expect(JSON.stringify(client.tenant.journal.entries)).not.toContain(token);
  });

  it('shows a configuration of web traffic as the vendor does', async () => {
    const path = await create({
      config_name: 'web',
      traffic_type: 'web',
      enabled: true,
      user_groups: ['secret group'],
    });
    const notes = { notes: 'bypass categories' };
    await client.post(`${path}/exceptions`, { ...exceptionBodies.category, ...notes });
    await client.post(`${path}/exceptions`, exceptionBodies.domains);
    await client.post(`${path}/exceptions`, exceptionBodies.source_location);
    await client.post(`${path}/exceptions`, exceptionBodies.destination_location);
    await client.post(`${path}/exceptions`, exceptionBodies.source_countries);
    await client.post(`${path}/exceptions`, exceptionBodies.dns);
    await client.post(`${path}/nonstandardports`, { port: 5222 });
    const { body } = await read('?config=web');
    const empty = { data: [], count: 0 };
    expect(body).toEqual({
      status: 'success',
      msg: '',
      data: [
        {
          steering_config: 'web',
          enabled: true,
          location_based_steering: false,
          private_apps_enabled: false,
          priority: '1',
          traffic_type: 'web',
          steered_traffic: empty,
          exceptions: {
            categories: { data: [{ categories: ['Web Conferencing'], ...notes }], count: 1 },
            domains: { data: [{ domains: ['*.example.com', 'example.org'], notes: null }], count: 1 },
            src_netloc: { data: [{ notes: null, src_netloc: ['Lab'] }], count: 1 },
            dst_netloc: { data: [{ notes: null, dst_netloc: ['Data centre'] }], count: 1 },
            countries: { data: [{ notes: null, countries: ['Germany', 'France'] }], count: 1 },
            cert_pinned_apps: empty,
          },
        },
      ],
    });
  });

  it('moves traffic and exceptions under the sides with dynamic steering, and leaves out what a side does not offer', async () => {
    const path = await create({ config_name: 'sides', location_based_steering: true, private_apps_steering: 'all' });
    await client.post(`${path}/exceptions`, { ...exceptionBodies.application, location: 'on_prem' });
    await client.post(`${path}/exceptions`, { ...exceptionBodies.category, location: 'off_prem' });
    const { traffic_type, steered_traffic, exceptions, on_prem, off_prem, private_apps_enabled } = (
      await read('?config=sides')
    ).body.data[0];
    expect({ traffic_type, steered_traffic, exceptions, private_apps_enabled }).toEqual({ private_apps_enabled: true });
    expect(Object.keys(on_prem)).toEqual(['steered_traffic', 'exceptions']);
    const others = ['domains', 'src_netloc', 'dst_netloc', 'countries', 'cert_pinned_apps'];
    expect(Object.keys(on_prem.exceptions)).toEqual(['applictions', ...others]);
    expect(on_prem.exceptions.applictions).toEqual({ data: [{ applications: ['Box'], notes: null }], count: 1 });
    expect(Object.keys(off_prem.exceptions)).toEqual(['categories', ...others]);
    expect(off_prem.exceptions.categories.count).toBe(1);
  });

  it('shows a pinned app with four platforms, its action as a code and its options', async () => {
    const app = {
      app_name: 'WhatsApp',
      platforms: {
        windows: { match: 'exact', processes: ['WhatsApp.exe'] },
        linux: { match: 'exact', processes: ['whatsapp'] },
        android: { match: 'regex', processes: ['com.whatsapp.*'], domains: ['whatsapp.net'] },
      },
    };
    const { id } = (await client.post('/steering/apps/certpinned', app)).body.data;
    const path = await create({ config_name: 'pinned', traffic_type: 'web' });
    const platforms = {
      windows: { action: 'bypass', tunnel: true },
      mac: { action: 'block' },
      linux: { action: 'block' },
      android: { action: 'bypass' },
    };
    const data = { app_id: id, custom_app_domains: ['a.b'], ...platforms };
    await client.post(`${path}/exceptions`, { type: 'certificate_pinned_app', certificate_pinned_app: data });
    const { body } = await read('?config=pinned');
    const options = { managed_device: false, tunnel: false, tunnel_domains: [] };
    expect(body.data[0].exceptions.cert_pinned_apps).toEqual({
      data: [
        {
          notes: null,
          app_name: 'WhatsApp',
          enabled: true,
          data: {
            custom: true,
            appName: 'WhatsApp',
            windows: {
              action: '1',
              processes: ['WhatsApp.exe'],
              enabled: true,
              managed_device: false,
              tunnel: true,
              tunnel_domains: ['a.b'],
            },
            mac: { action: '0', processes: [], enabled: true, ...options },
            android: { action: '1', processes: ['com.whatsapp.*'], enabled: true, domains: ['whatsapp.net'] },
            ios: { action: '1', processes: [], enabled: false, domains: [] },
          },
        },
      ],
      count: 1,
    });
  });

  it('makes up no code for an app that is steered and decrypted, and shows no device classifications', async () => {
    const exact = { match: 'exact', processes: ['Drive'] };
    const app = { app_name: 'Drive', platforms: { windows: exact, mac: exact } };
    const { id } = (await client.post('/steering/apps/certpinned', app)).body.data;
    const path = await create({ config_name: 'drive', traffic_type: 'web' });
    const managed = { action: 'bypass', managed_device: true, device_classifications: ['Corporate'] };
    const data = { app_id: id, windows: { action: 'steer_and_decrypt' }, mac: managed };
    await client.post(`${path}/exceptions`, { type: 'certificate_pinned_app', certificate_pinned_app: data });
    const [shown] = (await read('?config=drive')).body.data[0].exceptions.cert_pinned_apps.data;
    const platform = { processes: ['Drive'], enabled: true, tunnel: false, tunnel_domains: [] };
    expect(shown.data).toMatchObject({ windows: platform, mac: { ...platform, action: '1', managed_device: true } });
    expect(shown.data.windows).toEqual({ ...platform, managed_device: false });
    expect(JSON.stringify(shown)).not.toContain('Corporate');
  });
});
