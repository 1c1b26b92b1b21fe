/**
 * How is one attempt made? It is an HTTP request that ends with an answer or a fault. No other file knows axios or
 * sends the token.
 */
import type { Readable } from 'node:stream';
import type { AxiosInstance, AxiosResponse } from 'axios';
import type { Agents } from './agents';
import type { HttpMethod } from './error-text';
import type { FailureKind } from './retries';
import { checkSettings, type ClientSettings } from './settings';

export interface HttpRequest {
  readonly method: HttpMethod;
  /** The path below the server URL, without a query. */
  readonly route: string;
  readonly query?: Readonly<Record<string, number>>;
  readonly body?: unknown;
  /** The etag that the object must still have. */
  readonly ifMatch?: string;
}

export interface HttpAnswer {
  readonly status: number;
  header(name: string): string | undefined;
  readonly text: string;
  /** The size of the body, decompressed. */
  readonly bytes: number;
}

/** An attempt without an answer. */
export interface TransportFault {
  readonly fault: FailureKind;
  /** A system error code, or a few words on the fault. */
  readonly reason: string;
  /** The status with which a proxy answered instead of the tenant. */
  readonly status?: number;
}

/** Sends one request. Rejects only when the signal aborts. */
type Send = (request: HttpRequest, signal?: AbortSignal) => Promise<HttpAnswer | TransportFault>;

export interface HttpTransport {
  /**
   * Checks the settings and loads the modules it needs, once. It rejects with an ApiError when a setting is refused.
   */
  ready(): Promise<void>;
  readonly send: Send;
  /** What messages about the connection name; nothing before it is known. */
  facts(): Agents['facts'];
}

/** The largest answer that is read; a page of 100 objects is far below it. */
const LARGEST_ANSWER_BYTES = 16 * 1024 * 1024;

/** Makes a transport. Nothing is checked or loaded before `ready`. */
export function createTransport(settings: ClientSettings, attemptTimeoutMs: number): HttpTransport {
  let opening: Promise<HttpConnection> | undefined;
  let facts: Agents['facts'] = {};
  const connect = async () => {
    const connection = await (opening ??= open(settings, attemptTimeoutMs));
    facts = connection.agents.facts;
    return connection;
  };
  return {
    ready: async () => void (await connect()),
    facts: () => facts,
    async send(request, signal) {
      const connection = await connect();
      signal?.throwIfAborted();
      const limits = limitsOf(request.method === 'POST' ? CREATE_GRACE_MS : 0, attemptTimeoutMs, signal);
      try {
        return await exchange(connection, request, limits.signal);
      } catch (error) {
        if (limits.timedOut()) return { fault: 'timeout', reason: 'timeout' };
        signal?.throwIfAborted();
        return faultOf(error);
      } finally {
        limits.end();
      }
    },
  };
}

/**
 * How long, in milliseconds, a create is still waited for after its caller has given up. A create that is cut off may
 * leave an object that nobody knows of, and most answers come within this time.
 */
const CREATE_GRACE_MS = 3_000;

/** The signal of one attempt. It aborts at the timeout, and a grace period after the caller's signal. */
function limitsOf(graceMs: number, timeoutMs: number, caller?: AbortSignal) {
  const controller = new AbortController();
  const abort = () => controller.abort();
  let timedOut = false;
  let grace: NodeJS.Timeout | undefined;
  const deadline = setTimeout(() => {
    timedOut = true;
    abort();
  }, timeoutMs);
  const cancel = () => {
    if (graceMs === 0) abort();
    else grace = setTimeout(abort, graceMs);
  };
  if (caller?.aborted) cancel();
  else caller?.addEventListener('abort', cancel, { once: true });
  return {
    signal: controller.signal,
    timedOut: () => timedOut,
    end() {
      clearTimeout(deadline);
      clearTimeout(grace);
      caller?.removeEventListener('abort', cancel);
    },
  };
}

interface HttpConnection {
  readonly axios: AxiosInstance;
  readonly agents: Agents;
}

async function open(settings: ClientSettings, attemptTimeoutMs: number): Promise<HttpConnection> {
  const checked = checkSettings(settings);
  // These modules load only now: http and https would add 3 ms to every start, and validation needs neither.
  const { openAgents } = await import('./agents');
  const agents = await openAgents(checked, attemptTimeoutMs);
  const { default: axios } = await import('axios');
  const instance = axios.create({
    baseURL: checked.baseUrl,
    adapter: 'http',
    // The token must not travel to the target of a redirect, nor to a proxy that axios chooses by itself.
    maxRedirects: 0,
    proxy: false,
    validateStatus: () => true,
    responseType: 'stream',
    transformRequest: [(body: unknown) => body],
    headers: {
      common: { Accept: 'application/json', 'User-Agent': settings.userAgent, 'Netskope-Api-Token': settings.apiKey },
    },
  });
  return { axios: instance, agents };
}

async function exchange({ axios, agents }: HttpConnection, request: HttpRequest, signal: AbortSignal) {
  const agent = request.method === 'POST' ? agents.fresh : agents.kept;
  const response = await axios.request<Readable>({
    method: request.method,
    url: request.route,
    params: request.query ?? {},
    signal,
    httpAgent: agent,
    httpsAgent: agent,
    headers: {
      ...(request.body !== undefined && { 'Content-Type': 'application/json' }),
      ...(request.ifMatch !== undefined && { 'If-Match': `"${request.ifMatch}"` }),
    },
    ...(request.body !== undefined && { data: JSON.stringify(request.body) }),
  });
  const body = await readBody(response.data);
  if (body === undefined) return { fault: 'unreadable', reason: 'larger than 16 MiB' } satisfies TransportFault;
  return { status: response.status, header: headerOf(response), text: body.toString('utf8'), bytes: body.length };
}

function headerOf({ headers }: AxiosResponse): HttpAnswer['header'] {
  return (name) => {
    const value: unknown = headers[name];
    return typeof value === 'string' ? value : undefined;
  };
}

/** The whole body, decompressed; undefined when it is too large. */
async function readBody(stream: Readable): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop ends the connection.
    if (size > LARGEST_ANSWER_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What each system error code means. Any other code says that an existing connection broke. */
const FAULTS: readonly (readonly [RegExp, FailureKind])[] = [
  [/^(ECONNREFUSED|E(HOST|NET)(UNREACH|DOWN)|ENOTFOUND|EAI_\w+)$/, 'unreachable'],
  [/^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_|ERR_SSL_|EPROTO)/, 'untrusted'],
  [/^(HPE_|Z_)/, 'unreadable'],
  [/^PROXY_407$/, 'proxy_refused'],
  [/^PROXY_/, 'unreachable'],
];

/** The fault that an error means. Only its code is kept: the errors of axios hold headers, bodies and the token. */
function faultOf(error: unknown): TransportFault {
  const code: unknown = (error as { code?: unknown } | null)?.code;
  const reason = typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : 'connection lost';
  const fault = FAULTS.find(([pattern]) => pattern.test(reason))?.[1] ?? 'reset';
  const status = Number(/^PROXY_(\d{3})$/.exec(reason)?.[1] ?? 0);
  return status === 0 ? { fault, reason } : { fault, reason: `the proxy answers HTTP ${status}`, status };
}
