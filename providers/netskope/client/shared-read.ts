/** One read for many callers. */
import { ApiError } from './api-error';

/**
 * Runs a read at once and lets callers join it. A caller that aborts leaves alone; the read itself is aborted when
 * nobody waits for it any more.
 */
export class SharedRead<T> {
  readonly #controller = new AbortController();
  readonly #result: Promise<T>;
  readonly #onFailure: (self: SharedRead<T>, cause?: unknown) => void;
  #waiting = 0;
  #ended = false;
  #value: T | undefined;

  /** @param onFailure told once the read has failed, and why, or was abandoned: whoever comes next needs a new one. */
  constructor(run: (signal: AbortSignal) => Promise<T>, onFailure: (self: SharedRead<T>, cause?: unknown) => void) {
    this.#onFailure = onFailure;
    this.#result = run(this.#controller.signal);
    this.#result.then(
      (value) => {
        this.#ended = true;
        this.#value = value;
      },
      (cause: unknown) => {
        this.#ended = true;
        onFailure(this, cause);
      },
    );
  }

  /** What was read; undefined until then. */
  get value(): T | undefined {
    return this.#value;
  }

  /** @throws what the read throws; ApiError `aborted` when the caller's signal aborts first. */
  async join(signal?: AbortSignal): Promise<T> {
    this.#waiting += 1;
    let leave = () => {};
    const left = new Promise<never>((_, reject) => {
      leave = () => reject(new ApiError({ code: 'aborted' }));
    });
    signal?.addEventListener('abort', leave, { once: true });
    if (signal?.aborted) leave();
    try {
      return await Promise.race([left, this.#result]);
    } finally {
      signal?.removeEventListener('abort', leave);
      this.#waiting -= 1;
      if (this.#waiting === 0 && !this.#ended) this.#abandon();
    }
  }

  #abandon(): void {
    this.#onFailure(this);
    this.#controller.abort();
  }
}
