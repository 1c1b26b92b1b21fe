/** What all objects of the tenant have in common: ids, etags, absence, refusals, and settings that are not known yet. */
import { createTenantClient } from '../../providers/netskope/client';
import { netskope } from '../../providers/netskope/provider';
import { UNKNOWN } from 'terraform-plugin-sdk-ts';
import { ApplyError, type Configuration } from 'terraform-plugin-sdk-ts/testing';
import { failure, one, page, settingsFor, startStub, TOKEN, type Script } from './client/support/stub-tenant';
import { VirtualClock } from './client/support/virtual-clock';
import { closeLater, findingsOf, objectId, Stage, startDriver } from './support/drive';

const APP = 'netskopesteering_certificate_pinned_app';
const CONFIGURATION = 'netskopesteering_configuration';
const PORT = 'netskopesteering_non_standard_port';
const EXCEPTION = 'netskopesteering_certificate_pinned_app_exception';

const app = { name: 'A', windows: { processes: ['a.exe'] } };

/** A driver on a tenant that answers what the test says. */
async function scripted(script: Script) {
  const stub = closeLater(await startStub(script));
  return { stub, driver: await startDriver({ server_url: stub.url, api_key: TOKEN, requests_per_second: 1000 }) };
}

describe('ids', () => {
  it.each([
    [APP, ['', 'a b', '0/1', '../1', 'a?b', 'ä']],
    [CONFIGURATION, ['', '1/2', 'x y']],
    [PORT, ['', '0', '0/1/2', '/1', '0/', '0/../1', '0\\1']],
    [EXCEPTION, ['', '0', 'exc-1', '0//1', '0/a%2F']],
  ])('of %s that are malformed are refused before anything is asked', async (type, ids) => {
    const { driver, tenant } = await Stage.start();
    for (const id of ids) {
      const [finding] = await findingsOf(driver.importResource(type, id));
      expect(finding?.text).toMatch(/^Malformed id: /);
    }
    expect(tenant.journal.entries).toEqual([]);
  });

  it.each([
    [APP, 'nothing'],
    [CONFIGURATION, '77'],
    [PORT, '0/row-77'],
    [PORT, '77/row-1'],
    [EXCEPTION, '0/exc-77'],
  ])('of %s that nothing has are refused with the id: %s', async (type, id) => {
    const { driver } = await Stage.start();
    const [finding] = await findingsOf(driver.importResource(type, id));
    expect(finding?.text).toContain(`with the id "${id}"`);
  });
});

describe('an id that a tenant gives and that no path can hold', () => {
  it.each([
    [APP, app, '"A"'],
    [PORT, { configuration_id: '0', port: 5222 }, 'in configuration 0'],
    ['netskopesteering_domain_exception', { configuration_id: '0', domains: ['a.example'] }, 'in configuration 0'],
  ])('of %s is refused before it is stored, and the object named', async (type, config, name) => {
    for (const id of ['../x', 'a/b', 'a b', '..', 'ä']) {
      const { driver } = await scripted((asked) =>
        asked.method === 'POST' ? one({ ...(asked.body as object), custom: true, id, etag: 'e' }) : page(asked, []),
      );
      const failed = driver.apply(type, config);
      const [finding] = await findingsOf(failed);
      expect(finding?.text).toMatch(/^Not an id: The tenant created the /);
      for (const part of [name, JSON.stringify(type === APP ? id : `0/${id}`), 'Delete the object on the tenant'])
        expect(finding?.text).toContain(part);
      await expect(failed).rejects.toMatchObject({ instance: null });
    }
  });

  it('never takes the place of the id that is stored', async () => {
    const object = { app_name: 'A', custom: true, platforms: { windows: { match: 'exact', processes: ['a.exe'] } } };
    let shown = 'app-1';
    const { driver } = await scripted((asked) => {
      if (asked.path.endsWith('/certpinned') && asked.method === 'GET') return page(asked, []);
      return one({ ...object, id: shown, etag: shown });
    });
    const made = (await driver.apply(APP, app))!;
    shown = '../x';
    const next = driver.apply(APP, { ...app, name: 'B' }, made);
    expect((await findingsOf(next))[0]?.text).toMatch(/^Answer about another object: .* app-1, .* "\.\.\/x"/);
    await expect(next).rejects.toMatchObject({ instance: { state: { id: 'app-1' } } });
    expect((await findingsOf(driver.importResource(APP, 'app-2')))[0]?.text).toMatch(/^Answer about another object: /);
  });
});

describe('an object', () => {
  it('that vanished is gone for a read, and gone already for a destroy', async () => {
    const stage = await Stage.start();
    const made = await stage.settle(APP, app);
    stage.tenant.store.apps.remove(objectId(made));
    const driver = await stage.newDriver();
    expect(await driver.read(APP, made)).toBeNull();
    expect(await (await stage.newDriver()).apply(APP, null, made)).toBeNull();
  });

  it('that is young and not in the list yet is asked for again, until it is there', async () => {
    const object = {
      id: 'app-1',
      app_name: 'A',
      custom: true,
      platforms: { windows: { match: 'exact', processes: ['a.exe'] } },
      etag: 'e',
    };
    let hidden = 2;
    const stub = closeLater(
      await startStub((asked) => {
        if (asked.method === 'POST') return one(object);
        if (asked.path.endsWith('/certpinned')) return page(asked, []);
        return hidden-- > 0 ? failure(404) : one(object);
      }),
    );
    const clock = new VirtualClock(Date.now());
    const provider = {
      ...netskope,
      configure: async () => ({
        tenant: createTenantClient(settingsFor(stub.url), { clock }),
        serverUrl: stub.url,
        formerServerUrls: [],
        guardrails: { enabled: true, suppressed: [] },
        unknownSettings: [],
      }),
    };
    const created = await (await startDriver({}, provider)).apply(APP, app);
    stub.asked.splice(0);
    const read = await (await startDriver({}, provider)).read(APP, created!);
    expect(read?.state).toEqual(created?.state);
    expect(stub.log()).toEqual([
      'GET /steering/apps/certpinned',
      ...Array.from({ length: 3 }, () => 'GET /steering/apps/certpinned/app-1'),
    ]);
    hidden = 2;
    stub.asked.splice(0);
    expect(await (await startDriver({}, provider)).read(APP, read!)).toBeNull();
    expect(stub.log()).toHaveLength(2);
  });

  it('whose creation was written down by a clock that was ahead counts as old: its absence is believed at once', async () => {
    const stage = await Stage.start();
    const wall = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 600_000);
    const made = await stage.driver.apply(APP, app).finally(() => wall.mockRestore());
    stage.tenant.store.apps.remove(objectId(made!));
    stage.tenant.journal.clear();
    expect(await (await stage.newDriver()).read(APP, made!)).toBeNull();
    expect(stage.tenant.journal.counts).toEqual({ listCertificatePinnedApps: 1, getCertificatePinnedApp: 1 });
  });

  it.each<[string, (stage: Stage) => Promise<[Configuration, Configuration]>]>([
    [APP, async () => [app, { ...app, name: 'B' }]],
    [CONFIGURATION, async () => [{ name: 'A' }, { name: 'B' }]],
    [
      PORT,
      async () => [
        { configuration_id: '0', port: 1 },
        { configuration_id: '0', port: 2 },
      ],
    ],
    [
      EXCEPTION,
      async (stage) => {
        const { state } = await stage.settle(APP, app);
        const config = (notes: string) => ({
          configuration_id: '0',
          notes,
          app_id: state['id'],
          windows: 'block',
        });
        return [config('a'), config('b')];
      },
    ],
  ])(
    'of type %s that others changed unseen is neither overwritten nor deleted, with the way out',
    async (type, configs) => {
      const stage = await Stage.start();
      const [first, second] = await configs(stage);
      const made = await stage.settle(type, first);
      const other = await stage.newDriver();
      const theirs = await other.apply(type, second, await other.read(type, made));
      const late = await stage.newDriver();
      for (const config of [{ ...first, ...third(type) }, null]) {
        const [finding] = await findingsOf(late.apply(type, config, made));
        expect(finding?.text).toMatch(/has changed since it was read.*Plan again.*HTTP 412/s);
      }
      const now = await stage.newDriver();
      expect((await now.plan(type, second, await now.read(type, theirs!))).action).toBe('no-op');
    },
  );

  const third = (type: string) => (type === PORT ? { port: 3 } : type === EXCEPTION ? { notes: 'c' } : { name: 'C' });
});

describe('a refusal', () => {
  it('for want of rights names licence, role and route', async () => {
    const { driver } = await Stage.start({ deny: { createCertificatePinnedApp: 'Ask your administrator.' } });
    const [finding] = await findingsOf(driver.apply(APP, app));
    expect(finding?.text).toMatch(/^Cannot create the certificate pinned app: /);
    for (const part of [
      'role',
      'Inline CASB or SWG',
      'POST /steering/apps/certpinned',
      'Ask your administrator.',
      'HTTP 403',
    ]) {
      expect(finding?.text).toContain(part);
    }
  });

  it.each<[string, Configuration, Record<string, string>]>([
    [
      APP,
      app,
      {
        app_name: 'name',
        'platforms.windows.processes[0]': 'windows.processes',
        '/platforms/mac/match': 'mac_os.match',
        'platforms.android.domains[12]': 'android.domains',
        'platforms.linux': 'linux',
        'platforms.amiga': '',
        platforms: '',
      },
    ],
    [
      CONFIGURATION,
      { name: 'A' },
      {
        config_name: 'name',
        traffic_type: 'traffic_mode',
        enabled: 'enabled',
        'user_groups[0]': 'user_groups',
        'organization_units.0': 'organization_units',
        constructor: '',
      },
    ],
    [PORT, { configuration_id: '0', port: 1 }, { port: 'port', 'domains[3]': 'domains', other: '' }],
    [
      EXCEPTION,
      { configuration_id: '0', app_id: 'app-1', windows: 'block' },
      {
        notes: 'notes',
        'certificate_pinned_app.app_id': 'app_id',
        'certificate_pinned_app.custom_app_domains[0]': 'custom_app_domains',
        'certificate_pinned_app.mac.tunnel': 'mac_os',
        'certificate_pinned_app.ios': 'ios',
        'certificate_pinned_app.what': '',
        type: '',
      },
    ],
  ])('of fields of %s stands at the attributes', async (type, config, places) => {
    const errors = Object.keys(places).map((field) => ({ field, message: `is wrong (${field})` }));
    const { driver } = await scripted((asked) =>
      asked.method === 'POST' ? failure(400, { errors }) : page(asked, []),
    );
    const findings = await findingsOf(driver.apply(type, config));
    for (const [field, place] of Object.entries(places)) {
      expect(findings.filter(({ text }) => text.includes(`${field} is wrong`)).map(({ at }) => at)).toEqual([place]);
    }
  });
});

describe('settings that are not known yet', () => {
  const settings = { server_url: UNKNOWN, api_key: 'token' };

  it('let a plan go on with what is stored, without a request', async () => {
    const stage = await Stage.start();
    const made = await stage.settle(APP, app);
    stage.tenant.journal.clear();
    const driver = await startDriver(settings);
    const read = await driver.read(APP, made);
    expect(read).toEqual(made);
    expect((await driver.plan(APP, app, read)).action).toBe('no-op');
    expect((await driver.plan(APP, { ...app, name: 'B' }, read)).action).toBe('update');
    expect((await driver.plan(APP, app)).action).toBe('create');
    expect(stage.tenant.journal.entries).toEqual([]);
  });

  it('are named by whatever needs the tenant', async () => {
    const stage = await Stage.start();
    const made = await stage.settle(APP, app);
    const driver = await startDriver(settings);
    const runs = [
      driver.apply(APP, app),
      driver.apply(APP, { ...app, name: 'B' }, made),
      driver.apply(APP, null, made),
      driver.importResource(APP, 'app-1'),
      driver.importResource('netskopesteering_default_configuration', '0'),
      driver.apply('netskopesteering_default_configuration', {}),
    ];
    for (const run of runs) {
      const [finding] = await findingsOf(run);
      expect(finding?.text).toMatch(/^Provider settings not known yet: .*server_url of the provider/);
    }
    await expect(driver.apply(APP, { ...app, name: 'B' }, made)).rejects.toMatchObject({
      instance: { state: made.state },
    });
    await expect(driver.apply(APP, app)).rejects.toBeInstanceOf(ApplyError);
  });
});
