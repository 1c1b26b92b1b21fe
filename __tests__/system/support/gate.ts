/** Stands before a tenant and can hold back what changes it, until a test has seen what it wants to see. */
import http from 'node:http';
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
  const { port, pathname } = new URL(target);
  const held: (() => void)[] = [];
  let isShut = false;
  const server = http.createServer((request, response) => {
    const pass = () => void passOn(request, response, port).catch(() => response.destroy());
    if (isShut && request.method !== 'GET') held.push(pass);
    else pass();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    serverUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    shut: () => void (isShut = true),
    waiting: () => held.length,
    open: () => {
      isShut = false;
      for (const pass of held.splice(0)) pass();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
