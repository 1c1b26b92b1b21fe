/**
 * This file says what a host name, a domain and an address are, and which of them each list of domains takes. A name of
 * other letters than ASCII has two forms: the one that people write (`bücher.example`), and its A-labels
 * (`xn--bcher-kva.example`), which is what DNS and TLS, and so clients, see. The second one is the form here.
 */
import { domainToASCII } from 'node:url';
import { quote } from '../inert';
import { unseenIn } from './names';
import type { Complaint } from './vocabulary';

/**
 * Matches a name of letters of any alphabet, digits, dots, hyphens and underscores: any other sign would mean something
 * to a reader of URLs.
 */
const IN_NAMES = /^[a-z0-9._\u0080-\u{10ffff}-]+$/iu;
const ASCII_NAME = /^[a-z0-9._-]+$/;
/**
 * A label behind a name, and what it becomes: with it, a name which ends in digits is not taken for an address, and Node
 * from 24 on looks at the A-labels of a name, which it does not do where all letters are ASCII.
 */
const [TAIL, TAIL_IN_ASCII] = ['.ü', '.xn--tda'];

/**
 * Returns the one form of a host name, of a domain, or of `*.` and a domain. Names know no case (RFC 4343), and a dot
 * at the end says only that nothing follows. A text that has no A-labels stays as it is, with its ASCII letters in
 * lower case.
 */
export function hostName(written: string): string {
  const text = written.trim();
  const name = isAscii(text) ? text.toLowerCase() : (toALabels(text) ?? withSmallAscii(text));
  return name.endsWith('.') ? name.slice(0, -1) : name;
}

/** Returns a name in A-labels, as browsers make them (UTS 46); undefined where it has none. A `*.` in front stays. */
function toALabels(text: string): string | undefined {
  const [, wildcard = '', name = ''] = /^(\*\.)?(.*)$/s.exec(text) ?? [];
  if (!IN_NAMES.test(name)) return undefined;
  // Since Unicode 15.1 the capital of ß is read as ß; older versions of Node read it as SS.
  const found = domainToASCII(name.replaceAll('ẞ', 'ß') + TAIL).slice(0, -TAIL_IN_ASCII.length);
  return ASCII_NAME.test(found) ? wildcard + found : undefined;
}

export function isAscii(text: string): boolean {
  return /^[\u0000-\u007f]*$/.test(text);
}

function withSmallAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Returns two spellings of one name in a list, in their order there; undefined where there are none. */
export function findRepeatedHost(names: readonly string[]): readonly [first: string, second: string] | undefined {
  const seen = new Map<string, string>();
  for (const name of names) {
    const first = seen.get(hostName(name));
    if (first !== undefined && first !== name) return [first, name];
    seen.set(hostName(name), name);
  }
  return undefined;
}

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);
const GROUP = /^[0-9a-f]{1,4}$/i;
const GROUPS = 8;

/**
 * Whether a text is a literal IP address, by the rules of `node:net`. That module is not used, because this room does
 * no I/O.
 */
export function isIpAddress(text: string): boolean {
  return IPV4.test(text) || isIpv6(text);
}

/**
 * Whether a text is an IPv6 address: eight groups of 16 bits. `::` may stand once for at least one group of zeros, an
 * IPv4 address may stand for the last two groups, and a zone may follow behind `%`.
 */
function isIpv6(text: string): boolean {
  const [address = '', ...zones] = text.split('%');
  if (zones.length > 1 || zones.some((zone) => !/^[\da-z.:-]+$/i.test(zone))) return false;
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? [];
  const embedded = last.length > 0 && IPV4.test(last.at(-1) ?? '');
  if (embedded) last.splice(-1, 1, '0', '0');
  const count = groups.flat().length;
  if (!groups.flat().every((group) => GROUP.test(group))) return false;
  return halves.length === 2 ? count < GROUPS : count === GROUPS;
}

/** Matches a host name or the suffix of one, in A-labels. Underscores occur in practice. */
const DOMAIN = /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*$/;
/** Matches a hyphen at an end of a label, which an A-label made of that label does not show. */
const HYPHEN_AT_END = /(?:^|[.。．｡])-|-(?:$|[.。．｡])/;

function isDomain(text: string): boolean {
  return !text.startsWith('*') && !HYPHEN_AT_END.test(text) && DOMAIN.test(toALabels(text) ?? '');
}

/**
 * Complains about a text that is no custom app domain: a domain, which is compared by suffix, or `*` for every host.
 * [doc]
 */
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

/** Complains about a text that no domain or DNS exception takes. There `*.x` is supported. [doc] */
export function complainAboutExceptionDomain(domain: string): Complaint | undefined {
  const isName = (text: string) => isDomain(text.startsWith('*.') ? text.slice(2) : text);
  return complainUnless(isName, domain, 'or "*.whatsapp.net" for its subdomains');
}

/**
 * Complains about a text that no app definition and no non-standard port takes: it must be a name or an address, and no
 * wildcard of any form.
 */
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

/** Complains about two spellings of one name in a list that takes each host name only once. */
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

/**
 * Complains about a text that no question of a DNS exception can name: a domain or `*.x`, and with PTR an address.
 * [doc]
 */
export function complainAboutDnsQuestion(domain: string, recordType: string): Complaint | undefined {
  if (recordType !== 'PTR') return complainAboutExceptionDomain(domain);
  if (isIpAddress(domain)) return undefined;
  return {
    summary: 'Not an address',
    detail: `${quote(domain)}: a PTR question asks for the name of an address. Write an IPv4 or IPv6 address, or another record type.`,
  };
}
