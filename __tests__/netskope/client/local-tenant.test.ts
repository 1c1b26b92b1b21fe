/** The client against the local tenant: what both take the contract to say. */
import { createTenantClient } from '../../../providers/netskope/client';
import { decide, modelFromTenant } from '../../../steering';
import { startTenant, type LocalTenant, type Quirks, type TenantOptions } from '../../../tenant/emulator';
import { errorOf, settingsFor } from './support/stub-tenant';

const tenants: LocalTenant[] = [];
afterEach(async () => {
  await Promise.all(tenants.splice(0).map((tenant) => tenant.close()));
});

async function start(options: TenantOptions = {}) {
  const tenant = await startTenant(options);
  tenants.push(tenant);
  const newClient = () => createTenantClient(settingsFor(tenant.serverUrl, { apiKey: tenant.token }));
  return { tenant, client: newClient(), newClient };
}

const whatsApp = (app_name = 'WhatsApp') => ({
  app_name,
  platforms: { windows: { match: 'exact' as const, processes: ['WhatsApp.exe'] } },
});
const block = (app_id: string, notes = '') => ({
  type: 'certificate_pinned_app' as const,
  notes,
  certificate_pinned_app: { app_id, custom_app_domains: ['*'], windows: { action: 'block' as const } },
});

it.each([false, true])('blocks an app and takes it back, with errors behind HTTP 200: %j', async (errorsAs200) => {
  const { client, newClient } = await start({ quirks: { errorsAs200, appInUse: 'refused' } });
  const app = await client.apps.create(whatsApp());
  const renamed = await client.apps.update(app.id, whatsApp('WhatsApp Desktop'));
  const row = await client.nonStandardPorts('0').create({ port: 5222, domains: ['whatsapp.net'] });
  const exception = await client.exceptions('0').create(block(app.id));
  const changed = await client.exceptions('0').update(exception.id, block(app.id, 'why'));

  const second = newClient();
  expect(await second.apps.find(app.id)).toEqual(renamed);
  expect(await second.nonStandardPorts('0').find(row.id)).toEqual(row);
  expect(await second.exceptions('0').find(exception.id)).toEqual(changed);
  expect(changed).toMatchObject({ notes: 'why', certificate_pinned_app: { app_name: 'WhatsApp Desktop' } });

  expect(await errorOf(client.apps.delete(app.id))).toMatchObject({ code: errorsAs200 ? 'rejected' : 'conflict' });
  await client.exceptions('0').delete(exception.id);
  await client.nonStandardPorts('0').delete(row.id);
  await client.apps.delete(app.id);
  await second.apps.delete(app.id);
  const third = newClient();
  expect(await third.apps.find(app.id)).toBeNull();
  expect(await third.exceptions('0').find(exception.id)).toBeNull();
});

it.each<[Quirks, named: readonly string[] | undefined, onManaged: readonly string[]]>([
  [{}, ['Corporate', 'Kiosk'], ['block', 'bypass_direct']],
  [{ listsReordered: true }, ['Corporate', 'Kiosk'], ['block', 'bypass_direct']],
  // A tenant that keeps them and does not say so is not one that takes none.
  [{ fieldsNotReturned: ['device_classifications'] }, undefined, ['block', 'bypass_direct']],
  [{ fieldsDropped: ['device_classifications'] }, [], ['bypass_direct']],
])(
  'carries steer_and_decrypt and device classifications there and back, as far as a tenant with %j shows them',
  async (quirks, expected, onManaged) => {
    const { client, newClient } = await start({ quirks, trafficMode: 'web' });
    const exact = { match: 'exact' as const, processes: ['Drive'] };
    const { id: app_id } = await client.apps.create({ app_name: 'Drive', platforms: { windows: exact, mac: exact } });
    const managed = { action: 'bypass' as const, managed_device: true, tunnel: false };
    const { id } = await client.exceptions('0').create({
      type: 'certificate_pinned_app',
      certificate_pinned_app: {
        app_id,
        custom_app_domains: ['*'],
        windows: { action: 'steer_and_decrypt' },
        mac: { ...managed, device_classifications: ['Corporate', 'Kiosk'] },
      },
    });
    const reader = newClient();
    const shown = (await reader.exceptions('0').find(id))!;
    expect(shown.certificate_pinned_app).toMatchObject({ windows: { action: 'steer_and_decrypt' }, mac: managed });
    const named = shown.certificate_pinned_app?.mac?.device_classifications;
    expect(named && [...named].sort()).toEqual(expected);
    const model = modelFromTenant({
      apps: await reader.apps.list(),
      configurations: await reader.configurations.list(),
      ports: { '0': [] },
      exceptions: { '0': [shown] },
    });
    const possible = (platform: 'windows' | 'mac_os', managed: boolean) =>
      decide(model, { platform, process: 'Drive', host: 'a.example', port: 443, managed }).possible;
    expect(possible('windows', true)).toEqual(['steer']);
    expect(possible('mac_os', true)).toEqual(onManaged);
    expect(possible('mac_os', false)).toEqual(['block']);
  },
);

it('changes configurations, and the default one keeps its id 0', async () => {
  const { client } = await start();
  const made = await client.configurations.create({ config_name: 'Branch', enabled: true, traffic_type: 'web' });
  const id = String(made.config_id);
  expect(await client.configurations.update(id, { traffic_type: 'none' })).toMatchObject({ config_name: 'Branch' });
  expect(await client.configurations.update('0', { traffic_type: 'all' })).toMatchObject({ config_id: 0 });
  await client.configurations.delete(id);
  expect(await client.exceptions(id).find('exc-1')).toBeNull();
  expect(await errorOf(client.nonStandardPorts(id).create({ port: 1 }))).toMatchObject({ code: 'not_found' });
});

it('sees a change by somebody else instead of overwriting it', async () => {
  const { client, newClient } = await start();
  const app = await client.apps.create(whatsApp());
  await newClient().apps.update(app.id, whatsApp('theirs'));
  expect(await errorOf(client.apps.update(app.id, whatsApp('ours')))).toMatchObject({ code: 'precondition_failed' });
  const seen = await client.apps.find(app.id);
  expect(seen).toMatchObject({ app_name: 'theirs' });
  expect(await client.apps.update(app.id, whatsApp('ours'), { etag: seen!.etag })).toMatchObject({ app_name: 'ours' });
});

it('reads 1,000 exceptions for 1,000 resources in 10 requests', async () => {
  const { client, tenant, newClient } = await start();
  const app = await client.apps.create(whatsApp());
  const others = await client.exceptions('0').list();
  const count = 1000 - others.length;
  const made = await Promise.all(Array.from({ length: count }, () => client.exceptions('0').create(block(app.id))));
  tenant.journal.clear();
  const reader = newClient();
  const found = await Promise.all(made.map(({ id }) => reader.exceptions('0').find(id)));
  expect(found.map((exception) => exception?.id)).toEqual(made.map(({ id }) => id));
  expect(tenant.journal.counts).toEqual({ listExceptions: 10 });
});

it.each<Quirks>([{ pagesSkipRow: true }, { listsReordered: true }, { pagesSkipRow: true, listsReordered: true }])(
  'reads a list whole on a tenant with quirks: %j',
  async (quirks) => {
    const { tenant, newClient } = await start();
    const ports = Array.from({ length: 450 }, (_, n) => ({
      id: `row-${n}`,
      config_id: 0,
      port: n + 1,
      domains: [],
      etag: 'e',
    }));
    for (const port of ports) tenant.store.nonStandardPorts.put(port.id, port);
    tenant.conditions.change({ quirks });
    const listed = await newClient().nonStandardPorts('0').list();
    expect(listed.map(({ id }) => id).sort()).toEqual(ports.map(({ id }) => id).sort());
    expect(tenant.journal.counts['listNonStandardPorts']).toBeLessThan(9);
  },
);

it('says what a missing licence, a wrong token and a taken name mean', async () => {
  const { client, tenant } = await start({ deny: { listConfigurations: 'No licence.' } });
  expect(await errorOf(client.configurations.list())).toMatchObject({
    code: 'forbidden',
    message: expect.stringMatching(/Inline CASB or SWG.*No licence/),
  });
  const stranger = createTenantClient(settingsFor(tenant.serverUrl, { apiKey: 'wrong' }));
  expect(await errorOf(stranger.apps.list())).toMatchObject({ code: 'unauthorized' });
  await client.apps.create(whatsApp());
  expect(await errorOf(client.apps.create(whatsApp()))).toMatchObject({ code: 'conflict' });
  expect(await errorOf(client.apps.create({ app_name: '', platforms: {} }))).toMatchObject({
    code: 'invalid',
    fieldErrors: expect.arrayContaining([expect.objectContaining({ field: 'app_name' })]),
  });
});
