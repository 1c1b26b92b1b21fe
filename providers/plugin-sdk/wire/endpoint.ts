/** Where a plugin can be reached: a socket in the file system, or a TCP port of this machine. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, rmSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Endpoint = { readonly path: string } | { readonly host: string; readonly port: number };

/**
 * The kernel's sun_path holds 108 bytes on Linux, 104 elsewhere, its final zero included. Node cuts longer paths in
 * silence.
 */
const MAX_PATH_BYTES = process.platform === 'linux' ? 107 : 103;

/**
 * The characters that no path in the handshake may have: `|` ends a field of its line, and a line break ends the line.
 */
const BREAKS_THE_LINE = /[|\r\n]/;

/**
 * Gives the places to listen at, best first: a socket in the directory that the client names, or in that for temporary
 * files; then one in /tmp, for the case that the path is too long or cannot stand in the handshake; last TCP, for
 * systems without such sockets.
 */
export function* candidates(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): Generator<Endpoint, void> {
  if (platform !== 'win32') {
    const name = `plugin-${randomBytes(8).toString('hex')}.sock`;
    for (const directory of [env['PLUGIN_UNIX_SOCKET_DIR'] || tmpdir(), '/tmp']) {
      const path = join(directory, name);
      if (Buffer.byteLength(path) <= MAX_PATH_BYTES && !BREAKS_THE_LINE.test(path)) yield { path };
    }
  }
  for (const port of tcpPorts(env)) yield { host: '127.0.0.1', port };
}

/**
 * Listens at the first place that works, and returns it, with its real port.
 * @throws the last error, where none works
 */
export async function listenAtFirst(server: Server, endpoints: Iterable<Endpoint>): Promise<Endpoint> {
  let failure: unknown = new Error('there is no place to listen at');
  for (const endpoint of endpoints) {
    try {
      return await listen(server, endpoint);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** Removes the socket's file, which the end of a process would leave behind. */
export function removeEndpoint(endpoint: Endpoint): void {
  if ('path' in endpoint) rmSync(endpoint.path, { force: true });
}

async function listen(server: Server, endpoint: Endpoint): Promise<Endpoint> {
  server.listen(endpoint);
  await once(server, 'listening'); // rejects on 'error'
  if ('path' in endpoint) {
    await keepToOwner(server, endpoint.path);
    return endpoint;
  }
  return { ...endpoint, port: (server.address() as AddressInfo).port };
}

/**
 * Keeps other users from the socket. A Node that was told to write no files makes a socket, and then cannot change its
 * mode: the server then closes that socket, and the next place is tried.
 */
async function keepToOwner(server: Server, path: string): Promise<void> {
  try {
    chmodSync(path, 0o600);
  } catch (error) {
    server.close();
    await once(server, 'close');
    throw error;
  }
}

/** Gives every port of the range that the client allows; without a range port 0, which is any free one. */
function* tcpPorts(env: NodeJS.ProcessEnv): Generator<number, void> {
  const [min, max] = [Number(env['PLUGIN_MIN_PORT'] ?? 0), Number(env['PLUGIN_MAX_PORT'] ?? 0)];
  if (!(min > 0 && max >= min && max <= 65_535)) yield 0;
  else for (let port = min; port <= max; port++) yield port;
}
