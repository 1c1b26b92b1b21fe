/** Ports as ranges. */
import type { PortRange } from '../comparison';
import { HIGHEST_PORT, type PortGroup } from '../partition/port-groups';

/** A port that something names; or one for all others. */
export interface PortElement {
  /** Index of its group. */
  readonly group: number;
  readonly port: number;
  readonly isOther: boolean;
}

export function portElements({ ports, sample }: PortGroup, group: number): PortElement[] {
  if (ports.length === 0) return [{ group, port: sample, isOther: true }];
  return ports.map((port) => ({ group, port, isOther: false }));
}

/** Undefined: all ports. */
export function describePorts(
  all: readonly PortElement[],
  included: readonly PortElement[],
): readonly PortRange[] | undefined {
  if (included.length === all.length) return undefined;
  if (!included.some(({ isOther }) => isOther)) return rangesOf(included.map(({ port }) => port));
  const isIn = new Set(included.map(({ port }) => port));
  const left = all.map(({ port }) => port).filter((port) => !isIn.has(port));
  const edges = [0, ...left.sort((a, b) => a - b), HIGHEST_PORT + 1];
  return edges.slice(1).flatMap((end, index): PortRange[] => {
    const [from, to] = [(edges[index] ?? 0) + 1, end - 1];
    return from > to ? [] : [{ from, to }];
  });
}

function rangesOf(ports: readonly number[]): PortRange[] {
  const ranges: { from: number; to: number }[] = [];
  for (const port of [...ports].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.to === port - 1) last.to = port;
    else ranges.push({ from: port, to: port });
  }
  return ranges;
}
