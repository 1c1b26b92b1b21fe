/** A signal that aborts when another one does, or when time is up. */
import type { Deadline } from './deadline';

/** Node fires timers at once whose time is longer. */
const LONGEST_MS = 2 ** 31 - 1;

export class Timer {
  private readonly begun = performance.now();
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

  get isOver(): boolean {
    return performance.now() - this.begun >= this.deadline.milliseconds;
  }

  /** Whether an exception says no more than that the signal aborted. */
  isAbort(cause: unknown): boolean {
    return cause === this.signal.reason || (cause instanceof Error && ABORTS.has(cause.name));
  }

  stop(): void {
    clearTimeout(this.timeout);
    this.other.removeEventListener('abort', this.follow);
  }

  private expire(): void {
    this.controller.abort(Object.assign(new Error('time is up'), { name: 'TimeoutError' }));
  }
}

/** Of fetch and of Node's own functions; the last one is that of axios. */
const ABORTS: ReadonlySet<string> = new Set(['AbortError', 'TimeoutError', 'CanceledError']);
