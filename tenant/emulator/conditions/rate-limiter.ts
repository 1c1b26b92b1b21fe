/**
 * The rate limit of a whole tenant: requests in a number of seconds [doc: REST v1 has 24 in 5 s, and each tenant a
 * limit].
 */
export interface RateLimit {
  requests: number;
  perSeconds: number;
  /**
   * How a 429 says when to come again: in whole seconds (the default), as an HTTP date, as something else, or not at
   * all. The vendor's tools honour the header [vendor]; which form a tenant sends is not published.
   */
  retryAfter?: 'seconds' | 'date' | 'junk' | 'none';
}

/** A sliding window: a request is admitted while fewer than the limit were admitted in the time before it. */
export class RateLimiter {
  #admitted: number[] = [];

  constructor(private readonly limit: RateLimit) {}

  /**
   * Admits a request, or refuses it without counting it.
   *
   * @returns undefined when it is admitted, else the headers of the refusal.
   */
  refuse(now: number): Record<string, string> | undefined {
    const { requests, perSeconds } = this.limit;
    this.#admitted = this.#admitted.filter((at) => at > now - perSeconds * 1000);
    if (this.#admitted.length < requests) {
      this.#admitted.push(now);
      return undefined;
    }
    const free = (this.#admitted[0] ?? now) + perSeconds * 1000;
    return retryAfter(this.limit, now, free);
  }
}

function retryAfter({ retryAfter: form = 'seconds' }: RateLimit, now: number, free: number): Record<string, string> {
  const seconds = Math.max(1, Math.ceil((free - now) / 1000));
  const headers: Record<typeof form, Record<string, string>> = {
    seconds: { 'Retry-After': String(seconds) },
    // A date has no fractions. It is rounded up, so that a client who waits until then is admitted.
    date: { 'Retry-After': new Date(Math.ceil(free / 1000) * 1000).toUTCString() },
    junk: { 'Retry-After': 'in a moment' },
    none: {},
  };
  return headers[form];
}
