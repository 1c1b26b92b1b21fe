/**
 * The names of a domain list are compared by suffix. Each method of `DomainList` is for one kind of list; they differ a
 * little:
 *
 *     limits   custom app domains, which limit a bypass: `*` is every host, `*.x` is not supported [doc]
 *     steers   the names or addresses of a non-standard port [doc]; for a flow to an address, names do not count [doc]
 *     tells    the domains by which an app is known on iOS and Android [doc]
 */
import { hostName, isAscii } from '../domain/hosts';
import type { Names } from '../model/model';
import { and, assuming, certaintyOf, NO, openBecause, YES, yesAssuming, type Certainty } from './certainty';
import { mayBeUntold, parseHost, type Host } from './destination';

const WILDCARD = openBecause('wildcard-in-custom-app-domains');
const DEEP = yesAssuming('custom-app-domains-at-every-level');
const PORT_SUFFIX = yesAssuming('port-domains-by-suffix');
const A_LABELS = yesAssuming('names-in-a-labels');
const ADDRESS_NOT_TOLD = certaintyOf('unknown', {
  notKnown: 'the flow does not tell the address behind the empty host name',
});

export class DomainList {
  /** The names, each with the certainty that it is the one which is written. */
  private readonly names = new Map<string, Certainty>();
  private readonly below = new Set<string>();
  private readonly addresses = new Set<string>();
  /** Whether one of the addresses may be that of a flow which does not tell its own. */
  private readonly mayBeUntold: boolean;
  private readonly everything: boolean = false;
  /** The answer for a host that no element covers. */
  private readonly otherwise: Certainty;

  constructor({ items, open }: Names) {
    this.mayBeUntold = items.some((item) => mayBeUntold(parseHost(item)));
    for (const item of items) {
      const host = parseHost(item);
      if (item.trim() === '*') this.everything = true;
      else if (host.kind === 'address') this.addresses.add(host.text);
      else if (host.text.startsWith('*.')) this.below.add(host.text.slice(2));
      else if (host.text !== '') this.names.set(host.text, this.names.get(host.text) === YES ? YES : spelledAs(item));
    }
    this.otherwise = open === undefined ? NO : certaintyOf('unknown', { notKnown: open });
  }

  /** Whether a bypass that is limited to these domains covers the host. */
  limits(host: Host): Certainty {
    if (this.everything) return YES;
    if (host.kind !== 'name') return this.otherwise;
    const level = this.levelOf(host.suffixes);
    if (level >= 0) return and(level > 1 ? DEEP : YES, this.spelled(host.suffixes[level]));
    return this.below.size > 0 && host.suffixes.some((suffix) => this.below.has(suffix)) ? WILDCARD : this.otherwise;
  }

  /** Whether a port that is limited to these domains is steered for the host. */
  steers(host: Host): Certainty {
    if (host.kind === 'address') return this.addresses.has(host.text) ? YES : this.otherwise;
    if (host.kind === 'none') return this.mayBeUntold ? ADDRESS_NOT_TOLD : this.otherwise;
    const level = this.levelOf(host.suffixes);
    if (level < 0) return this.otherwise;
    return and(level === 0 ? YES : PORT_SUFFIX, this.spelled(host.suffixes[level]));
  }

  /** Whether the host belongs to the app that these domains tell. */
  tells(host: Host): Certainty {
    const level = host.kind === 'name' ? this.levelOf(host.suffixes) : -1;
    return host.kind === 'name' && level >= 0 ? this.spelled(host.suffixes[level]) : this.otherwise;
  }

  private spelled(name = ''): Certainty {
    return this.names.get(name) ?? YES;
  }

  private levelOf(suffixes: readonly string[]): number {
    if (this.names.size === 0) return -1;
    for (let level = 0; level < suffixes.length; level++) if (this.names.has(suffixes[level] ?? '')) return level;
    return -1;
  }
}

/** Whether a host whose name is in A-labels is the one that is written, or is below it. */
export function spelledAs(written: string): Certainty {
  return isAscii(written) ? YES : A_LABELS;
}

/** An element of a domain exception: a host, every host below a domain, or an address. */
export type DomainEntry = { readonly kind: 'host' | 'below' | 'address'; readonly text: string };

/** Reads an element of a domain exception. */
export function parseDomainEntry(text: string): DomainEntry {
  const host = parseHost(text);
  if (host.kind === 'address') return { kind: 'address', text: host.text };
  const name = hostName(text);
  return name.startsWith('*.') ? { kind: 'below', text: name.slice(2) } : { kind: 'host', text: name };
}

/** The answer whether `*.x` covers `x` itself. */
export const APEX = openBecause('wildcard-apex');
/** The answer whether an address among domains matches a flow to it. */
export const ADDRESS_AMONG_DOMAINS = openBecause('address-among-domains');
/** The same answer for a flow that does not tell its address. */
export const ADDRESS_UNTOLD_AMONG_DOMAINS: Certainty = {
  verdict: 'unknown',
  because: [...ADDRESS_NOT_TOLD.because, assuming('address-among-domains')],
};
