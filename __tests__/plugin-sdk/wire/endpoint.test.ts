import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { candidates, listenAtFirst, removeEndpoint } from '../../../providers/plugin-sdk/wire/endpoint';

describe('candidates', () => {
  it('begin with the directory that the client names, then /tmp, then a port', () => {
    expect([...candidates({ PLUGIN_UNIX_SOCKET_DIR: '/run/mine' }, 'linux')]).toEqual([
      { path: expect.stringMatching(/^\/run\/mine\/plugin-[0-9a-f]{16}\.sock$/) as string },
      { path: expect.stringMatching(/^\/tmp\/plugin-/) as string },
      { host: '127.0.0.1', port: 0 },
    ]);
  });

  it('leave out a path that the kernel would cut, counted in bytes', () => {
    const directory = `/${'ü'.repeat(45)}`;
    expect([...candidates({ PLUGIN_UNIX_SOCKET_DIR: directory }, 'linux')]).toEqual([
      { path: expect.stringMatching(/^\/tmp\/plugin-/) as string },
      { host: '127.0.0.1', port: 0 },
    ]);
  });

  it.each(['/tmp/a|b', '/tmp/a\nb', '/tmp/a\rb'])(
    'leave out a path that would break the handshake: %j',
    (directory) => {
      expect([...candidates({ PLUGIN_UNIX_SOCKET_DIR: directory }, 'linux')]).toEqual([
        { path: expect.stringMatching(/^\/tmp\/plugin-[0-9a-f]+\.sock$/) as string },
        { host: '127.0.0.1', port: 0 },
      ]);
    },
  );

  it('are ports on Windows: every one of the range that the client allows', () => {
    expect([...candidates({ PLUGIN_MIN_PORT: '10000', PLUGIN_MAX_PORT: '10002' }, 'win32')]).toEqual(
      [10000, 10001, 10002].map((port) => ({ host: '127.0.0.1', port })),
    );
  });

  it.each([
    ['2', '1'],
    ['x', '7'],
    ['-1', '7'],
    ['1', '70000'],
  ])('ignore the senseless range %s to %s', (PLUGIN_MIN_PORT, PLUGIN_MAX_PORT) => {
    expect([...candidates({ PLUGIN_MIN_PORT, PLUGIN_MAX_PORT }, 'win32')]).toEqual([{ host: '127.0.0.1', port: 0 }]);
  });
});

describe('listenAtFirst', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'endpoint-'))));
  afterEach(() => rmSync(directory, { recursive: true }));

  it('makes a socket for its owner alone, and removes it on request', async () => {
    const server = createServer();
    const path = join(directory, 's.sock');
    expect(await listenAtFirst(server, [{ path }])).toEqual({ path });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    removeEndpoint({ path });
    expect(existsSync(path)).toBe(false);
    removeEndpoint({ path });
    server.close();
    await once(server, 'close');
  });

  it('goes on to the next place when one does not work, and knows its port', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const server = createServer();
    const endpoint = await listenAtFirst(server, [
      { path: join(directory, 'missing', 's.sock') },
      { host: '127.0.0.1', port },
      { host: '127.0.0.1', port: 0 },
    ]);
    expect(endpoint).toEqual({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
    for (const each of [server, taken]) {
      each.close();
      await once(each, 'close');
    }
  });

  it('fails with the last reason when nothing works', async () => {
    await expect(listenAtFirst(createServer(), [{ path: join(directory, 'missing', 's.sock') }])).rejects.toThrow(
      /EACCES|ENOENT/,
    );
  });
});
