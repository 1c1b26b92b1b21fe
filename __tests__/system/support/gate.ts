/** What stands before a tenant: one that can hold back what changes it, and one that refuses it, as for a token that can only read. */
import http, { type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { passOn } from '../../support/proxy';

export interface Gate {
  readonly serverUrl: string;
  /** From now on, requests that change something wait. */
  shut(): void;
  /** How many wait. */
  waiting(): number;
  /** Lets all pass, those that wait first. */
  open(): void;
  close(): Promise<void>;
}

export async function startGate(target: string): Promise<Gate> {
  const { port } = new URL(target);
  const held: (() => void)[] = [];
  let isShut = false;
  const { serverUrl, close } = await serveBefore(target, (request, response) => {
    const pass = () => void passOn(request, response, port).catch(() => response.destroy());
    if (isShut && request.method !== 'GET') held.push(pass);
    else pass();
  });
  return {
    serverUrl,
    shut: () => void (isShut = true),
    waiting: () => held.length,
    open: () => {
      isShut = false;
      for (const pass of held.splice(0)) pass();
    },
    close,
  };
}

/** Lets nobody change anything: 403, as a tenant answers where a token lacks a role [vendor]. */
export function startReadOnly(target: string): Promise<Pick<Gate, 'serverUrl' | 'close'>> {
  const { port } = new URL(target);
  return serveBefore(target, (request, response) => {
    if (request.method === 'GET') return void passOn(request, response, port).catch(() => response.destroy());
    response.writeHead(403, { 'content-type': 'application/json' });
    response.end('{"status":"error","message":"This token can only read."}');
  });
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
