/**
 * A condition is a text that names the open questions which decide whether something holds. Two conditions are equal
 * where the same questions are open: the same thing is not published, or the same thing is not known of the same
 * object. What is not known before and after a change is unchanged only where its condition is equal.
 */
import { ASSUMPTIONS } from '../domain/assumptions';
import { type Origin, type SteeringException, isYetToBe } from '../model/model';
import type { Certainty, Note } from './certainty';
import { mayBeUntold, parseHost, type Host } from './destination';
import { parseDomainEntry } from './domain-list';

/** The condition of what holds for certain. */
export const ALWAYS = '';

/**
 * Returns the name by which an object is known before and after a change: its id on the tenant, or its key where the
 * source tells no id. An object that replaces another has another id, and so another name.
 */
export function identityOf({ key, origin: { id } }: { readonly key: string; readonly origin: Origin }): string {
  return id ?? key;
}

/**
 * Returns the condition of a certainty.
 * @param about the object of which something is not known
 * @param details texts that tell this open question from others of its kind
 */
export function conditionOf({ verdict, because }: Certainty, about: string, ...details: readonly string[]): string {
  if (verdict !== 'unknown') return ALWAYS;
  return ['if', ...openAmong(because, about), ...details].join(' ');
}

/**
 * Returns the open questions among some notes, each once, sorted.
 * @param about the object of which something is not known
 */
export function openAmong(notes: readonly Note[], about: string): string[] {
  const open = new Set<string>();
  for (const note of notes) {
    if ('assumption' in note) {
      const { assumption, of } = note;
      if (ASSUMPTIONS[assumption].use === 'open') open.add(of === undefined ? assumption : `${assumption} ${of}`);
    } else if ('notSaid' in note) open.add(note.notSaid);
    else open.add(isYetToBe(note.notKnown) ? `${about}: ${note.notKnown}` : about);
  }
  return [...open].sort();
}

/** Whether a certainty rests on an assumption. */
export function restsOn({ because }: Certainty, assumption: keyof typeof ASSUMPTIONS): boolean {
  return because.some((note) => 'assumption' in note && note.assumption === assumption);
}

/** Returns the condition on which an exception of any type but that for certificate pinned apps applies. */
export function conditionOfOther(
  exception: SteeringException,
  found: Certainty,
  host: Host,
  condition?: string,
): string {
  if (found.verdict !== 'unknown') return ALWAYS;
  const details = [...sideOf(exception, found), ...questionOf(exception, host)];
  return conditionOf(found, identityOf(exception), ...details, ...(condition === undefined ? [] : [condition]));
}

/**
 * Returns what tells an exception whose location does not fit from another such exception; an empty list where it fits.
 */
export function sideOf({ location }: SteeringException, found: Certainty): string[] {
  return restsOn(found, 'location-of-exception') ? [JSON.stringify(location)] : [];
}

/**
 * Returns the parts of an exception that count for what a flow does not tell: the names that DNS is asked for, and
 * addresses where the flow has no host.
 */
function questionOf({ data }: SteeringException, { kind }: Host): string[] {
  if (data.type === 'dns') return [[...data.names.items].sort().join()];
  if (data.type !== 'domains' || kind !== 'none') return [];
  const texts = data.names.items
    .filter((item) => mayBeUntold(parseHost(item)))
    .map((item) => parseDomainEntry(item).text);
  return [texts.sort().join()];
}
