/**
 * The one rate limiter of a client. It lets requests leave in the order in which they were asked for, evenly spaced.
 *
 *   slot of the next request = max(due - BURST_MS, paused until)
 *   due, after each request  = max(due, now) + 1 / rate
 */
import type { Clock } from './clock';

/**
 * How far requests may run ahead of the even spacing, in milliseconds. It is enough to make up for late timers and, at
 * high rates, for a short rest. With more, a tenant that counts per second would see more than the rate in the first
 * second.
 */
const BURST_MS = 50;

/**
 * The tolerance for sums of fractions, in milliseconds. A pause exactly as long as the patience must not be too long.
 */
const ROUNDING_MS = 0.5;

/** The error of a request whose patience is shorter than the pause. */
export class PauseTooLong extends Error {
  constructor(readonly pauseMs: number) {
    super('the pause is longer than the request may wait');
  }
}

/** How a request asks to be admitted. */
export interface Admission {
  readonly signal?: AbortSignal | undefined;
  /** The longest time that pauses may hold this request, in milliseconds. */
  readonly patienceMs: number;
}

interface Waiter {
  /** The length of all pauses when the request came, as `#pausedAt` counts them. */
  readonly since: number;
  readonly patienceMs: number;
  admit(): void;
  refuse(error: Error): void;
}

export class RateLimiter {
  readonly #clock: Clock;
  readonly #intervalMs: number;
  readonly #queue: Waiter[] = [];
  #due = 0;
  #pausedUntil = 0;
  /** The length of all pauses so far, including the rest of the present one. */
  #pausedMs = 0;
  #alarm: AbortController | undefined;

  constructor(requestsPerSecond: number, clock: Clock) {
    this.#clock = clock;
    this.#intervalMs = 1000 / requestsPerSecond;
  }

  /**
   * Waits for this request's turn, and returns how long pauses have held it, in milliseconds.
   *
   * @throws PauseTooLong as soon as pauses add up to more than its patience; an Error when the signal aborts.
   */
  async admit({ signal, patienceMs }: Admission): Promise<number> {
    signal?.throwIfAborted();
    const since = this.#pausedAt(this.#clock.now());
    const remaining = this.#pausedMs - since;
    if (remaining > patienceMs + ROUNDING_MS) throw new PauseTooLong(remaining);
    if (this.#queue.length > 0 || this.#slot() > this.#clock.now()) await this.#wait({ signal, since, patienceMs });
    else this.#take();
    return this.#pausedAt(this.#clock.now()) - since;
  }

  /** Holds every request for a number of milliseconds from now. A pause that already lasts longer stays. */
  pause(ms: number): void {
    const now = this.#clock.now();
    const begin = Math.max(now, this.#pausedUntil);
    if (now + ms <= begin) return;
    this.#pausedMs += now + ms - begin;
    this.#pausedUntil = now + ms;
    // A tenant that has just complained gets no burst.
    this.#due = Math.max(this.#due, this.#pausedUntil + BURST_MS);
    for (const waiter of [...this.#queue]) {
      const heldMs = this.#pausedMs - waiter.since;
      if (heldMs > waiter.patienceMs + ROUNDING_MS) waiter.refuse(new PauseTooLong(this.#pausedUntil - now));
    }
  }

  #slot(): number {
    return Math.max(this.#due - BURST_MS, this.#pausedUntil);
  }

  #take(): void {
    this.#due = Math.max(this.#due, this.#clock.now()) + this.#intervalMs;
  }

  /** The length of all pauses up to a time, in milliseconds. */
  #pausedAt(time: number): number {
    return this.#pausedMs - Math.max(0, this.#pausedUntil - time);
  }

  #wait({ signal, since, patienceMs }: Admission & { since: number }): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (settle: () => void) => {
        signal?.removeEventListener('abort', abort);
        const index = this.#queue.indexOf(waiter);
        if (index >= 0) this.#queue.splice(index, 1);
        if (this.#queue.length === 0) this.#alarm?.abort();
        settle();
      };
      const abort = () => waiter.refuse(new Error('aborted'));
      const waiter: Waiter = {
        since,
        patienceMs,
        admit: () => leave(resolve),
        refuse: (error) => leave(() => reject(error)),
      };
      signal?.addEventListener('abort', abort);
      this.#queue.push(waiter);
      if (this.#alarm === undefined) void this.#serve();
    });
  }

  /** Admits the queue, one slot after the other; there is one such loop while anybody waits. */
  async #serve(): Promise<void> {
    while (this.#queue.length > 0) {
      this.#alarm = new AbortController();
      const wait = this.#slot() - this.#clock.now();
      // The sleep ends early when nobody waits any more, because an idle timer must not keep the process alive.
      if (wait > 0) await this.#clock.sleep(wait, this.#alarm.signal).catch(() => undefined);
      const [next] = this.#queue;
      if (next === undefined || this.#slot() > this.#clock.now()) continue;
      this.#take();
      next.admit();
    }
    this.#alarm = undefined;
  }
}
