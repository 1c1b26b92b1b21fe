/** What stands before a tenant, at one address for all jobs: it can hold back what changes the tenant, and knows a token that can only read. */
import http, { type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { LocalTenant } from '../../../tenant/emulator';
import { passOn } from '../../support/proxy';

export interface Gate {
  readonly serverUrl: string;
  /** Lets nobody change anything: 403, as a tenant answers where a token lacks a role [vendor]. */
  readonly readOnlyToken: string;
  /** From now on, requests that change something wait. */
  shut(): void;
  /** How many wait. */
  waiting(): number;
  /** Lets all pass, those that wait first. */
  open(): void;
  close(): Promise<void>;
}

const TOKEN = 'netskope-api-token';

export async function startGate({ serverUrl: target, token }: LocalTenant): Promise<Gate> {
  const { port } = new URL(target);
  const readOnlyToken = `only-reads-${token}`;
  const held: (() => void)[] = [];
  let isShut = false;
  const { serverUrl, close } = await serveBefore(target, (request, response) => {
    const pass = () => void passOn(request, response, port).catch(() => response.destroy());
    const reads = request.method === 'GET';
    if (request.headers[TOKEN] === readOnlyToken) {
      if (!reads) {
        response.writeHead(403, { 'content-type': 'application/json' });
        return void response.end('{"status":"error","message":"This token can only read."}');
      }
      request.headers[TOKEN] = token;
    }
    if (isShut && !reads) held.push(pass);
    else pass();
  });
  return {
    serverUrl,
    readOnlyToken,
    shut: () => void (isShut = true),
    waiting: () => held.length,
    open: () => {
      isShut = false;
      for (const pass of held.splice(0)) pass();
    },
    close,
  };
}

async function serveBefore(target: string, listener: RequestListener): Promise<Pick<Gate, 'serverUrl' | 'close'>> {
  const server = http.createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    serverUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}${new URL(target).pathname}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
