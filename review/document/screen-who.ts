/**
 * Whose traffic is a row of the first screen about? Users come first, then apps or processes with their platforms, then
 * devices and locations.
 */
import { groupBy } from '../../steering';
import type { Collateral, TrafficLine } from '../report';
import { type Span, joined, listed, name, prose } from './document';
import { inOrder } from './done';
import { NOBODY, describeProcesses, joinedLists } from './words';

/** A change of traffic with its processes at hand; they are left out where it is of every process. */
export type Told = TrafficLine & { readonly processes: readonly string[] | undefined };

/** A process that a change reaches without naming it. */
export type Reached = Extract<Collateral, { readonly kind: 'another_process' }>;

const MOST_NAMES = 3;
/** The number of platforms that there are. */
const PLATFORMS = 6;

export function whoOf(lines: readonly Told[]): Span[] {
  const platforms = [...new Set(lines.flatMap((line) => valuesOf(line, 'platform') ?? ['']))];
  const everywhere = platforms.includes('') || platforms.length === PLATFORMS;
  const onPlatforms = everywhere ? 'all platforms' : platforms.join(', ');
  if (lines.every(isOthers)) {
    const isRest = lines.some(({ processes }) => processes !== undefined);
    return [prose(`${isRest ? 'every other process' : 'every process'}, ${onPlatforms}`)];
  }
  const apps = new Set(lines.flatMap((line) => line.apps));
  if (apps.size > MOST_NAMES) {
    const counts = platforms.map((platform) => {
      const here = lines.filter((line) => valuesOf(line, 'platform')?.includes(platform) ?? true);
      return { platform, count: new Set(here.flatMap((line) => line.apps)).size };
    });
    const isSame = counts.every(({ count }) => count === apps.size);
    const on = isSame ? onPlatforms : counts.map(({ platform, count }) => `${count} on ${platform}`).join(', ');
    const others = new Set(lines.filter((line) => line.apps.length === 0).flatMap(({ processes = [] }) => processes));
    const more = others.size === 0 ? '' : ` and ${others.size} other ${others.size === 1 ? 'process' : 'processes'}`;
    const some = [...apps].sort(inOrder).slice(0, lines.some((line) => valuesOf(line, 'client') !== undefined) ? 1 : 2);
    return [prose(`${apps.size} apps${more} (${on}), such as `), ...joined(some.map(name), ', ')];
  }
  const byPlatform = groupBy(lines, (line) => (valuesOf(line, 'platform') ?? ['all platforms']).join(', '));
  const each = [...byPlatform].map(([platform, own]) => ({
    platform,
    processes: [...new Set(own.flatMap(({ processes }) => processes ?? ['every process']))],
  }));
  const parts = [...groupBy(each, ({ processes }) => JSON.stringify(processes)).values()].map((same) => [
    ...processesInWords(same[0]?.processes ?? []),
    prose(` (${same.map(({ platform }) => platform).join(', ')})`),
  ]);
  return parts.flatMap((part, index) => (index === 0 ? part : [prose(', '), ...part]));
}

function processesInWords(processes: readonly string[]): Span[] {
  const more = processes.length - MOST_NAMES;
  return [
    ...joinedLists(processes.slice(0, MOST_NAMES).map(describeProcesses)),
    ...(more > 0 ? [prose(` and ${more} more`)] : []),
  ];
}

/** Says for which clients a row is, before anything else; nothing where it is for all. */
export function clientsOf(line: Told): Span[] {
  const clients = valuesOf(line, 'client');
  if (clients === undefined) return [];
  const { before, after } = line.configurations;
  const isMoved = before.join() !== after.join();
  return [
    ...joined(
      clients.slice(0, 2).map((one) => (one === NOBODY ? prose('everyone else') : name(one))),
      ', ',
    ),
    ...(clients.length > 2 ? [prose(` and ${clients.length - 2} more`)] : []),
    ...(isMoved ? [prose(' (now in '), ...listed(after, 1), prose(')')] : []),
    prose(': '),
  ];
}

/** Says on which devices and in which locations a row is true, before its processes; nothing where it is on all. */
export function devicesOf(line: Told): Span[] {
  const device = valuesOf(line, 'device')?.[0];
  const location = valuesOf(line, 'location')?.[0];
  const told = [...(device === undefined ? [] : [`${device} devices`]), ...(location === undefined ? [] : [location])];
  return told.length === 0 ? [] : [prose(`${told.join(', ')}: `)];
}

export function whoIsReached(all: readonly Reached[]): Span[] {
  const owners = [...new Set(all.flatMap(({ of }) => of ?? []))];
  return [
    ...listed([...new Set(all.map(({ process }) => process))], 2),
    ...(owners.length === 0 ? [prose(', which many apps share')] : [prose(' of '), ...listed(owners, 2)]),
  ];
}

/** Whether a change is about any process, or about any that nothing names. */
export function isOthers({ processes }: Pick<Told, 'processes'>): boolean {
  return processes === undefined || processes.join() === 'any other process';
}

export function valuesOf({ flows }: Pick<TrafficLine, 'flows'>, wanted: TrafficLine['flows'][number]['dimension']) {
  return flows.find(({ dimension }) => dimension === wanted)?.values;
}
