/** Which failed attempts are repeated, and how long does a call wait before each repeat? Both are decided only here. */
import type { ApiErrorCode, HttpMethod } from './error-text';

const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 30_000;
const SECONDS = /^\d{1,9}(\.\d+)?$/;
/** The beginning of the three forms of RFC 9110, 5.6.7. Without it, Date.parse would accept any junk with a digit. */
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /;

/**
 * Reads Retry-After, which is seconds or an HTTP date, as milliseconds from now; undefined where it is missing or junk.
 *
 * @param date the Date header of the same answer, because a date is compared with the clock that wrote it.
 */
export function parseRetryAfter(value: string | undefined, date: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (SECONDS.test(text)) return Number(text) * 1000;
  if (!HTTP_DATE.test(text)) return undefined;
  const at = Date.parse(text);
  const sent = date !== undefined && HTTP_DATE.test(date) ? Date.parse(date) : now;
  return Number.isNaN(at) ? undefined : Math.max(0, at - (Number.isNaN(sent) ? now : sent));
}

/**
 * The client's own wait before repeat n (from 1), in milliseconds. It grows exponentially, and half of it is random.
 */
export function backoff(repeat: number, random: number): number {
  const longest = Math.min(FIRST_BACKOFF_MS * 2 ** (repeat - 1), LONGEST_BACKOFF_MS);
  return longest * (0.5 + random / 2);
}

/**
 * The shortest wait, in milliseconds, that a tenant may ask for. One that always asks for 0 would otherwise be asked
 * without end.
 */
const SHORTEST_ASKED_MS = 1_000;
/**
 * The shortest of all waits, in milliseconds. A call with less time left gives up, so that rounding never leaves a wait
 * of zero.
 */
export const SHORTEST_WAIT_MS = FIRST_BACKOFF_MS / 2;

/**
 * The wait before repeat n (from 1), in milliseconds. It is what the tenant asked for and a little more at random, so
 * that many clients do not come back at once. Where the tenant asks for nothing, or for less than a second, it is the
 * backoff.
 */
export function nextWait(repeat: number, askedMs: number | undefined, random: number): number {
  const own = backoff(repeat, random);
  if (askedMs === undefined) return own;
  const asked = askedMs + random * Math.min(1000, 100 + askedMs / 10);
  return askedMs < SHORTEST_ASKED_MS ? Math.max(asked, own) : asked;
}

/**
 * The kinds of failed attempts.
 *
 * | kind | seen as |
 * |---|---|
 * | rate_limited | 429 |
 * | overloaded | 503 with Retry-After |
 * | gateway | 408, 460, 499, 502, 503 without Retry-After, 504 |
 * | server_error | any other 5xx but 501 |
 * | redirect | 3xx, which is not followed |
 * | reset, timeout | the connection broke, or no answer came in time, after the request may have been sent |
 * | unreachable | refused, no route, no such host: before anything was sent |
 * | proxy_refused | the proxy asks for credentials: before anything was sent |
 * | untrusted | no TLS connection: before anything was sent |
 * | unreadable | a success that is not JSON of the contract, or no HTTP at all |
 * | refusal | everything else the tenant says: it read the request and refused it |
 */
export type FailureKind =
  | 'rate_limited'
  | 'overloaded'
  | 'gateway'
  | 'server_error'
  | 'redirect'
  | 'reset'
  | 'timeout'
  | 'unreachable'
  | 'untrusted'
  | 'proxy_refused'
  | 'unreadable'
  | 'refusal';

/** What follows from a kind of failure. */
interface RetryRule {
  /** Whether the tenant may have carried the request out. */
  readonly mayHaveActed: boolean;
  /** How often an attempt may be repeated. */
  readonly repeats: number;
  /** The code of the error when the call gives up; a refusal brings its own. */
  readonly code: ApiErrorCode;
}

/** The number of repeats of a failure that may pass: as many as the waiting time allows. */
const PATIENTLY = Infinity;
/**
 * The number of repeats of a failure that seldom passes. A wrong host name stays wrong for minutes; a gateway restarts
 * within seconds.
 */
const BRIEFLY = 3;

export const RETRY_RULES: Record<FailureKind, RetryRule> = {
  rate_limited: { mayHaveActed: false, repeats: PATIENTLY, code: 'rate_limited' },
  overloaded: { mayHaveActed: false, repeats: PATIENTLY, code: 'unavailable' },
  gateway: { mayHaveActed: true, repeats: PATIENTLY, code: 'unavailable' },
  server_error: { mayHaveActed: true, repeats: 0, code: 'unavailable' },
  redirect: { mayHaveActed: true, repeats: 0, code: 'redirected' },
  reset: { mayHaveActed: true, repeats: PATIENTLY, code: 'network' },
  timeout: { mayHaveActed: true, repeats: PATIENTLY, code: 'timeout' },
  unreachable: { mayHaveActed: false, repeats: BRIEFLY, code: 'network' },
  untrusted: { mayHaveActed: false, repeats: 0, code: 'certificate' },
  proxy_refused: { mayHaveActed: false, repeats: 0, code: 'proxy_refused' },
  unreadable: { mayHaveActed: true, repeats: 0, code: 'malformed' },
  refusal: { mayHaveActed: false, repeats: 0, code: 'rejected' },
};

/** What becomes of a call after a failed attempt. */
export type RetryDecision = 'repeat' | 'give_up' | 'outcome_unknown';

/** Judges a failed attempt. A POST that may have been carried out is never repeated: it might create a second object. */
export function judge(method: HttpMethod, kind: FailureKind, repeatsDone: number): RetryDecision {
  const { mayHaveActed, repeats } = RETRY_RULES[kind];
  if (method === 'POST' && mayHaveActed) return 'outcome_unknown';
  return repeatsDone < repeats ? 'repeat' : 'give_up';
}
