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

/**
 * The wait that the tenant asked for, and a little more by chance, so that many clients do not come back at once. "At
 * once" is not taken literally: who says 0 for ever would be asked for ever.
 */
export function askedWait(askedMs: number, random: number): number {
  return Math.max(askedMs, FIRST_BACKOFF_MS) + random * Math.min(1000, 100 + askedMs / 10);
}
