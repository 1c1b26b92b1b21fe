/** A server that is no tenant: it answers every request as a test says, and remembers who asked. */
import http, { type IncomingHttpHeaders } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

export interface OddAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface OddServer {
  readonly serverUrl: string;
  /** The headers of every request so far. */
  readonly asked: readonly IncomingHttpHeaders[];
  close(): Promise<void>;
}

export async function startOddServer(answer: (headers: IncomingHttpHeaders) => OddAnswer): Promise<OddServer> {
  const asked: IncomingHttpHeaders[] = [];
  const server = http.createServer((request, response) => {
    asked.push(request.headers);
    request.resume();
    const { status, headers, body } = answer(request.headers);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    serverUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
