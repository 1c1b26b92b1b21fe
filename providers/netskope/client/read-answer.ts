/**
 * What an HTTP answer means. Of each answer only this is read:
 *
 * | answer | read |
 * |---|---|
 * | 2xx | `data`, `total`; an empty body is a success without data |
 * | 2xx with `status: "error"` [vendor] | an error; its kind by `code`, `error_code` or `status_code` where one is a number of HTTP, else unknown: `rejected` |
 * | 3xx | the origin in Location |
 * | 4xx, 5xx | the status alone says the kind, whatever the body is: {@link kindOf} |
 * | any error | `message`, or `msg` as REST v1 has it [doc]; `errors[]` of `{field, message}` or strings |
 * | any | X-Request-Id [assumed], Retry-After [vendor] and Date |
 */
import type { FieldError } from '../../../tenant/contract';
import type { ApiErrorCode } from './error-text';
import { RETRY_RULES, parseRetryAfter, type FailureKind } from './retries';
import type { HttpAnswer, TransportFault } from './transport';
import { asRecord, Unreadable } from './wire-values';

/** The parts of a successful answer's body that the contract names, not looked at yet. */
export interface SuccessBody {
  readonly data: unknown;
  readonly total: unknown;
  /** The size of the whole answer, in bytes. */
  readonly bytes: number;
}

/** A failed attempt, and what is known of it. */
export interface Failure {
  readonly kind: FailureKind;
  readonly code: ApiErrorCode;
  readonly status?: number;
  readonly reason?: string;
  readonly requestId?: string;
  readonly retryAfterMs?: number;
  readonly redirectedTo?: string;
  readonly tenantMessage?: string;
  readonly fieldErrors?: readonly FieldError[];
}

export type AnswerReading<T> = { readonly value: T } | { readonly failure: Failure };

/** The code of each status with which a tenant refuses; any other refusal is `rejected`. */
const REFUSALS: Record<number, ApiErrorCode> = {
  400: 'invalid',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'no_such_route',
  407: 'proxy_refused',
  409: 'conflict',
  410: 'not_found',
  412: 'precondition_failed',
  422: 'invalid',
  501: 'not_implemented',
};

/**
 * Reads what an attempt ended with.
 *
 * @param take reads the reply; it throws Unreadable where the contract is not kept.
 */
export function readOutcome<T>(
  outcome: HttpAnswer | TransportFault,
  take: (reply: SuccessBody) => T,
  now: number,
): AnswerReading<T> {
  if ('fault' in outcome) {
    const { fault, ...facts } = outcome;
    return { failure: failed(fault, facts) };
  }
  const { status } = outcome;
  const requestId = requestIdOf(outcome);
  const facts = { status, ...(requestId !== undefined && { requestId }) };
  try {
    if (status >= 300) return { failure: failureOf(outcome, status, { ...facts, ...errorBody(outcome.text) }, now) };
    const body = outcome.text.trim() === '' ? {} : parseBody(outcome.text);
    if (body['status'] !== 'error')
      return { value: take({ data: body['data'], total: body['total'], bytes: outcome.bytes }) };
    return { failure: failureOf(outcome, hiddenStatus(body), { ...facts, ...said(body) }, now) };
  } catch (error) {
    if (error instanceof Unreadable) return { failure: failed('unreadable', { ...facts, reason: error.message }) };
    throw error;
  }
}

function failed(kind: FailureKind, facts: Omit<Failure, 'kind' | 'code'>, code = RETRY_RULES[kind].code): Failure {
  return { kind, code, ...facts };
}

/**
 * @param status the status that counts: the real one, or the one in the body of an answer with HTTP 200; undefined
 * where that body has none
 */
function failureOf(
  answer: HttpAnswer,
  status: number | undefined,
  facts: Omit<Failure, 'kind' | 'code'>,
  now: number,
): Failure {
  const retryAfterMs = parseRetryAfter(answer.header('retry-after'), answer.header('date'), now);
  const asked = retryAfterMs === undefined ? facts : { ...facts, retryAfterMs };
  if (status === undefined) return failed('refusal', facts);
  const kind = kindOf(status, retryAfterMs !== undefined);
  if (kind === 'redirect') return failed(kind, { ...facts, ...originOf(answer.header('location')) });
  if (kind === 'refusal') return failed(kind, facts, REFUSALS[status]);
  return failed(kind, kind === 'server_error' ? facts : asked);
}

/**
 * The kind of failure that a status of 300 or more means. The kind answers whether a write was carried out:
 *
 * | status | carried out | because |
 * |---|---|---|
 * | 3xx | not known | 303, and 302 in practice, answer what was carried out; only 307 and 308 ask to send it elsewhere, and a gateway may say any of them |
 * | 408, 460, 499 | not known | whoever answers gave up waiting: RFC 9110 says for the request, gateways say it for the answer too |
 * | 429 | no | RFC 6585: too many requests |
 * | every other 4xx | no | RFC 9110: the request was refused; 425 as well: RFC 8470 says that it was not processed |
 * | 501 | no | RFC 9110: the method is not supported |
 * | 503 with Retry-After | no | RFC 9110: the service does not take requests for now, and says until when |
 * | every other 5xx | not known | the server, or a gateway before it, failed at some point of the work |
 */
function kindOf(status: number, asksToWait: boolean): FailureKind {
  if (status < 400) return 'redirect';
  if (status === 429) return 'rate_limited';
  if (status === 503 && asksToWait) return 'overloaded';
  if (GATEWAY.includes(status)) return 'gateway';
  return status < 500 || status === 501 ? 'refusal' : 'server_error';
}

/** The statuses of a gateway, or of somebody who did not wait any longer; the answer may come on another try. */
const GATEWAY: readonly number[] = [408, 460, 499, 502, 503, 504];

function parseBody(text: string): Readonly<Record<string, unknown>> {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('<')) throw new Unreadable('a web page instead of JSON');
  let body: unknown;
  try {
    body = JSON.parse(start);
  } catch {
    throw new Unreadable('the JSON is broken or cut off');
  }
  return asRecord(body, 'the body');
}

function errorBody(text: string): Partial<Failure> {
  try {
    return said(parseBody(text));
  } catch {
    return {};
  }
}

function said(body: Readonly<Record<string, unknown>>): Partial<Failure> {
  const message = body['message'] ?? body['msg'];
  const errors = Array.isArray(body['errors']) ? (body['errors'] as unknown[]) : [];
  const fieldErrors = errors.slice(0, 100).flatMap((entry): FieldError[] => {
    if (typeof entry === 'string') return [{ field: '', message: entry }];
    const { field, message: why } = (entry ?? {}) as { field?: unknown; message?: unknown };
    return typeof why === 'string' ? [{ field: typeof field === 'string' ? field : '', message: why }] : [];
  });
  return { fieldErrors, ...(typeof message === 'string' && { tenantMessage: message }) };
}

function hiddenStatus(body: Readonly<Record<string, unknown>>): number | undefined {
  return ['code', 'error_code', 'status_code'].map((name) => Number(body[name])).find((n) => n >= 400 && n <= 599);
}

/** The id of the request. A header comes from outside, so it is shown only where it is short and plain. */
function requestIdOf(answer: HttpAnswer): string | undefined {
  const id = answer.header('x-request-id') ?? '';
  return /^[\w.:-]{1,100}$/.test(id) ? id : undefined;
}

/** The origin that a redirect points to. Its path and query are left out, because they may hold a secret. */
function originOf(location: string | undefined): { redirectedTo?: string } {
  const origin = location !== undefined && URL.canParse(location) ? new URL(location).origin : '';
  return /^https?:\/\/[a-z0-9.:[\]-]{1,100}$/.test(origin) ? { redirectedTo: origin } : {};
}
