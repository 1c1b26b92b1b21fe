/** This index finds the exceptions of a place that match a flow and are not for certificate pinned apps. */
import { append } from '../collections';
import type { Flow, Unsaid } from '../model/flow';
import { type ExceptionData, type SteeringException, isEmpty } from '../model/model';
import { and, either, certaintyOf, openBecause, YES, type Certainty } from './certainty';
import { conditionOfOther, identityOf } from './condition';
import { mayBeUntold, parseHost, type Host } from './destination';
import { ADDRESS_AMONG_DOMAINS, ADDRESS_UNTOLD_AMONG_DOMAINS, APEX, parseDomainEntry, spelledAs } from './domain-list';
import type { Matcher } from './trace';

/** An exception, and whether it is there and belongs to the place. */
export interface BelongingException {
  readonly exception: SteeringException;
  readonly stands: Certainty;
}

export interface OtherMatch extends BelongingException {
  readonly certainty: Certainty;
  readonly matcher: Matcher;
}

/**
 * The types that match by names which only a directory, the tenant or the vendor can resolve, and the field of a flow
 * that says such names.
 */
export const NAMED_TYPES = {
  application: 'applications',
  category: 'categories',
  destination_location: 'destinationLocations',
  source_location: 'sourceLocations',
  source_countries: 'sourceCountry',
} as const satisfies Partial<Record<ExceptionData['type'], Unsaid>>;

export type NamedType = keyof typeof NAMED_TYPES;

const NONE_COVERS: ReadonlyMap<string, string> = new Map();
const ANY: Matcher = { kind: 'any', text: '' };
const QUESTION = openBecause('dns-question');

type Entry = BelongingException & { readonly matcher: Matcher };
type SpelledDomain = Entry & { readonly spelled: Certainty };

export class OtherIndex {
  private readonly hosts = new Map<string, SpelledDomain[]>();
  private readonly below = new Map<string, SpelledDomain[]>();
  private readonly addresses = new Map<string, SpelledDomain[]>();
  private readonly openDomains: BelongingException[] = [];
  private readonly named: readonly {
    readonly said: Unsaid;
    readonly list: readonly BelongingException[];
    readonly byName: ReadonlyMap<string, readonly Entry[]>;
  }[];
  private readonly dns: readonly BelongingException[];
  private readonly unknown: readonly BelongingException[];

  constructor(readonly exceptions: readonly BelongingException[]) {
    const ofType = (type: ExceptionData['type']) =>
      exceptions.filter(({ exception: { data } }) => data.type === type && !('names' in data && isEmpty(data.names)));
    for (const belonging of ofType('domains')) this.addDomains(belonging);
    this.named = (Object.keys(NAMED_TYPES) as NamedType[])
      .map((type) => ({ said: NAMED_TYPES[type], list: ofType(type) }))
      .filter(({ list }) => list.length > 0)
      .map(({ said, list }) => ({ said, list, byName: byName(list) }));
    this.dns = ofType('dns');
    this.unknown = ofType('unknown');
  }

  get hasDomains(): boolean {
    return this.exceptions.some(({ exception: { data } }) => data.type === 'domains');
  }

  /** Returns every exception that matches, or may, each at most once. */
  match(host: Host, flow: Flow, isDns: boolean): OtherMatch[] {
    if (this.exceptions.length === 0) return [];
    const matches: OtherMatch[] = [];
    this.matchDomains(host, matches);
    for (const { said, list, byName } of this.named) matchNames(flow, said, list, byName, matches);
    if (isDns) for (const belonging of this.dns) matches.push(matchOf(belonging, QUESTION, ANY));
    for (const belonging of this.unknown) {
      const { data } = belonging.exception;
      const reason = data.type === 'unknown' ? data.reason : '';
      matches.push(matchOf(belonging, certaintyOf('unknown', { notKnown: reason }), ANY));
    }
    return matches;
  }

  /** Returns the conditions on which domain exceptions cover a host, by the identity of the exception. */
  domainConditions(host: Host): ReadonlyMap<string, string> {
    const matches: OtherMatch[] = [];
    this.matchDomains(host, matches);
    if (matches.length === 0) return NONE_COVERS;
    return new Map(
      matches.map(
        (match) => [identityOf(match.exception), conditionOfOther(match.exception, match.certainty, host)] as const,
      ),
    );
  }

  private addDomains(belonging: BelongingException): void {
    const { data } = belonging.exception;
    if (data.type !== 'domains') return;
    for (const item of data.names.items) {
      const { kind, text } = parseDomainEntry(item);
      const map = kind === 'host' ? this.hosts : kind === 'below' ? this.below : this.addresses;
      append(map, text, { ...belonging, matcher: { kind: 'domain', text: item }, spelled: spelledAs(item) });
    }
    if (data.names.open !== undefined) this.openDomains.push(belonging);
  }

  private matchDomains(host: Host, into: OtherMatch[]): void {
    const found = new Map<SteeringException, OtherMatch>();
    const add = (entries: readonly SpelledDomain[] | undefined, certainty: Certainty) => {
      if (entries === undefined) return;
      for (const entry of entries) keepBest(found, matchOf(entry, and(certainty, entry.spelled), entry.matcher));
    };
    if (host.kind === 'address') add(this.addresses.get(host.text), ADDRESS_AMONG_DOMAINS);
    else if (host.kind === 'none')
      for (const [text, entries] of this.addresses) {
        if (mayBeUntold(parseHost(text))) add(entries, ADDRESS_UNTOLD_AMONG_DOMAINS);
      }
    else {
      add(this.hosts.get(host.text), YES);
      if (this.below.size > 0) {
        host.suffixes.forEach((suffix, level) => add(this.below.get(suffix), level === 0 ? APEX : YES));
      }
    }
    for (const belonging of this.openDomains) {
      keepBest(found, matchOf(belonging, openNames(belonging), ANY));
    }
    into.push(...found.values());
  }
}

function matchOf({ exception, stands }: BelongingException, certainty: Certainty, matcher: Matcher): OtherMatch {
  return { exception, stands, certainty: and(stands, certainty), matcher };
}

/** Keeps one match of each exception: a certain one, or else one with all reasons on which it depends. */
function keepBest(found: Map<SteeringException, OtherMatch>, match: OtherMatch): void {
  const before = found.get(match.exception);
  if (before?.certainty.verdict === 'yes') return;
  if (before === undefined || match.certainty.verdict === 'yes') found.set(match.exception, match);
  else found.set(match.exception, { ...before, certainty: either(before.certainty, match.certainty) });
}

/**
 * Adds the exceptions whose names the flow has, compared with case [assumed]. Where the flow does not say its names,
 * every exception may match.
 */
function matchNames(
  flow: Flow,
  said: Unsaid,
  list: readonly BelongingException[],
  names: ReadonlyMap<string, readonly Entry[]>,
  into: OtherMatch[],
): void {
  const value = flow[said];
  if (value === undefined) {
    for (const belonging of list) into.push(matchOf(belonging, certaintyOf('unknown', { notSaid: said }), ANY));
    return;
  }
  const mine = value === null ? [] : typeof value === 'object' ? value : [String(value)];
  const found = new Map<SteeringException, OtherMatch>();
  for (const name of mine) {
    for (const entry of names.get(name) ?? []) keepBest(found, matchOf(entry, YES, entry.matcher));
  }
  for (const belonging of list) {
    if (openNamesOf(belonging) !== undefined) keepBest(found, matchOf(belonging, openNames(belonging), ANY));
  }
  into.push(...found.values());
}

function byName(list: readonly BelongingException[]): ReadonlyMap<string, readonly Entry[]> {
  const map = new Map<string, Entry[]>();
  for (const belonging of list) {
    const { data } = belonging.exception;
    for (const name of 'names' in data ? data.names.items : []) {
      const entry = { ...belonging, matcher: { kind: 'name', text: name } as const };
      map.set(name, [...(map.get(name) ?? []), entry]);
    }
  }
  return map;
}

function openNamesOf({ exception: { data } }: BelongingException): string | undefined {
  return 'names' in data ? data.names.open : undefined;
}

function openNames(belonging: BelongingException): Certainty {
  return certaintyOf('unknown', { notKnown: openNamesOf(belonging) ?? '' });
}
