/**
 * Spellings that a tenant may change without meaning anything by it: white space around a value [assumed], repetitions and
 * the order of lists [vendor], and the case of host names (RFC 4343). Everything else that changes is a change.
 */

export const trimmed = (text: string): string => text.trim();

/** Names: each once, without white space around it. Their case counts, since nobody published whether it does. */
export const trimmedEach = (texts: readonly string[]): string[] => distinct(texts.map(trimmed));

/** A host name, or a suffix of some, which knows no case. */
export const hostName = (text: string): string => trimmed(text).toLowerCase();

export const hostNames = (texts: readonly string[]): string[] => distinct(texts.map(hostName));

/**
 * All texts in a value without the white space around them: how an object is stored that nobody has written here yet. What
 * terraform generates of it is then a configuration that this provider takes.
 */
export function trimmedThroughout<T>(value: T): T {
  if (typeof value === 'string') return trimmed(value) as T;
  if (Array.isArray(value)) return value.map(trimmedThroughout) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, trimmedThroughout(part)])) as T;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
