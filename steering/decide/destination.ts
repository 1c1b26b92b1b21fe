/** A destination as the client sees it: a name, a literal address, or nothing. */
import { hostName, isIpAddress } from '../domain/hosts';
import type { Flow, Transport } from '../model/flow';

/** Literal addresses: one spelling for each, and how far away it is. */

/** `private`: RFC 1918, direct by default [doc]. `local`: loopback, link-local, unique local: whether they count is open. */
type Reach = 'private' | 'local' | 'public';

export type Family = 'ipv4' | 'ipv6';

interface Address {
  readonly text: string;
  readonly reach: Reach;
  /** Of IPv4 are those of IPv6 that stand for one of IPv4, too. */
  readonly family: Family;
}

/** Undefined for anything else; brackets around an IPv6 address and its zone mean nothing. */
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

/** The eight groups of a valid IPv6 address. */
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

export type Host =
  /** `suffixes`: the name itself and every domain above it, the longest first. */
  | { readonly kind: 'name'; readonly text: string; readonly suffixes: readonly string[] }
  | ({ readonly kind: 'address' } & Address)
  | { readonly kind: 'none'; readonly text: '' };

const NONE: Host = { kind: 'none', text: '' };

export function parseHost(host: string): Host {
  const text = hostName(host);
  if (text === '') return NONE;
  const last = text.charCodeAt(text.length - 1);
  // Only an address ends in a digit, a hexadecimal one included, or a bracket; most names end otherwise.
  if ((last >= 48 && last <= 57) || text.includes(':')) {
    const address = parseAddress(text);
    if (address !== undefined) return { kind: 'address', ...address };
  }
  return { kind: 'name', text, suffixes: suffixesOf(text) };
}

/** Whether a flow without a host name may go to what is written: its destination is taken for a public one. [assumed] */
export function mayBeUntold(host: Host): boolean {
  return host.kind === 'address' && host.reach === 'public';
}

function suffixesOf(name: string): string[] {
  const suffixes = [name];
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) suffixes.push(name.slice(dot + 1));
  return suffixes;
}

/** A flow, read once: what every rule asks of it. */

export interface Facts {
  readonly flow: Flow;
  readonly host: Host;
  readonly port: number;
  readonly transport: Transport;
  /** Traffic to port 53 counts as DNS. [assumed] */
  readonly isDns: boolean;
}

export const DNS_PORT = 53;
/** By UDP, that of multicast DNS. */
export const MDNS_PORT = 5353;

export function factsOf(flow: Flow): Facts {
  const { host, port, transport = 'tcp' } = flow;
  return { flow, host: parseHost(host), port, transport, isDns: port === DNS_PORT };
}
