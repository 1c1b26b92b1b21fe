/** Hosts of flows, read anew: a name, a literal address of some kind, or none. */
import { isIPv4, isIPv6 } from 'node:net';
import { A_LABELS } from '../../random/words';

export interface Host {
  /** `private`: RFC 1918. `local`: loopback, link-local and unique local addresses. `public`: any other literal address. */
  readonly kind: 'none' | 'name' | 'private' | 'local' | 'public';
  /** A name as clients see it, or an address without brackets, in its shortest form. */
  readonly text: string;
  readonly isIpv6: boolean;
}

const READ = new Map<string, Host>();

export function readHost(written: string): Host {
  let host = READ.get(written);
  if (host === undefined) READ.set(written, (host = read(written)));
  return host;
}

function read(written: string): Host {
  const text = written.replace(/^\[(.*)\]$/, '$1');
  if (text === '') return { kind: 'none', text, isIpv6: false };
  if (isIPv4(text)) return { kind: kindOf(text), text, isIpv6: false };
  if (!isIPv6(text)) return { kind: 'name', text: nameOf(text), isIpv6: false };
  const shortest = new URL(`http://[${text}]`).hostname.slice(1, -1);
  // An IPv4 address that is written as an IPv6 one is reached by IPv4.
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(text) ?? [];
  return { kind: kindOf(mapped ?? shortest), text: shortest, isIpv6: mapped === undefined };
}

/** Two names are one where they differ in case or in a dot at the end only. Other letters than ASCII have A-labels. */
function nameOf(written: string): string {
  const labels = written.toLowerCase().replace(/\.$/, '').split('.');
  return labels.map((label) => (/^[\0-\x7f]*$/.test(label) ? label : aLabel(label))).join('.');
}

function aLabel(label: string): string {
  const found = A_LABELS[label];
  if (found === undefined) throw new Error(`Nobody has written down the A-label of ${label}.`);
  return found;
}

function kindOf(address: string): Host['kind'] {
  const [a = 0, b = 0] = address.split('.').map(Number);
  if (!address.includes(':')) {
    if (a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168)) return 'private';
    return a === 127 || (a === 169 && b === 254) ? 'local' : 'public';
  }
  return address === '::1' || /^f[cd]..:/.test(address) || /^fe[89ab].:/.test(address) ? 'local' : 'public';
}

/** Whether a host name is the domain, or below it at any level. */
export function isCovered(text: string, domain: string): boolean {
  const suffix = nameOf(domain);
  return text === suffix || text.endsWith(`.${suffix}`);
}

export function isAddress(text: string): boolean {
  const { kind } = readHost(text);
  return kind !== 'name' && kind !== 'none';
}

export function isSameHost(a: string, b: string): boolean {
  return readHost(a).text === readHost(b).text;
}
