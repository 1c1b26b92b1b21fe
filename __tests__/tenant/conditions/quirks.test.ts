import type { Quirks } from '../../../tenant/emulator';
import { waitUntil } from '../../support/wait-until';
import { manualClock } from '../support/manual-clock';
import { openTenant, type TenantClient } from '../support/tenant-client';

const apps = '/steering/apps/certpinned';
const rows = '/steering/configurations/0/nonstandardports';
const exceptions = '/steering/configurations/0/exceptions';
const processes = ['a.exe', 'b.exe', 'c.exe', 'd.exe', 'e.exe', 'f.exe', 'g.exe', 'h.exe'];
const app = { app_name: 'a', platforms: { windows: { match: 'exact', processes } } };

const clock = manualClock();
let client: TenantClient;

/** The answers keep no contract any more, so they are read without the test's client. */
async function open(quirks: Quirks, seed = 1): Promise<void> {
  client = await openTenant({ clock, quirks, seed });
}
afterEach(() => client.tenant.close());

// eslint-disable-next-line @typescript-eslint/no-explicit-any
async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }> {
  const response = await fetch(client.tenant.serverUrl + path, {
    method,
    headers: { 'Netskope-Api-Token': client.tenant.token, 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

describe('the vendor’s quirks', () => {
  it('errorsAs200: refusals come with HTTP 200', async () => {
    await open({ errorsAs200: true });
    expect(await call('GET', `${apps}/app-99`)).toMatchObject({ status: 200, body: { status: 'error' } });
  });

  it('listsReordered: rows and inner lists come in another order, with nothing lost, the same for the same seed', async () => {
    await open({ listsReordered: true });
    const { id } = (await call('POST', apps, app)).body.data;
    const orders = [];
    for (let read = 0; read < 5; read++)
      orders.push((await call('GET', `${apps}/${id}`)).body.data.platforms.windows.processes);
    expect(new Set(orders.map(String)).size).toBeGreaterThan(1);
    for (const order of orders) expect([...order].sort()).toEqual(processes);
    const names = (await call('GET', apps)).body.data.map((one: { app_name: string }) => one.app_name);
    expect(names).not.toEqual(['Zoom', 'Dropbox', 'Skype', 'TeamViewer', 'a']);
    expect(names.sort()).toEqual(['Dropbox', 'Skype', 'TeamViewer', 'Zoom', 'a']);
    await client.tenant.close();

    await open({ listsReordered: true });
    await call('POST', apps, app);
    const again = [];
    for (let read = 0; read < 5; read++)
      again.push((await call('GET', `${apps}/${id}`)).body.data.platforms.windows.processes);
    expect(again).toEqual(orders);
  });

  it('numbersAsStrings: numbers come as strings, and nothing else does', async () => {
    await open({ numbersAsStrings: true });
    await call('POST', rows, { port: 5222, domains: ['a.b'] });
    const { body } = await call('GET', rows);
    expect(body).toMatchObject({ status: 'success', total: '1', data: [{ port: '5222', domains: ['a.b'] }] });
    expect((await call('GET', '/steering/configurations/0')).body.data).toMatchObject({
      config_id: '0',
      enabled: true,
      priority: '1',
    });
  });

  it('fieldsRenamed: a create answers with other names than a read', async () => {
    await open({ fieldsRenamed: true });
    const { data } = (await call('POST', apps, app)).body;
    expect(data).toMatchObject({ name: 'a', platforms: app.platforms });
    expect(data).not.toHaveProperty('app_name');
    expect((await call('GET', `${apps}/${data.id}`)).body.data).toMatchObject({ app_name: 'a' });
    expect((await call('PUT', `${apps}/${data.id}`, app)).body.data).toMatchObject({ app_name: 'a' });
  });

  it('fieldsNotReturned: they are kept, and in no answer', async () => {
    await open({ fieldsNotReturned: ['notes', 'custom_app_domains'] });
    const body = {
      type: 'certificate_pinned_app',
      notes: 'kept',
      certificate_pinned_app: { app_id: 'app-1', custom_app_domains: ['*'], mac: { action: 'block' } },
    };
    const { data } = (await call('POST', exceptions, body)).body;
    expect([data.notes, data.certificate_pinned_app]).toEqual([
      undefined,
      { app_id: 'app-1', app_name: 'Zoom', mac: { action: 'block' } },
    ]);
    client.tenant.conditions.change({ quirks: {} });
    expect((await call('GET', `${exceptions}/${data.id}`)).body.data).toMatchObject(body);
  });

  it('fieldsDropped: they are accepted, known or not, and not kept', async () => {
    await open({ fieldsDropped: ['notes', 'tunnel', 'colour'] });
    const body = {
      type: 'certificate_pinned_app',
      notes: 'lost',
      colour: 'red',
      certificate_pinned_app: { app_id: 'app-1', windows: { action: 'bypass', tunnel: true } },
    };
    const { status, body: answer } = await call('POST', exceptions, body);
    expect([status, answer.data.notes, answer.data.certificate_pinned_app.windows]).toEqual([
      201,
      '',
      { action: 'bypass' },
    ]);
  });

  it('createsCollide: of two creates at once in a collection one is refused, and nothing else is', async () => {
    await open({ createsCollide: 20 });
    const first = call('POST', rows, { port: 1 });
    await waitUntil('the tenant waits', () => clock.sleeping.length === 1);
    expect(await call('POST', rows, { port: 2 })).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining('under way'), errors: [] },
    });
    expect((await call('GET', rows)).status).toBe(200);
    clock.advance(20);
    expect((await first).status).toBe(201);
    const next = call('POST', rows, { port: 3 });
    await waitUntil('the tenant waits', () => clock.sleeping.length === 1);
    const elsewhere = call('POST', exceptions, { type: 'domains', domains: { domains: ['a.b'] } });
    await waitUntil('the tenant waits', () => clock.sleeping.length === 2);
    clock.advance(20);
    expect([(await next).status, (await elsewhere).status]).toEqual([201, 201]);
    expect((await call('GET', rows)).body.data.map((row: { port: number }) => row.port)).toEqual([1, 3]);
  });

  it('pagesSkipRow: every page but the first leaves out a row, and its total knows nothing of it', async () => {
    await open({});
    for (let port = 1; port <= 5; port++) await call('POST', rows, { port });
    client.tenant.conditions.change({ quirks: { pagesSkipRow: true } });
    const page = async (offset: number) => {
      const { body } = await call('GET', `${rows}?limit=2&offset=${offset}`);
      return [body.data.map((row: { port: number }) => row.port), body.total];
    };
    expect([await page(0), await page(2), await page(4)]).toEqual([
      [[1, 2], 5],
      [[4, 5], 4],
      [[], 4],
    ]);
  });
});
