/** A proxy between the client and the tenant: whatever it answers to CONNECT, it ends in time, and nothing of it is believed. */
import net, { type AddressInfo, type Socket } from 'node:net';
import { createTenantClient } from '../../../providers/netskope/client';
import { errorOf, settingsFor } from './support/stub-tenant';
import { VirtualClock } from './support/virtual-clock';

const ATTEMPT_MS = 400;
const LONGEST_S = 2;

let proxy: net.Server | undefined;
let sockets: Socket[];
let asked: string;
const environment = { ...process.env };

/** @param react to what a client says first */
async function startProxy(react: (client: Socket) => void): Promise<void> {
  sockets = [];
  asked = '';
  const server = net.createServer((client) => {
    sockets.push(client);
    client.on('error', () => {});
    client.once('data', (data) => {
      asked = data.toString();
      react(client);
    });
  });
  proxy = server;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  for (const name of Object.keys(process.env)) if (/_proxy$/i.test(name)) delete process.env[name];
  process.env['HTTPS_PROXY'] = `http://us%40er:p%3Ass@127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  process.env = { ...environment };
  for (const socket of sockets) socket.destroy();
  await new Promise((done) => proxy?.close(done));
});

const newClient = () =>
  createTenantClient(settingsFor('https://tenant.test/api/v2', { maxRetryWaitSeconds: LONGEST_S }), {
    clock: new VirtualClock(),
    attemptTimeoutMs: ATTEMPT_MS,
  });

/** Writes for ever, as fast as the client reads. */
function flood(client: Socket, text: string): void {
  const more = () => {
    while (!client.destroyed && client.write(text)) if (client.bytesWritten > 50_000_000) return;
  };
  client.on('drain', more);
  more();
}

it('is told the host and its credentials, and nothing else', async () => {
  await startProxy((client) => client.destroy());
  await errorOf(newClient().apps.list());
  expect(asked).toMatch(/^CONNECT tenant\.test:443 HTTP\/1\.1\r\n/);
  expect(asked).toContain(`Proxy-Authorization: Basic ${Buffer.from('us@er:p:ss').toString('base64')}\r\n`);
  expect(asked).not.toMatch(/tok3n|api\/v2/);
});

it.each<[string, (client: Socket) => void, string, RegExp]>([
  ['endless headers', (client) => flood(client, `X-Long: ${'x'.repeat(1000)}\r\n`), 'network', /PROXY_HPE/],
  [
    'endless headers after a status',
    (client) => {
      client.write('HTTP/1.1 200 OK\r\n');
      flood(client, `X-Long: ${'x'.repeat(1000)}\r\n`);
    },
    'network',
    /PROXY_HPE_HEADER_OVERFLOW/,
  ],
  ['one endless header', (client) => flood(client, 'x'.repeat(10_000)), 'network', /PROXY_HPE/],
  ['nothing', () => {}, 'timeout', /did not answer in time through the proxy/],
  [
    'a header each tenth of a second',
    (client) => {
      client.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => client.write('X: y\r\n'), 100);
      client.once('close', () => clearInterval(timer));
    },
    'timeout',
    /did not answer in time/,
  ],
  ['a closed connection', (client) => client.end(), 'network', /PROXY_ECONNRESET/],
  ['junk', (client) => client.write('SSH-2.0-OpenSSH\r\n\r\n'), 'network', /PROXY_HPE/],
  ['a wish for more', (client) => client.write('HTTP/1.1 100 Continue\r\n\r\n'), 'network', /HTTP 100/],
  [
    'bytes before the tenant spoke',
    (client) => client.write('HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK'),
    'network',
    /200/,
  ],
  ...[302, 401, 403, 404, 429, 500, 502, 503].map((status): [string, (client: Socket) => void, string, RegExp] => [
    `${status}`,
    (client) => client.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`),
    'network',
    new RegExp(`through the proxy 127\\.0\\.0\\.1:\\d+ \\(the proxy answers HTTP ${status}\\)`),
  ]),
  ['407', (client) => client.end('HTTP/1.1 407 No\r\n\r\n'), 'proxy_refused', /asks for credentials/],
])('that answers %s is no tenant: nothing is gone, nothing is made, and it ends', async (_, react, code, says) => {
  await startProxy(react);
  const began = performance.now();
  for (const call of [newClient().apps.find('app-1'), newClient().apps.delete('app-1')]) {
    const error = await errorOf(call);
    expect(error).toMatchObject({ code });
    expect(error.message).toMatch(says);
    expect(error.message).not.toMatch(/p:ss|p%3Ass|tok3n/);
  }
  const created = await errorOf(newClient().apps.create({ app_name: 'A', platforms: {} }));
  expect(created.code).toBe(code === 'timeout' ? 'outcome_unknown' : code);
  // Each attempt has its limit, and a reader that is bounded leaves the proxy with what it wrote.
  expect(performance.now() - began).toBeLessThan(13 * ATTEMPT_MS + 5_000);
  await new Promise((done) => setTimeout(done, ATTEMPT_MS));
  expect(sockets.filter(({ readyState }) => readyState === 'open' && code === 'timeout')).toEqual([]);
  for (const { bytesWritten } of sockets) expect(bytesWritten).toBeLessThan(5_000_000);
});
