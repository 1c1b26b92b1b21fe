/** A tenant that answers whatever a test says, over real HTTP, and remembers what it was asked. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTenantClient, DEFAULT_PATHS, type ApiError } from '../../../../providers/netskope/client';
import type { ClientSettings, TenantClient } from '../../../../providers/netskope/client';
import { VirtualClock } from './virtual-clock';

export const TOKEN = 'tok3n+secret/value==';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: unknown;
  /** The connection it came on. */
  readonly connection: number | undefined;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** Sent as it is when it is a string, else as JSON. */
  readonly body?: unknown;
}

/** `drop`: the connection is cut without an answer. `hang`: no answer ever comes. */
export type Reaction = Answer | 'drop' | 'hang';
export type Script = (asked: Asked, count: number) => Reaction | Promise<Reaction>;

export interface Stub {
  readonly url: string;
  readonly asked: Asked[];
  /** `GET /path` of each request, in order. */
  log(): string[];
  close(): Promise<void>;
}

export async function startStub(script: Script): Promise<Stub> {
  const asked: Asked[] = [];
  const server = http.createServer((request, response) => void respond(request, response));
  const respond = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', 'http://stub');
    const text = Buffer.concat(chunks).toString();
    const { method = '', headers } = request;
    const connection = request.socket.remotePort;
    const one = {
      method,
      path: url.pathname,
      query: url.searchParams,
      headers,
      body: text ? JSON.parse(text) : undefined,
      connection,
    };
    asked.push(one);
    const reaction = await script(one, asked.length);
    if (reaction === 'drop') return void request.socket.destroy();
    if (reaction === 'hang') return;
    const body =
      typeof reaction.body === 'string' ? reaction.body : JSON.stringify(reaction.body ?? { status: 'success' });
    response.writeHead(reaction.status ?? 200, { 'Content-Type': 'application/json', ...reaction.headers }).end(body);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2`,
    asked,
    log: () => asked.map(({ method, path }) => `${method} ${path.replace('/api/v2', '')}`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Settings that never hold a test up. */
export function settingsFor(serverUrl: string, changed: Partial<ClientSettings> = {}): ClientSettings {
  return {
    serverUrl,
    apiKey: TOKEN,
    requestsPerSecond: 1000,
    maxRetryWaitSeconds: 120,
    paths: DEFAULT_PATHS,
    userAgent: 'test',
    ...changed,
  };
}

export interface Scene {
  readonly client: TenantClient;
  readonly stub: Stub;
  readonly clock: VirtualClock;
}

const stubs: Stub[] = [];
afterEach(async () => {
  await Promise.all(stubs.splice(0).map((stub) => stub.close()));
});

/** A stub, closed after the test, and a client of it in virtual time. */
export async function scene(
  script: Script,
  changed: Partial<ClientSettings> = {},
  attemptTimeoutMs = 5_000,
  clock = new VirtualClock(),
): Promise<Scene> {
  const stub = await startStub(script);
  stubs.push(stub);
  return { stub, clock, client: createTenantClient(settingsFor(stub.url, changed), { clock, attemptTimeoutMs }) };
}

export const app = (n: number | string, changed: object = {}) => ({
  id: `app-${n}`,
  app_name: `App ${n}`,
  custom: true,
  platforms: { windows: { match: 'exact', processes: [`a${n}.exe`] } },
  etag: `e${n}`,
  ...changed,
});

export const one = (data: object): Answer => ({ body: { status: 'success', data } });

/** The page that a request asks for. */
export const page = ({ query }: Asked, rows: readonly object[], total: number | null = rows.length): Answer => {
  const offset = Number(query.get('offset'));
  const data = rows.slice(offset, offset + Number(query.get('limit')));
  return { body: { status: 'success', data, ...(total !== null && { total }) } };
};

export const failure = (status: number, body: object = {}, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
  body: { status: 'error', message: `Failed with ${status}.`, errors: [], ...body },
});

/** What a call rejects with. */
export async function errorOf(run: Promise<unknown>): Promise<ApiError> {
  return run.then(
    () => {
      throw new Error('it did not fail');
    },
    (error: unknown) => error as ApiError,
  );
}

/** A promise and its resolver. */
export function gate(): { opened: Promise<void>; open(): void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
