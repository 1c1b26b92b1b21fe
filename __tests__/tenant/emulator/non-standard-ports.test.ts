import { openTenant, type TenantClient } from '../support/tenant-client';

const rows = '/steering/configurations/0/nonstandardports';

let client: TenantClient;
beforeEach(async () => {
  client = await openTenant();
});
afterEach(() => client.tenant.close());

describe('non-standard port entries', () => {
  it('are created, read, replaced and deleted', async () => {
    const created = await client.post(rows, { port: 5222, domains: ['whatsapp.net', '192.0.2.1'] });
    const { id, etag } = created.body.data;
    expect(created.status).toBe(201);
    expect(created.body.data).toEqual({ id, port: 5222, domains: ['whatsapp.net', '192.0.2.1'], etag });
    const replaced = await client.put(`${rows}/${id}`, { port: 5223 });
    expect(replaced.body.data).toEqual({ id, port: 5223, domains: [], etag: replaced.body.data.etag });
    expect((await client.get(`${rows}/${id}`)).body).toEqual(replaced.body);
    expect((await client.get(rows)).body).toEqual({ status: 'success', data: [replaced.body.data], total: 1 });
    expect((await client.delete(`${rows}/${id}`)).body).toEqual({ status: 'success' });
    for (const gone of [client.get(`${rows}/${id}`), client.delete(`${rows}/${id}`)]) {
      expect((await gone).status).toBe(404);
    }
  });

  it('may name one port several times, and no port where they name a domain', async () => {
    await client.post(rows, { port: 5222 });
    expect((await client.post(rows, { port: 5222 })).status).toBe(201);
    expect((await client.post(rows, { domains: ['a.b'] })).body.data).toMatchObject({ port: null, domains: ['a.b'] });
    expect((await client.get(rows)).body.total).toBe(3);
  });

  it('belong to one configuration', async () => {
    const other = (await client.post('/steering/configurations', { config_name: 'a' })).body.data.config_id;
    const { id } = (await client.post(rows, { port: 5222 })).body.data;
    const elsewhere = `/steering/configurations/${other}/nonstandardports`;
    expect((await client.get(elsewhere)).body.total).toBe(0);
    expect((await client.get(`${elsewhere}/${id}`)).status).toBe(404);
    expect((await client.delete(`${elsewhere}/${id}`)).status).toBe(404);
    expect((await client.get(`${rows}/${id}`)).status).toBe(200);
  });

  it('need a configuration', async () => {
    expect((await client.post('/steering/configurations/7/nonstandardports', { port: 1 })).status).toBe(404);
    expect((await client.get('/steering/configurations/7/nonstandardports')).status).toBe(404);
  });

  const port = 'must be a whole number from 1 to 65535, or null';
  it.each<[string, object, string, string]>([
    ['port 0', { port: 0 }, 'port', port],
    ['port 65536', { port: 65536 }, 'port', port],
    ['half a port', { port: 1.5 }, 'port', port],
    ['a port as text', { port: '443' }, 'port', port],
    ['neither port nor domain', {}, '', 'needs a port, a domain or both'],
    [
      'a domain with a space',
      { port: 1, domains: ['a b'] },
      'domains[0]',
      'must be one host name or address without spaces and commas',
    ],
  ])('are refused with %s', async (_, body, field, message) => {
    const reply = await client.post(rows, body);
    expect([reply.status, reply.body.errors]).toEqual([400, [{ field, message }]]);
  });

  it.each([1, 65535])('take port %d', async (edge) => {
    expect((await client.post(rows, { port: edge })).status).toBe(201);
  });
});
