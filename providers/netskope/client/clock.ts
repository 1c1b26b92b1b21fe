/** Where do time and chance come from? From an interface, so that tests can bring their own. */
import { setTimeout as timer } from 'node:timers/promises';

export interface Clock {
  /** The time, in milliseconds since the epoch. */
  now(): number;
  /** Waits for a number of milliseconds; rejects at once when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** A random number from 0 up to, but not including, 1. */
  random(): number;
}

/** The longest delay of a timer. Where a delay does not fit in 31 bits, Node ends the timer at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  // The clock is monotonic, because a wall clock that is set back must not stop the rate limiter.
  now: () => performance.timeOrigin + performance.now(),
  sleep: (ms, signal) => timer(Math.min(Math.ceil(ms), LONGEST_TIMER_MS), undefined, signal && { signal }),
  random: Math.random,
};
