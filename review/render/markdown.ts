/**
 * How does a review look in Markdown, as one comment on GitHub or GitLab? Names that others wrote stand in code spans,
 * where markup, links and mentions do not work. In prose, a word with anything except letters and plain punctuation
 * stands in a code span, too.
 */
import { codeSpan, markdownProse, markdownTable } from '../../steering';
import {
  type ShownRow,
  type ShownTable,
  UNCHANGED,
  columnTitle,
  describeCell,
  describeRow,
  platformTitles,
  shownTables,
} from '../document/cells';
import {
  type DocumentPart,
  type FirstScreen,
  type Item,
  type Section,
  type Span,
  type Tone,
  fitted,
  name as nameSpan,
  prose,
  shorten,
  strong,
} from '../document/document';
import { partOf } from '../document/document-of';
import type { Cell, Report } from '../report';

/** The most bytes of a comment: GitHub takes 65,536 characters, and no text has more characters than bytes. */
const MOST_BYTES = 59_999;
/** The bytes that an item takes at least: a number of items that cannot fit need not be tried. */
const LEAST_BYTES = 40;
/**
 * The numbers of items that each section may keep. They are tried one after the other, until the comment is short
 * enough.
 */
const STEPS = [Infinity, 500, 200, 100, 50, 25, 12, 6, 3, 1, 0];
const MARKS: Readonly<Record<Tone, string>> = { danger: '🔴', warning: '🟠', good: '🟢', quiet: '⚪' };
const MOST_ROWS = 15;

export function renderMarkdown({ plans }: Report): string {
  const parts = plans.map((one) => partOf(one));
  const items = parts.flatMap(({ sections }) => sections.map((one) => one.items.length));
  const mayFit = (most: number) =>
    most === 0 || items.reduce((sum, one) => sum + Math.min(one, most), 0) * LEAST_BYTES <= MOST_BYTES;
  for (const most of STEPS.filter(mayFit)) {
    const text = `${parts.map((one) => part(shorten(one, most), most > 0)).join('\n\n')}\n`;
    if (bytesOf(text) <= MOST_BYTES) return text;
  }
  return verdictsAlone(parts);
}

function part({ screen, sections, matrices }: DocumentPart, withTables: boolean): string {
  return [
    ...screenOf(screen),
    ...(withTables ? shownTables(matrices).map((one) => folded(`Processes by ports: ${one.title}`, table(one))) : []),
    ...sections.map(section),
  ].join('\n\n');
}

/** The most characters of a line of the first screen, and of a cell of its table. */
const MOST_OF_LINE = 200;
const MOST_OF_CELL = { who: 80, outcome: 48 } as const;
/** The characters that the last cell of a row gets, where it has as many and the others leave them. */
const LEAST_OF_WHERE = 60;
/** The characters of a row beside its texts: bars, spaces and the mark. */
const AROUND_CELLS = 20;

function screenOf({ name, tenant, tone, verdict, says, rows, notes }: FirstScreen): string[] {
  const line = (all: readonly Span[], before = '') => `${before}${fitted(all, MOST_OF_LINE - before.length, spans)}`;
  const cell = (all: readonly Span[], most: number) => fitted(all, most, inTable);
  const body = rows.map(({ tone: mark, who, before, after, where }) => {
    const outcomes = [
      cell([prose(before)], MOST_OF_CELL.outcome),
      cell(after === '' ? [] : [strong(after)], MOST_OF_CELL.outcome),
    ];
    const room = MOST_OF_LINE - AROUND_CELLS - outcomes.join('').length;
    const least = Math.min(inTable(where).length, LEAST_OF_WHERE);
    const told = cell(who, Math.max(MOST_OF_CELL.who - LEAST_OF_WHERE / 2, Math.min(MOST_OF_CELL.who, room - least)));
    return [MARKS[mark], told, ...outcomes, cell(where, room - told.length)];
  });
  const [first = [], ...more] = says;
  const title = [nameSpan(name), ...(tenant === undefined ? [] : [prose(' on '), nameSpan(tenant)])];
  return [
    `### ${line(title, '    ').trimStart()}`,
    line([strong(verdict), prose(first.length === 0 ? '' : ' '), ...first], `${MARKS[tone]} `),
    ...more.map((one) => line(one)),
    ...(body.length === 0 ? [] : [markdownTable([' ', 'who', 'before', 'after', 'where'], body)]),
    notes.map(({ tone: mark, text }) => line(text, `- ${MARKS[mark]} `)).join('\n'),
  ];
}

function folded(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

function section({ title, items, leftOut }: Section): string {
  const more = leftOut === 0 ? [] : [`- … and ${leftOut} more, left out here`];
  return folded(`${title} (${items.length + leftOut})`, [...items.map(item), ...more].join('\n'));
}

/** Writes what is worth a look with a line for each detail, and everything else in one line. */
function item({ tone, badge, head, details }: Item): string {
  if (tone === 'quiet') return `- ${MARKS[tone]} **${badge}** ${[head, ...details].map(spans).join(' · ')}`;
  return [`- ${MARKS[tone]} **${badge}** ${spans(head)}`, ...details.map((detail) => `  - ${spans(detail)}`)].join(
    '\n',
  );
}

function table({ title, ports, rows, more }: ShownTable): string {
  const header = [title, ...ports.map(columnTitle)];
  const shown = rows.slice(0, MOST_ROWS).map((row) => [labelText(row), ...row.cells.map(cellText)]);
  const hidden = more.processes + rows.length - shown.length;
  const left =
    hidden + more.ports === 0 ? [] : ['', `… and ${hidden} more processes, ${more.ports} more ports, left out here`];
  return [markdownTable(header, shown), ...left].join('\n');
}

function labelText({ labels }: ShownRow): string {
  const texts = labels.map(({ processes, platforms }) =>
    inTable([...(platforms === undefined ? [] : [prose(`${platformTitles(platforms)}: `)]), ...describeRow(processes)]),
  );
  return texts.join('<br>');
}

function cellText(cell: Cell | undefined): string {
  const lines = cell === undefined ? [[prose(UNCHANGED)]] : describeCell(cell);
  return `${cell?.isCollateral === true ? '⚠ ' : ''}${lines.map(inTable).join('<br>')}`;
}

/** Escapes bars, which would end the cell, also within a code span. */
function inTable(all: readonly Span[]): string {
  return spans(all).replaceAll('|', '\\|');
}

function verdictsAlone(parts: readonly DocumentPart[]): string {
  const lines = parts.map(
    ({ name, screen: { tone, verdict } }) => `- ${MARKS[tone]} ${codeSpan(name)}: **${verdict}**`,
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
  if (kind === 'name') return codeSpan(text);
  return kind === 'strong' ? `**${markdownProse(text.trim())}**${text.endsWith(' ') ? ' ' : ''}` : markdownProse(text);
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
