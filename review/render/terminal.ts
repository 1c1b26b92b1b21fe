/**
 * How does a review look on a terminal? Nothing that others wrote moves the cursor or colours, hides or reorders text,
 * because each span goes through `inert`.
 */
import { inert, layOutColumns } from '../../steering';
import { columnTitle, describeCell, describeRow, matrixTitle } from '../document/cells';
import type { Item, DocumentPart, Section, Span, Tone } from '../document/document';
import { partOf } from '../document/document-of';
import { verdictWords } from '../document/sections';
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

function part(
  { name, verdict, isComplete, tone, summary, reservations, sections, matrices }: DocumentPart,
  paint: Paint,
): string {
  const title = `${paint(BOLD, inert(name))}: ${paint(`${BOLD};${TONES[tone]}`, verdictWords({ verdict, isComplete }))}`;
  return [
    [
      title,
      spans(summary, paint),
      ...reservations.map((one) => paint(TONES.quiet, `Note: ${spans(one, plainly)}`)),
    ].join('\n'),
    ...matrices.map((one) => matrix(one, paint)),
    ...sections.map((one) => section(one, paint)),
  ].join('\n\n');
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
