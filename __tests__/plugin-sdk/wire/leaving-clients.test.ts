// Every way in which a client can leave a plugin: the plugin ends, and takes the file of its socket along.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect as connectHttp2, type ClientHttp2Session } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { build } from 'esbuild';
import { call, frame, open } from './grpc-client';
import { newIdentity, startPlugin, tlsOptions, type Plugin } from './plugin-process';

const WITHIN_MS = 10_000;

let directory: string;
let bundle: string;
let sockets: string;
const identity = newIdentity();
const running: Plugin[] = [];
const connections: TLSSocket[] = [];

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'leave-'));
  bundle = join(directory, 'plugin.cjs');
  sockets = join(directory, 's');
  mkdirSync(sockets);
  const entry = join(__dirname, 'plugin-fixture.ts');
  await build({ entryPoints: [entry], outfile: bundle, bundle: true, platform: 'node', target: 'node20' });
});

afterEach(async () => {
  for (const socket of connections.splice(0)) socket.destroy();
  for (const { process, ended } of running.splice(0)) {
    process.kill('SIGKILL');
    await ended;
  }
});

afterAll(() => rmSync(directory, { recursive: true }));

interface Client {
  readonly plugin: Plugin;
  readonly socket: TLSSocket;
  readonly session: ClientHttp2Session;
}

async function start(program = bundle): Promise<Plugin> {
  const plugin = await startPlugin(program, identity, { PLUGIN_UNIX_SOCKET_DIR: sockets, BUNDLE: bundle });
  running.push(plugin);
  return plugin;
}

/** A client that has been answered once. */
async function connected(program = bundle): Promise<Client> {
  const plugin = await start(program);
  const socket = connectTls(tlsOptions(plugin, identity));
  connections.push(socket);
  const session = connectHttp2('https://localhost', { createConnection: () => socket });
  session.on('error', () => undefined);
  expect((await call(session, '/test/Echo', Buffer.from('hello'))).code).toBe('0');
  return { plugin, socket, session };
}

async function expectEnd(plugin: Plugin): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, WITHIN_MS, 'the plugin is still there')));
  const end = await Promise.race([plugin.ended, late]);
  clearTimeout(timer);
  expect(end).not.toBe('the plugin is still there');
  expect(existsSync(plugin.address)).toBe(false);
}

/** Begins a call, and does not care for its answer. */
function begin({ session }: Client, path: string, message: Uint8Array = Buffer.alloc(0), whole = true): void {
  const { stream, answer } = open(session, path);
  answer.catch(() => undefined);
  if (whole) stream.end(frame(message));
  else stream.write(frame(Buffer.alloc(100)).subarray(0, 50));
}

/** What the client has under way when it leaves. */
const MOMENTS: readonly (readonly [string, (client: Client) => void])[] = [
  ['with nothing under way', () => undefined],
  ['while a call runs', (client) => begin(client, '/test/Hang')],
  ['in the middle of a request', (client) => begin(client, '/test/Echo', Buffer.alloc(0), false)],
  [
    'before it has read its answers',
    (client) => {
      for (let count = 0; count < 20; count++) begin(client, '/test/Large');
    },
  ],
];

/** How it leaves: the socket may be closed whole, or in one direction, by a client that reads on or not. */
const WAYS: readonly (readonly [string, (socket: TLSSocket) => void])[] = [
  ['closing its connection', (socket) => socket.destroy()],
  ['ending its side, and reading on', (socket) => socket.end()],
  ['ending its side, and not reading', (socket) => socket.pause().end()],
];

describe.each(WAYS)('a client that leaves by %s', (_, leave) => {
  it.each(MOMENTS)('%s ends the plugin', async (_moment, act) => {
    // Where the bytes stand at that moment is chance.
    const clients = await Promise.all([1, 2, 3, 4].map(() => connected()));
    for (const [index, client] of clients.entries()) {
      act(client);
      setTimeout(() => leave(client.socket), index * 7);
    }
    await Promise.all(clients.map(({ plugin }) => expectEnd(plugin)));
  });
});

it('a client that leaves as soon as it may speak ends the plugin', async () => {
  // The server still writes its part of the handshake. Of the server that waited for the socket to close, one in four stayed.
  for (let round = 0; round < 6; round++) {
    const plugins = await Promise.all([1, 2, 3, 4].map(() => start()));
    for (const plugin of plugins) {
      const socket = connectTls(tlsOptions(plugin, identity));
      socket.on('error', () => undefined);
      socket.once('secureConnect', () => {
        socket.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
        socket.destroy();
      });
    }
    await Promise.all(plugins.map(expectEnd));
  }
});

it('the plugin ends with the program that started it, although a client stays connected', async () => {
  const starter = join(directory, 'starter.cjs');
  const spawn = "require('child_process').spawn(process.execPath, [process.env.BUNDLE], { stdio: ['ignore', 1, 2] })";
  writeFileSync(starter, `${spawn}; setInterval(() => undefined, 1_000);`);
  const { plugin } = await connected(starter);
  plugin.process.kill('SIGKILL');
  await expectEnd(plugin); // its output ends with the plugin, not with the starter
});

it('the plugin ends although one of its threads waits for something that never comes', async () => {
  const client = await connected();
  const pipe = join(directory, 'pipe');
  execFileSync('mkfifo', [pipe]);
  begin(client, '/test/Block', Buffer.from(pipe));
  await call(client.session, '/test/Echo', Buffer.from('the call before has begun'));
  client.socket.destroy();
  await expectEnd(client.plugin);
});
