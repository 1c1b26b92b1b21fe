/** Time and chance, so that tests can bring their own. */
import { setTimeout as timer } from 'node:timers/promises';

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Waits; rejects at once when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** From 0 up to, but not including, 1. */
  random(): number;
}

/** Node fires a timer at once when its delay does not fit in 31 bits. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  // Monotonic: a wall clock that is set back must not stop the rate limiter.
  now: () => performance.timeOrigin + performance.now(),
  sleep: (ms, signal) => timer(Math.min(Math.ceil(ms), LONGEST_TIMER_MS), undefined, signal && { signal }),
  random: Math.random,
};
