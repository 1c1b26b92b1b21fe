/** How long to wait before the next attempt. */

const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 30_000;
const SECONDS = /^\d{1,9}(\.\d+)?$/;
/** The three forms of RFC 9110, 5.6.7, by their beginning; what is left to Date.parse would accept any junk with a digit. */
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /;

/**
 * Reads Retry-After: seconds or an HTTP date. Undefined when it is missing or junk.
 *
 * @param date the Date header of the same answer: a date is compared with the clock that wrote it.
 */
export function parseRetryAfter(value: string | undefined, date: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (SECONDS.test(text)) return Number(text) * 1000;
  if (!HTTP_DATE.test(text)) return undefined;
  const at = Date.parse(text);
  const sent = date !== undefined && HTTP_DATE.test(date) ? Date.parse(date) : now;
  return Number.isNaN(at) ? undefined : Math.max(0, at - (Number.isNaN(sent) ? now : sent));
}

/** The wait before repeat n (from 1): exponential, half of it by chance. */
export function backoff(repeat: number, random: number): number {
  const longest = Math.min(FIRST_BACKOFF_MS * 2 ** (repeat - 1), LONGEST_BACKOFF_MS);
  return longest * (0.5 + random / 2);
}

/** Below it, what a tenant asks for is no wait to rely on: who says 0 for ever would be asked for ever. */
const SHORTEST_ASKED_MS = 1_000;
/** The shortest of all waits. Where less is left, nothing is waited for any more: no rounding makes a wait of nothing. */
export const SHORTEST_WAIT_MS = FIRST_BACKOFF_MS / 2;

/**
 * The wait before repeat n (from 1): what the tenant asked for and a little more by chance, so that many clients do not come
 * back at once; without that, or where it asks for less than a second, the own backoff.
 */
export function nextWait(repeat: number, askedMs: number | undefined, random: number): number {
  const own = backoff(repeat, random);
  if (askedMs === undefined) return own;
  const asked = askedMs + random * Math.min(1000, 100 + askedMs / 10);
  return askedMs < SHORTEST_ASKED_MS ? Math.max(asked, own) : asked;
}
