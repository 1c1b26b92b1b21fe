/**
 * From an HTTP answer to what it means. What is read of a body, and nothing else:
 *
 * | answer | read |
 * |---|---|
 * | 2xx | `data`, `total`; an empty body is a success without data |
 * | 2xx with `status: "error"` [vendor] | an error; its kind by `code`, `error_code` or `status_code` where one is a number of HTTP, else unknown: `rejected` |
 * | 3xx | the origin in Location |
 * | 4xx, 5xx | the status alone says the kind, whatever the body is |
 * | any error | `message`, or `msg` as REST v1 has it [doc]; `errors[]` of `{field, message}` or strings |
 * | any | X-Request-Id [assumed], Retry-After [vendor] and Date |
 */
import type { FieldError } from '../../../tenant/contract';
import type { Clean } from './clean';
import type { ApiErrorCode } from './error-facts';
import { parseRetryAfter } from './retry-after';
import { RETRY_RULES, type FailureKind } from './retry-rules';
import type { Fault, HttpAnswer } from './transport';
import { asRecord, Unreadable } from './wire-values';

/** A success: the parts of its body that the contract names, not looked at yet. */
export interface Reply {
  readonly data: unknown;
  readonly total: unknown;
  /** The size of the whole answer. */
  readonly bytes: number;
}

export interface Failure {
  readonly kind: FailureKind;
  readonly code: ApiErrorCode;
  readonly status?: number;
  readonly reason?: string;
  readonly requestId?: string;
  readonly retryAfterMs?: number;
  readonly tenantMessage?: string;
  readonly fieldErrors?: readonly FieldError[];
}

export type Reading<T> = { readonly value: T } | { readonly failure: Failure };

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

/** @param take reads the reply; it throws Unreadable where the contract is not kept. */
export function readOutcome<T>(
  outcome: HttpAnswer | Fault,
  take: (reply: Reply) => T,
  { clean, now }: { clean: Clean; now: number },
): Reading<T> {
  if ('fault' in outcome) return { failure: failed(outcome.fault, { reason: outcome.reason }) };
  const { status } = outcome;
  const requestId = requestIdOf(outcome, clean);
  const facts = { status, ...(requestId !== undefined && { requestId }) };
  try {
    if (status >= 300)
      return { failure: failureOf(outcome, status, { ...facts, ...errorBody(outcome.text, clean) }, now) };
    const body = outcome.text.trim() === '' ? {} : parseBody(outcome.text);
    if (body['status'] !== 'error')
      return { value: take({ data: body['data'], total: body['total'], bytes: outcome.bytes }) };
    return { failure: failureOf(outcome, hiddenStatus(body), { ...facts, ...said(body, clean) }, now) };
  } catch (error) {
    if (error instanceof Unreadable) return { failure: failed('unreadable', { ...facts, reason: error.message }) };
    throw error;
  }
}

function failed(kind: FailureKind, facts: Omit<Failure, 'kind' | 'code'>, code = RETRY_RULES[kind].code): Failure {
  return { kind, code, ...facts };
}

/** @param status the status that counts: the real one, or the one behind HTTP 200; undefined when that does not say. */
function failureOf(
  answer: HttpAnswer,
  status: number | undefined,
  facts: Omit<Failure, 'kind' | 'code'>,
  now: number,
): Failure {
  const retryAfterMs = parseRetryAfter(answer.header('retry-after'), answer.header('date'), now);
  const asked = retryAfterMs === undefined ? facts : { ...facts, retryAfterMs };
  if (status === undefined) return failed('refusal', facts);
  if (status < 400) return failed('refusal', { ...facts, ...originOf(answer.header('location')) }, 'redirected');
  if (status === 429) return failed('rate_limited', asked);
  if (status === 503 && retryAfterMs !== undefined) return failed('overloaded', asked);
  if (status === 502 || status === 503 || status === 504) return failed('gateway', asked);
  const code = REFUSALS[status];
  if (status >= 500 && code === undefined) return failed('server_error', facts);
  return failed('refusal', facts, code);
}

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

function errorBody(text: string, clean: Clean): Partial<Failure> {
  try {
    return said(parseBody(text), clean);
  } catch {
    return {};
  }
}

function said(body: Readonly<Record<string, unknown>>, clean: Clean): Partial<Failure> {
  const message = body['message'] ?? body['msg'];
  const errors = Array.isArray(body['errors']) ? (body['errors'] as unknown[]) : [];
  const fieldErrors = errors.slice(0, 100).flatMap((entry): FieldError[] => {
    if (typeof entry === 'string') return [{ field: '', message: clean(entry) }];
    const { field, message: why } = (entry ?? {}) as { field?: unknown; message?: unknown };
    return typeof why === 'string'
      ? [{ field: typeof field === 'string' ? clean(field) : '', message: clean(why) }]
      : [];
  });
  return { fieldErrors, ...(typeof message === 'string' && { tenantMessage: clean(message) }) };
}

function hiddenStatus(body: Readonly<Record<string, unknown>>): number | undefined {
  return ['code', 'error_code', 'status_code'].map((name) => Number(body[name])).find((n) => n >= 400 && n <= 599);
}

function requestIdOf(answer: HttpAnswer, clean: Clean): string | undefined {
  const id = clean(answer.header('x-request-id') ?? '');
  return /^[\w.:-]{1,100}$/.test(id) ? id : undefined;
}

/** Where a redirect points, without path and query: they may hold anything. */
function originOf(location: string | undefined): { reason?: string } {
  return location !== undefined && URL.canParse(location) ? { reason: new URL(location).origin } : {};
}
