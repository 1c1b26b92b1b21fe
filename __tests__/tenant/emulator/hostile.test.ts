import { connect } from 'node:net';
import { once } from 'node:events';
import { openTenant, type TenantClient } from '../support/tenant-client';

const apps = '/steering/apps/certpinned';

let client: TenantClient;
beforeAll(async () => {
  client = await openTenant();
});
afterAll(() => client.tenant.close());
afterEach(async () => {
  // Whatever was tried, the tenant still answers, and holds what it held.
  expect((await client.get(apps)).body.total).toBe(4);
});

const app = '"app_name":"a","platforms":{"mac":{"match":"exact","processes":["a"]}}';

describe('hostile input', () => {
  it.each([
    ['no body', ''],
    ['half a body', '{"app_name":'],
    ['two bodies', '{}{}'],
    ['null', 'null'],
    ['a list', '[]'],
    ['text', '"text"'],
    ['__proto__', `{${app},"__proto__":{"custom":false}}`],
    ['an escaped __proto__', `{${app},"\\u005f_proto__":{"custom":false}}`],
    ['constructor.prototype', `{${app},"constructor":{"prototype":{"custom":false}}}`],
    ['a nested __proto__', '{"app_name":"a","platforms":{"__proto__":{"match":"exact","processes":["a"]}}}'],
    ['hasOwnProperty', `{${app},"hasOwnProperty":1}`],
    ['a deep list', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['a deep field', `{"app_name":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)},"platforms":{}}`],
    ['a huge number', '{"app_name":1e999,"platforms":{}}'],
  ])('in the body is answered 400 in the contract’s shape: %s', async (_, text) => {
    const { status, body } = await client.post(apps, undefined, { text });
    expect([status, body.status]).toEqual([400, 'error']);
    expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:|\bat \w+ \(/);
    expect(({} as { custom?: unknown }).custom).toBeUndefined();
  });

  it('of more than 1 MB is 413, of another type 415', async () => {
    const large = await client.post(apps, undefined, { text: `{"app_name":"${'a'.repeat(1024 * 1024)}"}` });
    expect([large.status, large.body.status]).toEqual([413, 'error']);
    const xml = await client.post(apps, undefined, { text: '<a/>', headers: { 'content-type': 'text/xml' } });
    expect([xml.status, xml.body.status]).toEqual([415, 'error']);
  });

  it('with very many mistakes is answered shortly', async () => {
    const processes = Array.from({ length: 200_000 }, () => 1);
    const { status, body } = await client.post(apps, {
      app_name: 'a',
      platforms: { mac: { match: 'exact', processes } },
    });
    expect([status, body.errors.length]).toEqual([400, 100]);
  });

  it.each([
    ['/steering/apps/certpinned/..%2f..%2fconfigurations', 400],
    ['/steering/apps/certpinned/%00', 400],
    ['/steering/apps/certpinned/%E0%A4%A', 400],
    ['/steering/apps/certpinned/__proto__', 404],
    ['/steering/apps/certpinned/constructor', 404],
    [`/steering/apps/certpinned/${'a'.repeat(101)}`, 414],
    ['/steering/configurations/-1', 400],
    ['/steering/configurations/1e400', 404],
    ['/steering/configurations/99999999999999999999', 404],
    ['/steering/configurations/0%20or%201', 400],
    ['/steering/apps/certpinned?__proto__=1', 400],
    ['/steering/apps/certpinned?filter[a]=1', 400],
  ])('in the path or query is answered in the contract’s shape: %s', async (path, expected) => {
    const { status, body } = await client.get(path);
    expect([status, body.status, body.errors]).toEqual([expected, 'error', expect.any(Array)]);
  });

  it('in names is stored and answered as it is', async () => {
    const names = [
      '<script>',
      '${x} %{y}',
      '\u202e\u0000\u001b[31m',
      '../..',
      "'; drop table apps; --",
      '__proto__',
      '😀',
    ];
    for (const name of names) {
      const created = await client.post(apps, {
        app_name: name,
        platforms: { mac: { match: 'exact', processes: [name] } },
      });
      expect(created.body.data).toMatchObject({ app_name: name, platforms: { mac: { processes: [name] } } });
      const found = await client.get(`${apps}?filter=${encodeURIComponent(name)}`);
      expect(found.body).toMatchObject({ total: 1, data: [{ app_name: name }] });
      await client.delete(`${apps}/${created.body.data.id}`);
    }
  });

  it('that is not HTTP is answered 400 and closed', async () => {
    const socket = connect(Number(new URL(client.tenant.serverUrl).port), '127.0.0.1');
    socket.setEncoding('utf8').write('this is not HTTP\r\n\r\n');
    let answer = '';
    socket.on('data', (text) => (answer += String(text)));
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('closing', () => {
  it('ends at once, with an idle keep-alive connection and with a request half sent', async () => {
    const other = await openTenant();
    await other.get(apps);
    const socket = connect(Number(new URL(other.tenant.serverUrl).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.on('error', () => undefined).write('POST /api/v2 HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n');
    const gone = new Promise((resolve) => socket.once('close', resolve));
    await Promise.all([other.tenant.close(), gone]);
    await expect(fetch(other.tenant.serverUrl)).rejects.toThrow();
  });

  it('listens on loopback only', () => {
    expect(client.tenant.serverUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v2$/);
  });
});
