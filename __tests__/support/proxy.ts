/** Stands between the provider and a tenant, passes everything on, and holds back what a test wants to hang. */
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';

export interface Proxy {
  readonly serverUrl: string;
  /** From now on, requests of this method reach nobody and are never answered. */
  hang(method: string): void;
  /** How many requests hang, their clients still waiting. */
  hanging(): number;
  /** Passes on again what comes from now on. */
  resume(): void;
  close(): Promise<void>;
}

export async function startProxy(target: string): Promise<Proxy> {
  const { port, pathname } = new URL(target);
  const held = new Set<IncomingMessage>();
  let stopped: string | undefined;
  const server = http.createServer((request, response) => {
    if (request.method === stopped) {
      held.add(request);
      request.socket.once('close', () => held.delete(request));
      return;
    }
    // A client that leaves in the middle is what these tests are about.
    passOn(request, response, port).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    serverUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    hang: (method) => void (stopped = method),
    hanging: () => held.size,
    resume: () => void (stopped = undefined),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Sends a request on to a port of this machine, and its answer back. */
export async function passOn(request: IncomingMessage, response: ServerResponse, port: string): Promise<void> {
  const { method, url: path, headers } = request;
  const onward = http.request({ host: '127.0.0.1', port, method, path, headers });
  const [, [answer]] = (await Promise.all([pipeline(request, onward), once(onward, 'response')])) as [
    void,
    [IncomingMessage],
  ];
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  await pipeline(answer, response);
}
