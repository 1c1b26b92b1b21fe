/** Whether a flow is in a region of a comparison, read as its types say; processes, clients and belonging are not looked at. */
import type { Destination, FlowRegion, HostSet, WholeFlow } from '../../../steering';
import { isCovered, readHost } from '../decide/brute-force/host-by-hand';

export function isAround(region: FlowRegion, flow: WholeFlow): boolean {
  const { platforms, destinations = [{}], transport, managed, locations } = region;
  const goesTo = ({ hosts, ports }: Destination) =>
    (hosts?.some((set) => hasHost(set, flow.host, hosts)) ?? true) &&
    (ports?.some(({ from, to }) => from <= flow.port && flow.port <= to) ?? true);
  return (
    (platforms?.includes(flow.platform) ?? true) &&
    destinations.some(goesTo) &&
    (transport ?? flow.transport) === flow.transport &&
    (managed ?? flow.managed) === flow.managed &&
    (locations?.includes(flow.location) ?? true)
  );
}

/** Of what no dimension but those that were looked at limits. */
export function isSimple({ processes, clients, belonging }: FlowRegion): boolean {
  return processes === undefined && clients === undefined && belonging === undefined;
}

function hasHost(set: HostSet, host: string, all: readonly HostSet[]): boolean {
  const { kind, text, isIpv6 } = readHost(host);
  const isExcepted = (except: readonly string[]) => except.some((domain) => isCovered(text, domain));
  switch (set.kind) {
    case 'name':
      return kind === 'name' && text === set.text;
    case 'suffix':
      return kind === 'name' && isCovered(text, set.text) && !isExcepted(set.except);
    case 'below':
      return kind === 'name' && text !== set.text && isCovered(text, set.text) && !isExcepted(set.except);
    case 'names':
      return kind === 'name' && !isExcepted(set.except);
    case 'none':
      return kind === 'none';
    case 'address':
      return readHost(set.text).kind === kind && sameAddress(set.text, text);
    default:
      // An address that another entry names, or that is left out because it is named, is not among the others.
      return (
        isOfKind(set.kind, kind, isIpv6) && !all.some((one) => one.kind === 'address' && sameAddress(one.text, text))
      );
  }
}

function isOfKind(set: HostSet['kind'], kind: string, isIpv6: boolean): boolean {
  return set === kind || set === `${kind}_${isIpv6 ? 'ipv6' : 'ipv4'}`;
}

function sameAddress(a: string, b: string): boolean {
  const plain = (address: string) => address.replace(/(^|:)0+(?=[\da-f])/g, '$1').replace(/(:0)+:/, '::');
  return plain(a) === plain(b);
}
