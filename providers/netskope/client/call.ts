/** One call: attempts under the rate limit until there is a reply, or an ApiError. */
import { ApiError } from './api-error';
import type { Clean } from './clean';
import type { Clock } from './clock';
import type { ErrorFacts } from './error-facts';
import { PauseTooLong, type RateLimiter } from './rate-limiter';
import { readOutcome, type Failure, type Reply } from './read-answer';
import { askedWait, backoff } from './retry-after';
import { judge, RETRY_RULES } from './retry-rules';
import type { HttpRequest, Transport } from './transport';

export interface CallRequest extends HttpRequest {
  /** What is worked on, for messages. */
  readonly noun: string;
  /** Whether the route is a collection: there, 404 means that the route is missing. */
  readonly ofCollection: boolean;
}

/** @param take reads the reply; it throws Unreadable where the contract is not kept. */
export type Call = <T>(request: CallRequest, take: (reply: Reply) => T, signal?: AbortSignal) => Promise<T>;

export interface CallParts {
  readonly transport: Transport;
  readonly limiter: RateLimiter;
  readonly clock: Clock;
  readonly clean: Clean;
  /** The longest sum of waits of one call. */
  readonly longestWaitMs: number;
  readonly attemptTimeoutMs: number;
}

export function createCall({ transport, limiter, clock, clean, longestWaitMs, attemptTimeoutMs }: CallParts): Call {
  return async (request, take, signal) => {
    const { method, route, noun } = request;
    let attempts = 0;
    let waitedMs = 0;
    let lostAnswer = false;
    let inFlight = false;
    const failWith = (facts: Omit<ErrorFacts, 'operation'>) => {
      const proxy = transport.proxy();
      const context = { operation: { method, route }, noun, attempts, waitedMs, lostAnswer, ...(proxy && { proxy }) };
      return new ApiError({ ...context, ...facts });
    };
    // Before the limiter: a rate that is refused must not hold anybody.
    await transport.ready();
    try {
      for (;;) {
        waitedMs += await limiter.admit({ signal, patienceMs: longestWaitMs - waitedMs });
        attempts += 1;
        inFlight = true;
        const outcome = await transport.send(request, signal);
        inFlight = false;
        const reading = readOutcome(outcome, take, { clean, now: clock.now() });
        if ('value' in reading) return reading.value;

        const { failure } = reading;
        const { kind, retryAfterMs: floorMs } = failure;
        if (kind === 'timeout') waitedMs += attemptTimeoutMs;
        const leftMs = longestWaitMs - waitedMs;
        const waitMs = floorMs === undefined ? backoff(attempts, clock.random()) : askedWait(floorMs, clock.random());
        const shortEnough = leftMs > 0 && (floorMs ?? 0) <= leftMs;
        // Even when this call gives up: what the tenant asked for, it asked of all of us.
        if (kind === 'rate_limited') limiter.pause(shortEnough ? Math.min(waitMs, leftMs) : (floorMs ?? 0));
        const verdict = judge(method, kind, attempts - 1);
        if (verdict !== 'repeat' || !shortEnough)
          throw failWith(factsOf(failure, request, verdict === 'outcome_unknown'));
        lostAnswer ||= RETRY_RULES[kind].mayHaveActed;
        // A rate-limited call waits in the limiter, like all others.
        if (kind !== 'rate_limited') {
          await clock.sleep(Math.min(waitMs, leftMs), signal);
          waitedMs += Math.min(waitMs, leftMs);
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
