import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openTenant, type TenantClient } from '../support/tenant-client';

const apps = '/steering/apps/certpinned';
const rows = '/steering/configurations/0/nonstandardports';
const journal = '//__local/journal';

/** Without what is waiting to be collected, of which there may be any amount. */
function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

let client: TenantClient;
beforeEach(async () => {
  client = await openTenant({ token: 'the-token' });
});
afterEach(() => client.tenant.close());

describe('the token', () => {
  it('is a random one unless given', async () => {
    const [one, two] = [await openTenant(), await openTenant()];
    await Promise.all([one.tenant.close(), two.tenant.close()]);
    expect(one.tenant.token).toMatch(/^[0-9a-f]{32}$/);
    expect(two.tenant.token).not.toBe(one.tenant.token);
  });

  it.each([
    ['missing', null],
    ['empty', ''],
    ['wrong', 'the-toke'],
    ['longer', 'the-token '.repeat(100)],
    ['in another case', 'THE-TOKEN'],
  ])('that is %s is refused everywhere, on unknown and local routes too', async (_, token) => {
    for (const path of [apps, '/steering/nothing', '//nothing', journal]) {
      const { status, body } = await client.get(path, { token });
      expect([path, status, body.status]).toEqual([path, 401, 'error']);
    }
    for (const reply of [
      await client.get('//api/v1/steeringconfiglist', { token }),
      await client.get('//api/v1/steeringconfig', { token }),
      await client.post('//api/v1/steeringconfig', { token: 'x' }, { token }),
    ]) {
      expect([reply.status, reply.body.errorCode]).toEqual([403, 'Authorization Error']);
    }
    expect((await client.post(apps, { app_name: 1 }, { token })).status).toBe(401);
  });

  it('is accepted in the query and in the body by REST v1 only', async () => {
    expect((await client.get('//api/v1/steeringconfiglist?token=the-token', { token: null })).status).toBe(200);
    expect((await client.post('//api/v1/steeringconfig', { token: 'the-token' }, { token: null })).status).toBe(200);
    expect((await client.get('//api/v1/steeringconfig?token=the-token', { token: null })).status).toBe(200);
    expect((await client.get(`${apps}?token=the-token`, { token: null })).status).toBe(401);
  });
});

describe('routes', () => {
  it.each([
    ['GET', '/steering/nothing'],
    ['PATCH', apps],
    ['PUT', '/steering/configurations/0'],
    ['GET', '//'],
  ])('that the contract does not know answer 404: %s %s', async (method, path) => {
    const { status, body } = await client.call(method, path);
    expect([status, body]).toEqual([404, { status: 'error', message: expect.stringContaining(method), errors: [] }]);
  });

  it('can be denied, as if a role were missing, before anything else is said', async () => {
    const denied = await openTenant({ deny: { createNonStandardPort: 'The role lacks steering.' } });
    const refused = await denied.post(rows, { port: 'x' });
    const read = await denied.get(rows);
    await denied.tenant.close();
    expect([refused.status, refused.body.message]).toEqual([403, 'The role lacks steering.']);
    expect(read.status).toBe(200);
  });
});

describe('pages', () => {
  beforeEach(() => {
    const table = client.tenant.store.nonStandardPorts;
    for (let port = 1; port <= 105; port++) {
      const id = `row-${port}`;
      table.put(id, { id, config_id: 0, port, domains: [], etag: `e${port}` });
    }
  });

  it('hold 100 objects unless told otherwise, in the order of creation', async () => {
    const { body } = await client.get(rows);
    expect([body.data.length, body.total, body.data[0].port, body.data[99].port]).toEqual([100, 105, 1, 100]);
  });

  it.each([
    ['?offset=100', [101, 102, 103, 104, 105]],
    ['?limit=2&offset=3', [4, 5]],
    ['?limit=1', [1]],
    ['?offset=105', []],
    ['?offset=9007199254740991', []],
  ])('are cut by %s', async (query, ports) => {
    const { body } = await client.get(rows + query);
    expect([body.data.map((row: { port: number }) => row.port), body.total]).toEqual([ports, 105]);
  });

  it('keep the order when an object is replaced, and close up when one goes', async () => {
    const [first, second] = (await client.get(`${rows}?limit=2`)).body.data;
    await client.put(`${rows}/${first.id}`, { port: 1000 });
    await client.delete(`${rows}/${second.id}`);
    const { body } = await client.get(`${rows}?limit=2`);
    expect([body.data.map((row: { port: number }) => row.port), body.total]).toEqual([[1000, 3], 104]);
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=ten', 'limit'],
    ['limit=', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['offset=-1', 'offset'],
    ['offset=1.5', 'offset'],
    ['page=2', 'page'],
  ])('are refused with %s', async (query, field) => {
    const { status, body } = await client.get(`${rows}?${query}`);
    expect([status, body.errors.map((error: { field: string }) => error.field)]).toEqual([400, [field]]);
  });
});

describe('etags', () => {
  it('are the same in the body, in the header and in the list', async () => {
    const created = await client.post(rows, { port: 5222 });
    const { id, etag } = created.body.data;
    expect(created.headers.get('etag')).toBe(`"${etag}"`);
    expect((await client.get(`${rows}/${id}`)).headers.get('etag')).toBe(`"${etag}"`);
    expect((await client.get(rows)).body.data[0].etag).toBe(etag);
  });

  it.each(['"%"', '%', '*', '"other", "%"'])('let a change pass that names the right one: %s', async (pattern) => {
    const { id, etag } = (await client.post(rows, { port: 5222 })).body.data;
    const headers = { 'If-Match': pattern.replace('%', etag) };
    expect((await client.put(`${rows}/${id}`, { port: 5223 }, { headers })).status).toBe(200);
  });

  it('stop a change or deletion of every kind of object that has changed since', async () => {
    const app = { app_name: 'a', platforms: { mac: { match: 'exact', processes: ['a'] } } };
    const exception = {
      type: 'certificate_pinned_app',
      certificate_pinned_app: { app_id: 'app-1', mac: { action: 'block' } },
    };
    const kinds: [string, 'put' | 'patch', object][] = [
      [apps, 'put', app],
      ['/steering/configurations', 'patch', { config_name: 'a' }],
      [rows, 'put', { port: 5222 }],
      ['/steering/configurations/0/exceptions', 'put', exception],
    ];
    for (const [collection, change, body] of kinds) {
      const { data } = (await client.post(collection, body)).body;
      const path = `${collection}/${data.id ?? data.config_id}`;
      const newer = (await client[change](path, body)).body.data;
      const headers = { 'If-Match': `"${data.etag}"` };
      expect((await client[change](path, body, { headers })).status).toBe(412);
      expect((await client.delete(path, { headers })).status).toBe(412);
      expect((await client.get(path)).body.data).toEqual(newer);
      expect((await client.delete(path, { headers: { 'If-Match': `"${newer.etag}"` } })).status).toBe(200);
    }
  });

  it('do not matter for an object that is gone', async () => {
    expect((await client.delete(`${rows}/row-9`, { headers: { 'If-Match': '"v1"' } })).status).toBe(404);
  });
});

describe('the journal', () => {
  it('names every request with the token by its operation, also those that were refused', async () => {
    await client.get(`${rows}?limit=1`);
    await client.get(apps, { token: 'wrong' });
    await client.post(rows, { port: 0 });
    await client.get('/steering/nothing');
    const entries = client.tenant.journal.entries.map(({ at: _, ...entry }) => entry);
    expect(entries).toEqual([
      {
        operationId: 'listNonStandardPorts',
        method: 'GET',
        path: `/api/v2${rows}?limit=1`,
        status: 200,
        caller: 'api',
      },
      { operationId: 'createNonStandardPort', method: 'POST', path: `/api/v2${rows}`, status: 400, caller: 'api' },
      { operationId: undefined, method: 'GET', path: '/api/v2/steering/nothing', status: 404, caller: 'api' },
    ]);
    expect(Date.parse(client.tenant.journal.entries[0]?.at ?? '')).toBeLessThanOrEqual(Date.now());
  });

  it('is read and cleared from another process, and does not record that', async () => {
    await client.get(rows);
    await client.get(rows);
    await client.get(apps);
    const { body } = await client.get(journal);
    expect(body.counts).toEqual({ listNonStandardPorts: 2, listCertificatePinnedApps: 1 });
    expect(body.data).toEqual(client.tenant.journal.entries);
    await client.delete(journal);
    expect((await client.get(journal)).body).toEqual({ data: [], total: 0, counts: {} });
  });

  it('keeps nothing of requests without the token, wherever they carry it, and counts none', async () => {
    await client.get(apps, { token: 'wrong' });
    await client.get('/steering/nothing', { token: null });
    await client.post('//api/v1/steeringconfig', { token: 'wrong' }, { token: null });
    await client.post('//api/v1/steeringconfig', undefined, { token: null, text: '{' });
    expect((await client.get(journal)).body).toEqual({ data: [], total: 0, counts: {} });
  });

  it('keeps a thousand characters of a path, and of entries so many that they fit in some megabytes', async () => {
    await client.get(`${apps}?filter=${'a'.repeat(7_000)}`);
    expect(client.tenant.journal.entries[0]?.path).toMatch(/^\/api\/v2\/steering\/apps\/certpinned\?filter=a+…$/);
    const entry = { operationId: 'listExceptions', caller: 'api', method: 'GET', status: 200 } as const;
    const before = memoryInUse();
    for (let index = 0; index < 80_000; index++) {
      client.tenant.journal.record({ ...entry, path: `/${index}/${'b'.repeat(7_000)}` });
    }
    const { entries, counts } = client.tenant.journal;
    expect(Math.max(...entries.map(({ path }) => path.length))).toBe(1_001);
    expect(entries.length).toBeLessThanOrEqual(20_000);
    expect(entries.at(-1)?.path).toMatch(/^\/79999\/b/);
    expect(counts['listExceptions']).toBe(80_000);
    expect(memoryInUse() - before).toBeLessThan(100e6);
  });

  it('is read in pages', async () => {
    for (let index = 1; index <= 1_005; index++) {
      client.tenant.journal.record({
        operationId: undefined,
        caller: 'api',
        method: 'GET',
        path: `/${index}`,
        status: 404,
      });
    }
    const paths = async (query: string) =>
      (await client.get(journal + query)).body.data.map((entry: { path: string }) => entry.path);
    expect((await client.get(journal)).body).toMatchObject({ total: 1_005, data: { length: 1_000 } });
    expect(await paths('?offset=1000')).toEqual(['/1001', '/1002', '/1003', '/1004', '/1005']);
    expect(await paths('?offset=3&limit=2')).toEqual(['/4', '/5']);
    for (const query of ['?limit=0', '?limit=1001', '?offset=-1', '?offset=x', '?limit=1&limit=2']) {
      expect([query, (await client.get(journal + query)).status]).toEqual([query, 400]);
    }
  });

  it('holds no token', async () => {
    await client.get('//api/v1/steeringconfiglist?a=b&token=the-token', { token: null });
    await client.get(`${apps}?TOKEN=the-token`);
    await client.get(`${apps}?to%6ben=the-token`);
    await client.get(`${apps}?netskope-api-token=the-token`);
    await client.post('//api/v1/steeringconfig', { token: 'the-token' });
    expect(JSON.stringify(client.tenant.journal.entries)).not.toContain('the-token');
    expect(client.tenant.journal.entries[0]?.path).toBe('/api/v1/steeringconfiglist?a=b&token=[redacted]');
  });
});

describe('errors as HTTP 200', () => {
  it('hide refusals, but neither a missing token nor a missing role nor a missing route', async () => {
    const quirky = await openTenant({ quirks: { errorsAs200: true }, deny: { deleteException: 'No.' } });
    const replies = [
      await quirky.get(`${apps}/app-99`),
      await quirky.post(rows, {}),
      await quirky.delete(`${apps}/app-1`),
      await quirky.delete(`${rows}/row-1`, { headers: { 'If-Match': '"x"' } }),
      await quirky.get(apps, { token: null }),
      await quirky.delete('/steering/configurations/0/exceptions/exc-1'),
      await quirky.get('/steering/nothing'),
    ];
    await quirky.tenant.close();
    expect(replies.map(({ status, body }) => [status, body.status])).toEqual([
      [200, 'error'],
      [200, 'error'],
      [200, 'error'],
      [200, 'error'],
      [401, 'error'],
      [403, 'error'],
      [404, 'error'],
    ]);
  });
});

describe('every answer', () => {
  it('names its request', async () => {
    const [one, two] = [await client.get(apps), await client.get('/steering/nothing')];
    expect(one.headers.get('x-request-id')).toBeTruthy();
    expect(two.headers.get('x-request-id')).not.toBe(one.headers.get('x-request-id'));
  });
});
