import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inspect, promisify } from 'node:util';
import { createTenantClient } from '../../../providers/netskope/client';
import { EXTRA_CA_CERTS } from '../../../providers/netskope/client/authorities';
import type { ClientSettings } from '../../../providers/netskope/client';
import { errorOf, scene, settingsFor, TOKEN } from './support/stub-tenant';
import { VirtualClock } from './support/virtual-clock';

const execute = promisify(execFile);

const clientOf = (serverUrl: string, changed: Partial<ClientSettings> = {}) =>
  createTenantClient(settingsFor(serverUrl, changed), { clock: new VirtualClock() });

let folder: string;
let certificate: string;
let server: https.Server;
let tenantUrl: string;
const hosts: (string | undefined)[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'client-'));
  certificate = join(folder, 'cert.pem');
  const key = join(folder, 'key.pem');
  execFileSync(
    'openssl',
    `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=stub -keyout ${key} -out ${certificate} -addext subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:tenant.test`.split(
      ' ',
    ),
    { stdio: 'ignore' },
  );
  server = https.createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
    hosts.push(request.headers.host);
    response.end('{"status":"success","data":[],"total":0}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  tenantUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true });
});

const environment = { ...process.env };
beforeEach(() => {
  for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY']) {
    delete process.env[name];
    delete process.env[name.toLowerCase()];
  }
});
afterEach(() => {
  process.env = { ...environment };
});

function pipe(): string {
  const path = join(folder, 'pipe');
  if (!existsSync(path)) execFileSync('mkfifo', [path]);
  return path;
}

function large(mebibytes: number): string {
  const path = join(folder, `${mebibytes}.pem`);
  writeFileSync(path, readFileSync(certificate));
  // A file with a hole: it takes no room.
  truncateSync(path, Math.ceil(mebibytes * 1024 * 1024));
  return path;
}

function many(count: number): string {
  const path = join(folder, 'many.pem');
  writeFileSync(path, readFileSync(certificate, 'utf8').repeat(count));
  return path;
}

describe('TLS', () => {
  it('refuses a certificate that nobody vouches for', async () => {
    const seen = hosts.length;
    const error = await errorOf(clientOf(tenantUrl).apps.list());
    expect(error).toMatchObject({ code: 'certificate', attempts: 1 });
    expect(error.message).toMatch(/DEPTH_ZERO_SELF_SIGNED_CERT.*ca_certificate_file/);
    expect(hosts).toHaveLength(seen);
  });

  it('refuses before a create is sent, so its outcome is known', async () => {
    const error = await errorOf(clientOf(tenantUrl).apps.create({ app_name: 'A', platforms: {} }));
    expect(error).toMatchObject({ code: 'certificate' });
  });

  it('accepts it with the CA file', async () => {
    expect(await clientOf(tenantUrl, { caCertificateFile: certificate }).apps.list()).toEqual([]);
  });

  it.each(['NODE_EXTRA_CA_CERTS', EXTRA_CA_CERTS])('accepts it with the file that %s names', async (name) => {
    delete process.env['NODE_EXTRA_CA_CERTS'];
    process.env[name] = certificate;
    expect(await clientOf(tenantUrl).apps.list()).toEqual([]);
  });

  it.each(['damaged', 'missing'])(
    'leaves out what is %s in the file of the environment, as Node does',
    async (kind) => {
      process.env[EXTRA_CA_CERTS] = join(folder, `${kind}-extra.pem`);
      const pem = readFileSync(certificate, 'utf8');
      if (kind === 'damaged') writeFileSync(process.env[EXTRA_CA_CERTS], pem.replace(/MI/, 'AA') + pem);
      if (kind === 'damaged') expect(await clientOf(tenantUrl).apps.list()).toEqual([]);
      else {
        const { code, message } = await errorOf(clientOf(tenantUrl).apps.list());
        expect(code).toBe('certificate');
        expect(message).toMatch(
          /No certificate could be taken from \S*missing-extra\.pem, which NODE_EXTRA_CA_CERTS names\./,
        );
      }
    },
  );

  it.each<[string, () => string]>([
    ['a device', () => '/dev/zero'],
    ['a pipe', () => pipe()],
    ['far too large', () => large(3 * 1024)],
  ])('does not read a file of the environment that is %s', async (_, file) => {
    process.env[EXTRA_CA_CERTS] = file();
    expect(await errorOf(clientOf(tenantUrl).apps.list())).toMatchObject({ code: 'certificate' });
    expect(await clientOf(tenantUrl, { caCertificateFile: certificate }).apps.list()).toEqual([]);
  });

  it('refuses a certificate for another host', async () => {
    const elsewhere = tenantUrl.replace('127.0.0.1', '127.0.0.2');
    const other = https.createServer({ key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(certificate) });
    await new Promise<void>((done) => other.listen(Number(new URL(elsewhere).port), '127.0.0.2', done));
    const error = await errorOf(clientOf(elsewhere, { caCertificateFile: certificate }).apps.list());
    other.closeAllConnections();
    await new Promise((done) => other.close(done));
    expect(error).toMatchObject({ code: 'certificate' });
    expect(error.message).toContain('ERR_TLS_CERT_ALTNAME_INVALID');
  });

  it('says so where https meets a plain port', async () => {
    const { stub } = await scene(() => ({}));
    const error = await errorOf(clientOf(stub.url.replace('http:', 'https:')).apps.list());
    expect(error).toMatchObject({ code: 'certificate' });
  });

  it.each([
    ['is missing', () => join(folder, 'missing.pem'), /there is no file/],
    ['is a folder', () => folder, /is not a file/],
    ['holds no certificate', () => join(folder, 'key.pem'), /holds no PEM certificate/],
    ['is damaged', () => join(folder, 'damaged.pem'), /certificate 2 of .* is damaged/],
    ['is a device', () => '/dev/zero', /is not a file/],
    ['is a pipe', () => pipe(), /is not a file/],
    ['is far too large', () => large(3 * 1024), /has 3072 MiB, and at most 4 are read/],
    ['is a little too large', () => large(4.001), /has 5 MiB, and at most 4 are read/],
    ['holds too many certificates', () => many(1_001), /holds 1001 certificates, and at most 1000 are read/],
  ])('says what is wrong with a CA file that %s', async (_, file, text) => {
    const pem = readFileSync(certificate, 'utf8');
    writeFileSync(join(folder, 'damaged.pem'), pem + pem.replace(/MI/, 'AA'));
    const error = await errorOf(clientOf(tenantUrl, { caCertificateFile: file() }).apps.list());
    expect(error).toMatchObject({ code: 'invalid_setting', setting: 'ca_certificate_file' });
    expect(error.message).toMatch(text);
  });
});

const connects: { target: string | undefined; authorization: string | undefined }[] = [];
let proxy: http.Server;
let proxyUrl: string;
let status = 200;

beforeAll(async () => {
  proxy = http.createServer((_, response) => response.writeHead(500).end());
  proxy.on('connect', (request, client: net.Socket) => {
    connects.push({ target: request.url, authorization: request.headers['proxy-authorization'] });
    if (status !== 200) return void client.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
    const upstream = net.connect(Number(new URL(tenantUrl).port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) {
      socket.on('error', () => {});
      socket.on('close', () => [client, upstream].forEach((one) => one.destroy()));
    }
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  proxyUrl = `http://user:pa55word@127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
beforeEach(() => {
  connects.length = 0;
  status = 200;
});
afterAll(async () => {
  proxy.closeAllConnections();
  await new Promise((done) => proxy.close(done));
});

describe('a proxy', () => {
  const trusting = () => ({ caCertificateFile: certificate });
  const url = 'https://tenant.test:8443/api/v2';

  it('of HTTPS_PROXY carries https, and sees neither path nor token', async () => {
    process.env['HTTPS_PROXY'] = proxyUrl;
    expect(await clientOf(url, trusting()).apps.list()).toEqual([]);
    const authorization = `Basic ${Buffer.from('user:pa55word').toString('base64')}`;
    expect(connects).toEqual([{ target: 'tenant.test:8443', authorization }]);
    expect(hosts.at(-1)).toBe('tenant.test:8443');
  });

  it('does not make us trust anybody', async () => {
    process.env['HTTPS_PROXY'] = proxyUrl;
    expect(await errorOf(clientOf(url).apps.list())).toMatchObject({ code: 'certificate' });
  });

  it('is not used for hosts in NO_PROXY', async () => {
    process.env['HTTPS_PROXY'] = proxyUrl;
    process.env['NO_PROXY'] = '127.0.0.1';
    expect(await clientOf(tenantUrl, trusting()).apps.list()).toEqual([]);
    expect(connects).toEqual([]);
  });

  it('is never used for plain http, which is loopback', async () => {
    for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY']) process.env[name] = proxyUrl;
    const { client, stub } = await scene(() => ({ body: { status: 'success', data: [], total: 0 } }));
    await client.apps.list();
    expect(stub.asked).toHaveLength(1);
    expect(connects).toEqual([]);
  });

  it('that asks for credentials is named, without the password that it was given', async () => {
    process.env['HTTPS_PROXY'] = proxyUrl;
    status = 407;
    const error = await errorOf(clientOf(url, trusting()).apps.list());
    expect(error).toMatchObject({ code: 'proxy_refused', status: 407 });
    expect(error.message).toContain(`127.0.0.1:${new URL(proxyUrl).port}`);
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toMatch(/pa55word|user:|tok3n/);
  });

  it.each(['socks5://user:pa55word@127.0.0.1:1', 'http://pa55word:x:y'])(
    'that cannot be used is refused: %s',
    async (text) => {
      process.env['HTTPS_PROXY'] = text;
      const error = await errorOf(clientOf(url, trusting()).apps.list());
      expect(error).toMatchObject({ code: 'invalid_setting', setting: 'HTTPS_PROXY' });
      expect(error.message).not.toContain('pa55word');
    },
  );
});

describe('in a process of its own', () => {
  /** Lists apps of a server, and prints whether heavy packages were loaded before and after, and the error's code. */
  const script = `
    const { createTenantClient, DEFAULT_PATHS } = require('./providers/netskope/client');
    const common = { apiKey: 'k', requestsPerSecond: 4, maxRetryWaitSeconds: 1, paths: DEFAULT_PATHS, userAgent: 't' };
    const client = createTenantClient({ serverUrl: process.argv[1], ...common });
    const loaded = () => Object.keys(require.cache).some((file) => /node_modules.*(axios|proxy)/.test(file));
    const before = loaded();
    client.apps.list().catch(({ code }) => process.stdout.write(JSON.stringify([before, loaded(), code])));`;
  const run = async (url: string, changed: NodeJS.ProcessEnv = {}): Promise<unknown> => {
    const options = { cwd: resolve(__dirname, '../../..'), env: { ...process.env, ...changed } };
    const { stdout } = await execute(process.execPath, ['--import', 'tsx', '--eval', script, '--', url], options);
    return JSON.parse(stdout);
  };

  it('loads nothing heavy where the settings are refused', async () => {
    expect(await run('ftp://x')).toEqual([false, false, 'refused_url']);
  });

  it('loads it with the first request, and verifies TLS even where the environment says not to', async () => {
    expect(await run(tenantUrl, { NODE_TLS_REJECT_UNAUTHORIZED: '0' })).toEqual([false, true, 'certificate']);
  });

  it('verifies it behind a proxy as well', async () => {
    const changed = { NODE_TLS_REJECT_UNAUTHORIZED: '0', HTTPS_PROXY: proxyUrl };
    expect(await run('https://tenant.test:8443/', changed)).toEqual([false, true, 'certificate']);
    expect(connects).toHaveLength(1);
  });
});

it('does not hold the token where an inspection of the client would show it', async () => {
  const { client } = await scene(() => ({ body: { status: 'success', data: [], total: 0 } }));
  await client.apps.list();
  expect(inspect(client, { depth: Infinity, showHidden: true })).not.toContain(TOKEN);
});
