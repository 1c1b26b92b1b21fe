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

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
