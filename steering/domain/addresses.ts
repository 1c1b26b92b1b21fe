/**
 * This file says which literal addresses mean the same, how far away each is, and which addresses a network location
 * can hold.
 */
import { isIpAddress } from './hosts';
import type { Complaint } from './vocabulary';

/**
 * How far away an address is. `private` is RFC 1918, direct by default [doc]; `local` is loopback, link-local and
 * unique local: whether they go direct too is open. `public` is any other address.
 */
type Reach = 'private' | 'local' | 'public';

export type Family = 'ipv4' | 'ipv6';

/** One literal address: its one spelling, how far away it is, and its family. */
export interface Address {
  readonly text: string;
  readonly reach: Reach;
  /** The family of the address. An IPv6 address that stands for one of IPv4 is of IPv4. */
  readonly family: Family;
}

/**
 * Reads a literal address; undefined for any other text. Brackets around an IPv6 address, and its zone, mean nothing.
 */
export function parseAddress(text: string): Address | undefined {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  if (!isIpAddress(bare)) return undefined;
  if (!bare.includes(':')) return ofIpv4(bare);
  const groups = groupsOf(bare);
  const [a = 0, b = 0] = groups.slice(-2);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return ofIpv4([a >> 8, a & 255, b >> 8, b & 255].join('.'));
  }
  const [first = 0] = groups;
  const loopback = groups.slice(0, 7).every((group) => group === 0) && groups[7] === 1;
  const local = loopback || (first & 0xffc0) === 0xfe80 || (first & 0xfe00) === 0xfc00;
  const inFull = groups.map((group) => group.toString(16)).join(':');
  return { text: inFull, reach: local ? 'local' : 'public', family: 'ipv6' };
}

function ofIpv4(text: string): Address {
  const [a = 0, b = 0] = text.split('.').map(Number);
  if (a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168)) {
    return { text, reach: 'private', family: 'ipv4' };
  }
  return { text, reach: a === 127 || (a === 169 && b === 254) ? 'local' : 'public', family: 'ipv4' };
}

/** Returns the eight groups of a valid IPv6 address. */
function groupsOf(text: string): number[] {
  const [address = ''] = text.split('%');
  const embedded = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const hex =
    embedded === null ? address : `${embedded[1]}${pair(embedded[2], embedded[3])}:${pair(embedded[4], embedded[5])}`;
  const [head = '', tail] = hex.split('::');
  const parse = (half: string) => (half === '' ? [] : half.split(':').map((group) => parseInt(group, 16)));
  if (tail === undefined) return parse(head);
  const [left, right] = [parse(head), parse(tail)];
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right];
}

function pair(high: string | undefined, low: string | undefined): string {
  return (Number(high) * 256 + Number(low)).toString(16);
}

/**
 * Complains about a text that is no element of a network location: an address, a CIDR range, or a range from one
 * address to another [community, assumed]. No tenant can take a text that means no addresses.
 */
export function complainAboutNetworkAddress(text: string): Complaint | undefined {
  const reason = reasonAgainst(text);
  if (reason === undefined) return undefined;
  return {
    summary: 'Not an address',
    detail: `${JSON.stringify(text)} ${reason}. Write an address ("192.0.2.1"), a CIDR range ("192.0.2.0/24"), or a range ("192.0.2.1-192.0.2.9"); of IPv6 alike.`,
  };
}

function reasonAgainst(text: string): string | undefined {
  const [, first = '', separator, second = ''] = /^([^/-]+)(?:([/-])(.*))?$/s.exec(text) ?? [];
  // A zone means something on one machine only.
  if (!isIpAddress(first) || first.includes('%')) return 'begins with no IP address';
  const isIpv6 = first.includes(':');
  if (separator === '/') {
    const longest = isIpv6 ? 128 : 32;
    return /^\d{1,3}$/.test(second) && Number(second) <= longest ? undefined : `has no mask from 0 to ${longest}`;
  }
  if (separator === undefined) return undefined;
  if (!isIpAddress(second) || second.includes('%') || second.includes(':') !== isIpv6)
    return 'does not end with an address of the same kind';
  return isAfter(first, second) ? 'ends before it begins' : undefined;
}

function isAfter(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  const index = a.findIndex((part, at) => part !== b[at]);
  return index >= 0 && (a[index] ?? 0) > (b[index] ?? 0);
}

function partsOf(address: string): number[] {
  const text = parseAddress(address)?.text ?? '';
  return text.includes(':') ? text.split(':').map((part) => parseInt(part, 16)) : text.split('.').map(Number);
}
