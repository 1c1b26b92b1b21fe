/**
 * What changes, at a glance? Tables of processes by ports, platform by platform, say what is decided for every flow of
 * a cell. Rows and columns are as few as possible: those with equal cells are joined.
 */
import {
  type ChangedProcesses,
  type Comparison,
  type FlowPart,
  type PlannedModels,
  type PlatformName,
  type PortRange,
  type ProcessSet,
  TRANSPORTS,
  type Transport,
  remembered,
} from '../../steering';
import { type ToldCell, cellOf } from './cells';
import { type MatrixColumn, EFFECTS, columnOf, columnsOf, describeColumn, effectOf } from './columns';
import type { Cell, Matrix, MatrixRow } from '../report';
import { platformTitle } from '../../steering';
import { describeProcess } from './describe-region';
import type { ToldChange, ToldRegion } from './lines';

/** A process, or several processes with the same outcomes, with all of its flows. */
interface AskedProcess extends ChangedProcesses {
  readonly parts: readonly FlowPart[];
}

interface Row {
  readonly processes: readonly ProcessSet[];
  /** The cells, one for each column. */
  readonly cells: readonly ToldCell[];
}

interface FlowTable {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly Row[];
  /** The number of columns that are left out. */
  readonly more: number;
}

const MOST_PORTS = 12;

function tableOf(asked: readonly AskedProcess[], transport: Transport, models: PlannedModels): FlowTable {
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

/** Joins columns with equal cells. `first` is the index of the first of the joined columns. */
function alikeColumns(
  columns: readonly MatrixColumn[],
  rows: readonly Row[],
): { column: MatrixColumn; first: number }[] {
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

const MOST_PROCESSES = 40;
const OTHERS = 'any process that no exception names';

/** The tables of a review. */
export interface Matrices {
  readonly list: readonly Matrix[];
  /** The platforms that have no table, because it would be too large. */
  readonly leftOut: readonly PlatformName[];
}

/**
 * Makes the tables.
 * @param told the changes of traffic that cells refer to
 */
export function matricesOf(comparison: Comparison, told: readonly ToldChange[], models: PlannedModels): Matrices {
  const leftOut: PlatformName[] = [];
  const list = comparison.alikePlatforms.flatMap((platforms): Matrix[] => {
    const [platform] = platforms;
    if (platform === undefined) return [];
    const processes = [...comparison.changedProcesses(platform)].sort(worstFirst);
    const others = processes.filter(isOthers);
    const shown = [...processes.filter((one) => !isOthers(one)).slice(0, MOST_PROCESSES - others.length), ...others];
    const asked = shown.flatMap((one): AskedProcess[] => {
      const parts = comparison.partsOf(platform, one.example);
      return parts === undefined ? [] : [{ ...one, parts }];
    });
    if (asked.length < shown.length) {
      leftOut.push(...platforms);
      return [];
    }
    const here = told.filter(({ change }) => change.region.platforms?.includes(platform) ?? true);
    const left = processes.length - shown.length;
    return tablesOf(asked, models).map(({ transport, table }) => ({
      platforms,
      ...(transport !== undefined && { transport }),
      ports: table.columns.map(describeColumn),
      rows: table.rows.map((row) => rowOf(row, table, transport, here)).sort(byOthers),
      more: { processes: left, ports: table.more },
    }));
  });
  // The tables of TCP come first, because most people read only those.
  return { list: list.sort((a, b) => Number(a.transport === 'udp') - Number(b.transport === 'udp')), leftOut };
}

/** Makes a table for each transport, or one table where the transport makes no difference. */
function tablesOf(
  asked: readonly AskedProcess[],
  models: PlannedModels,
): { transport: Transport | undefined; table: FlowTable }[] {
  const tables = TRANSPORTS.map((transport) => ({ transport, table: tableOf(asked, transport, models) }));
  const [first, another] = new Map(tables.map(({ table }) => [JSON.stringify(table), table])).values();
  const shown = first !== undefined && another === undefined ? [{ transport: undefined, table: first }] : tables;
  return shown.filter(({ table }) => table.rows.length > 0);
}

function rowOf(
  { processes, cells }: Row,
  { columns }: FlowTable,
  transport: Transport | undefined,
  told: readonly ToldChange[],
): MatrixRow {
  const [first = NONE, ...alike] = [...processes].sort((a, b) => byOthers(b, a) || byNumbers(a.text, b.text));
  const own = told.filter(({ change }) => isOf(change.region, processes, transport));
  return {
    process: titleOf(first),
    kind: first.kind,
    alike: alike.map(titleOf),
    cells: cells.map((cell, index): Cell => {
      const column = columns[index];
      const lines =
        cell.cases.length === 0 || column === undefined
          ? []
          : own.filter(({ change }) => isOn(change.region, column)).map(({ line }) => line);
      return {
        ...cell,
        isCollateral: lines.some(({ collateral }) => collateral.length > 0),
        changes: lines.map(({ id }) => id),
      };
    }),
  };
}

const NONE: ProcessSet = { kind: 'others', text: '', except: [] };

function titleOf(process: ProcessSet): string {
  return process.kind === 'others' ? OTHERS : describeProcess(process);
}

/** Says whether a change of traffic is about some flows of a row of the table. */
function isOf(
  { processes, ...region }: ToldRegion,
  row: readonly ProcessSet[],
  transport: Transport | undefined,
): boolean {
  if ((region.transport ?? transport) !== (transport ?? region.transport)) return false;
  if (processes === undefined) return true;
  const { named, others } = namesOf(processes);
  return row.some((one) => {
    const name = nameOf(one);
    return named.has(name) || others.some((except) => !except.has(name));
  });
}

/** The names of processes, and for each set of all others the names that it leaves out; looked up for many rows. */
const namesOf = remembered((processes: readonly ProcessSet[]) => ({
  named: new Set(processes.map(nameOf)),
  others: processes.flatMap((set) => (set.kind === 'others' ? [new Set(set.except.map(nameOf))] : [])),
}));

function isOn({ destinations = [{}] }: ToldRegion, { ranges }: MatrixColumn): boolean {
  return destinations.some(
    ({ ports }) => ports?.some(({ from, to }) => ranges.some((range) => from <= range.to && range.from <= to)) ?? true,
  );
}

function nameOf({ kind, text }: ProcessSet): string {
  return kind === 'others' ? kind : `${kind} ${text}`;
}

function worstFirst(a: ChangedProcesses, b: ChangedProcesses): number {
  return EFFECTS.indexOf(effectOf(a)) - EFFECTS.indexOf(effectOf(b)) || byNumbers(a.example, b.example);
}

function isOthers({ processes }: ChangedProcesses): boolean {
  return processes.some(({ kind }) => kind === 'others');
}

type OfKind = Pick<MatrixRow, 'kind'>;

function byOthers(a: OfKind, b: OfKind): number {
  return Number(a.kind === 'others') - Number(b.kind === 'others');
}

function byNumbers(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** Says for which platforms there is no table. */
export function withoutTable(platforms: readonly PlatformName[]): string[] {
  if (platforms.length === 0) return [];
  const titles = platforms.map(platformTitle).join(', ');
  return [
    `For ${titles} there is no table of processes and ports, because it would be too large: the changes have all of it.`,
  ];
}
