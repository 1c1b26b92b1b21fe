/** Where the client takes time and chance from. It is an interface so that tests can bring their own. */
import { setTimeout as timer } from 'node:timers/promises';

export interface Clock {
  /** The time, in milliseconds since the epoch. */
  now(): number;
  /** Waits that many milliseconds; rejects at once when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** A number by chance, from 0 up to, but not including, 1. */
  random(): number;
}

/** The longest delay of a timer: Node fires one at once when its delay does not fit in 31 bits. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  // A monotonic clock: a wall clock that is set back must not stop the rate limiter.
  now: () => performance.timeOrigin + performance.now(),
  sleep: (ms, signal) => timer(Math.min(Math.ceil(ms), LONGEST_TIMER_MS), undefined, signal && { signal }),
  random: Math.random,
};
