/**
 * Spellings that a tenant may change without meaning anything by it: white space around a value [assumed], repetitions and
 * the order of lists [vendor], and the case (RFC 4343) and the letters of host names. Everything else that changes is a change.
 */
import { hostName, isAscii } from '../../steering/domain/hosts';

export const trimmed = (text: string): string => text.trim();

/** Names: each once, without white space around it. Their case counts, since nobody published whether it does. */
export const trimmedEach = (texts: readonly string[]): string[] => distinct(texts.map(trimmed));

/** Host names, or suffixes of some. */
export const hostNames = (texts: readonly string[]): string[] => distinct(texts.map(hostName));

/** How a host name is sent: as it is written or, where it has other letters than ASCII, as clients see it. [assumed] */
export const sentName = (text: string): string => (isAscii(text) ? text : hostName(text));

export const sentNames = (texts: readonly string[] | null): string[] => (texts ?? []).map(sentName);

/** Of several spellings of one host name, the first. */
export function eachHostOnce(texts: readonly string[]): string[] {
  return [...new Map([...texts].reverse().map((text) => [hostName(text), text])).values()].reverse();
}

/** What the page of each attribute that holds host names says of them. */
export const SPELLING_OF_HOSTS =
  'Case makes no difference, and a name of other letters than ASCII is the one that clients see, which is sent: `bücher.example` is `xn--bcher-kva.example`. [assumed]';

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
