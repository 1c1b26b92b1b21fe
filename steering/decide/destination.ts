/**
 * This file reads the destination of a flow as the client sees it: a name, a literal address, or nothing. The facts of
 * a flow are what every rule asks of it, read once.
 */
import { type Address, parseAddress } from '../domain/addresses';
import { hostName } from '../domain/hosts';
import type { Flow, Transport } from '../model/flow';

/** The host of a flow, read. */
export type Host =
  /** A name. `suffixes` are the name itself and every domain above it, the longest first. */
  | { readonly kind: 'name'; readonly text: string; readonly suffixes: readonly string[] }
  | ({ readonly kind: 'address' } & Address)
  | { readonly kind: 'none'; readonly text: '' };

const NONE: Host = { kind: 'none', text: '' };

/** Reads a host. A text that is neither empty nor an address counts as a name. */
export function parseHost(host: string): Host {
  const text = hostName(host);
  if (text === '') return NONE;
  const last = text.charCodeAt(text.length - 1);
  // An IPv4 address ends in a digit, and an IPv6 address has a colon; most names have neither.
  if ((last >= 48 && last <= 57) || text.includes(':')) {
    const address = parseAddress(text);
    if (address !== undefined) return { kind: 'address', ...address };
  }
  return { kind: 'name', text, suffixes: suffixesOf(text) };
}

/** Whether a flow without a host name may go to this host: its destination is taken for a public address. [assumed] */
export function mayBeUntold(host: Host): boolean {
  return host.kind === 'address' && host.reach === 'public';
}

function suffixesOf(name: string): string[] {
  const suffixes = [name];
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) suffixes.push(name.slice(dot + 1));
  return suffixes;
}

/** A flow, read once for all rules. */
export interface Facts {
  readonly flow: Flow;
  readonly host: Host;
  readonly port: number;
  readonly transport: Transport;
  /** Whether the flow is DNS: traffic to port 53 counts as such. [assumed] */
  readonly isDns: boolean;
}

export const DNS_PORT = 53;
/** The port of multicast DNS, by UDP. */
export const MDNS_PORT = 5353;

/** Reads a flow. */
export function factsOf(flow: Flow): Facts {
  const { host, port, transport = 'tcp' } = flow;
  return { flow, host: parseHost(host), port, transport, isDns: port === DNS_PORT };
}
