/** What a DNS exception may name: a domain or `*.x`, and with PTR an address. [doc] */
import { complainAboutExceptionDomain } from './app-domain';
import type { Complaint } from './complaint';
import { isIpAddress } from './ip-address';
import { quote } from './narrative/inert';

export function complainAboutDnsQuestion(domain: string, recordType: string): Complaint | undefined {
  if (recordType !== 'PTR') return complainAboutExceptionDomain(domain);
  if (isIpAddress(domain)) return undefined;
  return {
    summary: 'Not an address',
    detail: `${quote(domain)}: a PTR question asks for the name of an address. Write an IPv4 or IPv6 address, or another record type.`,
  };
}
