import { configure, settings } from '../../providers/netskope/settings';
import { DiagnosticError, UNKNOWN, type Config } from 'terraform-plugin-sdk-ts';
import { COLLECTION_NAMES, COLLECTIONS, type CollectionName } from '../../tenant/contract/collections';
import { startTenant } from '../../tenant/emulator';
import { closeLater, findingsOf, Stage, startDriver } from './support/drive';

const none = Object.fromEntries(Object.keys(settings.attributes).map((name) => [name, null])) as Config<
  typeof settings
>;
const configured = (changes: Partial<Config<typeof settings>>, environment: NodeJS.ProcessEnv = {}) =>
  (async () => configure({ ...none, ...changes }, environment))();

it('come from the environment where the configuration sets nothing', async () => {
  const { serverUrl, token } = closeLater(await startTenant());
  const { tenant } = await configured({}, { NETSKOPE_SERVER_URL: serverUrl, NETSKOPE_API_KEY: ` ${token}\n` });
  expect(await tenant?.configurations.find('0')).toMatchObject({ config_id: 0 });
  const over = await configured(
    { server_url: serverUrl },
    { NETSKOPE_SERVER_URL: 'https://x.invalid', NETSKOPE_API_KEY: token },
  );
  expect(await over.tenant?.configurations.find('0')).toMatchObject({ config_id: 0 });
});

it.each([
  [{}, { NETSKOPE_API_KEY: 't' }, 'server_url', 'NETSKOPE_SERVER_URL'],
  [{}, { NETSKOPE_SERVER_URL: 'https://t.example/api/v2' }, 'api_key', 'NETSKOPE_API_KEY'],
  [{ api_key: '  ' }, { NETSKOPE_SERVER_URL: 'https://t.example/api/v2' }, 'api_key', 'NETSKOPE_API_KEY'],
])('that are missing are named with the environment variable: %j', async (changes, environment, at, variable) => {
  const [finding] = await findingsOf(configured(changes, environment));
  expect(finding).toMatchObject({ at, text: expect.stringContaining(variable) });
});

it.each([
  [{ server_url: 'http://tenant.example/api/v2' }, 'server_url'],
  [{ server_url: 'ftp://tenant.example' }, 'server_url'],
  [{ server_url: 'nonsense' }, 'server_url'],
  [{ server_url: 'https://user:secret@tenant.example' }, 'server_url'],
  [{ requests_per_second: 0 }, 'requests_per_second'],
  [{ max_retry_wait_seconds: -1 }, 'max_retry_wait_seconds'],
  [{ max_retry_wait_seconds: 1.5 }, 'max_retry_wait_seconds'],
  [{ former_server_urls: ['https://old.example/api/v2', 'nonsense'] }, 'former_server_urls'],
  [{ former_server_urls: ['https://user:secret@old.example'] }, 'former_server_urls'],
  [{ max_list_objects: 0 }, 'max_list_objects'],
  [{ max_list_objects: 99.5 }, 'max_list_objects'],
  [{ max_list_mebibytes: -1 }, 'max_list_mebibytes'],
  [{ paths: { exceptions: 'no-slash' } }, 'paths'],
  [{ paths: { configurations: '/a/../b' } }, 'paths'],
])('that cannot be used are refused at their attribute: %j', async (changes, at) => {
  const findings = await findingsOf(
    startDriver({ server_url: 'http://127.0.0.1:1/api/v2', api_key: 'token', ...changes }),
  );
  expect(findings.map((finding) => finding.at)).toEqual([at]);
  expect(JSON.stringify(findings)).not.toContain('secret@');
});

it.each(['0', '-1', '1.5', 'many', '1e400', '64 MiB'])(
  'that the environment gives, and that cannot be used, are refused with the variable: %j',
  async (value) => {
    const given = { NETSKOPE_SERVER_URL: 'http://127.0.0.1:1/', NETSKOPE_API_KEY: 'token-of-tests' };
    for (const name of ['max_list_objects', 'max_list_mebibytes']) {
      const variable = `NETSKOPE_${name.toUpperCase()}`;
      const [finding] = await findingsOf(configured({}, { ...given, [variable]: value }));
      expect(finding).toMatchObject({ at: name, text: expect.stringContaining(variable) });
      expect(await configured({ [name]: 7 }, { ...given, [variable]: value })).toMatchObject({ unknownSettings: [] });
    }
  },
);

describe('proxies of the environment', () => {
  const saved = { ...process.env };
  beforeEach(() => {
    for (const name of Object.keys(process.env)) if (/_proxy$/i.test(name)) delete process.env[name];
  });
  afterEach(() => {
    process.env = { ...saved };
  });
  const https = { server_url: 'https://tenant.example/api/v2', api_key: 'token-of-tests' };

  it.each(['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'])(
    'that %s names and that cannot be used are refused before any resource asks, by the name of the variable',
    async (variable) => {
      const bad = [
        'not-a-url',
        'proxy.example:3128',
        'socks5://127.0.0.1:1',
        'http://',
        'http://pa55:x:y',
        'ftp://pa55@p',
      ];
      for (const value of [...bad, 'http://us%er:pa55word@p', '://', 'http://p:99999']) {
        process.env[variable] = value;
        const findings = await findingsOf(configured(https));
        expect(findings).toHaveLength(1);
        expect(findings[0]?.text).toContain(`${variable} cannot be used`);
        expect(findings[0]?.text).not.toMatch(/pa55|bug/);
        // Plain http is loopback, which no proxy serves; and a host may be left out.
        expect(await configured({ ...https, server_url: 'http://127.0.0.1:1/' })).toMatchObject({
          unknownSettings: [],
        });
        process.env['NO_PROXY'] = 'tenant.example';
        expect(await configured(https)).toMatchObject({ unknownSettings: [] });
        delete process.env['NO_PROXY'];
      }
    },
  );

  it.each(['', ',', '*', '[', '[::1', ':', ':99999', '((', 'tenant.example:x', '\u0000', 'a,,b c'])(
    'that NO_PROXY spoils harm nobody: %j',
    async (value) => {
      process.env['HTTPS_PROXY'] = 'http://proxy.example:3128';
      process.env['NO_PROXY'] = value.replace('\u0000', '');
      expect(await configured(https)).toMatchObject({ unknownSettings: [] });
    },
  );
});

const NO_PATHS = Object.fromEntries(COLLECTION_NAMES.map((name) => [COLLECTIONS[name].setting, null])) as Record<
  (typeof COLLECTIONS)[CollectionName]['setting'],
  null
>;

it.each([
  [{ server_url: UNKNOWN }, ['server_url']],
  [{ api_key: UNKNOWN, requests_per_second: UNKNOWN }, ['api_key', 'requests_per_second']],
  [{ paths: { ...NO_PATHS, configurations: UNKNOWN } }, ['paths']],
])('that are not known make no client and are named: %j', async (changes, unknownSettings) => {
  expect(await configured(changes)).toEqual({
    tenant: null,
    serverUrl: null,
    formerServerUrls: [],
    guardrails: { enabled: true, suppressed: [] },
    unknownSettings,
  });
});

it('lead a gateway’s paths to the collections', async () => {
  const { tenant } = await Stage.start();
  const driver = await startDriver({
    server_url: tenant.serverUrl.replace('/v2', ''),
    api_key: tenant.token,
    requests_per_second: 1000,
    paths: {
      certificate_pinned_apps: '/v2/steering/apps/certpinned',
      configurations: '/v2/steering/configurations',
      non_standard_ports: '/v2/steering/configurations/{config_id}/nonstandardports',
      exceptions: '/v2/steering/configurations/{config_id}/exceptions',
    },
  });
  expect(await driver.apply('netskopesteering_non_standard_port', { configuration_id: '0', port: 1 })).not.toBeNull();
  expect(
    await driver
      .importResource('netskopesteering_certificate_pinned_app_exception', '0/exc-1')
      .catch((cause: unknown) => cause),
  ).not.toBeInstanceOf(DiagnosticError);
});
