import type { ProviderDriver, Configuration } from 'terraform-plugin-sdk-ts/testing';
import { failure, page, startStub, TOKEN } from './client/support/stub-tenant';
import { exceptionOf } from '../support/samples';
import { closeLater, findingsOf, idOf, Stage, startDriver } from './support/drive';

const APP = 'netskopesteering_certificate_pinned_app';
const APPS = 'netskopesteering_certificate_pinned_apps';
const CONFIGURATION = 'netskopesteering_configuration';
const CONFIGURATIONS = 'netskopesteering_configurations';
const EXCEPTION = 'netskopesteering_exception';
const EXCEPTIONS = 'netskopesteering_exceptions';

/** What no exception has but those of its type. */
const NOTHING_OF_ANY_TYPE = {
  applications: null,
  action: null,
  categories: null,
  network_locations: null,
  treat_like_local_ip: null,
  questions: null,
  domains: null,
  countries: null,
};

/** A tenant with an app on two platforms, a configuration, and exceptions of three types. */
async function furnished() {
  const stage = await Stage.start({ trafficMode: 'all' });
  const { driver } = stage;
  const app = idOf(
    await driver.apply(APP, {
      name: 'WhatsApp',
      windows: { match: 'regex', processes: ['^WhatsApp'] },
      android: { domains: ['whatsapp.net'] },
    }),
  );
  const sales = idOf(await driver.apply(CONFIGURATION, { name: 'Sales', enabled: true, device_tags: ['lab'] }));
  const block = { configuration_id: '0', app_id: app, custom_app_domains: ['*'], windows: 'block' };
  const exceptions = [
    await driver.apply(exceptionOf('certificate_pinned_app'), { ...block, notes: 'why' }),
    await driver.apply(exceptionOf('domains'), { configuration_id: '0', domains: ['a.example'] }),
    await driver.apply(exceptionOf('category'), { configuration_id: '0', categories: ['Finance'] }),
  ];
  return { stage, driver: await stage.newDriver(), app, sales, exceptions };
}

const read = async (driver: ProviderDriver, name: string, config: Configuration) =>
  (await driver.readData(name, config)) as Readonly<Record<string, unknown>>;

describe('one object', () => {
  it('is found by its id and by its name, with all that its resource has', async () => {
    const { driver, app, sales, exceptions } = await furnished();
    const byId = await read(driver, APP, { id: app });
    expect(byId).toMatchObject({
      id: app,
      name: 'WhatsApp',
      custom: true,
      windows: { match: 'regex', processes: ['^WhatsApp'] },
      android: { domains: ['whatsapp.net'] },
      linux: null,
    });
    expect(await read(driver, APP, { name: 'WhatsApp' })).toEqual(byId);

    const configuration = await read(driver, CONFIGURATION, { name: 'Sales' });
    expect(configuration).toMatchObject({ id: sales, enabled: true, priority: 1, device_tags: ['lab'] });
    expect(await read(driver, CONFIGURATION, { id: '0' })).toMatchObject({
      name: 'Default tenant config',
      traffic_mode: 'all',
    });

    const id = idOf(exceptions[0]!);
    expect(await read(driver, EXCEPTION, { id })).toEqual({
      ...NOTHING_OF_ANY_TYPE,
      ...exceptions[0]!.state,
      type: 'certificate_pinned_app',
    });
  });

  it('may be predefined by the vendor', async () => {
    const { driver } = await furnished();
    expect(await read(driver, APP, { name: 'Zoom' })).toMatchObject({ custom: false });
  });

  it.each<[string, string, Configuration, string, RegExp]>([
    [
      'a name that nothing has',
      APP,
      { name: 'Signal' },
      'name',
      /no certificate pinned app with the name "Signal".*WhatsApp/,
    ],
    ['an id that nothing has', CONFIGURATION, { id: '77' }, 'id', /no steering configuration with the id "77"/],
    [
      'an exception that is not there',
      EXCEPTION,
      { id: '0/exc-99' },
      'id',
      /no steering exception with the id "0\/exc-99"/,
    ],
    ['both id and name', APP, { id: 'app-1', name: 'Zoom' }, '', /Both id and name/],
    ['neither id nor name', CONFIGURATION, {}, '', /Neither id nor name/],
  ])('is refused with %s', async (_, type, config, at, message) => {
    const { driver } = await furnished();
    const [finding] = await findingsOf(driver.readData(type, config));
    expect(finding?.at).toBe(at);
    expect(finding?.text).toMatch(message);
  });
});

describe('many objects', () => {
  const names = (list: unknown) => (list as { name: string }[]).map(({ name }) => name);

  it.each<[Configuration, readonly string[]]>([
    [{}, ['Dropbox', 'Skype', 'TeamViewer', 'WhatsApp', 'Zoom']],
    [{ custom: true }, ['WhatsApp']],
    [{ custom: false, name_pattern: '^(Z|S)' }, ['Skype', 'Zoom']],
    [{ name_pattern: '(?i)WHATS' }, ['WhatsApp']],
    [{ platform: 'android' }, ['WhatsApp']],
    [{ platform: 'linux' }, []],
  ])('apps are filtered by %j, in the order of their names', async (config, expected) => {
    const { driver } = await furnished();
    const found = await read(driver, APPS, config);
    expect(names(found['certificate_pinned_apps'])).toEqual(expected);
    expect(found['ids']).toHaveLength(expected.length);
  });

  it.each<[Configuration, readonly string[]]>([
    [{}, ['Sales', 'Default tenant config']],
    [{ only_enabled: false }, []],
    [{ name_pattern: 'Default' }, ['Default tenant config']],
  ])('configurations are filtered by %j, in the order of evaluation', async (config, expected) => {
    const { driver } = await furnished();
    expect(names((await read(driver, CONFIGURATIONS, config))['configurations'])).toEqual(expected);
  });

  it('exceptions are filtered by type, app and side', async () => {
    const { driver, app } = await furnished();
    const of = async (config: Configuration) =>
      ((await read(driver, EXCEPTIONS, { configuration_id: '0', ...config }))['exceptions'] as { type: string }[]).map(
        ({ type }) => type,
      );
    expect(await of({})).toHaveLength(7);
    expect(await of({ type: 'domains' })).toEqual(['domains']);
    expect(await of({ app_id: app })).toEqual(['certificate_pinned_app']);
    expect(await of({ location: 'on_premises' })).toEqual([]);
  });

  it('are the same whatever the order of the tenant, and leave out what is not known', async () => {
    const row = (id: number, more: object) => ({ id: `exc-${id}`, notes: '', location: null, etag: 'e', ...more });
    const rows = [
      row(10, { type: 'domains', domains: { domains: ['a.example'] } }),
      row(9, { type: 'domains', domains: { domains: ['b.example'] } }),
      row(1, { type: 'from-the-future', what: {} }),
    ];
    for (const order of [rows, [...rows].reverse()]) {
      const stub = closeLater(await startStub((asked) => page(asked, order)));
      const driver = await startDriver({ server_url: stub.url, api_key: TOKEN, requests_per_second: 1000 });
      expect((await read(driver, EXCEPTIONS, { configuration_id: '0' }))['ids']).toEqual(['0/exc-9', '0/exc-10']);
    }
  });

  it('are refused with a pattern that is none, and with what the tenant says', async () => {
    const { driver } = await furnished();
    // Our own patterns are RE2's alone: no client runs them.
    for (const name_pattern of ['(', 'a(?=b)', '(a)\\1']) {
      const [finding] = await findingsOf(driver.readData(APPS, { name_pattern }));
      expect(finding).toMatchObject({ at: 'name_pattern', text: expect.stringMatching(/^Broken pattern: /) as string });
    }
    expect((await driver.readData(APPS, { name_pattern: '^*Zoo' }))['ids']).toEqual(['app-1']);
    const stub = closeLater(await startStub(() => failure(403)));
    const refused = await startDriver({ server_url: stub.url, api_key: TOKEN });
    expect((await findingsOf(refused.readData(APPS, {})))[0]?.text).toMatch(/^Cannot read certificate pinned apps: /);
  });
});

it('reads each list once, however many data sources ask', async () => {
  const { driver, stage, app } = await furnished();
  stage.tenant.journal.clear();
  await Promise.all([
    read(driver, APP, { id: app }),
    read(driver, APP, { name: 'Zoom' }),
    read(driver, APPS, {}),
    read(driver, EXCEPTIONS, { configuration_id: '0' }),
  ]);
  expect(stage.tenant.journal.counts).toEqual({ listCertificatePinnedApps: 1, listExceptions: 1 });
});
