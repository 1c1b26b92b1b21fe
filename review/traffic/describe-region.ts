/** Which flows does a change cover? Each dimension has its texts, in which names are as others wrote them. */
import {
  platformTitle,
  type Asking,
  type BelongingSet,
  type Destination,
  type FlowRegion,
  type HostSet,
  type PortRange,
  type ProcessSet,
} from '../../steering';
import type { TrafficLine } from '../report';

export function describeRegion(region: Omit<FlowRegion, 'destinations'> & Destination): TrafficLine['flows'] {
  const { platforms, processes, hosts, ports, transport, managed, locations, clients, belonging } = region;
  const all: TrafficLine['flows'] = [
    { dimension: 'platform', values: (platforms ?? []).map(platformTitle) },
    { dimension: 'process', values: (processes ?? []).map(describeProcess) },
    { dimension: 'host', values: (hosts ?? []).map(describeHost) },
    { dimension: 'port', values: (ports ?? []).map(describePort) },
    { dimension: 'transport', values: transport === undefined ? [] : [transport.toUpperCase()] },
    { dimension: 'device', values: managed === undefined ? [] : [managed ? 'managed' : 'unmanaged'] },
    { dimension: 'location', values: (locations ?? []).map((one) => one.replace('_', '-')) },
    { dimension: 'client', values: (clients ?? []).map(describeAsking) },
    { dimension: 'belonging', values: (belonging ?? []).map(describeBelonging) },
  ];
  return all.filter(({ values }) => values.length > 0);
}

export function describeProcess(set: ProcessSet): string {
  switch (set.kind) {
    case 'name':
      return set.text;
    case 'pattern':
      return `pattern ${set.text}, such as ${set.example}`;
    case 'others':
      return 'any other process';
  }
}

export function describeHost(set: HostSet): string {
  switch (set.kind) {
    case 'name':
    case 'address':
      return set.text;
    case 'suffix':
      return `${set.text} and below${exceptFor(set.except)}`;
    case 'below':
      return `below ${set.text}${exceptFor(set.except)}`;
    case 'names':
      return set.except.length === 0 ? 'any host name' : `any other host name (not ${set.except.join(', ')})`;
    case 'none':
      return 'no host name';
    case 'private':
      return 'private addresses';
    case 'local':
      return 'local addresses';
    case 'public':
      return 'other literal addresses';
    case 'local_ipv4':
      return 'local IPv4 addresses';
    case 'local_ipv6':
      return 'local IPv6 addresses';
    case 'public_ipv4':
      return 'other literal IPv4 addresses';
    case 'public_ipv6':
      return 'other literal IPv6 addresses';
  }
}

export function describePort({ from, to }: PortRange): string {
  return from === to ? String(from) : `${from}-${to}`;
}

export function describeAsking({ userGroups, organizationUnit, deviceTags }: Asking): string {
  const parts = [
    ...(userGroups.length > 0 ? [`in ${userGroups.join(', ')}`] : []),
    ...(organizationUnit === null ? [] : [`of ${organizationUnit}`]),
    ...(deviceTags.length > 0 ? [`tagged ${deviceTags.join(', ')}`] : []),
  ];
  return parts.length === 0 ? 'users that no configuration names' : `users ${parts.join(', ')}`;
}

const KINDS: readonly (readonly [BelongingSet['groups'][number]['kind'], before: string])[] = [
  ['applications', 'application'],
  ['categories', 'category'],
  ['destinationLocations', 'to'],
  ['sourceLocations', 'from'],
  ['sourceCountry', 'from'],
];

export function describeBelonging({ groups }: BelongingSet): string {
  const parts = KINDS.flatMap(([kind, before]) =>
    groups.filter((group) => group.kind === kind).map(({ names }) => `${before} ${names.join(' or ')}`),
  );
  return parts.length === 0 ? 'nothing that an exception names' : parts.join(', ');
}

function exceptFor(domains: readonly string[]): string {
  return domains.length === 0 ? '' : ` (not ${domains.join(', ')})`;
}
