/** What belongs to a network location: an address, a CIDR range, or a range from one address to another. [community, assumed] */
import type { Complaint } from './vocabulary';
import { parseAddress } from '../decide/destination';
import { isIpAddress } from './hosts';

/** What means no addresses: no tenant can take it. */
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
