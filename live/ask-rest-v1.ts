/**
 * How is REST v1 asked? One request at a time, within the documented limit, repeated where a failure may pass. All of
 * them read, so that each may be repeated. No other file sends the token.
 */
import type { Agent } from 'node:http';
import type { Readable } from 'node:stream';
import { setTimeout as timer } from 'node:timers/promises';
import type { AxiosInstance } from 'axios';
import { isRecord } from '../steering/demands/shape';
import { inert } from '../steering/inert';
import { tenantAddress } from './tenant-address';
import {
  type NotReadReason,
  REFUSED,
  REPEATED_FAULTS,
  TenantNotRead,
  WEB_PAGE,
  faultOf,
  meaningOf,
} from './tenant-not-read';

export interface AskingSettings {
  /** The address of the tenant: https, or http to loopback, without a path. */
  readonly url: string;
  /** The token of REST v1. */
  readonly token: string;
  /** The connections. Left out, Node's own are used, without a proxy. */
  readonly agent?: Agent;
  /** Takes the token, and parts of it, out of a sentence of the tenant. Left out, no such sentence is shown. */
  readonly clean?: (text: string) => string;
  /** Left out, the time is that of the system. */
  readonly clock?: {
    /** The time, in milliseconds since the epoch. */
    readonly now: () => number;
    readonly sleep: (ms: number) => Promise<void>;
  };
  /** How long one attempt may take, in milliseconds. @default - 30 s */
  readonly attemptMs?: number;
}

/** The documented limit of REST v1. [doc] */
const LIMIT = { requests: 24, ms: 5_000 };
/** The longest time that one request waits in all, in milliseconds, because a person waits for the answer. */
const PATIENCE_MS = 30_000;
/** The waits before a request is repeated that found the tenant failing, or no connection. */
const BACKOFF_MS = [500, 1_000, 2_000];
const LARGEST_BYTES = 16 * 1024 * 1024;

interface RestV1Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query: Readonly<Record<string, string | number>>;
  readonly body?: object;
}

interface RestV1Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The body; undefined where it is too large. */
  readonly text?: string;
}

const WALL_CLOCK = { now: () => Date.now(), sleep: (ms: number) => timer(ms).then(() => undefined) };

/** The connection to REST v1 of one tenant. */
export class RestV1 {
  readonly tenant: string;
  private readonly clock: NonNullable<AskingSettings['clock']>;
  private axios: Promise<AxiosInstance> | undefined;
  /** When the last requests were answered. What was sent 5 s after an answer cannot arrive within 5 s of its request. */
  private readonly answeredAt: number[] = [];

  /** @throws TenantNotRead for an address or a token that cannot be used */
  constructor(private readonly settings: AskingSettings) {
    const address = tenantAddress(settings.url.trim());
    if ('complaint' in address) {
      throw new TenantNotRead({
        kind: 'address',
        what: `The address of the tenant cannot be used: ${address.complaint}`,
      });
    }
    if (!/^[\x21-\x7e]+$/.test(settings.token)) {
      const what = 'The token has a character that no token has, such as a line break, or it is empty';
      throw new TenantNotRead({ kind: 'token', what });
    }
    this.tenant = address.url;
    this.clock = settings.clock ?? WALL_CLOCK;
  }

  /** The time, in ISO 8601. */
  now(): string {
    return new Date(this.clock.now()).toISOString();
  }

  /** The list of configurations. REST v1 takes its token in the URL only. [doc] */
  async list(): Promise<readonly unknown[]> {
    const asked: RestV1Request = {
      method: 'GET',
      path: '/api/v1/steeringconfiglist',
      query: { token: this.settings.token },
    };
    const data = await this.ask(asked);
    if (data !== 'too_large') return data;
    throw this.failure(asked, { kind: 'too_large', what: 'The list of configurations is too large' });
  }

  /** Configurations with their exceptions; the word where the answer is too large to be read. */
  configurations(query: RestV1Request['query']): Promise<readonly unknown[] | 'too_large'> {
    const { token } = this.settings;
    return this.ask({ method: 'POST', path: '/api/v1/steeringconfig', query, body: { token } });
  }

  private async ask(asked: RestV1Request): Promise<readonly unknown[] | 'too_large'> {
    let [waited, repeats] = [0, 0];
    for (;;) {
      await this.keepLimit();
      const told = await this.attempt(asked);
      this.answeredAt.push(this.clock.now());
      if (!('kind' in told) && told.status >= 200 && told.status < 300) {
        return told.text === undefined ? 'too_large' : this.dataIn(asked, told, told.text);
      }
      const wait = this.waitAfter(asked, told, repeats);
      if (waited + wait > PATIENCE_MS) throw this.failure(asked, tooPatient(wait), 'kind' in told ? undefined : told);
      await this.clock.sleep(wait);
      [waited, repeats] = [waited + wait, repeats + 1];
    }
  }

  private async keepLimit(): Promise<void> {
    const first = this.answeredAt.at(-LIMIT.requests);
    this.answeredAt.splice(0, this.answeredAt.length - LIMIT.requests);
    const rest = first === undefined ? 0 : first + LIMIT.ms - this.clock.now();
    // A clock that is set back must not stop the program.
    if (rest > 0) await this.clock.sleep(Math.min(rest, LIMIT.ms));
  }

  private async attempt({ method, path, query, body }: RestV1Request): Promise<RestV1Answer | NotReadReason> {
    const { agent, attemptMs = 30_000 } = this.settings;
    const axios = await (this.axios ??= this.open());
    const signal = AbortSignal.timeout(attemptMs);
    try {
      const { status, headers, data } = await axios.request<Readable>({
        method,
        url: path,
        params: query,
        signal,
        ...(agent && { httpAgent: agent, httpsAgent: agent }),
        ...(body && { data: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
      });
      const text = await readBody(data);
      return { status, headers: { ...headers }, ...(text !== undefined && { text }) };
    } catch (cause) {
      if (signal.aborted) {
        return { kind: 'unavailable', what: `The tenant did not answer within ${Math.ceil(attemptMs / 1000)} s` };
      }
      return faultOf((cause as { readonly code?: unknown } | null)?.code);
    }
  }

  private async open(): Promise<AxiosInstance> {
    const { default: axios } = await import('axios');
    return axios.create({
      baseURL: this.tenant,
      adapter: 'http',
      // The token must not travel to the target of a redirect, nor to a proxy that axios chooses by itself.
      maxRedirects: 0,
      proxy: false,
      validateStatus: () => true,
      responseType: 'stream',
      transformRequest: [(body: unknown) => body],
      headers: { common: { Accept: 'application/json' } },
    });
  }

  /** How long to wait before the next attempt. @throws TenantNotRead where there is to be none */
  private waitAfter(asked: RestV1Request, told: RestV1Answer | NotReadReason, repeats: number): number {
    if ('kind' in told) {
      const wait = REPEATED_FAULTS.includes(told.kind) ? BACKOFF_MS[repeats] : undefined;
      if (wait !== undefined) return wait;
      throw this.failure(asked, told);
    }
    const { status, headers } = told;
    if (status === 429) return retryAfter(headers, this.clock.now()) ?? LIMIT.ms;
    const wait = status === 408 || (status >= 500 && status !== 501) ? BACKOFF_MS[repeats] : undefined;
    if (wait !== undefined) return wait;
    const { clean } = this.settings;
    const to = clean && originOf(headers['location']);
    throw this.failure(asked, meaningOf(asked.method, status, to && inert(clean(to))), told);
  }

  /** The data of a success. @throws TenantNotRead */
  private dataIn(asked: RestV1Request, told: RestV1Answer, text: string): readonly unknown[] {
    if (/^\uFEFF?\s*</.test(text)) throw this.failure(asked, WEB_PAGE, told);
    const body = parsed(this.withoutToken(text));
    if (!isRecord(body)) throw this.failure(asked, { kind: 'malformed', what: 'The answer is no JSON object' }, told);
    if (body['status'] === 'error') {
      const isAboutToken = /token|auth/i.test(sentencesIn(body).join(' '));
      throw this.failure(
        asked,
        isAboutToken ? REFUSED : { kind: 'rejected', what: 'The tenant answers with an error' },
        told,
      );
    }
    if (body['status'] === 'success' && Array.isArray(body['data'])) return body['data'];
    const what = 'The answer has no "status" of "success" with a list of "data", as REST v1 is documented';
    throw this.failure(asked, { kind: 'malformed', what }, told);
  }

  /** What a tenant echoes is not kept. A token this short is none; it would occur in any text by chance. */
  private withoutToken(text: string): string {
    const { token } = this.settings;
    if (token.length < 8) return text;
    const forms = [token, encodeURIComponent(token), token.replaceAll('/', '\\/'), btoa(token)];
    return forms.reduce((rest, form) => rest.replaceAll(form, '[redacted]'), text);
  }

  private failure({ method, path }: RestV1Request, { kind, what }: NotReadReason, told?: RestV1Answer): TenantNotRead {
    const { clean } = this.settings;
    const says = clean === undefined ? '' : sentencesIn(parsed(told?.text ?? '')).join(' ');
    return new TenantNotRead({
      kind,
      what,
      says: says === '' ? '' : inert(clean?.(says) ?? ''),
      request: `${method} ${path}`,
      ...(told && { status: told.status }),
    });
  }
}

function originOf(location: unknown): string | undefined {
  if (typeof location !== 'string' || !URL.canParse(location)) return undefined;
  const { origin } = new URL(location);
  return origin === 'null' ? undefined : origin;
}

function tooPatient(wait: number): NotReadReason {
  return {
    kind: 'rate_limited',
    what: `The tenant asks to wait ${Math.ceil(wait / 1000)} s, and a request waits ${PATIENCE_MS / 1000} s in all at most`,
  };
}

/** Reads Retry-After, which is seconds or a date, as milliseconds; at least one second. */
function retryAfter(headers: RestV1Answer['headers'], now: number): number | undefined {
  const text = headers['retry-after'];
  if (typeof text !== 'string') return undefined;
  const ms = /^\d{1,9}$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(ms) ? undefined : Math.max(1_000, ms);
}

async function readBody(stream: Readable): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop ends the connection.
    if (size > LARGEST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

/** The sentences in which REST v1 says what is wrong: `errorCode` and `errors` [doc], `msg`, and `message` of others. */
function sentencesIn(body: unknown): string[] {
  if (!isRecord(body)) return [];
  const { errorCode, errors, msg, message } = body;
  const all: unknown[] = [errorCode, ...(Array.isArray(errors) ? (errors as unknown[]) : [errors]), msg, message];
  return all
    .filter((one): one is string => typeof one === 'string' && one !== '')
    .map((one) => one.replace(/\.?$/, '.'));
}
