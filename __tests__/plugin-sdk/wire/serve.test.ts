import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect as connectHttp2, type ClientHttp2Session } from 'node:http2';
import { connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { call, open, frame, type Answer } from './grpc-client';
import {
  connectTo,
  COOKIE,
  newIdentity,
  startPlugin,
  startProcess,
  type Identity,
  type Plugin,
} from './plugin-process';

const SHUTDOWN = '/plugin.GRPCController/Shutdown';

let directory: string;
let bundle: string;
let sockets: string;
const identity = newIdentity();
const running: Plugin[] = [];
const sessions: ClientHttp2Session[] = [];

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'serve-'));
  bundle = join(directory, 'plugin.cjs');
  sockets = join(directory, 'sockets');
  mkdirSync(sockets);
  const entry = join(__dirname, 'plugin-fixture.ts');
  await build({ entryPoints: [entry], outfile: bundle, bundle: true, platform: 'node', target: 'node20' });
});

afterEach(async () => {
  for (const session of sessions.splice(0)) session.destroy();
  for (const { process, ended, address } of running.splice(0)) {
    if (process.exitCode !== null) continue;
    process.kill('SIGKILL');
    await ended;
    rmSync(address, { force: true });
  }
  expect(readdirSync(sockets)).toEqual([]);
});

afterAll(() => rmSync(directory, { recursive: true }));

async function start(client: Identity = identity, env: NodeJS.ProcessEnv = {}): Promise<Plugin> {
  const plugin = await startPlugin(bundle, client, { PLUGIN_UNIX_SOCKET_DIR: sockets, ...env });
  running.push(plugin);
  return plugin;
}

function connect(plugin: Plugin, as: Identity | undefined = identity): ClientHttp2Session {
  const session = connectTo(plugin, as);
  sessions.push(session);
  return session;
}

/** Calls once and leaves the connection open. */
const echo = (session: ClientHttp2Session): Promise<Answer> => call(session, '/test/Echo', Buffer.from('hello'));

async function shutDown(plugin: Plugin, session: ClientHttp2Session): Promise<void> {
  expect((await call(session, SHUTDOWN, Buffer.alloc(0))).code).toBe('0');
  expect(await plugin.ended).toEqual({ code: 0, signal: null });
}

describe('a plugin', () => {
  it('prints one line, serves the client of that line, answers Shutdown and ends without a trace', async () => {
    const plugin = await start();
    expect(existsSync(plugin.address)).toBe(true);
    const session = connect(plugin);
    expect((await echo(session)).body).toEqual(frame(Buffer.from('hello')));
    await shutDown(plugin, session);
    expect(plugin.output.stdout.split('\n')).toHaveLength(2);
    expect(plugin.output.stderr).toBe('');
  });

  it('takes a P-521 certificate, as terraform has one', async () => {
    const [keyFile, certFile] = [join(directory, 'p521.key'), join(directory, 'p521.pem')];
    const config = ['-addext', 'extendedKeyUsage=clientAuth,serverAuth', '-addext', 'subjectAltName=DNS:localhost'];
    const made = spawnSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:secp521r1',
        '-nodes',
        '-subj',
        '/CN=localhost',
      ].concat(['-days', '1', '-keyout', keyFile, '-out', certFile], config),
      { encoding: 'utf8' },
    );
    if (made.error) throw new Error(`This test needs openssl on the PATH: ${made.error.message}`);
    const terraform = { key: readFileSync(keyFile, 'utf8'), pem: readFileSync(certFile, 'utf8') };
    const plugin = await start(terraform);
    const session = connect(plugin, terraform);
    expect((await echo(session)).code).toBe('0');
    await shutDown(plugin, session);
  });

  it.each([
    ['no certificate', undefined],
    ['a certificate that is not the client’s', newIdentity()],
  ])('refuses a client with %s, and goes on to serve the right one', async (_, stranger) => {
    const plugin = await start();
    const refused = connectTo(plugin, stranger);
    sessions.push(refused);
    await expect(echo(refused)).rejects.toThrow();
    const session = connect(plugin);
    expect((await echo(session)).code).toBe('0');
    await shutDown(plugin, session);
  });

  it('refuses a client without TLS', async () => {
    const plugin = await start();
    const plain = connectHttp2('http://localhost', { createConnection: () => connectSocket(plugin.address) });
    plain.on('error', () => undefined);
    sessions.push(plain);
    await expect(echo(plain)).rejects.toThrow();
    await shutDown(plugin, connect(plugin));
  });

  it('speaks without TLS when terraform was told to', async () => {
    const plugin = await start({ pem: '', key: '' }, { TF_DISABLE_PLUGIN_TLS: '1' });
    expect(plugin.output.stdout).toMatch(/\|grpc\|\n$/);
    const session = connectHttp2('http://localhost', { createConnection: () => connectSocket(plugin.address) });
    sessions.push(session);
    expect((await echo(session)).code).toBe('0');
    await shutDown(plugin, session);
  });

  it('finds another place when the path of the socket would be too long', async () => {
    const long = join(directory, 'x'.repeat(110));
    mkdirSync(long);
    const plugin = await start(identity, { PLUGIN_UNIX_SOCKET_DIR: long });
    expect(plugin.address).toMatch(/^\/tmp\/plugin-[0-9a-f]+\.sock$/);
    const session = connect(plugin);
    expect((await echo(session)).code).toBe('0');
    await shutDown(plugin, session);
    expect(existsSync(plugin.address)).toBe(false);
  });
});

it('listens at a port where Node may write no files', async () => {
  const plugin = await start(identity, { NODE_OPTIONS: '--experimental-permission --allow-fs-read=*' });
  expect(plugin.output.stdout).toMatch(/^1\|6\|tcp\|127\.0\.0\.1:\d+\|grpc\|/);
  plugin.process.kill('SIGTERM');
  expect(await plugin.ended).toEqual({ code: 0, signal: null });
});

describe('the end', () => {
  it('comes within a second of Shutdown, even when a call hangs', async () => {
    const plugin = await start();
    const session = connect(plugin);
    const hanging = open(session, '/test/Hang');
    hanging.answer.catch(() => undefined);
    hanging.stream.end(frame(Buffer.alloc(0)));
    await shutDown(plugin, session);
  });

  it('comes when the last client is gone', async () => {
    const plugin = await start();
    const [first, second] = [connect(plugin), connect(plugin)];
    await Promise.all([echo(first), echo(second)]);
    first.destroy();
    await echo(second);
    second.destroy();
    expect(await plugin.ended).toEqual({ code: 0, signal: null });
  });

  it('does not come with Ctrl-C, which is terraform’s to handle', async () => {
    const plugin = await start();
    const session = connect(plugin);
    await echo(session);
    plugin.process.kill('SIGINT');
    plugin.process.kill('SIGINT');
    expect((await echo(session)).code).toBe('0');
    await shutDown(plugin, session);
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)('comes cleanly with %s', async (signal) => {
    const plugin = await start();
    plugin.process.kill(signal);
    expect(await plugin.ended).toEqual({ code: 0, signal: null });
  });

  it.each([
    ['Crash', 'TypeError: nobody caught this'],
    ['Reject', 'TypeError: nobody awaited this'],
  ])('comes with an error that nobody caught, shown as terraform shows crashes (%s)', async (method, message) => {
    const plugin = await start();
    call(connect(plugin), `/test/${method}`, Buffer.alloc(0)).catch(() => undefined);
    expect(await plugin.ended).toEqual({ code: 2, signal: null });
    expect(plugin.output.stderr).toMatch(new RegExp(`^panic: ${message}\\n +at `));
  });
});

describe('logs', () => {
  it('are JSON lines on stderr, when asked for', async () => {
    const plugin = await start(identity, { TF_LOG_PROVIDER: 'INFO' });
    const session = connect(plugin);
    await echo(session);
    await shutDown(plugin, session);
    const [line, ...rest] = plugin.output.stderr.trim().split('\n');
    expect(rest).toEqual([]);
    expect(JSON.parse(line ?? '')).toMatchObject({ '@level': 'info', '@message': 'echo', bytes: 5 });
  });
});

describe('started by anybody else', () => {
  it('it explains itself and prints nothing on stdout', async () => {
    const { ended, output } = startProcess(bundle, {});
    expect(await ended).toEqual({ code: 1, signal: null });
    expect(output.stdout).toBe('');
    expect(output.stderr).toContain('terraform-provider-fixture: this is a Terraform provider');
  });

  it('that does not offer protocol 6, it says so', async () => {
    const { ended, output } = startProcess(bundle, { TF_PLUGIN_MAGIC_COOKIE: COOKIE, PLUGIN_PROTOCOL_VERSIONS: '5' });
    expect(await ended).toEqual({ code: 1, signal: null });
    expect(output.stderr).toContain('only offers 5');
  });
});
