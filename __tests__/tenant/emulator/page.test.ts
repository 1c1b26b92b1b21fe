/** What the tenant serves to its page for people, whatever the page is; here it is a stand-in. */
import { contractOperations } from '../../../tenant/contract/document';
import type { TenantContents, TenantPage } from '../../../tenant/emulator';
import { openTenant, type TenantClient } from '../support/tenant-client';

const path = '//__local/page';
const rows = '/steering/configurations/0/nonstandardports';

let loads = 0;
let asked: unknown[] = [];
const page: TenantPage = {
  document: { html: '<!doctype html><title>Page</title>', policy: "default-src 'none'" },
  show: ({ objects, totals }: TenantContents) => ({ objects, totals }),
  ask: async (question, access) => {
    asked.push([question, access]);
    return { answer: 42 };
  },
};
const load = async () => {
  loads += 1;
  return page;
};

let client: TenantClient;
const open = async (options: Parameters<typeof openTenant>[0] = {}) => {
  client = await openTenant({ page: load, token: 'the-token', consoleToken: 'the-console-token', ...options });
};
beforeEach(() => {
  loads = 0;
  asked = [];
});
afterEach(() => client.tenant.close());

const fetchRoot = (headers: Record<string, string> = {}) =>
  fetch(new URL('/', client.tenant.serverUrl), { headers, redirect: 'manual' });

test('the page needs no token, and says by its headers that nobody may keep, frame or guess it', async () => {
  await open();
  expect(loads).toBe(0);
  const response = await fetchRoot();
  expect([response.status, await response.text()]).toEqual([200, page.document.html]);
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
  };
  for (const [name, value] of Object.entries(headers))
    expect([name, response.headers.get(name)]).toEqual([name, value]);
  expect((await fetchRoot({ origin: 'https://attacker.example' })).status).toBe(403);
});

test('without a page there is no route for one, and the contract knows nothing of it', async () => {
  await open();
  await client.tenant.close();
  client = await openTenant();
  expect((await fetchRoot({ 'Netskope-Api-Token': client.tenant.token })).status).toBe(404);
  expect((await client.get(path)).status).toBe(404);
  expect(contractOperations().filter(({ path: one }) => one === '/' || one.includes('__local'))).toEqual([]);
});

test.each(['GET', 'POST'])('what the page shows and asks needs the token: %s', async (method) => {
  await open();
  for (const token of [null, 'wrong']) {
    const { status, body } = await client.call(method, path, { token, ...(method === 'POST' && { body: {} }) });
    expect([status, body.message]).toEqual([401, expect.stringContaining('Netskope-Api-Token')]);
  }
  expect([loads, asked]).toEqual([0, []]);
});

test('the contents come once, and again when something has changed', async () => {
  await open();
  const first = (await client.get(path)).body;
  expect(first.contents.totals).toEqual({
    apps: 4,
    configurations: 1,
    exceptions: 4,
    networkLocations: 0,
    nonStandardPorts: 0,
  });
  expect((await client.get(`${path}?since=${first.revision}`)).body).not.toHaveProperty('contents');
  await client.post(rows, { port: 5222 });
  const second = (await client.get(`${path}?since=${first.revision}`)).body;
  expect(second.revision).not.toBe(first.revision);
  expect(second.contents.objects.nonStandardPorts['0']).toMatchObject([{ port: 5222, domains: [] }]);
});

test('of each collection 500 objects come at most, over all configurations, and the number of all', async () => {
  await open();
  const { store } = client.tenant;
  const { config_id } = (await client.post('/steering/configurations', { config_name: 'Sales' })).body.data;
  for (let port = 1; port <= 600; port++) {
    const id = `row-${port}`;
    store.nonStandardPorts.put(id, { id, config_id: port <= 400 ? 0 : config_id, port, domains: [], etag: `e${port}` });
  }
  const { objects, totals } = (await client.get(path)).body.contents;
  expect(totals.nonStandardPorts).toBe(600);
  expect(Object.values<object[]>(objects.nonStandardPorts).map(({ length }) => length)).toEqual([400, 100]);
});

test('the journal comes as its latest 100 entries, the newest first, and how many are before them', async () => {
  await open();
  const entry = { operationId: undefined, caller: 'api', status: 404 } as const;
  for (let number = 1; number <= 20_001; number++) {
    client.tenant.journal.record({ ...entry, method: number % 100 === 1 ? 'PUT' : 'GET', path: `/${number}` });
  }
  const { latest, before } = (await client.get(path)).body.journal;
  expect([latest.length, before]).toEqual([100, 19_901]);
  expect(latest[0]).toMatchObject({ number: 20_001, path: '/20001' });
  const { journal } = (await client.get(`${path}?changes=true`)).body;
  expect(journal.latest.slice(0, 2).map(({ number }: { number: number }) => number)).toEqual([20_001, 19_901]);
  await client.delete('//__local/journal');
  expect((await client.get(path)).body.journal).toEqual({ latest: [], before: 0 });
});

test('to look at the tenant leaves no trace, uses up no limit, and is struck by no fault', async () => {
  await open({
    rateLimit: { requests: 1, perSeconds: 60, retryAfter: 'seconds' },
    faults: [{ operation: '*', calls: 1, answer: 'reset' }],
    quirks: { listsReordered: true },
    visibilityLagMs: 60_000,
    deny: { listExceptions: 'no' },
  });
  for (let time = 0; time < 5; time++) expect((await client.get(path)).status).toBe(200);
  const { conditions, journal } = (await client.get(path)).body;
  expect(journal).toEqual({ latest: [], before: 0 });
  expect(conditions).toEqual({
    quirks: { listsReordered: true },
    faults: 1,
    rateLimit: { requests: 1, perSeconds: 60, retryAfter: 'seconds' },
    visibilityLagMs: 60_000,
    denied: ['listExceptions'],
    restV1Only: false,
  });
  await expect(client.get(rows)).rejects.toThrow();
});

test('where only REST v1 is offered, the API token gets the journal and a reason, and the console token all', async () => {
  await open({ restV1Only: true });
  const { body } = await client.get(path);
  expect(body).toEqual({
    refusal: expect.stringMatching(/REST v1 only.*console token/s),
    journal: { latest: [], before: 0 },
    conditions: expect.objectContaining({ restV1Only: true }),
  });
  expect((await client.post(path, {})).body).toMatchObject({ message: body.refusal });
  expect(asked).toEqual([]);
  const token = 'the-console-token';
  expect((await client.get(path, { token })).body.contents.totals.apps).toBe(4);
  expect((await client.post(path, {}, { token })).body).toEqual({ answer: 42 });
});

test('a question reaches the page with the address of the API and the token of who asks', async () => {
  await open();
  const { serverUrl, token } = client.tenant;
  expect((await client.post(path, { port: 5222 })).body).toEqual({ answer: 42 });
  expect(asked).toEqual([[{ port: 5222 }, { serverUrl, token }]]);
  for (const text of ['[]', '1', 'null', '']) expect((await client.call('POST', path, { text })).status).toBe(400);
  expect(JSON.stringify(client.tenant.journal.entries)).toBe('[]');
});
