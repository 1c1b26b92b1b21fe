import { findingsOf, objectId, Stage } from '../support/drive';

const APP = 'netskopesteering_certificate_pinned_app';

it.each([
  ['windows', 'windows', { match: 'exact', processes: ['WhatsApp.exe', 'WhatsAppDesktop.exe'] }],
  ['windows', 'windows', { match: 'regex', processes: ['^WhatsApp.*\\.exe$'] }],
  ['mac_os', 'mac', { match: 'exact', processes: ['WhatsApp Helper'] }],
  ['linux', 'linux', { match: 'exact', processes: ['whatsapp'] }],
  ['chrome_os', 'chrome_os', { match: 'exact', processes: ['WhatsApp'] }],
  ['ios', 'ios', { match: 'exact', processes: ['WhatsApp'], domains: ['whatsapp.net'] }],
  ['android', 'android', { match: 'regex', processes: ['com\\.whatsapp'], domains: ['whatsapp.com', 'whatsapp.net'] }],
])('carries every attribute of %s to the tenant and back', async (name, api, definition) => {
  const stage = await Stage.start();
  const app = await stage.settle(APP, { name: 'WhatsApp', [name]: definition });
  expect(stage.tenant.store.apps.get(objectId(app))).toMatchObject({
    app_name: 'WhatsApp',
    custom: true,
    platforms: { [api]: definition },
  });
  expect(app.state).toMatchObject({ name: 'WhatsApp', [name]: definition });
});

it('carries all platforms at once, and takes one away', async () => {
  const stage = await Stage.start();
  const definition = { processes: ['a'] };
  const all = {
    name: 'A',
    windows: definition,
    mac_os: definition,
    linux: definition,
    chrome_os: definition,
    ios: definition,
    android: definition,
  };
  const app = await stage.settle(APP, all);
  const stored = () => Object.keys(stage.tenant.store.apps.get(objectId(app))?.platforms ?? {}).sort();
  expect(stored()).toEqual(['android', 'chrome_os', 'ios', 'linux', 'mac', 'windows']);
  await (await stage.newDriver()).apply(APP, { ...all, linux: null }, app);
  expect(stored()).toEqual(['android', 'chrome_os', 'ios', 'mac', 'windows']);
});

it.each([
  [{ processes: null, domains: ['a.example'] }],
  [{ processes: [], domains: ['a.example'] }],
  [{ processes: ['a'], domains: null }],
  [{ processes: ['a'], domains: [] }],
])('keeps the spelling of what is empty: %j', async (android) => {
  const stage = await Stage.start();
  const config = { name: 'A', android };
  const created = await stage.driver.apply(APP, config);
  expect(created?.state['android']).toEqual({ match: 'exact', ...android });
  const next = await stage.newDriver();
  const read = await next.read(APP, created!);
  expect(read?.state).toEqual(created?.state);
  expect((await next.plan(APP, config, read)).action).toBe('no-op');
});

it('sees what others changed, and repairs it', async () => {
  const stage = await Stage.start();
  const config = { name: 'A', windows: { processes: ['a.exe', 'b.exe'] }, android: { domains: ['a.example'] } };
  const app = await stage.settle(APP, config);
  const { apps } = stage.tenant.store;
  const before = apps.get(objectId(app))!;
  apps.put(before.id, {
    ...before,
    etag: 'theirs',
    app_name: 'B',
    platforms: { windows: { match: 'regex', processes: ['b.exe'] }, linux: { match: 'exact', processes: ['x'] } },
  });
  const driver = await stage.newDriver();
  const drifted = await driver.read(APP, app);
  expect(drifted?.state).toMatchObject({
    name: 'B',
    windows: { match: 'regex', processes: ['b.exe'] },
    linux: { processes: ['x'] },
    android: null,
  });
  await driver.apply(APP, config, drifted);
  expect(apps.get(before.id)).toMatchObject({ app_name: before.app_name, platforms: before.platforms });
});

it('takes the tenant’s order and repetition of processes for the same set', async () => {
  const stage = await Stage.start();
  const config = { name: 'A', windows: { processes: ['a.exe', 'b.exe'] } };
  const app = await stage.settle(APP, config);
  const stored = stage.tenant.store.apps.get(objectId(app))!;
  stage.tenant.store.apps.put(stored.id, {
    ...stored,
    platforms: { windows: { match: 'exact', processes: ['b.exe', 'a.exe', 'b.exe'] } },
  });
  const driver = await stage.newDriver();
  expect((await driver.plan(APP, config, await driver.read(APP, app))).action).toBe('no-op');
});

it('names the taken name, and who wants it', async () => {
  const { driver } = await Stage.start();
  await driver.apply(APP, { name: 'A', windows: { processes: ['a.exe'] } });
  const [finding] = await findingsOf(driver.apply(APP, { name: 'A', linux: { processes: ['a'] } }));
  expect(finding?.text).toMatch(/^Cannot create the certificate pinned app: /);
  expect(finding?.text).toContain('POST /steering/apps/certpinned');
});
