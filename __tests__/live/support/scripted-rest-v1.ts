/** A server of REST v1 that answers as a test says, and a clock on which nothing waits. */
import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { observeTenant } from '../../../live/rest-v1';
import type { TenantNotRead } from '../../../live/tenant-not-read';
import { cleanerFor } from '../../../providers/netskope/client';

export interface AskedV1 {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
  /** The whole address, as a log would hold it. */
  readonly url: string;
}

export interface AnswerV1 {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text as it is, anything else as JSON. */
  readonly body: unknown;
}

export interface ScriptedRestV1 {
  readonly url: string;
  readonly asked: readonly AskedV1[];
  close(): Promise<void>;
}

/** @param answer what is answered; `lost` ends the connection without an answer */
export async function scriptedRestV1(answer: (asked: AskedV1) => AnswerV1 | 'lost'): Promise<ScriptedRestV1> {
  const asked: AskedV1[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
      const one = {
        method: request.method ?? '',
        path: pathname,
        query: Object.fromEntries(searchParams),
        body: Buffer.concat(chunks).toString('utf8'),
        url: request.url ?? '',
      };
      asked.push(one);
      const told = answer(one);
      if (told === 'lost') return void request.socket.destroy();
      const { status = 200, headers = {}, body } = told;
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const success = (data: unknown): AnswerV1 => ({ body: { status: 'success', msg: '', data } });

/** A clock that stands still, but for sleeping, which takes no time. */
function standingClock(now = Date.UTC(2026, 10, 30)) {
  const waits: number[] = [];
  return {
    waits,
    now: () => now + waits.reduce((sum, ms) => sum + ms, 0),
    sleep: (ms: number) => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
}

interface Named {
  readonly config_id: number;
  readonly config_name: string;
}

export const listedV1 = (count: number): Named[] =>
  Array.from({ length: count }, (_, config_id) => ({
    config_id,
    config_name: config_id === 0 ? 'Default tenant config' : `Configuration ${config_id}`,
  }));

export const shownV1 = ({ config_id, config_name }: Named) => ({
  steering_config: config_name,
  enabled: true,
  location_based_steering: false,
  private_apps_enabled: false,
  priority: String(config_id + 1),
  traffic_type: 'web',
  exceptions: { domains: { data: [{ domains: [`${config_id}.example`], notes: null }], count: 1 } },
});

/** Answers as the documentation says, for these configurations. */
export function documentedV1(all: readonly Named[]) {
  return ({ path, query }: AskedV1): AnswerV1 => {
    if (path === '/api/v1/steeringconfiglist') return success(all);
    const { config_id, limit = '9999', skip = '0' } = query;
    const found = all.filter((one) => config_id === undefined || String(one.config_id) === config_id);
    return success(found.slice(Number(skip), Number(skip) + Number(limit)).map(shownV1));
  };
}

export const TOKEN = '0123456789abcdef0123456789abcdef';
/** To be called once for a file of tests, for a function that starts servers, which end with their test. */
export function servesRestV1() {
  const servers: ScriptedRestV1[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });

  return async (answer: (asked: AskedV1) => AnswerV1 | 'lost') => {
    const server = await scriptedRestV1(answer);
    servers.push(server);
    const clock = standingClock();
    const observe = (more: Partial<Parameters<typeof observeTenant>[0]> = {}) =>
      observeTenant({ url: server.url, token: TOKEN, clock, clean: cleanerFor(TOKEN), ...more });
    const failure = async (more = {}) =>
      observe(more).then(
        () => {
          throw new Error('it was read');
        },
        (error: unknown) => error as TenantNotRead,
      );
    return { ...server, clock, observe, failure };
  };
}

export const isList = ({ path }: AskedV1): boolean => path === '/api/v1/steeringconfiglist';
