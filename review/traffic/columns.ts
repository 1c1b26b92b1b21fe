/**
 * Which destination ports share a column? Those whose outcomes are the same in every row of the table. And what is the
 * effect of a change? It depends on how freely a flow goes, from not at all to unseen:
 *
 *     block < steer < bypass (tunnel) < bypass (direct) = direct
 *
 * Where an outcome is not known, each reading of what is not known counts. A change broadens if a flow goes more freely
 * than before under any reading. Otherwise it narrows if a flow goes less freely under any reading.
 */
import type { Fate, FlowPart, PortRange, TrafficChange } from '../../steering';
import type { Effect } from '../report';
import { describePort } from './describe-region';

/** The effects, the worst first. */
export const EFFECTS: readonly Effect[] = ['broadening', 'narrowing', 'sideways'];

const FREEDOM: Readonly<Record<Fate, number>> = { block: 0, steer: 1, bypass_tunnel: 2, bypass_direct: 3, direct: 3 };

export function effectOf({ turns }: Pick<TrafficChange, 'turns'>): Effect {
  const gains = turns.map(({ before, after }) => FREEDOM[after] - FREEDOM[before]);
  if (gains.some((gain) => gain > 0)) return 'broadening';
  return gains.some((gain) => gain < 0) ? 'narrowing' : 'sideways';
}

/** Says whether nothing else is possible: no other outcome, and not the same outcome as before. */
export function isCertain({ before, after, readings }: Pick<TrafficChange, 'before' | 'after' | 'readings'>): boolean {
  const isSame = before.possible.join() === after.possible.join();
  return readings === undefined && before.outcome !== 'unknown' && after.outcome !== 'unknown' && !isSame;
}

export interface MatrixColumn {
  readonly ranges: readonly PortRange[];
}

const LAST = 65_535;

/**
 * Makes the columns in which something changes, in the order of their ports.
 * @param rows the flows of each row of the table
 */
export function columnsOf(rows: readonly (readonly FlowPart[])[]): MatrixColumn[] {
  const cuts = new Set([1]);
  for (const { region } of rows.flat()) {
    for (const { from, to } of region.ports ?? []) cuts.add(from).add(to + 1);
  }
  const starts = [...cuts].filter((port) => port <= LAST).sort((a, b) => a - b);
  const columns = new Map<string, PortRange[]>();
  starts.forEach((from, index) => {
    const range = { from, to: (starts[index + 1] ?? LAST + 1) - 1 };
    const there = rows.map((parts) => parts.filter((part) => covers(part, range)));
    if (there.flat().every(({ turns }) => turns.length === 0)) return;
    const key = there.map((parts, row) => parts.map((part) => rows[row]?.indexOf(part)).join()).join('|');
    const ranges = columns.get(key) ?? [];
    columns.set(key, ranges);
    ranges.push(range);
  });
  return [...columns.values()].map(columnOf).sort(byPorts);
}

/** Makes a column of ranges that do not overlap, with as few ranges as possible. */
export function columnOf(ranges: readonly PortRange[]): MatrixColumn {
  const joined: PortRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last?.to === range.from - 1) joined.splice(-1, 1, { from: last.from, to: range.to });
    else joined.push(range);
  }
  return { ranges: joined };
}

/** Says whether a part is about all of these ports; no part is about only some ports of a column. */
export function covers({ region }: Pick<FlowPart, 'region'>, { from, to }: PortRange): boolean {
  return region.ports?.some((range) => range.from <= from && to <= range.to) ?? true;
}

export function describeColumn({ ranges }: MatrixColumn): string {
  const left = [0, ...ranges.map(({ to }) => to)].flatMap((to, index): PortRange[] => {
    const from = to + 1;
    const end = (ranges[index]?.from ?? LAST + 1) - 1;
    return from > end ? [] : [{ from, to: end }];
  });
  if (left.length === 0) return 'any';
  const [few, others] = [ranges, left].map((list) => list.map(describePort).join(', '));
  return ranges.length <= left.length ? (few ?? '') : `all but ${others}`;
}

/** Puts columns of single ports and short ranges before columns with a long range, and then lower ports first. */
function byPorts(a: MatrixColumn, b: MatrixColumn): number {
  const [first, second] = [a, b].map(({ ranges }) => ranges.some(({ from, to }) => to - from > 1_000));
  return Number(first) - Number(second) || (a.ranges[0]?.from ?? 0) - (b.ranges[0]?.from ?? 0);
}
