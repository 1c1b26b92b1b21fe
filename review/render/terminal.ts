/**
 * How does a review look on a terminal? Nothing that others wrote moves the cursor or colours, hides or reorders text,
 * because each span goes through `inert`.
 */
import { inert, layOutColumns } from '../../steering';
import { columnTitle, describeCell, describeRow, matrixTitle } from '../document/cells';
import { type Item, type DocumentPart, type Section, type Span, type Tone, fitted, prose } from '../document/document';
import { partOf } from '../document/document-of';
import type { FirstScreen } from '../document/first-screen';
import type { Matrix, Report } from '../report';

export interface TerminalOptions {
  readonly color: boolean;
}

/** The SGR parameters of tones. */
const TONES: Readonly<Record<Tone, string>> = { danger: '31', warning: '33', good: '32', quiet: '2' };
const BOLD = '1';
const NAME = '36';

type Paint = (style: string, text: string) => string;

export function renderTerminal({ plans }: Report, { color }: TerminalOptions): string {
  const paint: Paint = (style, text) => (color && text !== '' ? `\u001b[${style}m${text}\u001b[0m` : text);
  return `${plans.map((review) => part(partOf(review), paint)).join('\n\n')}\n`;
}

function part({ screen, sections, matrices }: DocumentPart, paint: Paint): string {
  return [
    ...screenOf(screen, paint),
    paint(TONES.quiet, 'Details'),
    ...matrices.map((one) => matrix(one, paint)),
    ...sections.map((one) => section(one, paint)),
  ].join('\n\n');
}

/** The most characters of a line of the first screen, and of a cell of its table. */
const MOST_OF_LINE = 200;
const MOST_OF_CELL = { who: 80, outcome: 30, where: 70 } as const;
/** The signs that stand beside colours, because not everybody sees these. */
const SIGNS: Readonly<Record<Tone, string>> = { danger: '!', warning: '▲', good: '▼', quiet: '·' };

function screenOf({ name, tenant, tone, verdict, says, rows, notes }: FirstScreen, paint: Paint): string[] {
  const text = (all: readonly Span[]) => spans(all, plainly);
  const line = (all: readonly Span[]) => fitted(all, MOST_OF_LINE - 2, text);
  const [first = [], ...more] = says;
  const cells = rows.map(({ tone: mark, who, before, after, where }) => [
    `${SIGNS[mark]} ${fitted(who, MOST_OF_CELL.who, text)}`,
    before.slice(0, MOST_OF_CELL.outcome),
    after.slice(0, MOST_OF_CELL.outcome),
    fitted(where, MOST_OF_CELL.where, text),
  ]);
  const [header = '', ...body] = layOutColumns([['  who', 'before', 'after', 'where'], ...cells]);
  const lead = line([prose(`${verdict} `), ...first]);
  const head = [
    paint(BOLD, fitted([prose(inert(name)), prose(tenant === undefined ? '' : ` on ${tenant}`)], MOST_OF_LINE, text)),
    `${paint(`${BOLD};${TONES[tone]}`, lead.slice(0, verdict.length))}${lead.slice(verdict.length)}`,
    ...more.map(line),
  ];
  return [
    head.join('\n'),
    ...(rows.length === 0
      ? []
      : [[paint(TONES.quiet, header), ...body.map((one, index) => paint(TONES[rows[index]?.tone ?? 'quiet'], one))].join('\n')]),
    notes.map(({ tone: mark, text: note }) => paint(TONES[mark], `${SIGNS[mark]} ${line(note)}`)).join('\n'),
  ];
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

function matrix(shown: Matrix, paint: Paint): string {
  const { ports, rows, more } = shown;
  const body = rows.map((row) => [
    spans(describeRow(row), plainly),
    ...row.cells.map((cell) => ({ lines: describeCell(cell).map((line) => spans(line, plainly)) })),
  ]);
  const [header = '', ...lines] = layOutColumns([[matrixTitle(shown), ...ports.map(columnTitle)], ...body]);
  const left =
    more.processes + more.ports > 0
      ? [paint(TONES.quiet, `  … and ${more.processes} more processes, ${more.ports} more ports`)]
      : [];
  return [paint(BOLD, `  ${header}`), ...lines.map((line) => `  ${line}`), ...left].join('\n');
}

function spans(all: readonly Span[], paint: Paint): string {
  const styles = { strong: BOLD, name: NAME } as const;
  return all.map(({ kind, text }) => (kind === 'prose' ? inert(text) : paint(styles[kind], inert(text)))).join('');
}

const plainly: Paint = (_style, text) => text;
