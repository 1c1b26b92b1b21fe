/**
 * How does a review look on a terminal? Nothing that others wrote moves the cursor or colours, hides or reorders text,
 * because each span goes through `inert`.
 */
import { inert, layOutColumns, widthOf, wrapWords } from '../../steering';
import {
  type Item,
  type DocumentPart,
  type FirstScreen,
  type Section,
  type Span,
  type Tone,
  fitted,
  prose,
} from '../document/document';
import { partOf } from '../document/document-of';
import type { Report } from '../report';
import { type Paint, tablesForTerminal } from './terminal-table';

export interface TerminalOptions {
  readonly color: boolean;
  /** The width of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
}

/** The width of tables in a pipe, a file or the log of a CI system: most of them show it without a break. */
const USUAL_COLUMNS = 100;

/** The SGR parameters of tones. */
const TONES: Readonly<Record<Tone, string>> = { danger: '31', warning: '33', good: '32', quiet: '2' };
const BOLD = '1';
const NAME = '36';
/** The signs that stand beside colours, because not everybody sees these. */
const SIGNS: Readonly<Record<Tone, string>> = { danger: '!', warning: '▲', good: '▼', quiet: '·' };

export function renderTerminal({ plans }: Report, { color, columns }: TerminalOptions): string {
  const paint: Paint = (style, text) =>
    color && text !== '' && style !== '' ? `\u001b[${style}m${text}\u001b[0m` : text;
  return `${plans.map((review) => part(partOf(review), columns, paint)).join('\n\n')}\n`;
}

function part({ screen, sections, matrices }: DocumentPart, columns: number | undefined, paint: Paint): string {
  return [
    ...screenOf(screen, columns ?? MOST_OF_LINE, paint),
    paint(TONES.quiet, 'Details'),
    ...tablesForTerminal(matrices, columns ?? USUAL_COLUMNS, paint),
    ...sections.map((one) => section(one, paint)),
  ].join('\n\n');
}

/** The most characters of a line of the first screen, and of a cell of its table. */
const MOST_OF_LINE = 200;
const MOST_OF_CELL = { who: 80, outcome: 44 } as const;
/** The least room for the last column of a table that stands in columns. */
const LEAST_OF_WHERE = 48;
/** The least room for names, which is enough for most. */
const LEAST_OF_WHO = 24;
const INDENT = 2;

/** The size of a text: some characters take two cells of a terminal, and others none. */
const sizeOf = (text: string) => Math.max(text.length, widthOf(text));

/**
 * Writes the first screen. Where its table is wider than the terminal, each row takes a line for who, and one for what
 * becomes of the traffic.
 */
function screenOf(
  { name, tenant, tone, verdict, says, rows, notes }: FirstScreen,
  width: number,
  paint: Paint,
): string[] {
  const text = (all: readonly Span[]) => spans(all, plainly);
  const wrapped = (one: string, style = '', sign = '') =>
    wrapWords(fitted([prose(sign + one)], MOST_OF_LINE, text, sizeOf), width, INDENT).map((line) => paint(style, line));
  const [first = [], ...more] = says;
  const [lead = '', ...rest] = wrapped(`${verdict} ${text(first)}`.trim());
  const bold = verdict.startsWith(lead) ? lead.length : verdict.length;
  const title = `${inert(name)}${tenant === undefined ? '' : ` on ${inert(tenant)}`}`;
  return [
    [
      ...wrapped(title, BOLD),
      `${paint(`${BOLD};${TONES[tone]}`, lead.slice(0, bold))}${lead.slice(bold)}`,
      ...rest,
      ...more.flatMap((one) => wrapped(text(one))),
    ].join('\n'),
    ...(rows.length === 0 ? [] : [rowsOf(rows, width, paint).join('\n')]),
    notes.flatMap(({ tone: mark, text: note }) => wrapped(text(note), TONES[mark], `${SIGNS[mark]} `)).join('\n'),
  ];
}

function rowsOf(rows: FirstScreen['rows'], width: number, paint: Paint): string[] {
  const text = (all: readonly Span[]) => spans(all, plainly);
  const cut = (one: string, most: number) => fitted([prose(one)], most, text, sizeOf);
  const cells = rows.map(({ tone, who, before, after, where }) => ({
    // What only inspects more is news all the same, and not quiet.
    style: tone === 'quiet' ? '' : TONES[tone],
    who: `${SIGNS[tone]} ${cut(text(who), MOST_OF_CELL.who)}`,
    before: cut(before, MOST_OF_CELL.outcome),
    after: cut(after, MOST_OF_CELL.outcome),
    where: text(where),
  }));
  const tableOf = (mostOfWho: number, whereOf: (where: string) => string) =>
    layOutColumns([
      ['  who', 'before', 'after', whereOf('where')],
      ...cells.map(({ who, before, after, where }) => [cut(who, mostOfWho), before, after, whereOf(where)]),
    ]);
  // The last column has the room that the others leave. Where nothing else limits the width, names give way to it.
  for (const mostOfWho of width < MOST_OF_LINE ? [Infinity] : [Infinity, LEAST_OF_WHERE, LEAST_OF_WHO]) {
    const others = Math.max(...tableOf(mostOfWho, () => '.').map((line) => sizeOf(line) - 1));
    const room = Math.min(width, MOST_OF_LINE) - others;
    if (room < LEAST_OF_WHERE) continue;
    const [header = '', ...lines] = tableOf(mostOfWho, (where) => cut(where, room));
    return [paint(TONES.quiet, header), ...lines.map((line, index) => paint(cells[index]?.style ?? '', line))];
  }
  const indent = ' '.repeat(2 * INDENT);
  return cells.flatMap(({ style, who, before, after, where }) => {
    const turns = before === '' ? '' : `${before} → ${after}: `;
    const lines = wrapWords(cut(`${turns}${where}`, MOST_OF_LINE - indent.length), width - indent.length, INDENT);
    return [...wrapWords(who, width, INDENT), ...lines.map((line) => indent + line)].map((line) => paint(style, line));
  });
}

function section({ title, items, leftOut }: Section, paint: Paint): string {
  const more = leftOut > 0 ? [paint(TONES.quiet, `  … and ${leftOut} more`)] : [];
  return [paint(BOLD, title), ...items.map((one) => item(one, paint)), ...more].join('\n');
}

function item({ tone, badge, head, details }: Item, paint: Paint): string {
  return [
    `  ${paint(TONES[tone], badge)}  ${spans(head, paint)}`,
    ...details.map((detail) => `      ${spans(detail, paint)}`),
  ].join('\n');
}

function spans(all: readonly Span[], paint: Paint): string {
  const styles = { strong: BOLD, name: NAME } as const;
  return all.map(({ kind, text }) => (kind === 'prose' ? inert(text) : paint(styles[kind], inert(text)))).join('');
}

const plainly: Paint = (_style, text) => text;
