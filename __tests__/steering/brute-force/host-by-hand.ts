/** Hosts, with Node's own idea of an address instead of the engine's. */
import { BlockList, isIP } from 'node:net';
import { A_LABELS } from '../random/words';

export interface HostRead {
  readonly kind: 'name' | 'none' | 'private' | 'local' | 'public';
  /** In small letters and A-labels, without a dot at the end. */
  readonly text: string;
  readonly isIpv6: boolean;
}

const PRIVATE = new BlockList();
PRIVATE.addSubnet('10.0.0.0', 8);
PRIVATE.addSubnet('172.16.0.0', 12);
PRIVATE.addSubnet('192.168.0.0', 16);
const LOCAL = new BlockList();
LOCAL.addSubnet('127.0.0.0', 8);
LOCAL.addSubnet('169.254.0.0', 16);
LOCAL.addAddress('::1', 'ipv6');
LOCAL.addSubnet('fe80::', 10, 'ipv6');
LOCAL.addSubnet('fc00::', 7, 'ipv6');

export function readHost(host: string): HostRead {
  const text = inALabels(host.trim()).replace(/\.$/, '');
  if (text === '') return { kind: 'none', text, isIpv6: false };
  const bare = text.replace(/^\[(.*)\]$/, '$1');
  const version = isIP(bare);
  if (version === 0) return { kind: 'name', text, isIpv6: false };
  const family = version === 4 ? 'ipv4' : 'ipv6';
  const kind = PRIVATE.check(bare, family) ? 'private' : LOCAL.check(bare, family) ? 'local' : 'public';
  // One of IPv4 may be written as one of IPv6.
  return { kind, text: bare, isIpv6: version === 6 && !/^::ffff:/i.test(bare) };
}

/** In small letters; labels that are not ASCII as the table of words has them. */
export function inALabels(name: string): string {
  const labels = name.toLowerCase().split('.');
  return labels.map((label) => A_LABELS[label] ?? label).join('.');
}

/** Whether a name is a domain or below it. */
export function isCovered(name: string, domain: string): boolean {
  return name === inALabels(domain) || name.endsWith(`.${inALabels(domain)}`);
}

/** Compared as addresses: an IPv6 address has many spellings. */
export function isAddressListed({ text }: HostRead, items: readonly string[]): boolean {
  return items.some((item) => {
    if (isIP(item) === 0 || isIP(item) !== isIP(text)) return false;
    const only = new BlockList();
    only.addAddress(item, isIP(item) === 4 ? 'ipv4' : 'ipv6');
    return only.check(text, isIP(text) === 4 ? 'ipv4' : 'ipv6');
  });
}
