import { findingsOf, Stage } from '../support/drive';

const DEFAULT = 'netskopesteering_default_configuration';

const modeOf = ({ tenant }: Stage) => tenant.store.configurations.get(0)?.traffic_type;
const setMode = ({ tenant: { store } }: Stage, traffic_type: 'web' | 'all') =>
  store.configurations.put(0, { ...store.configurations.get(0)!, traffic_type, etag: traffic_type });
const writes = ({ tenant }: Stage) => tenant.journal.counts['updateConfiguration'] ?? 0;

it('is imported, changed where it is written, and put back as it was found', async () => {
  const stage = await Stage.start();
  const imported = await stage.driver.importResource(DEFAULT, '0');
  expect(imported?.state).toEqual({
    id: '0',
    name: 'Default tenant config',
    enabled: true,
    traffic_mode: 'cloud_apps',
    found: { traffic_mode: 'cloud_apps' },
  });
  const plan = await stage.driver.plan(DEFAULT, { traffic_mode: 'web' }, imported);
  expect(plan).toMatchObject({
    action: 'update',
    planned: { traffic_mode: 'web', found: { traffic_mode: 'cloud_apps' } },
  });
  const changed = await stage.driver.applyPlan(DEFAULT, { traffic_mode: 'web' }, imported, plan);
  expect(modeOf(stage)).toBe('web');

  const next = await stage.newDriver();
  const read = await next.read(DEFAULT, changed!);
  expect((await next.plan(DEFAULT, { traffic_mode: 'web' }, read)).action).toBe('no-op');
  expect(await next.apply(DEFAULT, null, read)).toBeNull();
  expect(modeOf(stage)).toBe('cloud_apps');
});

it('is not managed where nothing is written: no plan, no write, nothing put back', async () => {
  const stage = await Stage.start();
  const imported = await stage.driver.importResource(DEFAULT, '0');
  expect((await stage.driver.plan(DEFAULT, {}, imported)).action).toBe('no-op');
  setMode(stage, 'all');
  const next = await stage.newDriver();
  const read = await next.read(DEFAULT, imported!);
  expect(read?.state).toMatchObject({ traffic_mode: 'all', found: { traffic_mode: 'cloud_apps' } });
  expect((await next.plan(DEFAULT, {}, read)).action).toBe('no-op');
  expect(await next.apply(DEFAULT, null, read)).toBeNull();
  expect(modeOf(stage)).toBe('all');
  expect(writes(stage)).toBe(0);
});

it('can be created too, with a warning that an import would show more', async () => {
  const stage = await Stage.start({ trafficMode: 'all' });
  const created = await stage.driver.apply(DEFAULT, { traffic_mode: 'web' });
  expect(created?.state).toMatchObject({ id: '0', traffic_mode: 'web', found: { traffic_mode: 'all' } });
  expect(stage.driver.warnings).toMatchObject([{ summary: 'The default configuration was there before' }]);
  const next = await stage.newDriver();
  await next.apply(DEFAULT, null, await next.read(DEFAULT, created!));
  expect(modeOf(stage)).toBe('all');
});

it('created without a mode it writes nothing, neither then nor when it is destroyed', async () => {
  const stage = await Stage.start({ trafficMode: 'web' });
  const created = await stage.driver.apply(DEFAULT, {});
  expect(created?.state).toMatchObject({ traffic_mode: 'web', found: { traffic_mode: 'web' } });
  expect(await stage.driver.apply(DEFAULT, null, created)).toBeNull();
  expect(writes(stage)).toBe(0);
});

it('puts the found mode back although others changed the mode meanwhile, if it ever wrote', async () => {
  const stage = await Stage.start();
  const created = await stage.driver.apply(DEFAULT, { traffic_mode: 'web' });
  setMode(stage, 'all');
  const next = await stage.newDriver();
  const drifted = await next.read(DEFAULT, created!);
  expect((await next.plan(DEFAULT, { traffic_mode: 'web' }, drifted)).action).toBe('update');
  await next.apply(DEFAULT, null, drifted);
  expect(modeOf(stage)).toBe('cloud_apps');
});

it('does not overwrite a change that it has not seen', async () => {
  const stage = await Stage.start();
  const imported = await stage.driver.importResource(DEFAULT, '0');
  setMode(stage, 'all');
  const [finding] = await findingsOf((await stage.newDriver()).apply(DEFAULT, { traffic_mode: 'web' }, imported));
  expect(finding?.text).toMatch(/^Cannot update the default configuration: .*has changed since it was read/);
  expect(modeOf(stage)).toBe('all');
});

it('has the id 0 and no other, and every tenant has it', async () => {
  const stage = await Stage.start();
  for (const id of ['1', '', '0/0', 'x']) {
    const [finding] = await findingsOf(stage.driver.importResource(DEFAULT, id));
    expect(finding?.text).toContain('has the id "0"');
  }
  stage.tenant.store.configurations.remove(0);
  const [finding] = await findingsOf((await stage.newDriver()).importResource(DEFAULT, '0'));
  expect(finding?.text).toMatch(/^No default configuration: /);
});
