/** A destination as the client sees it: a name, a literal address, or nothing. */
import { type Address, parseAddress } from '../domain/addresses';
import { hostName } from '../domain/hosts';
import type { Flow, Transport } from '../model/flow';

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
