/** Processes by ports, platform by platform: what the changed lines say at a glance. */
import {
  decide,
  PLATFORMS,
  type Flow,
  type PlannedModels,
  type PlatformName,
  type PortRange,
  type ProcessSet,
  type TrafficChange,
} from '../../steering';
import type { Cell, Effect, Matrix } from '../review';
import { describePort, describeProcess } from './describe-region';
import { judgement, type Told } from './lines';

const MOST_PROCESSES = 40;
const MOST_PORTS = 12;
const EFFECTS: readonly Effect[] = ['broadening', 'narrowing', 'sideways'];
const ALL_PORTS: PortRange = { from: 1, to: 65_535 };

export function matricesOf(told: readonly Told[], models: PlannedModels): Matrix[] {
  const byContent = new Map<string, { platforms: PlatformName[]; table: Table }>();
  for (const { name } of PLATFORMS) {
    const here = told.filter(({ change }) => change.region.platforms?.includes(name) ?? true);
    if (here.length === 0) continue;
    const table = tableOf(name, here, models);
    const content = JSON.stringify(table);
    const same = byContent.get(content);
    if (same === undefined) byContent.set(content, { platforms: [name], table });
    else same.platforms.push(name);
  }
  return [...byContent.values()].map(({ platforms, table }) => ({ platforms, ...table }));
}

type Table = Omit<Matrix, 'platforms'>;

function tableOf(platform: PlatformName, told: readonly Told[], models: PlannedModels): Table {
  const rows = distinct(
    told.flatMap(({ change }) => processesOf(change)),
    describeProcess,
  ).sort(othersLast);
  const columns = distinct(
    told.flatMap(({ change }) => change.region.ports ?? [ALL_PORTS]),
    describePort,
  ).sort((a, b) => a.from - b.from || a.to - b.to);
  const shownRows = rows.slice(0, MOST_PROCESSES);
  const shownColumns = columns.slice(0, MOST_PORTS);
  return {
    ports: shownColumns.map((range) => (range === ALL_PORTS ? 'any' : describePort(range))),
    rows: shownRows.map((process) => ({
      process: describeProcess(process),
      kind: process.kind,
      cells: shownColumns.map((port) => cellOf(platform, process, port, told, models)),
    })),
    more: { processes: rows.length - shownRows.length, ports: columns.length - shownColumns.length },
  };
}

/** What the worst of the lines there says; without any, what becomes of such a flow before and after. */
function cellOf(
  platform: PlatformName,
  process: ProcessSet,
  port: PortRange,
  told: readonly Told[],
  models: PlannedModels,
): Cell {
  const there = told.filter(({ change }) => covers(change, process, port));
  const lines = there.map(({ line }) => line);
  const worst = [...lines].sort((a, b) => EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect))[0];
  if (worst !== undefined) {
    const { before, after, effect } = worst;
    const isCollateral = lines.some(({ collateral }) => collateral.length > 0);
    return { before, after, effect, isCollateral, lines: lines.map(({ id }) => id) };
  }
  const flow: Flow = {
    ...(told[0]?.change.witness ?? NO_FLOW),
    platform,
    process: exampleOf(process),
    port: port.from,
  };
  const [before, after] = [judgement(decide(models.before, flow)), judgement(decide(models.after, flow))];
  return { before, after, isCollateral: false, lines: [] };
}

const NO_FLOW = { host: '', transport: 'tcp' } as const;

function covers({ region }: TrafficChange, process: ProcessSet, port: PortRange): boolean {
  const { processes, ports } = region;
  return (
    (processes?.some((one) => describeProcess(one) === describeProcess(process)) ?? true) &&
    (ports?.some(({ from, to }) => from <= port.from && port.to <= to) ?? true)
  );
}

function processesOf({ region, witness }: TrafficChange): readonly ProcessSet[] {
  return region.processes ?? [{ kind: 'others', text: witness.process, except: [] }];
}

function exampleOf(process: ProcessSet): string {
  return process.kind === 'pattern' ? process.example : process.text;
}

function othersLast(a: ProcessSet, b: ProcessSet): number {
  return Number(a.kind === 'others') - Number(b.kind === 'others');
}

function distinct<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}
