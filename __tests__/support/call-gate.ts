/** Stands between the provider and a tenant, names each call, and lets a test act before or after one of them. */
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Before: the tenant never hears of the call. After: the tenant has answered, and the provider never hears of it. */
export type Side = 'before' | 'after';

interface Stop {
  /** As in `calls`. */
  readonly call: string;
  readonly side: Side;
  /** What happens instead of the call, or instead of its answer. Then the connection ends. */
  act(): Promise<void>;
}

export interface CallGate {
  readonly serverUrl: string;
  /** The calls since the last `begin`, each by what it asks for and how often that was asked: `GET /steering/apps 2`. */
  readonly calls: readonly string[];
  /** Counts anew; without a stop every call passes. */
  begin(stop?: Stop): void;
  close(): Promise<void>;
}

export async function startCallGate(target: string): Promise<CallGate> {
  const { port, pathname } = new URL(target);
  const calls: string[] = [];
  let stop: Stop | undefined;

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(request);
    const asked = `${request.method} ${request.url?.replace(pathname, '').replace(/\?.*/, '')}${subjectOf(request, body)}`;
    const call = `${asked} ${calls.filter((one) => one.startsWith(`${asked} `)).length + 1}`;
    calls.push(call);
    const here = stop?.call === call ? stop : undefined;
    if (here?.side !== 'before') {
      const answer = await passOn(request, body, port);
      if (here === undefined) return void response.writeHead(answer.status, answer.headers).end(answer.body);
    }
    await here?.act();
    response.destroy();
  };

  const server = http.createServer((request, response) => {
    // A provider that is killed leaves in the middle.
    serve(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    serverUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    calls,
    begin(next) {
      stop = next;
      calls.splice(0);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** All creates of a collection go to one path; what they create tells them apart. */
function subjectOf({ method }: IncomingMessage, body: Buffer): string {
  if (method !== 'POST') return '';
  const { type, app_name, config_name, port } = JSON.parse(body.toString()) as Record<string, unknown>;
  return ` (${String(type ?? app_name ?? config_name ?? port)})`;
}

async function passOn({ method, url: path, headers }: IncomingMessage, body: Buffer, port: string) {
  const onward = http.request({ host: '127.0.0.1', port, method, path, headers, agent: false }).end(body);
  const [answer] = (await once(onward, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 502, headers: answer.headers, body: await buffer(answer) };
}
