/**
 * Where do the flows of a row of the first screen go? Hosts at the same ports are told together, and what is told is
 * true of all of them: where some have more ports than others, the least or the most of each is told.
 */
import { groupBy } from '../../steering';
import type { ReportedDestination } from '../report';
import { type Span, joined, name, prose } from './document';
import { joinedWords } from './done';
import { ANY, domainsIn } from './words';

/** Where the flows of one change go: by one transport or by any, and anywhere where there is no list. */
export interface Going {
  readonly transport: string | undefined;
  readonly destinations: readonly ReportedDestination[] | undefined;
}

type Range = readonly [from: number, to: number];

/** Hosts, and the ports at which they are reached by each transport. */
interface ShownPlace {
  readonly hosts: readonly string[];
  readonly tcp: readonly Range[];
  readonly udp: readonly Range[];
}

const MOST_HOSTS = 3;
/** The most places with ports of their own that are told apart. */
const MOST_PLACES = 2;
const EVERY_PORT: Range = [1, 65_535];
const EVERY_HOST = 'every host';

/** Says where flows go. */
export function whereInWords(going: readonly Going[]): Span[] {
  const places = placesOf(going);
  const [first] = places;
  if (first === undefined) return [];
  if (places.length === 1) return [...hostsInWords(first.hosts), prose(`, ${portsInWords(first)}`)];
  const hosts = places.flatMap((place) => place.hosts);
  if (hosts.some((host) => host === EVERY_HOST || ANY.test(host))) {
    const [all, some] = [commonTo(places), unionOf(places)].map((ports) => ({ ports, told: portsInWords(ports) }));
    if (all !== undefined && some !== undefined && (all.ports.tcp.length > 0 || all.ports.udp.length > 0)) {
      const told = all.told.length <= some.told.length ? `at least ${all.told}` : `at most ${some.told}`;
      return [...hostsInWords(hosts), prose(`, ${told}`)];
    }
  }
  const areDomains = hosts.every(isDomain);
  const shown = places.slice(0, MOST_PLACES).map((place) => {
    const [host = '', ...others] = place.hosts;
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    return [hostSpan(areDomains ? host.replace(/ and below$/, '') : host), prose(`${more} at ${portsInWords(place)}`)];
  });
  const left = places.length - shown.length;
  return [
    ...(areDomains ? [prose('domains ')] : []),
    ...shown.flatMap((part, index) => (index === 0 ? part : [prose('; '), ...part])),
    ...(left === 0 ? [] : [prose(`; and ${left} more, each at its own ports`)]),
  ];
}

/** Gathers the ports of the same hosts, and then the hosts of the same ports. */
function placesOf(going: readonly Going[]): ShownPlace[] {
  const each = going.flatMap(({ transport, destinations = [{}] }) =>
    destinations.map(({ hosts = [EVERY_HOST], ports }): ShownPlace => {
      const ranges = ports === undefined ? [EVERY_PORT] : ports.map(rangeOf);
      return { hosts, tcp: transport === 'UDP' ? [] : ranges, udp: transport === 'TCP' ? [] : ranges };
    }),
  );
  const byHosts = [...groupBy(each, ({ hosts }) => JSON.stringify([...hosts].sort())).values()].map(
    (same): ShownPlace => ({
      hosts: same[0]?.hosts ?? [],
      ...unionOf(same),
    }),
  );
  return [...groupBy(byHosts, ({ tcp, udp }) => JSON.stringify([tcp, udp])).values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : { ...first, hosts: [...new Set([first, ...others].flatMap(({ hosts }) => hosts))].sort(widestFirst) },
  );
}

function rangeOf(text: string): Range {
  const [from = 0, to = from] = text.split('-').map(Number);
  return [from, to];
}

function unionOf(places: readonly Pick<ShownPlace, 'tcp' | 'udp'>[]): Pick<ShownPlace, 'tcp' | 'udp'> {
  const union = (all: readonly Range[]) => {
    const found: [number, number][] = [];
    for (const [from, to] of [...all].sort(([a], [b]) => a - b)) {
      const last = found.at(-1);
      if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
      else found.push([from, to]);
    }
    return found;
  };
  return { tcp: union(places.flatMap(({ tcp }) => tcp)), udp: union(places.flatMap(({ udp }) => udp)) };
}

/** The ports that are left where those of each place are taken away, and taken away once more. */
function commonTo(places: readonly Pick<ShownPlace, 'tcp' | 'udp'>[]): Pick<ShownPlace, 'tcp' | 'udp'> {
  const others = unionOf(places.map(({ tcp, udp }) => ({ tcp: without(tcp), udp: without(udp) })));
  return { tcp: without(others.tcp), udp: without(others.udp) };
}

/** The ports outside of some ranges, which are sorted and do not touch. */
function without(ranges: readonly Range[]): Range[] {
  const begins = [EVERY_PORT[0], ...ranges.map(([, to]) => to + 1)];
  const ends = [...ranges.map(([from]) => from - 1), EVERY_PORT[1]];
  return begins.map((begin, index): Range => [begin, ends[index] ?? 0]).filter(([from, to]) => from <= to);
}

function portsInWords({ tcp, udp }: Pick<ShownPlace, 'tcp' | 'udp'>): string {
  const [byTcp, byUdp] = [tcp, udp].map(rangesInWords);
  if (byTcp === byUdp) return byTcp === undefined ? '' : byTcp.startsWith('every') ? byTcp : `port ${byTcp}`;
  if (byTcp?.startsWith('every') === true && byUdp?.startsWith('every') === true) {
    const onlyTcp = commonTo([
      { tcp, udp: [] },
      { tcp: without(udp), udp: [] },
    ]).tcp;
    const onlyUdp = commonTo([
      { tcp: udp, udp: [] },
      { tcp: without(tcp), udp: [] },
    ]).tcp;
    if (onlyUdp.length === 0) return `${byTcp}${byTcp === 'every port' ? ' but' : ' and'} UDP ${listOfRanges(onlyTcp)}`;
  }
  const by = (transport: string, told: string | undefined) =>
    told === undefined
      ? []
      : [told.startsWith('every') ? told.replace('every', `every ${transport}`) : `${transport} ${told}`];
  return [...by('TCP', byTcp), ...by('UDP', byUdp)].join('; ');
}

function listOfRanges(ranges: readonly Range[]): string {
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}

/** Tells ports, or those that are left out, whichever are fewer; nothing where there are none. */
function rangesInWords(ranges: readonly Range[]): string | undefined {
  if (ranges.length === 0) return undefined;
  const left = without(ranges);
  if (left.length === 0) return 'every port';
  return left.length < ranges.length ? `every port but ${listOfRanges(left)}` : listOfRanges(ranges);
}

const BELOW = /^(\S+) and below(?: \(not (.*)\))?$/s;
/** The kinds of destinations that are told in words of our own, without a name that somebody wrote. */
const NAMELESS = 'no host name';
const ADDRESSES: readonly string[] = [
  NAMELESS,
  'private addresses',
  'local addresses',
  'local IPv4 addresses',
  'local IPv6 addresses',
  'other literal addresses',
  'other literal IPv4 addresses',
  'other literal IPv6 addresses',
];

function isDomain(host: string): boolean {
  return BELOW.test(host) && !host.includes('(not ');
}

function hostSpan(host: string): Span {
  if (host === EVERY_HOST) return prose(host);
  if (ANY.test(host)) return prose('every other host name');
  return ADDRESSES.includes(host) ? prose(addressesInWords([host])) : name(host.replace(/ \(not .*\)$/s, ''));
}

function hostsInWords(hosts: readonly string[]): Span[] {
  if (hosts.includes(EVERY_HOST)) return [prose(EVERY_HOST)];
  const addresses = ADDRESSES.filter((kind) => hosts.includes(kind));
  if (hosts.some((host) => ANY.test(host))) {
    const except = namesLeftOut(hosts);
    const missing = addresses.length === 0 ? '' : kindsLeftOut(addresses);
    const but = [
      ...(except.length === 0 ? [] : namedHosts(except)),
      ...(missing === '' ? [] : [prose(`${except.length > 0 ? ', ' : ''}${missing}`)]),
    ];
    const every = addresses.length === 0 ? 'every host name' : EVERY_HOST;
    return [prose(but.length === 0 ? every : `${every} but `), ...but];
  }
  const named = hosts.filter((host) => !addresses.includes(host));
  return [
    ...(named.length === 0 ? [] : [prose('only '), ...namedHosts(named)]),
    ...(addresses.length === 0 ? [] : [prose(`${named.length === 0 ? 'only ' : ', '}${addressesInWords(addresses)}`)]),
  ];
}

/** Names hosts; where all of them are domains with what is below them, that is said once. */
function namedHosts(hosts: readonly string[]): Span[] {
  const areDomains = hosts.every(isDomain);
  const most = hosts.length <= MOST_HOSTS ? MOST_HOSTS : 2;
  const shown = joined(
    hosts.slice(0, most).map((host) => name(areDomains ? host.replace(/ and below$/, '') : host)),
    ', ',
  );
  const below = areDomains ? ' and below' : '';
  if (hosts.length <= most) return [...shown, prose(below)];
  return [
    prose(`${hosts.length} ${areDomains ? 'domains' : 'hosts'} (`),
    ...shown,
    prose(` and ${hosts.length - most} more)${below}`),
  ];
}

/**
 * Finds the names that hosts leave out which have `any other host name` among them: what is excepted there, and is not
 * among the other hosts.
 */
function namesLeftOut(hosts: readonly string[]): string[] {
  const lists = hosts.flatMap((host) => {
    const [found, except = ''] = ANY.exec(host) ?? [];
    return found === undefined ? [] : [domainsIn(except)];
  });
  const isNear = (a: string, b: string) => a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
  const excepted = lists.flatMap((list, index) =>
    list.filter((one) => lists.every((other, at) => at === index || other.some((near) => isNear(one, near)))),
  );
  return [...new Set(excepted)].flatMap((one) => {
    if (hosts.includes(`${one} and below`)) return [];
    if (hosts.includes(`below ${one}`)) return hosts.includes(one) ? [] : [one];
    const above = hosts.flatMap((host) => {
      const [, domain, not] = BELOW.exec(host) ?? [];
      return domain === one && not !== undefined ? domainsIn(not).map((left) => `${left} and below`) : [];
    });
    if (above.length > 0) return above;
    return [hosts.includes(one) ? `below ${one}` : `${one} and below`];
  });
}

function addressesInWords(kinds: readonly string[]): string {
  const words = kinds.filter((kind) => kind !== NAMELESS).map((kind) => kind.replace('other literal', 'public'));
  return [...words, ...(kinds.includes(NAMELESS) ? ['flows without a host name'] : [])].join(', ');
}

/** Words for kinds of addresses, the widest first. */
const KINDS: readonly (readonly [words: string, kinds: readonly string[]])[] = [
  ['private', ['private']],
  ['local', ['local IPv4', 'local IPv6']],
  ['public', ['public IPv4', 'public IPv6']],
  ['IPv4', ['local IPv4', 'public IPv4']],
  ['IPv6', ['local IPv6', 'public IPv6']],
  ...['local IPv4', 'local IPv6', 'public IPv4', 'public IPv6'].map((kind) => [kind, [kind]] as const),
];

/** Says which kinds of addresses are left out; nothing where none is. */
function kindsLeftOut(addresses: readonly string[]): string {
  const there = new Set(
    addresses.flatMap((kind) => {
      const words = kind.replace(/ addresses$/, '').replace('other literal', 'public');
      return KINDS.find(([one]) => one === words)?.[1] ?? [words];
    }),
  );
  const missing = new Set(KINDS.flatMap(([, kinds]) => kinds).filter((kind) => !there.has(kind)));
  const told = KINDS.flatMap(([words, kinds]) => {
    if (!kinds.every((kind) => missing.has(kind)) || kinds.every((kind) => there.has(kind))) return [];
    kinds.forEach((kind) => there.add(kind));
    return [words];
  });
  return [
    ...(told.length === 0 ? [] : [`${joinedWords(told)} addresses`]),
    ...(there.has(NAMELESS) ? [] : ['what has no host name']),
  ].join(', ');
}

/** Sorts hosts so that those come first which cover most: any name, then domains by the number of their labels. */
function widestFirst(a: string, b: string): number {
  return widthOf(a) - widthOf(b) || a.localeCompare(b, 'en', { numeric: true });
}

function widthOf(host: string): number {
  if (host === EVERY_HOST || ANY.test(host)) return 0;
  if (ADDRESSES.includes(host)) return 1;
  const labels = host.replace(/^below | and below.*$/gs, '').split('.').length;
  return labels * 2 + (/^below | and below/.test(host) ? 0 : 1);
}
