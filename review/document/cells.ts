/**
 * How does a cell of the table read? It has a line for each case, with the flows that the case is true for, and a line
 * for the flows that do not change.
 */
import type { Case, Cell, Matrix, MatrixRow } from '../report';
import { platformTitle } from '../traffic/describe-region';
import {
  type Span,
  WRITTEN_BY_OTHERS,
  describeJudgement,
  describeTurns,
  joined,
  listed,
  name,
  prose,
} from './document';

/** The most values of a dimension that a case names, and the most processes that a row of the table names. */
const MOST_VALUES = 3;

const DIMENSIONS: readonly (readonly [Case['flows'][number]['dimension'], before: string, after: string])[] = [
  ['host', '', ''],
  ['client', '', ''],
  ['location', '', ''],
  ['device', '', ' devices'],
  ['belonging', '', ''],
];

/** Says for which flows of the cell a case is true; nothing where it is true for all of them. */
export function describeCase({ flows }: Pick<Case, 'flows'>): Span[] {
  const parts = DIMENSIONS.flatMap(([dimension, before, after]) => {
    const values = flows.find((one) => one.dimension === dimension)?.values;
    if (values === undefined) return [];
    const shown = WRITTEN_BY_OTHERS.has(dimension) ? listed(values, MOST_VALUES) : [prose(values.join(', '))];
    return [[prose(before), ...shown, prose(after)]];
  });
  return parts.flatMap((part, index) => (index === 0 ? part : [prose(', '), ...part]));
}

/** Writes a line for each case of a cell, and one for the rest of its flows. */
export function describeCell(cell: Cell): Span[][] {
  const { cases, moreCases } = cell;
  const rest = describeUnchanged(cell);
  return [
    ...cases.map((one) => {
      const flows = describeCase(one);
      return [
        ...flows,
        ...(flows.length === 0 ? [] : [prose(': ')]),
        { kind: 'strong', text: describeTurns(one) } as const,
      ];
    }),
    ...(moreCases === 0 ? [] : [[prose(`${moreCases} more ${moreCases === 1 ? 'case' : 'cases'}: see the changes`)]]),
    ...(rest === undefined ? [] : [[prose(rest)]]),
  ];
}

/** Says what becomes of the flows that do not change; undefined where all flows of the cell change. */
export function describeUnchanged({ unchanged, cases }: Pick<Cell, 'unchanged' | 'cases'>): string | undefined {
  const [names, addresses] = [unchanged.names, unchanged.addresses].map((all) => all.map(describeJudgement));
  if (names === undefined || addresses === undefined || names.length + addresses.length === 0) return undefined;
  const [toNames, another] = names;
  const otherwise = cases.length === 0 ? '' : 'else ';
  if (toNames === undefined) return `addresses ${addresses.length === 1 ? addresses[0] : 'as before'}`;
  if (another !== undefined) return `${otherwise}as before`;
  const isSame = addresses.every((one) => one === toNames);
  return `${otherwise}${toNames}${isSame ? '' : '; addresses as before'}`;
}

/** The title of a table, such as `Windows, macOS, TCP`. */
export function matrixTitle({ platforms, transport }: Pick<Matrix, 'platforms' | 'transport'>): string {
  const titles = platforms.map(platformTitle);
  return [...titles, ...(transport === undefined ? [] : [transport.toUpperCase()])].join(', ');
}

export function columnTitle(port: string): string {
  if (port === 'any') return 'any port';
  if (port.startsWith('all but ')) return `any port but ${port.slice('all but '.length)}`;
  return `${/[,-]/.test(port) ? 'ports' : 'port'} ${port}`;
}

export function describeRow({ process, kind, alike }: MatrixRow): Span[] {
  const first = kind === 'others' ? prose(process) : name(process);
  const shown = alike.slice(0, MOST_VALUES - 1).map(name);
  const more = alike.length - shown.length;
  return [...joined([first, ...shown], ', '), ...(more > 0 ? [prose(` and ${more} more`)] : [])];
}
