/** A signal that aborts when another one does, or when time is up. */
import type { Deadline } from './deadline';

/** Node fires timers at once whose time is longer. */
const LONGEST_MS = 2 ** 31 - 1;

export class Timer {
  /** Time is up. */
  isOver = false;
  private readonly controller = new AbortController();
  private timeout: ReturnType<typeof setTimeout> | undefined;
  private readonly follow = (): void => this.controller.abort(this.other.reason);

  constructor(
    readonly deadline: Deadline,
    private readonly other: AbortSignal,
  ) {
    const { milliseconds } = deadline;
    this.timeout = setTimeout(() => this.expire(), Math.min(milliseconds, LONGEST_MS));
    other.addEventListener('abort', this.follow, { once: true });
    if (other.aborted) this.follow();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  stop(): void {
    clearTimeout(this.timeout);
    this.other.removeEventListener('abort', this.follow);
  }

  private expire(): void {
    this.isOver = true;
    this.controller.abort(Object.assign(new Error('time is up'), { name: 'TimeoutError' }));
  }
}
