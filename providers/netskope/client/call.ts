/** How is one call made? By attempts under the rate limit, until there is a reply or an ApiError. */
import { ApiError } from './api-error';
import type { Clean } from './clean';
import type { Clock } from './clock';
import { cleanFacts, type ErrorFacts } from './error-text';
import { PauseTooLong, type RateLimiter } from './rate-limiter';
import { readOutcome, type Failure, type SuccessBody } from './read-answer';
import { RETRY_RULES, SHORTEST_WAIT_MS, judge, nextWait } from './retries';
import type { HttpRequest, HttpTransport } from './transport';

export interface CallRequest extends HttpRequest {
  /** The word for the object of the request, for messages. */
  readonly noun: string;
  /** Whether the route is that of a collection, where 404 means that the route is missing. */
  readonly ofCollection: boolean;
}

/**
 * Makes a call.
 *
 * @param take reads the reply; it throws Unreadable where the contract is not kept.
 * @throws ApiError
 */
export type Call = <T>(request: CallRequest, take: (reply: SuccessBody) => T, signal?: AbortSignal) => Promise<T>;

export interface CallParts {
  readonly transport: HttpTransport;
  readonly limiter: RateLimiter;
  readonly clock: Clock;
  readonly clean: Clean;
  /** The longest sum of waits of one call, in milliseconds. */
  readonly longestWaitMs: number;
  readonly attemptTimeoutMs: number;
}

/** Makes the function through which all calls of a client go. */
export function createCall({ transport, limiter, clock, clean, longestWaitMs, attemptTimeoutMs }: CallParts): Call {
  /**
   * Whether calls wait at all. It is false after a call has used up its waiting time, until the tenant answers again:
   * other calls would wait in vain.
   */
  let patient = true;
  return async (request, take, signal) => {
    const { method, route, noun } = request;
    let attempts = 0;
    let waitedMs = 0;
    /** The time that failed attempts took, except attempts that timed out: those count as waiting. */
    let slowMs = 0;
    /** The least time for which the next admission counts as waiting, whatever the clock says. */
    let owedMs = 0;
    let lostAnswer = false;
    let inFlight = false;
    const failWith = (facts: Omit<ErrorFacts, 'operation'>) => {
      const mayHaveActed = lostAnswer || inFlight;
      const told = { noun, attempts, waitedMs, lostAnswer, mayHaveActed, ...transport.facts() };
      return new ApiError(cleanFacts({ operation: { method, route }, ...told, ...facts }, clean));
    };
    const leftMs = () => longestWaitMs - waitedMs - slowMs;
    // Settings are checked before the limiter is asked, because a rate that is refused must not hold any request.
    await transport.ready();
    try {
      for (;;) {
        waitedMs += Math.max(owedMs, await limiter.admit({ signal, patienceMs: leftMs() }));
        owedMs = 0;
        attempts += 1;
        const sentAt = clock.now();
        inFlight = true;
        const outcome = await transport.send(request, signal);
        inFlight = false;
        const reading = readOutcome(outcome, take, clock.now());
        if ('value' in reading) {
          patient = true;
          return reading.value;
        }

        const { failure } = reading;
        const { kind, retryAfterMs: askedMs } = failure;
        patient ||= kind === 'refusal';
        if (kind === 'timeout') waitedMs += attemptTimeoutMs;
        else slowMs += clock.now() - sentAt;
        const left = patient ? leftMs() : 0;
        const enough = left >= Math.max(askedMs ?? 0, SHORTEST_WAIT_MS);
        const waitMs = Math.min(nextWait(attempts, askedMs, clock.random()), left);
        // All calls pause, even when this one gives up, because the tenant asked all of them to wait.
        if (kind === 'rate_limited') limiter.pause(enough ? waitMs : (askedMs ?? 0));
        const decision = judge(method, kind, attempts - 1);
        if (decision === 'repeat' && !enough) patient = false;
        const mayHaveActed: boolean = lostAnswer || RETRY_RULES[kind].mayHaveActed;
        if (decision !== 'repeat' || !enough)
          throw failWith({ ...factsOf(failure, request, decision === 'outcome_unknown'), mayHaveActed });
        lostAnswer = mayHaveActed;
        // A rate-limited call waits in the limiter, like all others.
        if (kind === 'rate_limited') owedMs = waitMs;
        else {
          await clock.sleep(waitMs, signal);
          waitedMs += waitMs;
        }
      }
    } catch (error) {
      if (error instanceof ApiError) throw error;
      if (signal?.aborted && inFlight && method === 'POST')
        throw failWith({ code: 'outcome_unknown', reason: 'cancelled' });
      if (signal?.aborted) throw failWith({ code: 'aborted' });
      if (error instanceof PauseTooLong) throw failWith({ code: 'rate_limited', retryAfterMs: error.pauseMs });
      throw error;
    }
  };
}

function factsOf(
  failure: Failure,
  { ofCollection }: CallRequest,
  outcomeUnknown: boolean,
): Omit<ErrorFacts, 'operation'> {
  const { kind: _kind, code, ...facts } = failure;
  const reason = facts.reason ?? (facts.status === undefined ? undefined : `HTTP ${facts.status}`);
  if (outcomeUnknown) return { ...facts, code: 'outcome_unknown', ...(reason !== undefined && { reason }) };
  return { ...facts, code: code === 'not_found' && ofCollection ? 'no_such_route' : code };
}
