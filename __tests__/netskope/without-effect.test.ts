/** Values that do nothing beside others: each is warned of at plan while it is new, and never again. */
import { UNKNOWN } from 'terraform-plugin-sdk-ts';
import type { Configuration, ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { idOf, Stage } from './support/drive';

const APP = 'netskopesteering_certificate_pinned_app';
const CONFIGURATION = 'netskopesteering_configuration';
const DEFAULT = 'netskopesteering_default_configuration';
const EXCEPTION = 'netskopesteering_certificate_pinned_app_exception';
const PORT = 'netskopesteering_non_standard_port';

const port = { configuration_id: '0', port: 5222, domains: ['a.example'] };
const pinned = (more: object) => ({
  configuration_id: '0',
  app_id: 'app-1',
  custom_app_domains: ['a.example'],
  ...more,
});
const domains = 'custom_app_domains';

/** What a plan warns of at attributes; that the default configuration is adopted is about all of it. */
const warned = ({ warnings }: ProviderDriver) =>
  warnings
    .splice(0)
    .filter(({ path }) => path !== undefined)
    .map(({ path = [] }) => path.map((step) => ('name' in step ? step.name : '?')).join('.'));

describe.each<[what: string, type: string, idle: Configuration, at: string, effective: Configuration]>([
  [
    'a traffic mode under dynamic steering',
    CONFIGURATION,
    { name: 'A', traffic_mode: 'web', dynamic_steering: { enabled: true } },
    'traffic_mode',
    { name: 'A', dynamic_steering: { enabled: true } },
  ],
  [
    'the same of the default configuration',
    DEFAULT,
    { traffic_mode: 'web', dynamic_steering: { enabled: true } },
    'traffic_mode',
    { traffic_mode: 'web', dynamic_steering: { enabled: false } },
  ],
  [
    'the mode of a side without dynamic steering',
    CONFIGURATION,
    { name: 'A', dynamic_steering: { enabled: false, on_premises_traffic_mode: 'web' } },
    'dynamic_steering.on_premises_traffic_mode',
    { name: 'A', dynamic_steering: { enabled: true, on_premises_traffic_mode: 'web' } },
  ],
  [
    'the mode of the other side',
    CONFIGURATION,
    { name: 'A', dynamic_steering: { enabled: false, off_premises_traffic_mode: 'all' } },
    'dynamic_steering.off_premises_traffic_mode',
    { name: 'A', dynamic_steering: { enabled: false } },
  ],
  [
    'steering of DNS in a mode without it',
    CONFIGURATION,
    { name: 'A', steer_dns: true },
    'steer_dns',
    { name: 'A', steer_dns: true, traffic_mode: 'web' },
  ],
  [
    'steering of DNS in a mode without it off-premises',
    CONFIGURATION,
    { name: 'A', steer_dns: true, dynamic_steering: { enabled: true, off_premises_traffic_mode: 'none' } },
    'steer_dns',
    { name: 'A', steer_dns: true, dynamic_steering: { enabled: true } },
  ],
  ['port 80', PORT, { ...port, port: 80 }, 'port', { ...port, port: 8080 }],
  ['port 443', PORT, { ...port, port: 443 }, 'port', port],
  ['domains of a block', EXCEPTION, pinned({ windows: 'block' }), domains, pinned({ windows: 'bypass' })],
  [
    'domains where all actions ignore them',
    EXCEPTION,
    pinned({ windows: 'block', mac_os: 'block' }),
    domains,
    pinned({ windows: 'block', mac_os: 'bypass' }),
  ],
  [
    'a match of no processes',
    APP,
    { name: 'A', ios: { match: 'regex', domains: ['a.example'] } },
    'ios.match',
    { name: 'A', ios: { match: 'regex', processes: ['^com\\.a$'] } },
  ],
])('%s', (_, type, idle, at, effective) => {
  /** The predefined app is defined on Windows only, and the plan of an exception would say so. */
  const start = async () => {
    const stage = await Stage.start({ trafficMode: 'web' });
    const zoom = stage.tenant.store.apps.get('app-1')!;
    const { windows } = zoom.platforms;
    stage.tenant.store.apps.put('app-1', { ...zoom, platforms: { windows, mac: windows } as typeof zoom.platforms });
    return stage;
  };

  it('is warned of when it is planned, not once it is stored, and not where it does something', async () => {
    const stage = await start();
    await stage.driver.plan(type, effective);
    expect(warned(stage.driver)).toEqual([]);
    await stage.driver.plan(type, idle);
    expect(warned(stage.driver)).toEqual([at]);
    const made = await stage.driver.apply(type, idle);
    const next = await stage.newDriver();
    await next.plan(type, { ...idle, ...(type === EXCEPTION && { notes: 'more' }) }, await next.read(type, made!));
    expect(warned(next)).toEqual([]);
    expect(await next.validate(type, idle)).toEqual([]);
  });
});

describe('private apps', () => {
  it.each<[Configuration, string[]]>([
    [{ name: 'A', private_apps: ['wiki'] }, ['private_apps']],
    [{ name: 'A', private_apps: ['wiki'], steer_private_apps: 'specific' }, []],
    [{ name: 'A', private_apps: ['wiki'], steer_private_apps: UNKNOWN }, []],
    [{ name: 'A', private_apps: UNKNOWN }, []],
    [{ name: 'A', private_apps: [] }, []],
  ])('of %j: %j', async (config, places) => {
    const { driver } = await Stage.start();
    await driver.plan(CONFIGURATION, config);
    expect(warned(driver)).toEqual(places);
  });

  it('of the default configuration depend on what is there', async () => {
    const { driver } = await Stage.start();
    const imported = await driver.importResource(DEFAULT, '0');
    await driver.plan(DEFAULT, { private_apps: ['wiki'] }, imported);
    expect(warned(driver)).toEqual(['private_apps']);
  });
});

it.each<[string, string, Configuration]>([
  [CONFIGURATION, 'dynamic steering', { name: 'A', traffic_mode: 'web', dynamic_steering: { enabled: UNKNOWN } }],
  [CONFIGURATION, 'all of it', { name: 'A', traffic_mode: 'web', dynamic_steering: UNKNOWN }],
  [CONFIGURATION, 'the mode', { name: 'A', traffic_mode: UNKNOWN, steer_dns: true }],
  [PORT, 'the port', { ...port, port: UNKNOWN }],
  [EXCEPTION, 'an action', pinned({ windows: UNKNOWN })],
  [EXCEPTION, 'a platform', pinned({ windows: 'block', mac_os: UNKNOWN })],
  [EXCEPTION, 'the domains', pinned({ custom_app_domains: UNKNOWN, windows: 'block' })],
])('%s is warned of nothing while %s is not known', async (type, _, config) => {
  const { driver } = await Stage.start();
  await driver.plan(type, config);
  expect(warned(driver)).toEqual([]);
});

describe('a platform that the app does not define', () => {
  const exception = (app_id: unknown, ...platforms: string[]) =>
    ({
      configuration_id: '0',
      app_id,
      ...Object.fromEntries(platforms.map((platform) => [platform, 'block'])),
    }) as Configuration;

  async function withApp() {
    const stage = await Stage.start({ trafficMode: 'web' });
    const app = idOf(await stage.driver.apply(APP, { name: 'A', windows: { processes: ['A.exe'] } }));
    stage.tenant.journal.clear();
    return { stage, app, driver: await stage.newDriver() };
  }

  it('is warned of, with the app, for one list of apps however many exceptions there are', async () => {
    const { stage, app, driver } = await withApp();
    await driver.plan(EXCEPTION, exception(app, 'windows', 'mac_os', 'linux'));
    const [first] = driver.warnings;
    expect(first?.detail).toContain(`The app "A" (${app}) is not defined on macOS`);
    expect(warned(driver)).toEqual(['mac_os', 'linux']);
    await driver.plan(EXCEPTION, exception(app, 'ios'));
    expect(stage.tenant.journal.counts).toEqual({ listCertificatePinnedApps: 1 });
  });

  it('is warned of where it is new, and not where it is stored', async () => {
    const { app, driver } = await withApp();
    const made = await driver.apply(EXCEPTION, exception(app, 'mac_os'));
    warned(driver);
    await driver.plan(EXCEPTION, { ...exception(app, 'mac_os'), notes: 'why' }, made);
    expect(warned(driver)).toEqual([]);
    await driver.plan(EXCEPTION, exception(app, 'mac_os', 'linux'), made);
    expect(warned(driver)).toEqual(['linux']);
  });

  it.each<[string, unknown]>([
    ['is not known', UNKNOWN],
    ['is not there', 'app-77'],
  ])('is nothing to warn of while the app %s', async (_, id) => {
    const { driver } = await withApp();
    await driver.plan(EXCEPTION, exception(id, 'mac_os'));
    expect(warned(driver)).toEqual([]);
  });
});
