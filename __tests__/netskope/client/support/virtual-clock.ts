/** Time that passes only when everybody waits: sleeping costs nothing, and what was slept can be read. */
import type { Clock } from '../../../../providers/netskope/client';

interface Timer {
  readonly at: number;
  fire(): void;
}

export class VirtualClock implements Clock {
  /** Each sleep that was asked for, in milliseconds. */
  readonly slept: number[] = [];
  /** How late every timer fires, in milliseconds. */
  lateness = 0;
  chance = 0;
  /** How much passes with each look at the clock, in milliseconds: as with a real one, no two looks show the same. */
  tick = 0;
  #now: number;
  #timers: Timer[] = [];

  constructor(start = Date.parse('2026-11-23T04:00:00Z')) {
    this.#now = start;
  }

  now(): number {
    return (this.#now += this.tick);
  }

  random(): number {
    return this.chance;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.slept.push(ms);
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new Error('aborted'));
      const abort = () => {
        this.#timers = this.#timers.filter((other) => other !== timer);
        reject(new Error('aborted'));
      };
      const fire = () => {
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      const timer = { at: this.#now + ms + this.lateness, fire };
      this.#timers.push(timer);
      signal?.addEventListener('abort', abort);
      this.#passSoon();
    });
  }

  /** Two turns of the event loop later, so that others can start to sleep as well. */
  #passSoon(): void {
    setImmediate(() => setImmediate(() => this.#pass()));
  }

  #pass(): void {
    const next = this.#timers.reduce<Timer | undefined>((a, b) => (a === undefined || b.at < a.at ? b : a), undefined);
    if (next === undefined) return;
    this.#timers = this.#timers.filter((timer) => timer !== next);
    this.#now = Math.max(this.#now, next.at);
    next.fire();
    if (this.#timers.length > 0) this.#passSoon();
  }
}
