/**
 * How does the table of processes by ports read? A cell has a line for each case, with the flows that the case is true
 * for, and a line for the flows that do not change. Tables of several platforms become one where they have the same
 * columns, and each row says on which platforms it is true.
 */
import { type PlatformName, PLATFORMS, groupBy } from '../../steering';
import type { Case, Cell, Effect, Matrix, MatrixRow } from '../report';
import { platformTitle } from '../../steering';
import { type Span, describeJudgement, describeTurns, listed, prose } from './document';
import { describeClients, describeHosts, describeProcesses, joinedLists } from './words';

/** The most values of a dimension that a case names, and the most processes that a row of the table names. */
const MOST_VALUES = 3;

type Flows = Case['flows'][number];

const DIMENSIONS: readonly (readonly [Flows['dimension'], describe: (values: Flows['values']) => Span[]])[] = [
  ['host', (values) => describeHosts(values, MOST_VALUES)],
  ['client', (values) => describeClients(values, MOST_VALUES)],
  ['location', (values) => [prose(values.join(', '))]],
  ['device', (values) => [prose(`${values.join(', ')} devices`)]],
  ['belonging', (values) => listed(values, MOST_VALUES)],
];

/** Says for which flows of the cell a case is true; nothing where it is true for all of them. */
export function describeCase({ flows }: Pick<Case, 'flows'>): Span[] {
  const parts = DIMENSIONS.flatMap(([dimension, describe]) => {
    const values = flows.find((one) => one.dimension === dimension)?.values;
    return values === undefined ? [] : [describe(values)];
  });
  return joinedLists(parts);
}

/** Writes a line for each case of a cell, and one for the rest of its flows. */
export function describeCell(cell: Cell): Span[][] {
  return linesOf(cell)
    .filter(({ effect }) => effect !== 'collateral')
    .map(({ spans }) => [...spans]);
}

/** A line of a cell. */
export interface CellLine {
  /**
   * The effect of the case that the line is about; left out where it is about what does not change. The line
   * `collateral` is about the whole cell, because a change that reaches beyond what it names may be any of its cases.
   */
  readonly effect?: Effect | 'collateral';
  readonly spans: readonly Span[];
}

/** @param cell undefined where nothing changes on the ports of the column */
export function linesOf(cell: Cell | undefined): CellLine[] {
  if (cell === undefined) return [{ spans: [prose(UNCHANGED)] }];
  const rest = describeUnchanged(cell);
  const more = describeMore(cell);
  return [
    ...(cell.isCollateral ? [{ effect: 'collateral' as const, spans: [prose(BEYOND)] }] : []),
    ...cell.cases.map((one) => {
      const flows = describeCase(one);
      const turns = { kind: 'strong', text: describeTurns(one) } as const;
      return { effect: one.effect, spans: [...flows, ...(flows.length === 0 ? [] : [prose(': ')]), turns] };
    }),
    ...(more === undefined ? [] : [{ spans: [prose(more)] }]),
    ...(rest === undefined ? [] : [{ spans: [prose(rest)] }]),
  ];
}

export const UNCHANGED = 'no change';
/** What the sign ⚠ stands in front of. */
export const BEYOND = 'the change does not name all of it';

/** Counts the cases that a cell leaves out. */
export function describeMore({ moreCases }: Pick<Cell, 'moreCases'>): string | undefined {
  return moreCases === 0 ? undefined : `${moreCases} more ${moreCases === 1 ? 'case' : 'cases'}: see the changes`;
}

/** Says what becomes of the flows that do not change; undefined where all flows of the cell change. */
export function describeUnchanged({ unchanged, cases }: Pick<Cell, 'unchanged' | 'cases'>): string | undefined {
  const [names, addresses] = [unchanged.names, unchanged.addresses].map((all) => all.map(describeJudgement));
  if (names === undefined || addresses === undefined || names.length + addresses.length === 0) return undefined;
  const [toNames, another] = names;
  const [toAddresses = 'as before', differing] = addresses;
  const ofAddresses = differing === undefined ? toAddresses : 'as before';
  // Where cases tell of addresses, those that are left are other ones.
  const isTold = cases.some(({ flows }) => flows.some((one) => one.dimension === 'host' && one.values.some(isAddress)));
  if (toNames === undefined) return isTold ? `else ${ofAddresses}` : `addresses ${ofAddresses}`;
  const otherwise = cases.length === 0 ? '' : 'else ';
  if (another !== undefined) return `${otherwise}as before`;
  const isSame = addresses.every((one) => one === toNames);
  return `${otherwise}${toNames}${isSame ? '' : `; addresses ${ofAddresses}`}`;
}

const isAddress = (host: string) => /^no host name$| addresses$/.test(host);

/** The title of a table of one group of platforms, such as `Windows, macOS, TCP`. */
function matrixTitle({ platforms, transport }: Pick<Matrix, 'platforms' | 'transport'>): string {
  return [...platforms.map(platformTitle), transportTitle(transport)].join(', ');
}

function transportTitle(transport: Matrix['transport']): string {
  return transport === undefined ? 'TCP and UDP' : transport.toUpperCase();
}

export function columnTitle(port: string): string {
  if (port === 'any') return 'any port';
  if (port.startsWith('all but ')) return `any port but ${port.slice('all but '.length)}`;
  return `${/[,-]/.test(port) ? 'ports' : 'port'} ${port}`;
}

export function describeRow(row: MatrixRow): Span[] {
  const { shown, more } = processesOf(row);
  return [...joinedLists(shown), ...(more.length > 0 ? [prose(` and ${more.length} more`)] : [])];
}

/** Names the processes of a row: the first ones, and those that only some formats have room for. */
export function processesOf({ process, kind, alike }: MatrixRow): { shown: Span[][]; more: Span[][] } {
  const [first, ...others] = alike.map(describeProcesses);
  const all =
    kind === 'others'
      ? [[prose(process), ...(first === undefined ? [] : [prose('; also '), ...first])], ...others]
      : [process, ...alike].map(describeProcesses);
  return { shown: all.slice(0, MOST_VALUES), more: all.slice(MOST_VALUES) };
}

/** A table as people see it: that of one group of platforms, or of several groups with the same columns. */
export interface ShownTable extends Pick<Matrix, 'transport' | 'ports' | 'more'> {
  readonly title: string;
  readonly rows: readonly ShownRow[];
}

export interface ShownRow {
  readonly labels: readonly RowLabel[];
  /** The cells, one for each column; undefined where nothing changes there, and rows differ in what stays. */
  readonly cells: readonly (Cell | undefined)[];
}

/** The processes of a row, and where they are: on all platforms of a table that names its platforms in its title. */
export interface RowLabel {
  readonly processes: MatrixRow;
  readonly platforms?: readonly PlatformName[];
}

/**
 * Joins tables of one transport whose columns are among those of a first one. A column that a table does not have holds
 * only ports on which nothing changes on its platforms.
 */
export function shownTables(matrices: readonly Matrix[]): ShownTable[] {
  const groups: Matrix[][] = [];
  for (const matrix of [...matrices].sort((a, b) => b.ports.length - a.ports.length)) {
    const group = groups.find(([first]) => first !== undefined && isWithin(matrix, first));
    if (group === undefined) groups.push([matrix]);
    else group.push(matrix);
  }
  return groups
    .map((group) => [...group].sort((a, b) => matrices.indexOf(a) - matrices.indexOf(b)))
    .sort(([a], [b]) => (a && b ? matrices.indexOf(a) - matrices.indexOf(b) : 0))
    .flatMap(tableOf);
}

function isWithin(matrix: Matrix, wider: Matrix): boolean {
  const isWhole = matrix.more.ports + wider.more.ports === 0;
  return isWhole && matrix.transport === wider.transport && matrix.ports.every((port) => wider.ports.includes(port));
}

function tableOf(group: readonly Matrix[]): ShownTable[] {
  const [first, another] = group;
  const widest = [...group].sort((a, b) => b.ports.length - a.ports.length)[0];
  if (first === undefined || widest === undefined) return [];
  const rows = group.flatMap(({ platforms, ports, rows: own }) =>
    own.map((processes): ShownRow => ({
      labels: [{ processes, ...(another !== undefined && { platforms }) }],
      cells: widest.ports.map((port) => processes.cells[ports.indexOf(port)]),
    })),
  );
  return [
    {
      ...widest,
      title: another === undefined ? matrixTitle(first) : transportTitle(first.transport),
      rows: another === undefined ? rows : alikeRows(rows),
      more: { processes: group.reduce((sum, { more }) => sum + more.processes, 0), ports: widest.more.ports },
    },
  ];
}

const isOthers = ({ labels }: ShownRow) => labels.some(({ processes }) => processes.kind === 'others');

/** Joins rows of several platforms where the same changes. The rows of any other process come last. */
function alikeRows(rows: readonly ShownRow[]): ShownRow[] {
  const changes = (row: ShownRow) => JSON.stringify([isOthers(row), row.cells.map(changeIn)]);
  return [...groupBy(rows, changes).values()]
    .map((group): ShownRow => ({
      labels: alikeLabels(group.flatMap(({ labels }) => labels)),
      cells: (group[0]?.cells ?? []).map((cell, column) => {
        const isSame = group.every(
          (row) => JSON.stringify(row.cells[column]?.unchanged) === JSON.stringify(cell?.unchanged),
        );
        return cell?.effect !== undefined || isSame ? cell : undefined;
      }),
    }))
    .sort((a, b) => Number(isOthers(a)) - Number(isOthers(b)));
}

/** What a cell says, but for where more of it is told; nothing where it does not change. */
function changeIn(cell: Cell | undefined): object | null {
  return cell?.effect === undefined ? null : { ...cell, lines: [] };
}

function alikeLabels(labels: readonly RowLabel[]): RowLabel[] {
  const told = ({ processes: { process, alike } }: RowLabel) => JSON.stringify([process, alike]);
  return [...groupBy(labels, told).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : { ...first, platforms: [first, ...others].flatMap(({ platforms = [] }) => platforms) },
  );
}

export function platformTitles(platforms: readonly PlatformName[]): string {
  return platforms.length === PLATFORMS.length ? 'All platforms' : platforms.map(platformTitle).join(', ');
}

/** Counts what a table leaves out; undefined where it has all. */
export function describeLeftOut({ more }: Pick<Matrix, 'more'>): string | undefined {
  const counts = [counted(more.processes, 'process', 'es'), counted(more.ports, 'column', 's of ports', ' of ports')];
  const told = counts.filter((one) => one !== undefined);
  return told.length === 0 ? undefined : `not shown: ${told.join(' and ')}`;
}

function counted(count: number, one: string, many: string, single = ''): string | undefined {
  return count === 0 ? undefined : `${count} more ${one}${count === 1 ? single : many}`;
}
