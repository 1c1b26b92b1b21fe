/**
 * This file reads days of the calendar as people write them, ISO 8601. A day is a text, so that two days compare as
 * texts do, and no time zone matters.
 */

const MILLISECONDS = 86_400_000;

/** Says whether a text is a day of the calendar. */
export function isDay(text: string): boolean {
  const time = startOf(text);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Returns the day that is so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(startOf(day) + days * MILLISECONDS).toISOString().slice(0, 10);
}

/** Counts the days from one day to another; the count is negative where the other is earlier. */
export function daysUntil(from: string, to: string): number {
  return Math.round((startOf(to) - startOf(from)) / MILLISECONDS);
}

/** Returns a sentence on why a value cannot be the last day of an exception; undefined where it can. */
export function complainAboutExpiry(value: unknown): string | undefined {
  if (typeof value === 'string' && isDay(value)) return undefined;
  const said = typeof value === 'string' ? JSON.stringify(value) : 'The value of "expires"';
  return `${said} is no day of the calendar. Write the last day of the exception as YYYY-MM-DD, such as "2026-12-31".`;
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
