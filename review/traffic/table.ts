/** Rows of processes by columns of ports, as few of each as say all: those of which all cells say the same are one. */
import type { ChangedProcesses, FlowPart, PlannedModels, PortRange, ProcessSet, Transport } from '../../steering';
import { cellOf, type ToldCell } from './cells';
import { columnOf, columnsOf, type Column } from './columns';

/** A process, or some of which the same becomes, with all of its flows. */
export interface Asked extends ChangedProcesses {
  readonly parts: readonly FlowPart[];
}

export interface Row {
  readonly processes: readonly ProcessSet[];
  /** By column. */
  readonly cells: readonly ToldCell[];
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Columns that are left out. */
  readonly more: number;
}

const MOST_PORTS = 12;

export function tableOf(asked: readonly Asked[], transport: Transport, models: PlannedModels): Table {
  const isOf = ({ region }: FlowPart) => (region.transport ?? transport) === transport;
  const changing = asked
    .map((one) => ({ ...one, parts: one.parts.filter(isOf) }))
    .filter(({ parts }) => parts.some(({ turns }) => turns.length > 0));
  const columns = columnsOf(changing.map(({ parts }) => parts));
  const rows = changing.map(({ processes, parts }) => ({
    processes,
    cells: columns.map((column) => cellOf(parts, column, models)),
  }));
  const alike = alikeColumns(columns, rows);
  const shown = alike.slice(0, MOST_PORTS);
  return {
    columns: shown.map(({ column }) => column),
    rows: alikeRows(
      rows.map(({ processes, cells }) => ({ processes, cells: shown.flatMap(({ first }) => cells[first] ?? []) })),
    ),
    more: alike.length - shown.length,
  };
}

/** `first`: the index of one of those that a column stands for. */
function alikeColumns(columns: readonly Column[], rows: readonly Row[]): { column: Column; first: number }[] {
  const groups = new Map<string, { ranges: PortRange[]; first: number }>();
  columns.forEach(({ ranges }, index) => {
    const key = JSON.stringify(rows.map(({ cells }) => cells[index]));
    const found = groups.get(key);
    if (found === undefined) groups.set(key, { ranges: [...ranges], first: index });
    else found.ranges.push(...ranges);
  });
  return [...groups.values()].map(({ ranges, first }) => ({ column: columnOf(ranges), first }));
}

function alikeRows(rows: readonly Row[]): Row[] {
  const groups = new Map<string, Row>();
  for (const row of rows) {
    const key = JSON.stringify(row.cells);
    const found = groups.get(key);
    groups.set(key, found === undefined ? row : { ...found, processes: [...found.processes, ...row.processes] });
  }
  return [...groups.values()];
}
