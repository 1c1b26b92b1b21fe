/**
 * On what it hangs whether something holds, as text: the same text where it is the same that nobody published, or that nobody
 * knows of the same object. What is not known before and after a change is the same only where its condition is.
 */
import { ASSUMPTIONS } from '../domain/assumptions';
import { type Origin, type SteeringException, isYetToBe } from '../model/model';
import type { Certainty, Note } from './certainty';
import { mayBeUntold, parseHost, type Host } from './destination';
import { parseDomainEntry } from './domain-list';

/** The condition of what holds for certain. */
export const ALWAYS = '';

/** Names an object before and after a change: by its id on the tenant, so that what replaces it is another one. */
export function identityOf({ key, origin: { id } }: { readonly key: string; readonly origin: Origin }): string {
  return id ?? key;
}

/**
 * @param about the object of which something is not known
 * @param details what tells this open question from others of its kind
 */
export function conditionOf({ verdict, because }: Certainty, about: string, ...details: readonly string[]): string {
  if (verdict !== 'unknown') return ALWAYS;
  return ['if', ...openAmong(because, about), ...details].join(' ');
}

/** The open questions among some notes. */
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

export function restsOn({ because }: Certainty, assumption: keyof typeof ASSUMPTIONS): boolean {
  return because.some((note) => 'assumption' in note && note.assumption === assumption);
}

/** On what it hangs whether an exception of another type applies. */
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

/** What tells one exception that does not fit to a side from another. */
export function sideOf({ location }: SteeringException, found: Certainty): string[] {
  return restsOn(found, 'location-of-exception') ? [JSON.stringify(location)] : [];
}

/** Of what a flow does not tell: the names that are asked for, and addresses where it has no host. */
function questionOf({ data }: SteeringException, { kind }: Host): string[] {
  if (data.type === 'dns') return [[...data.names.items].sort().join()];
  if (data.type !== 'domains' || kind !== 'none') return [];
  const texts = data.names.items
    .filter((item) => mayBeUntold(parseHost(item)))
    .map((item) => parseDomainEntry(item).text);
  return [texts.sort().join()];
}
