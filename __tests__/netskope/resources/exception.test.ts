import { UNKNOWN, type Value } from 'terraform-plugin-sdk-ts';
import { closeLater, findingsOf, objectId, Stage, startDriver } from '../support/drive';
import { failure, one, page, startStub, TOKEN } from '../client/support/stub-tenant';
import { ApplyError } from 'terraform-plugin-sdk-ts/testing';

const EXCEPTION = 'netskopesteering_certificate_pinned_app_exception';

async function withApp() {
  const stage = await Stage.start();
  const app = await stage.settle('netskopesteering_certificate_pinned_app', {
    name: 'A',
    windows: { processes: ['a.exe'] },
  });
  const exception = (changes: object, more: object = {}) => ({
    configuration_id: '0',
    app_id: app.state['id'],
    ...changes,
    ...more,
  });
  return { stage, exception };
}

const DESKTOP: readonly (readonly [string, object])[] = [
  ['block', { action: 'block' }],
  ['bypass', { action: 'bypass' }],
  ['bypass_direct', { action: 'bypass', managed_device: false, tunnel: false }],
  ['bypass_tunnel', { action: 'bypass', managed_device: false, tunnel: true }],
  ['bypass_managed_direct', { action: 'bypass', managed_device: true, tunnel: false, device_classifications: [] }],
  ['bypass_managed_tunnel', { action: 'bypass', managed_device: true, tunnel: true, device_classifications: [] }],
  ['steer_and_decrypt', { action: 'steer_and_decrypt' }],
];
const BASIC = DESKTOP.slice(0, 2);
const EVERY = [
  ...[['windows', 'windows'] as const, ['mac_os', 'mac'] as const].flatMap((platform) =>
    DESKTOP.map((action) => [...platform, ...action] as const),
  ),
  ...(['linux', 'ios', 'android', 'chrome_os'] as const).flatMap((name) =>
    BASIC.map((action) => [name, name, ...action] as const),
  ),
];

it('carries every action of every platform to the tenant and back', async () => {
  const { stage, exception } = await withApp();
  expect(EVERY).toHaveLength(22);
  for (const [name, api, action, stored] of EVERY) {
    const made = await stage.settle(EXCEPTION, exception({ [name]: action }));
    const certificate_pinned_app = stage.tenant.store.exceptions.get(objectId(made))!.certificate_pinned_app!;
    expect(certificate_pinned_app[api]).toEqual(stored);
    expect(Object.keys(certificate_pinned_app).sort()).toEqual(['app_id', api, 'custom_app_domains'].sort());
  }
});

it('carries notes, domains and all platforms at once', async () => {
  const { stage, exception } = await withApp();
  const block = { action: 'block' };
  const all = { windows: 'block', mac_os: 'block', linux: 'block', ios: 'block', android: 'block', chrome_os: 'block' };
  const made = await stage.settle(
    EXCEPTION,
    exception({ custom_app_domains: ['a.example', '*'], ...all }, { notes: 'Why: ${x} ✓' }),
  );
  expect(stage.tenant.store.exceptions.get(objectId(made))).toMatchObject({
    type: 'certificate_pinned_app',
    notes: 'Why: ${x} ✓',
    certificate_pinned_app: { custom_app_domains: ['a.example', '*'], mac: block, chrome_os: block },
  });
});

it.each<[Value, Value]>([
  [null, null],
  ['', []],
  ['why', ['a.example']],
])('keeps the spelling of notes %j and domains %j', async (notes, custom_app_domains) => {
  const { stage, exception } = await withApp();
  const created = await stage.driver.apply(EXCEPTION, exception({ custom_app_domains, windows: 'block' }, { notes }));
  expect(created?.state).toMatchObject({ notes, custom_app_domains });
  expect((await (await stage.newDriver()).read(EXCEPTION, created!))?.state).toEqual(created?.state);
});

it('sees what others changed, and repairs it in place', async () => {
  const { stage, exception } = await withApp();
  const config = exception({ custom_app_domains: ['*'], windows: 'block' });
  const made = await stage.settle(EXCEPTION, config);
  const { exceptions } = stage.tenant.store;
  const before = exceptions.get(objectId(made))!;
  const { app_id } = before.certificate_pinned_app!;
  const theirs = {
    app_id,
    custom_app_domains: [],
    windows: { action: 'bypass', tunnel: true },
    linux: { action: 'block' },
  } as const;
  exceptions.put(before.id, {
    ...before,
    etag: 'theirs',
    notes: 'mine now',
    certificate_pinned_app: { ...theirs, custom_app_domains: [] },
  });
  const driver = await stage.newDriver();
  const drifted = await driver.read(EXCEPTION, made);
  expect(drifted?.state).toMatchObject({
    notes: 'mine now',
    custom_app_domains: null,
    windows: 'bypass_tunnel',
    linux: 'block',
  });
  await driver.apply(EXCEPTION, config, drifted);
  expect(exceptions.get(before.id)).toMatchObject({ notes: '', certificate_pinned_app: before.certificate_pinned_app });
  expect(Object.keys(exceptions.get(before.id)!.certificate_pinned_app!)).not.toContain('linux');
});

it('refuses what cannot be meant, at its attribute', async () => {
  const { stage, exception } = await withApp();
  const at = async (config: object) =>
    (await stage.driver.validate(EXCEPTION, config as never)).map(({ path = [] }) =>
      path.map((step) => ('name' in step ? step.name : '')).join('.'),
    );
  expect(await at(exception({}))).toEqual(['']);
  expect(await at(exception({ windows: null }))).toEqual(['']);
  expect(await at({ configuration_id: '0', windows: 'block' })).toEqual(['app_id']);
  expect(await at(exception({ linux: 'bypass_direct' }))).toEqual(['linux']);
  expect(await at(exception({ custom_app_domains: ['*.a.example'], windows: 'bypass' }))).toEqual([
    'custom_app_domains',
  ]);
  expect(await at(exception({ app_id: 'a/b', windows: 'block' }))).toEqual(['app_id']);
  expect(await at(exception({ windows: 'block' }, { configuration_id: '../0' }))).toEqual(['configuration_id']);
});

describe('device classifications', () => {
  const MANAGED = 'bypass_managed_direct';

  it('go to the tenant and back, whatever the order and number in which it shows them', async () => {
    const { stage, exception } = await withApp();
    const config = exception({ windows: MANAGED, windows_device_classifications: ['Lab', 'Corporate'] });
    const made = await stage.settle(EXCEPTION, config);
    const { exceptions } = stage.tenant.store;
    const stored = exceptions.get(objectId(made))!;
    const { certificate_pinned_app: pinned } = stored;
    expect([...(pinned?.windows?.device_classifications ?? [])].sort()).toEqual(['Corporate', 'Lab']);
    const shown = { ...pinned!.windows!, device_classifications: ['Lab ', 'Corporate', 'Lab'] };
    exceptions.put(stored.id, { ...stored, certificate_pinned_app: { ...pinned!, windows: shown } });
    const driver = await stage.newDriver();
    expect((await driver.plan(EXCEPTION, config, await driver.read(EXCEPTION, made))).action).toBe('no-op');
    const imported = await driver.importResource(EXCEPTION, made.state['id'] as string);
    expect((await driver.plan(EXCEPTION, config, imported)).action).toBe('no-op');
  });

  it.each<[Value]>([[null], [[]]])('%j is the same as any managed device', async (none) => {
    const { stage, exception } = await withApp();
    for (const action of [MANAGED, 'block', null]) {
      const config = exception({ linux: 'block', windows: action, windows_device_classifications: none });
      const made = (await stage.driver.apply(EXCEPTION, config))!;
      expect(made.state['windows_device_classifications']).toEqual(none);
      const driver = await stage.newDriver();
      expect((await driver.plan(EXCEPTION, config, await driver.read(EXCEPTION, made))).action).toBe('no-op');
      await stage.driver.apply(EXCEPTION, null, made);
    }
  });

  it.each([['block'], ['bypass_direct'], ['steer_and_decrypt'], [null]])(
    'are refused beside the action %j, with what to do',
    async (action) => {
      const { stage, exception } = await withApp();
      const config = exception({ linux: 'block', mac_os: action, mac_os_device_classifications: ['Lab'] });
      const [finding] = await findingsOf(stage.driver.plan(EXCEPTION, config));
      expect(finding?.at).toBe('mac_os_device_classifications');
      expect(finding?.text).toMatch(/^Device classifications without a managed action: .*bypass_managed_direct.*leave/);
    },
  );
});

describe('a plan that takes an action off a platform', () => {
  const warned = ({ driver }: Stage) =>
    driver.warnings
      .splice(0)
      .map(({ summary, path = [] }) => [summary, ...path.map((step) => 'name' in step && step.name)]);

  it('warns at its attribute, with what ends', async () => {
    const { stage, exception } = await withApp();
    const all = { windows: 'block', mac_os: 'bypass_managed_tunnel', linux: 'bypass' };
    const made = await stage.settle(EXCEPTION, exception(all));
    warned(stage);
    await stage.driver.plan(EXCEPTION, exception({ ...all, windows: null }), made);
    expect(warned(stage)).toEqual([['Windows is no longer blocked', 'windows']]);
    await stage.driver.plan(EXCEPTION, exception({ ios: 'block' }), made);
    expect(warned(stage).map(([summary]) => summary)).toEqual([
      'Windows is no longer blocked',
      'macOS is no longer bypassed on managed devices and blocked on all others',
      'Linux is no longer bypassed',
      'Platform without effect',
    ]);
  });

  it('says nothing of another action, of one that is not known yet, and where nothing changes', async () => {
    const { stage, exception } = await withApp();
    const made = await stage.settle(EXCEPTION, exception({ windows: 'block' }));
    warned(stage);
    for (const windows of ['bypass', UNKNOWN, 'block'])
      await stage.driver.plan(EXCEPTION, exception({ windows }), made);
    expect(warned(stage)).toEqual([]);
  });
});

describe('an exception of a type that this version does not know', () => {
  const foreign = { id: 'exc-9', type: 'from-the-future', notes: '', what: {}, etag: 'e' };
  const known = {
    ...foreign,
    id: 'exc-1',
    type: 'certificate_pinned_app',
    what: undefined,
    certificate_pinned_app: { app_id: 'app-1', app_name: 'A', custom_app_domains: [], windows: { action: 'block' } },
  };

  it('is refused clearly by an import, and disturbs no other', async () => {
    const stub = closeLater(
      await startStub((asked) => (asked.path.endsWith('/exceptions') ? page(asked, [foreign, known]) : failure(404))),
    );
    const driver = await startDriver({ server_url: stub.url, api_key: TOKEN, requests_per_second: 1000 });
    const [finding] = await findingsOf(driver.importResource(EXCEPTION, '0/exc-9'));
    expect(finding?.text).toMatch(
      /^Cannot import this certificate pinned app exception: The exception exc-9 is of the type "from-the-future"/,
    );
    expect((await driver.importResource(EXCEPTION, '0/exc-1'))?.state).toMatchObject({ id: '0/exc-1' });
  });

  it('as the answer to a create it is an error, and what was created is not lost', async () => {
    const stub = closeLater(await startStub((asked) => (asked.method === 'POST' ? one(foreign) : page(asked, []))));
    const driver = await startDriver({ server_url: stub.url, api_key: TOKEN, requests_per_second: 1000 });
    const config = { configuration_id: '0', app_id: 'app-1', windows: 'block' };
    const failed = await driver.apply(EXCEPTION, config).catch((cause: unknown) => cause);
    expect(failed).toBeInstanceOf(ApplyError);
    expect((failed as ApplyError).instance?.state).toMatchObject({ id: '0/exc-9', configuration_id: '0' });
  });
});
