/** What may stand among domains of a pinned app: `*` alone, or a domain that is compared by its suffix. [doc] */
import type { Complaint } from './complaint';
import { findRepeatedHost, hostName, toALabels } from './host-name';
import { isIpAddress } from './ip-address';
import { unseenIn } from './name';
import { quote } from './narrative/inert';

/** A host name or the suffix of one, in A-labels; underscores occur in practice. */
const DOMAIN = /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*$/;
/** No A-label shows that the label it is made of begins or ends so. */
const HYPHEN_AT_END = /(?:^|[.。．｡])-|-(?:$|[.。．｡])/;

function isDomain(text: string): boolean {
  return !text.startsWith('*') && !HYPHEN_AT_END.test(text) && DOMAIN.test(toALabels(text) ?? '');
}

/** Custom app domains of an exception: `*` means every host. */
export function complainAboutCustomAppDomain(domain: string): Complaint | undefined {
  if (domain === '*') return undefined;
  const advice = 'or "*" for every host';
  const suffix = domain.slice(2);
  if (!domain.startsWith('*.') || unseenIn(domain) !== undefined) return complainUnless(isDomain, domain, advice);
  return {
    summary: 'Wildcard not supported here',
    detail:
      `${quote(domain)}: custom app domains match by suffix and do not take the form *.x, although domain exceptions do. ` +
      `Write ${quote(suffix)}, which covers its subdomains, or "*" for every host.`,
  };
}

/** Domains of a domain or DNS exception: there `*.x` is supported. [doc] */
export function complainAboutExceptionDomain(domain: string): Complaint | undefined {
  const isName = (text: string) => isDomain(text.startsWith('*.') ? text.slice(2) : text);
  return complainUnless(isName, domain, 'or "*.whatsapp.net" for its subdomains');
}

/** Domains of an app definition or of a non-standard port: a name or an address, and no wildcard of any form. */
export function complainAboutDomain(domain: string): Complaint | undefined {
  const isDestination = (text: string) => isIpAddress(text) || isDomain(text);
  return complainUnless(isDestination, domain, 'without scheme, port, path or wildcard');
}

function complainUnless(fits: (text: string) => boolean, domain: string, advice: string): Complaint | undefined {
  const unseen = unseenIn(domain);
  if (unseen === undefined && fits(domain)) return undefined;
  return {
    summary: 'Not a domain',
    detail: `${quote(domain)} is not a domain${unseen === undefined ? '' : `: ${unseen}`}. Write a name such as "whatsapp.net", ${advice}.`,
  };
}

/** Two spellings of one name in a list: each host name is written once. */
export function complainAboutRepeatedHost(names: readonly string[]): Complaint | undefined {
  const found = findRepeatedHost(names);
  if (found === undefined) return undefined;
  const [first, second] = found;
  return {
    summary: 'Duplicate element',
    detail:
      `${quote(first)} and ${quote(second)} are one host name (${quote(hostName(first))} to clients). ` +
      'They differ in nothing but how they are written. Remove one of them.',
  };
}
