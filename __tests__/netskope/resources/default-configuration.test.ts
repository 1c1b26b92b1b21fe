import { UNKNOWN } from 'terraform-plugin-sdk-ts';
import type { ApplyError, Configuration } from 'terraform-plugin-sdk-ts/testing';
import { findingsOf, Stage, startDriver } from '../support/drive';

const DEFAULT = 'netskopesteering_default_configuration';

/** What a new tenant has. */
const FOUND = {
  traffic_mode: 'cloud_apps',
  dynamic_steering: { enabled: false, on_premises_traffic_mode: 'cloud_apps', off_premises_traffic_mode: 'web' },
  steer_private_apps: 'none',
  private_apps: [],
  steer_dns: false,
  bypass_exception_traffic_at: 'client',
};

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
    priority: 1,
    ...FOUND,
    found: FOUND,
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

it('can be created too, and the plan says what is there, what changes, and that an import would show more', async () => {
  const stage = await Stage.start({ trafficMode: 'all' });
  const plan = await stage.driver.plan(DEFAULT, { traffic_mode: 'web' }, null);
  expect(plan).toMatchObject({ action: 'create', planned: { id: '0', enabled: true, traffic_mode: 'web' } });
  const [warning] = plan.warnings;
  expect(warning?.summary).toBe('The default configuration is there already');
  expect(warning?.detail).toContain('traffic_mode = "all", dynamic_steering.enabled = false');
  expect(warning?.detail).toContain('This changes traffic_mode from "all" to "web".');
  expect(writes(stage)).toBe(0);

  const created = await stage.driver.applyPlan(DEFAULT, { traffic_mode: 'web' }, null, plan);
  expect(created?.state).toMatchObject({ id: '0', traffic_mode: 'web', found: { traffic_mode: 'all' } });
  const next = await stage.newDriver();
  await next.apply(DEFAULT, null, await next.read(DEFAULT, created!));
  expect(modeOf(stage)).toBe('all');
});

it.each<[string, Configuration, string]>([
  ['nothing is written', {}, 'This changes nothing.'],
  ['what is there is written', { traffic_mode: 'web' }, 'This changes nothing.'],
  [
    'one location is written',
    { dynamic_steering: { enabled: true, on_premises_traffic_mode: 'all' } },
    'This changes dynamic_steering.enabled from false to true, dynamic_steering.on_premises_traffic_mode from "cloud_apps" to "all".',
  ],
  ['a value is unknown', { traffic_mode: UNKNOWN }, 'This changes what is known only after the apply.'],
])('its plan of a create says what changes where %s', async (_, config, said) => {
  const { driver } = await Stage.start({ trafficMode: 'web' });
  const { planned, warnings } = await driver.plan(DEFAULT, config, null);
  expect(planned?.['id']).toBe('0');
  expect(warnings.map(({ detail }) => detail)).toEqual([expect.stringContaining(said)]);
});

it('its plan of a create knows the constants where the provider knows no tenant', async () => {
  const driver = await startDriver({ server_url: UNKNOWN, api_key: 'token' });
  const { planned, warnings } = await driver.plan(DEFAULT, {}, null);
  expect(planned).toMatchObject({ id: '0', enabled: true, traffic_mode: UNKNOWN });
  expect(warnings.map(({ detail }) => detail)).toEqual([expect.stringContaining('is not known')]);
});

it('its plan of a destroy says that it stays, and what is put back', async () => {
  const stage = await Stage.start({ trafficMode: 'all' });
  const untouched = await stage.driver.importResource(DEFAULT, '0');
  const idle = await stage.driver.plan(DEFAULT, null, untouched);
  expect(idle.warnings).toMatchObject([
    { summary: 'The default configuration stays', detail: expect.stringContaining('nothing is put back') },
  ]);
  const changed = await stage.driver.apply(DEFAULT, { traffic_mode: 'web', steer_dns: true }, untouched);
  const { warnings } = await stage.driver.plan(DEFAULT, null, changed);
  expect(warnings.map(({ detail }) => detail)).toEqual([
    expect.stringContaining('These values are put back: traffic_mode = "all", steer_dns = false.'),
  ]);
  expect(modeOf(stage)).toBe('web');
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

/** Per attribute: what is written, and the fields that it changes on the tenant. */
const MANAGED: readonly (readonly [Readonly<Record<string, unknown>>, object])[] = [
  [{ traffic_mode: 'all' }, { traffic_type: 'all' }],
  [{ dynamic_steering: { enabled: true } }, { location_based_steering: true }],
  [
    { dynamic_steering: { enabled: true, on_premises_traffic_mode: 'none', off_premises_traffic_mode: 'all' } },
    { location_based_steering: true, on_prem: { traffic_type: 'none' }, off_prem: { traffic_type: 'all' } },
  ],
  [{ steer_private_apps: 'all' }, { private_apps_steering: 'all' }],
  [
    { steer_private_apps: 'specific', private_apps: ['wiki', 'jira'] },
    { private_apps_steering: 'specific', private_apps: ['wiki', 'jira'] },
  ],
  [{ steer_dns: true }, { steer_dns: true }],
  [{ bypass_exception_traffic_at: 'cloud' }, { bypass_exception_traffic_at: 'cloud' }],
];

it.each(MANAGED)('manages %j and nothing else, and puts back what was there', async (config, changed) => {
  const stage = await Stage.start();
  const before = stage.tenant.store.configurations.get(0)!;
  const imported = await stage.driver.importResource(DEFAULT, '0');
  const made = await stage.driver.apply(DEFAULT, config, imported);
  const { etag: _, ...after } = stage.tenant.store.configurations.get(0)!;
  expect(after).toEqual({ ...before, ...changed, etag: undefined });

  const next = await stage.newDriver();
  const read = await next.read(DEFAULT, made!);
  expect((await next.plan(DEFAULT, config, read)).action).toBe('no-op');
  // What others change beside it stays theirs.
  const other = 'steer_dns' in config ? { traffic_type: 'none' as const } : { steer_dns: true };
  stage.tenant.store.configurations.put(0, { ...stage.tenant.store.configurations.get(0)!, ...other, etag: 'theirs' });
  const last = await stage.newDriver();
  await last.apply(DEFAULT, null, await last.read(DEFAULT, read!));
  expect(stage.tenant.store.configurations.get(0)).toEqual({ ...before, ...other, etag: expect.any(String) });
});

it('says at the attribute what the tenant drops, keeps what was found, and how to keep it', async () => {
  const stage = await Stage.start({ quirks: { fieldsDropped: ['steer_dns'] } });
  const failed = stage.driver.apply(DEFAULT, { steer_dns: true, traffic_mode: 'all' });
  const [finding] = await findingsOf(failed);
  expect(finding).toMatchObject({ at: 'steer_dns' });
  expect(finding?.text).toMatch(/^Not kept by the tenant: .* terraform untaint .* -id=0 names/);
  const { instance } = (await failed.catch((cause: unknown) => cause)) as ApplyError;
  expect(instance?.state).toMatchObject({
    traffic_mode: 'all',
    steer_dns: false,
    found: { traffic_mode: 'cloud_apps' },
  });
  const again = stage.driver.apply(DEFAULT, { steer_dns: true, traffic_mode: 'web' }, instance);
  expect((await findingsOf(again))[0]?.at).toBe('steer_dns');
});
