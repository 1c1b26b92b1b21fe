/** A flow, read once: what every rule asks of it. */
import type { Flow, Transport } from '../model/flow';
import { parseHost, type Host } from './host';

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
