/**
 * How does the table of processes by ports look on a terminal? It is never wider than the terminal: its texts wrap
 * between words, and where its columns would be too narrow to be read, each process has a block of its own, with a line
 * for each column of ports.
 */
import { inert, layOutColumns, widthOf, wrapWords, groupBy } from '../../steering';
import {
  type CellLine,
  type ShownRow,
  type ShownTable,
  columnTitle,
  describeLeftOut,
  describeRow,
  linesOf,
  platformTitles,
  shownTables,
} from '../document/cells';
import type { Span } from '../document/document';
import { SIGNS, legendOf } from '../document/words';
import type { Cell, Effect, Matrix } from '../report';

/** Puts the colours of a style around a text, where the terminal has colours. */
export type Paint = (style: string, text: string) => string;

const BOLD = '1';
const QUIET = '2';
/** The SGR parameters of effects. */
const EFFECTS: Readonly<Record<Effect | 'collateral', string>> = {
  broadening: '33',
  narrowing: '32',
  sideways: '36',
  collateral: '31',
};

const INDENT = '  ';
const GAP = '   ';
/** The width at which a column can be read: a column is narrower only if all of its texts are. */
const READABLE = 24;
/** The width at which the names of processes can be read. */
const READABLE_NAMES = 20;
/** The widest title that stands beside the lines of a block, and not above them. */
const WIDEST_TITLE = 30;

/** A text with its style, not yet in lines. */
interface Styled {
  readonly text: string;
  readonly style: string;
  /** The number of spaces before all lines of the text but the first. */
  readonly hang: number;
}

/**
 * Writes the tables of a review, each as a text of lines, and below them what their signs and words mean.
 * @param columns the width of the terminal
 */
export function tablesForTerminal(matrices: readonly Matrix[], columns: number, paint: Paint): string[] {
  const tables = shownTables(matrices);
  const room = Math.max(1, columns - INDENT.length);
  const texts = tables.map((table) => {
    const left = describeLeftOut(table);
    return [
      ...(asColumns(table, room, paint) ?? asBlocks(table, room, paint)),
      ...(left === undefined ? [] : inLines({ text: `… ${left}`, style: QUIET, hang: 0 }, room, paint)),
    ];
  });
  return [...texts, ...(tables.length === 0 ? [] : [legend(tables, room, paint)])].map((lines) =>
    lines.map((line) => (line === '' ? '' : INDENT + line)).join('\n'),
  );
}

/** Writes a table with a column for each column of ports; undefined where it cannot be read at this width. */
function asColumns(table: ShownTable, room: number, paint: Paint): string[] | undefined {
  const header = [table.title, ...table.ports.map(columnTitle)].map((text) => [{ text, style: BOLD, hang: 0 }]);
  const body = table.rows.map((row) => [labelsOf(row), ...row.cells.map(textsOf)]);
  const rows = [header, ...body];
  const columns = header.map((_, column) => rows.flatMap((row) => row[column] ?? []));
  const widths = fit(columns, room - GAP.length * (columns.length - 1));
  if (widths === undefined) return undefined;
  const laid = rows.map((row) => {
    const cells = row.map((texts, column) => texts.flatMap((one) => inLines(one, widths[column] ?? 1, paint)));
    return layOutColumnsAt(cells, widths);
  });
  // An empty line keeps rows of several lines apart.
  const isTall = laid.slice(1).some(({ length }) => length > 1);
  return laid.flatMap((lines, index) => (isTall && index > 1 ? ['', ...lines] : lines));
}

/** Lays out one row in columns of given widths. */
function layOutColumnsAt(cells: readonly (readonly string[])[], widths: readonly number[]): string[] {
  const sizes = widths.map((width) => ({ lines: [' '.repeat(width)] }));
  return layOutColumns([sizes, cells.map((lines) => ({ lines }))], GAP).slice(1);
}

/** Divides the room among columns; undefined where some column would be too narrow to be read. */
function fit(columns: readonly (readonly Styled[])[], room: number): number[] | undefined {
  const widest = columns.map((texts) => Math.max(0, ...texts.map(({ text }) => widthOf(text))));
  const least = columns.map((texts, column) => {
    const words = texts.flatMap(({ text, hang }) => text.split(' ').map((word) => widthOf(word) + hang));
    return Math.min(widest[column] ?? 0, Math.max(column === 0 ? READABLE_NAMES : READABLE, ...words));
  });
  const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
  if (sum(widest) <= room) return widest;
  const spare = room - sum(least);
  if (spare < 0) return undefined;
  const wanted = sum(widest) - sum(least);
  return least.map((width, column) => width + Math.floor((spare * ((widest[column] ?? 0) - width)) / wanted));
}

/** Writes a table as a block for each process. Columns of ports of which the block says the same share their lines. */
function asBlocks({ title, ports, rows }: ShownTable, room: number, paint: Paint): string[] {
  const blocks = rows.map((row) => {
    const cells = row.cells.map((cell, column) => ({ title: columnTitle(ports[column] ?? ''), texts: textsOf(cell) }));
    const alike = [...groupBy(cells, ({ texts }) => JSON.stringify(texts)).values()].map((group) => ({
      title: group.map((one) => one.title).join('; '),
      texts: group[0]?.texts ?? [],
    }));
    const beside = Math.max(...alike.map((one) => widthOf(one.title)));
    return [
      '',
      ...labelsOf(row).flatMap((label) => inLines({ ...label, style: BOLD }, room, paint)),
      ...alike.flatMap((one) => {
        const isBeside = beside <= WIDEST_TITLE && beside + GAP.length + READABLE + 2 <= room;
        const depth = isBeside ? 2 + beside + GAP.length : 4;
        const lines = one.texts.flatMap((styled) => inLines(styled, room - depth, paint));
        const indented = lines.map((line) => ' '.repeat(depth) + line);
        const above = inLines({ text: one.title, style: BOLD, hang: 2 }, room - 2, paint).map((line) => `  ${line}`);
        if (!isBeside) return [...above, ...indented];
        const first = `  ${paint(BOLD, one.title)}${' '.repeat(beside - widthOf(one.title))}${GAP}${lines[0] ?? ''}`;
        return [first, ...indented.slice(1)];
      }),
    ];
  });
  return [...inLines({ text: title, style: BOLD, hang: 0 }, room, paint), ...blocks.flat()];
}

function labelsOf({ labels }: ShownRow): Styled[] {
  return labels.map(({ processes, platforms }) => {
    const text = textOf(describeRow(processes));
    return { text: platforms === undefined ? text : `${platformTitles(platforms)}: ${text}`, style: '', hang: 2 };
  });
}

/** The texts of a cell. What changes has a sign in front and a colour; what does not is quiet. */
function textsOf(cell: Cell | undefined): Styled[] {
  return linesOf(cell).map(({ effect, spans }: CellLine): Styled => {
    const text = textOf(spans);
    if (effect === undefined) return { text, style: QUIET, hang: 2 };
    return { text: `${SIGNS[effect]} ${text}`, style: EFFECTS[effect], hang: 2 };
  });
}

function inLines({ text, style, hang }: Styled, width: number, paint: Paint): string[] {
  const lines = wrapWords(text, width, width > READABLE / 2 ? hang : 0);
  return lines.map((broken) => {
    const line = broken.replaceAll(NO_BREAK, ' ');
    const [, indent = '', rest = ''] = /^( *)(.*)$/s.exec(line) ?? [];
    return style === '' ? line : indent + paint(style, rest);
  });
}

function legend(tables: readonly ShownTable[], room: number, paint: Paint): string[] {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells.flatMap((cell) => cell ?? [])));
  const all = legendOf(cells);
  const widest = Math.max(...all.map(([sign]) => widthOf(sign)));
  return all.flatMap(([sign, means]) => {
    const [first = '', ...others] = inLines(
      { text: means, style: QUIET, hang: 0 },
      room - widest - INDENT.length,
      paint,
    );
    const after = ' '.repeat(widest - widthOf(sign) + INDENT.length);
    return [sign + after + first, ...others.map((line) => ' '.repeat(widest + INDENT.length) + line)];
  });
}

/** Keeps together what becomes of what, where that is short. No other text has this space, because it is not inert. */
const NO_BREAK = '\u00a0';
const LONGEST_UNBROKEN = READABLE;

function textOf(spans: readonly Span[]): string {
  return spans
    .map(({ kind, text }) => {
      const shown = inert(text);
      return kind === 'strong' && widthOf(shown) <= LONGEST_UNBROKEN ? shown.replaceAll(' ', NO_BREAK) : shown;
    })
    .join('');
}
