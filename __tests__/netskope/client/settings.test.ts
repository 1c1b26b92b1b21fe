import { checkSettings, createTenantClient, DEFAULT_PATHS } from '../../../providers/netskope/client';
import type { ClientSettings } from '../../../providers/netskope/client';
import { errorOf, scene, settingsFor } from './support/stub-tenant';
import { VirtualClock } from './support/virtual-clock';

const clientOf = (serverUrl: string, changed: Partial<ClientSettings> = {}) =>
  createTenantClient(settingsFor(serverUrl, changed), { clock: new VirtualClock() });

describe('the server URL', () => {
  it.each([
    ['http://tenant.example/api/v2', /loopback/],
    ['http://localhost.evil.example/api/v2', /loopback/],
    ['http://127.0.0.1.evil.example/', /loopback/],
    ['http://10.0.0.1/', /loopback/],
    ['http://[::2]/', /loopback/],
    ['https://user:pass@tenant.example/api/v2', /credentials/],
    ['https://tenant.example/api/v2?x=1', /query/],
    ['https://tenant.example/api/v2?', /query/],
    ['https://tenant.example/#a', /fragment/],
    ['ftp://tenant.example/', /neither https nor http/],
    ['tenant.example', /not a URL/],
    ['', /not a URL/],
  ])('%j is refused before anything is sent', async (url, text) => {
    const error = await errorOf(clientOf(url).apps.list());
    expect(error).toMatchObject({ name: 'ApiError', code: 'refused_url', setting: 'server_url', attempts: 0 });
    expect(error.message).toMatch(text);
    expect(error.message).not.toContain('pass');
  });

  it.each(['http://127.0.0.1:8080/api/v2', 'http://localhost/', 'http://[::1]:1/x', 'https://tenant.example/api/v2'])(
    '%j is accepted',
    (url) => {
      expect(() => checkSettings(settingsFor(url))).not.toThrow();
    },
  );

  it('may end in slashes', async () => {
    const { stub } = await scene(() => ({ body: { status: 'success', data: [], total: 0 } }));
    await clientOf(`${stub.url}//`).apps.list();
    expect(stub.asked[0]?.path).toBe('/api/v2/steering/apps/certpinned');
  });
});

describe('the other settings', () => {
  it.each<[string, Partial<ClientSettings>]>([
    ['api_key', { apiKey: '' }],
    ['api_key', { apiKey: 'a\nb' }],
    ['requests_per_second', { requestsPerSecond: 0 }],
    ['requests_per_second', { requestsPerSecond: NaN }],
    ['max_retry_wait_seconds', { maxRetryWaitSeconds: -1 }],
    ['max_list_objects', { maxListObjects: 0 }],
    ['max_list_objects', { maxListObjects: 1.5 }],
    ['max_list_objects', { maxListObjects: NaN }],
    ['max_list_mebibytes', { maxListMebibytes: -64 }],
  ])('%s is refused: %j', async (setting, changed) => {
    const { stub } = await scene(() => ({}));
    const client = clientOf(stub.url, changed);
    expect(await errorOf(client.apps.list())).toMatchObject({ code: 'invalid_setting', setting });
    expect(await errorOf(client.apps.list())).toMatchObject({ code: 'invalid_setting', setting });
    expect(stub.asked).toHaveLength(0);
  });

  it.each(['steering', '/a/../b', '/a?b', '/a#b', '//a', '/a/', '/%2e%2e', '/a b', '/', '/{config_id}/a', '/{id}'])(
    'a path is refused: %j',
    async (path) => {
      const client = clientOf('http://127.0.0.1:9/', { paths: { ...DEFAULT_PATHS, configurations: path } });
      expect(await errorOf(client.apps.list())).toMatchObject({ code: 'invalid_setting', setting: 'paths' });
    },
  );

  it('a path inside of configurations must say which', () => {
    const paths = { ...DEFAULT_PATHS, exceptions: '/exceptions' };
    expect(() => checkSettings(settingsFor('http://127.0.0.1/', { paths }))).toThrow(/\{config_id\}/);
  });
});
