/**
 * How does a review look in Markdown, as one comment on GitHub or GitLab? Names that others wrote stand in code spans,
 * where markup, links and mentions do not work. In prose, a word with anything except letters and plain punctuation
 * stands in a code span, too.
 */
import { inert, markdownTable } from '../../steering';
import { columnTitle, describeCell, describeRow, matrixTitle } from '../document/cells';
import { shorten, type Item, type DocumentPart, type Section, type Span, type Tone } from '../document/document';
import { partOf } from '../document/document-of';
import { verdictWords } from '../document/sections';
import type { Cell, Matrix, Report } from '../report';

/** The most bytes of a comment: GitHub takes 65,536 characters, and no text has more characters than bytes. */
const MOST_BYTES = 59_999;
/**
 * The numbers of items that each section may keep. They are tried one after the other, until the comment is short
 * enough.
 */
const STEPS = [Infinity, 500, 200, 100, 50, 25, 12, 6, 3, 1, 0];
const MARKS: Readonly<Record<Tone, string>> = { danger: '🔴', warning: '🟠', good: '🟢', quiet: '⚪' };
const MOST_ROWS = 15;

export function renderMarkdown({ plans }: Report): string {
  const parts = plans.map(partOf);
  for (const most of STEPS) {
    const text = `${parts.map((one) => part(shorten(one, most), parts.length > 1, most > 0)).join('\n\n')}\n`;
    if (bytesOf(text) <= MOST_BYTES) return text;
  }
  return verdictsAlone(parts);
}

function part(
  { name, verdict, isComplete, tone, summary, reservations, sections, matrices }: DocumentPart,
  several: boolean,
  withTables: boolean,
): string {
  return [
    ...(several ? [`### ${code(name)}`] : []),
    `${MARKS[tone]} **${verdictWords({ verdict, isComplete })}.** ${spans(summary)}`,
    ...(reservations.length === 0 ? [] : [reservations.map((one) => `> ${spans(one)}`).join('\n>\n')]),
    ...(withTables ? matrices.map(tableOrFold) : []),
    ...sections.map(section),
  ].join('\n\n');
}

/** The sections that are folded, because people look things up in them instead of reading them. */
const FOLDED = new Set(['Attributes', 'Imports', 'Moves', 'Approvals']);

function section({ title, items, leftOut }: Section): string {
  const count = items.length + leftOut;
  const more = leftOut === 0 ? [] : [`- … and ${leftOut} more, left out here`];
  const list = [...items.map(item), ...more].join('\n');
  return FOLDED.has(title)
    ? `<details><summary>${title} (${count})</summary>\n\n${list}\n\n</details>`
    : `#### ${title} (${count})\n\n${list}`;
}

function item({ tone, badge, head, details }: Item): string {
  return [`- ${MARKS[tone]} **${badge}** ${spans(head)}`, ...details.map((detail) => `  - ${spans(detail)}`)].join(
    '\n',
  );
}

/** Folds the table of UDP. Little is published about UDP, so people look things up there instead of reading it. */
function tableOrFold(matrix: Matrix): string {
  if (matrix.transport !== 'udp') return table(matrix);
  return `<details><summary>${matrixTitle(matrix)}</summary>\n\n${table(matrix)}\n\n</details>`;
}

function table(shownMatrix: Matrix): string {
  const { ports, rows, more } = shownMatrix;
  const header = [matrixTitle(shownMatrix), ...ports.map(columnTitle)];
  const shown = rows
    .slice(0, MOST_ROWS)
    .map((row) => [inTable(describeRow(row)), ...row.cells.map((cell) => cellText(cell))]);
  const hidden = more.processes + rows.length - shown.length;
  const left =
    hidden + more.ports === 0 ? [] : ['', `… and ${hidden} more processes, ${more.ports} more ports, left out here`];
  return [markdownTable(header, shown), ...left].join('\n');
}

function cellText(cell: Cell): string {
  return `${cell.isCollateral ? '⚠ ' : ''}${describeCell(cell).map(inTable).join('<br>')}`;
}

/** Escapes bars, which would end the cell, also within a code span. */
function inTable(all: readonly Span[]): string {
  return spans(all).replaceAll('|', '\\|');
}

function verdictsAlone(parts: readonly DocumentPart[]): string {
  const lines = parts.map(
    ({ name, verdict, isComplete, tone }) =>
      `- ${MARKS[tone]} ${code(name)}: **${verdictWords({ verdict, isComplete })}**`,
  );
  for (let shown = lines.length; ; shown = Math.floor(shown / 2)) {
    const more = shown === lines.length ? [] : [`- … and ${lines.length - shown} more plans, left out here`];
    const text = `${['Too much for a comment: read the HTML or the JSON.', '', ...lines.slice(0, shown), ...more].join('\n')}\n`;
    if (bytesOf(text) <= MOST_BYTES || shown === 0) return text;
  }
}

function spans(all: readonly Span[]): string {
  return all.map(span).join('');
}

function span({ kind, text }: Span): string {
  if (kind === 'name') return code(text);
  return kind === 'strong' ? `**${proseOf(text.trim())}**${text.endsWith(' ') ? ' ' : ''}` : proseOf(text);
}

/** Makes a code span that nothing in it can end. */
function code(text: string): string {
  const shown = inert(text);
  if (shown === '') return '` `';
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A word of letters, digits and characters that do nothing in Markdown; the arrow and the ellipsis are our own. */
const HARMLESS = /^[\p{L}\p{N}.,;'"()→…[\]-]*$/u;

/** A plain word that GitHub or GitLab turns into a link: `GH-1`, keys of other trackers, and what may be a commit. */
const REFERENCE = /[\p{L}_]\w*-\d|^[\da-f]{7,40}$/iu;

function proseOf(text: string): string {
  return inert(text)
    .split(' ')
    .map((word) => {
      // Quotes, brackets and punctuation around a name in a sentence do not belong to the name.
      const [, before = '', core = '', after = ''] = /^(["'(]*)(.*?)([.,;:)"']*)$/su.exec(word) ?? [];
      return isPlain(word, core)
        ? word.replace(/[[\]]/g, '\\$&')
        : `${before}${code(core === '' ? ' ' : core)}${after}`;
    })
    .join(' ');
}

function isPlain(word: string, core: string): boolean {
  if (/^(\d+[.)]|[-+])$/.test(word)) return false;
  return HARMLESS.test(core) && !REFERENCE.test(core) && !/www\.|\]\(|\]\[/i.test(word);
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
