/** Which failed attempts are repeated. Decided here only. */
import type { ApiErrorCode, Method } from './error-facts';

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

interface Rule {
  /** Whether the tenant may have carried the request out. */
  readonly mayHaveActed: boolean;
  readonly repeats: number;
  /** The code when it is given up; a refusal brings its own. */
  readonly code: ApiErrorCode;
}

/** As often as the waiting time allows. */
const PATIENTLY = Infinity;
/** A wrong host name does not get better by waiting two minutes, a restarting gateway does within seconds. */
const BRIEFLY = 3;

export const RETRY_RULES: Record<FailureKind, Rule> = {
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

export type Verdict = 'repeat' | 'give_up' | 'outcome_unknown';

/** Judges a failed attempt. A POST that may have been carried out is never repeated: it might create a second object. */
export function judge(method: Method, kind: FailureKind, repeatsDone: number): Verdict {
  const { mayHaveActed, repeats } = RETRY_RULES[kind];
  if (method === 'POST' && mayHaveActed) return 'outcome_unknown';
  return repeatsDone < repeats ? 'repeat' : 'give_up';
}
