/** An app that exceptions use: a tenant would delete them with it, so the provider does not delete it. */
import { refuseWhileInUse, USED } from '../../../providers/netskope/uses';
import type { Instance, ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { app as rawApp, page, scene } from '../client/support/stub-tenant';
import { findingsOf, idOf, objectId, Stage } from '../support/drive';

const APP = 'netskopesteering_certificate_pinned_app';
const EXCEPTION = 'netskopesteering_certificate_pinned_app_exception';
const CONFIGURATION = 'netskopesteering_configuration';

const makeApp = async (driver: ProviderDriver, name: string): Promise<Instance> =>
  (await driver.apply(APP, { name, windows: { processes: ['a.exe'] } }))!;
const configOf = (app: Instance, configuration_id = '0', notes = '') => ({
  configuration_id,
  notes,
  app_id: idOf(app),
  windows: 'block',
});
const block = async (driver: ProviderDriver, ...of: Parameters<typeof configOf>): Promise<Instance> =>
  (await driver.apply(EXCEPTION, configOf(...of)))!;
const deletions = ({ tenant }: Stage) =>
  tenant.journal.entries.filter(({ method }) => method === 'DELETE').map(({ path }) => path);
const reads = ({ tenant }: Stage) =>
  tenant.journal.entries
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => path.replace('/api/v2/steering', ''))
    .sort();
const refusalOf = async (driver: ProviderDriver, app: Instance): Promise<string> => {
  const [finding, ...others] = await findingsOf(driver.apply(APP, null, app));
  expect(others).toEqual([]);
  return finding?.text ?? '';
};
/** An exception that somebody else makes. */
const makeElsewhere = ({ tenant: { store } }: Stage, app: Instance, id: string, config_id = 0) =>
  store.exceptions.put(id, {
    id,
    config_id,
    type: 'certificate_pinned_app',
    location: null,
    notes: id,
    etag: id,
    certificate_pinned_app: { app_id: idOf(app), custom_app_domains: [], windows: { action: 'block' } },
  });

it('is not deleted, and the refusal names each exception with its configuration, why, and what to do', async () => {
  const stage = await Stage.start();
  const app = await makeApp(stage.driver, 'A "quoted"');
  const sales = (await stage.driver.apply(CONFIGURATION, { name: 'Sales' }))!;
  const used = [await block(stage.driver, app), await block(stage.driver, app, idOf(sales))];
  const said = await refusalOf(await stage.newDriver(), app);
  expect(said).toContain(`The app "A \\"quoted\\"" (${idOf(app)}) was not deleted: 2 exceptions use it`);
  expect(said).toContain(`- exception ${idOf(used[0]!)}, in configuration 0 ("Default tenant config")\n`);
  expect(said).toContain(`- exception ${idOf(used[1]!)}, in configuration ${idOf(sales)} ("Sales")\n`);
  for (const part of [
    'a tenant deletes what uses an app together with it [doc]',
    `terraform state list -id=${idOf(used[0]!)}`,
    'create_before_destroy',
    '-replace=ADDRESS',
    'The look and a deletion are two steps',
  ])
    expect(said).toContain(part);
  expect(deletions(stage)).toEqual([]);
  expect(stage.tenant.store.apps.get(idOf(app))).toBeDefined();
});

it('is not deleted for an exception on the second page', async () => {
  const stage = await Stage.start();
  const [app, other] = [await makeApp(stage.driver, 'A'), await makeApp(stage.driver, 'B')];
  for (let one = 0; one < 150; one += 1) makeElsewhere(stage, other, `exc-other-${one}`);
  makeElsewhere(stage, app, 'exc-last');
  expect(await refusalOf(await stage.newDriver(), app)).toContain('- exception 0/exc-last, in configuration 0');
  expect(deletions(stage)).toEqual([]);
});

it('names 20 exceptions, and counts the rest', async () => {
  const stage = await Stage.start();
  const app = await makeApp(stage.driver, 'A');
  for (let one = 0; one < 25; one += 1) makeElsewhere(stage, app, `exc-a-${one}`);
  const said = await refusalOf(await stage.newDriver(), app);
  expect(said).toMatch(/25 exceptions use it.*\n- and 5 more\n/s);
  expect(said.match(/- exception /g)).toHaveLength(20);
});

it('puts no foreign text into a command', async () => {
  const stage = await Stage.start();
  const app = await makeApp(stage.driver, 'A');
  makeElsewhere(stage, app, 'x; rm -rf "~"');
  const said = await refusalOf(await stage.newDriver(), app);
  expect(said).toContain('- exception "x; rm -rf \\"~\\"", in configuration 0');
  expect(said).not.toContain('state list');
});

it('is deleted after its exceptions are gone or use another app by the same apply, with one list of each collection', async () => {
  const stage = await Stage.start();
  const [first, second, third] = [
    await makeApp(stage.driver, 'A'),
    await makeApp(stage.driver, 'B'),
    await makeApp(stage.driver, 'C'),
  ];
  const sales = (await stage.driver.apply(CONFIGURATION, { name: 'Sales' }))!;
  const gone = await block(stage.driver, first);
  const moved = await block(stage.driver, second, idOf(sales));
  const driver = await stage.newDriver();
  stage.tenant.journal.clear();
  // What is listed before the writes would still show both exceptions.
  expect(await refusalOf(driver, first)).toContain(idOf(gone));
  await driver.apply(EXCEPTION, null, gone);
  await driver.apply(EXCEPTION, configOf(third, idOf(sales)), moved);
  await Promise.all([first, second].map((app) => driver.apply(APP, null, app)));
  expect(deletions(stage)).toHaveLength(3);
  // The list of apps is for the exception that moves: whether the app has its platforms.
  expect(reads(stage)).toEqual([
    '/apps/certpinned?limit=100&offset=0',
    '/configurations/0/exceptions?limit=100&offset=0',
    `/configurations/${idOf(sales)}/exceptions?limit=100&offset=0`,
    '/configurations?limit=100&offset=0',
  ]);
  expect(await refusalOf(driver, third)).toContain(idOf(moved));
});

it('is not deleted while the tenant does not show a new exception yet', async () => {
  const stage = await Stage.start({ visibilityLagMs: 60_000 });
  const app = await makeApp(stage.driver, 'A');
  const made = await block(stage.driver, app);
  expect(await refusalOf(stage.driver, app)).toContain(idOf(made));
});

it('is gone already where somebody deleted it, and its exceptions with it', async () => {
  const stage = await Stage.start();
  const app = await makeApp(stage.driver, 'A');
  const exception = await block(stage.driver, app);
  stage.tenant.store.apps.remove(idOf(app));
  stage.tenant.store.exceptions.remove(objectId(exception));
  expect(await (await stage.newDriver()).apply(APP, null, app)).toBeNull();
});

describe('where it cannot be seen whether an exception uses it, it is not deleted', () => {
  it('because the token may not read one of the lists', async () => {
    const stage = await Stage.start();
    const app = await makeApp(stage.driver, 'A');
    for (const operation of ['listExceptions', 'listConfigurations'] as const) {
      stage.tenant.conditions.change({ deny: { [operation]: 'No role.' } });
      const said = await refusalOf(await stage.newDriver(), app);
      expect(said).toMatch(
        /was not deleted: .* whether there are any cannot be seen\.\n\nThe token may not do this.*HTTP 403/s,
      );
      stage.tenant.conditions.reset();
    }
    expect(deletions(stage)).toEqual([]);
    expect(await (await stage.newDriver()).apply(APP, null, app)).toBeNull();
  });

  it('because a list ends before all came', async () => {
    const { client, stub } = await scene((asked) =>
      asked.path.endsWith('/exceptions') ? { body: { status: 'success', data: [], total: 5 } } : page(asked, []),
    );
    const refused = refuseWhileInUse(USED.apps, client, { id: 'app-1', name: 'A' }, new AbortController().signal);
    expect((await findingsOf(refused))[0]?.text).toMatch(
      /"A" \(app-1\) was not deleted.*does not give its whole list/s,
    );
    expect(stub.log()).not.toContainEqual(expect.stringContaining('DELETE'));
  });

  it('because an exception has a form that nobody knows', async () => {
    const stage = await Stage.start();
    const app = await makeApp(stage.driver, 'A');
    makeElsewhere(stage, app, 'exc-strange');
    const strange = stage.tenant.store.exceptions.get('exc-strange')!;
    stage.tenant.store.exceptions.put('exc-strange', {
      ...strange,
      certificate_pinned_app: { apps: [idOf(app)] } as never,
    });
    expect(await refusalOf(await stage.newDriver(), app)).toMatch(/cannot tell their app:\n- exception 0\/exc-strange/);
    expect(deletions(stage)).toEqual([]);
  });

  it('because the default configuration is missing from the list of configurations, and others are there', async () => {
    const exception = { id: 'exc-1', type: 'certificate_pinned_app', certificate_pinned_app: { app_id: 'app-1' } };
    const { client } = await scene((asked) =>
      page(asked, asked.path.endsWith('/configurations/0/exceptions') ? [exception] : []),
    );
    const { id, app_name: name } = rawApp(1);
    const refused = refuseWhileInUse(USED.apps, client, { id, name }, new AbortController().signal);
    expect((await findingsOf(refused))[0]?.text).toContain('- exception 0/exc-1, in configuration 0\n');
  });
});

it('is deleted where a configuration vanished since the configurations were listed', async () => {
  const stage = await Stage.start();
  const app = await makeApp(stage.driver, 'A');
  const sales = (await stage.driver.apply(CONFIGURATION, { name: 'Sales' }))!;
  const driver = await stage.newDriver();
  await driver.read(CONFIGURATION, sales);
  stage.tenant.store.configurations.remove(idOf(sales));
  expect(await driver.apply(APP, null, app)).toBeNull();
});

it('is refused by a tenant that keeps apps in use, for an exception that was made after the look', async () => {
  const stage = await Stage.start({ quirks: { appInUse: 'refused' } });
  const [first, second] = [await makeApp(stage.driver, 'A'), await makeApp(stage.driver, 'B')];
  await stage.driver.apply(APP, null, first);
  makeElsewhere(stage, second, 'exc-late');
  const said = await refusalOf(stage.driver, second);
  expect(said).toContain('is in use by exception exc-late of configuration 0 ("Default tenant config")');
});

it('is looked up again once the lists are older than a minute', async () => {
  let uses = 0;
  const exception = { id: 'exc-1', type: 'certificate_pinned_app', certificate_pinned_app: { app_id: 'app-1' } };
  const { client, clock, stub } = await scene((asked) =>
    page(asked, asked.path.endsWith('/exceptions') && uses > 0 ? [exception] : []),
  );
  const look = () => refuseWhileInUse(USED.apps, client, { id: 'app-1', name: 'A' }, new AbortController().signal);
  await look();
  uses = 1;
  await clock.sleep(59_000);
  await look();
  expect(stub.asked).toHaveLength(2);
  await clock.sleep(2_000);
  await expect(look()).rejects.toThrow('exc-1');
  expect(stub.asked).toHaveLength(4);
});

it('that is gone while its exception stays, as before release 119: reads, imports and decides, and turns to another app', async () => {
  const stage = await Stage.start({ trafficMode: 'web', quirks: { appInUse: 'exceptionsStay' } });
  const [app, other] = [await makeApp(stage.driver, 'A'), await makeApp(stage.driver, 'B')];
  const exception = await block(stage.driver, app);
  const { serverUrl, token } = stage.tenant;
  const path = `${serverUrl}/steering/apps/certpinned/${idOf(app)}`;
  await fetch(path, { method: 'DELETE', headers: { 'Netskope-Api-Token': token } });
  const driver = await stage.newDriver();
  const read = await driver.read(EXCEPTION, exception);
  expect(read?.state).toEqual(exception.state);
  const imported = await driver.importResource(EXCEPTION, idOf(exception));
  expect((await driver.plan(EXCEPTION, { ...configOf(app), notes: null }, imported)).action).toBe('no-op');
  const flow = { process: 'a.exe', platform: 'windows', host: 'a.example', port: 443 };
  expect(await driver.readData('netskopesteering_decision', flow)).toMatchObject({
    outcome: 'unknown',
    possible: ['block', 'steer'],
    trace: expect.arrayContaining([expect.stringContaining(`the app with the id "${idOf(app)}" is not among`)]),
  });
  await driver.apply(EXCEPTION, configOf(other), read);
  expect(stage.tenant.store.exceptions.get(objectId(exception))?.certificate_pinned_app?.app_id).toBe(idOf(other));
});
