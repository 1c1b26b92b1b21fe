/**
 * How does the table of processes by ports look on a web page? It never scrolls sideways: where a screen or a sheet of
 * paper is too narrow for its columns, each process becomes a block, in which the ports stand before what is said of
 * them. That is done by the style alone, so that a screen reader finds one and the same table at every width.
 */
import { capitalized } from '../../steering';
import {
  type RowLabel,
  type ShownRow,
  type ShownTable,
  columnTitle,
  describeCase,
  describeLeftOut,
  describeMore,
  describeUnchanged,
  platformTitles,
  processesOf,
  shownTables,
  BEYOND,
  UNCHANGED,
} from '../document/cells';
import { type Span, describeJudgement, describeTurns, isOpenAgain } from '../document/document';
import { SIGNS, legendOf } from '../document/words';
import type { Case, Cell, Matrix } from '../report';

/** The least width of the page, in pixels, at which a table with so many columns of ports is shown as a table. */
const WIDE_ENOUGH: Readonly<Record<string, number>> = { one: 560, two: 720, three: 900, four: 1_080 };
const COLUMNS = ['one', 'one', 'two', 'three', 'four'];

/** The rules that make blocks of the rows of a table of some class. */
const blocks = (table: string) => `
${table}, ${table} caption, ${table} tbody, ${table} tr, ${table} tbody th, ${table} td { display: block; }
${table} thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
${table} tbody th { border-right: 0; }
${table} tbody tr + tr th { border-top: 3px double var(--line); }
${table} td::before { content: attr(data-ports); content: attr(data-ports) / ""; display: block; font-weight: 600; color: var(--quiet); }
${table} td.same::before { content: attr(data-ports) ": "; content: attr(data-ports) ": " / ""; display: inline; }
${table} td.same .case { display: inline; }`;

export const TABLE_STYLE = `
.matrix { margin: 1rem 0 0; border: 1px solid var(--line); border-radius: 10px; background: var(--card); overflow: hidden; }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .92rem; }
caption { text-align: left; padding: .6rem .75rem; font-weight: 600; }
caption span { font-weight: 400; color: var(--quiet); }
th, td { padding: .5rem .75rem; border-top: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { font-weight: 600; color: var(--quiet); }
thead th:first-child { width: 28%; }
tbody th { font-weight: 500; }
tbody th .where { display: block; color: var(--quiet); font-size: .92em; }
tbody th .label + .label { margin-top: .5rem; }
tbody th details > summary { margin: .25rem 0 0; font-weight: 400; }
td { border-left: 3px solid transparent; }
td .case { display: block; padding-left: 1.35em; }
td .case + .case { margin-top: .3rem; }
td .sign { display: inline-block; width: 1.35em; margin-left: -1.35em; white-space: nowrap; }
td .from { white-space: nowrap; }
td a, td .to { color: inherit; font-weight: 600; }
td a { text-underline-offset: .2em; }
td .rest, td.same { color: var(--quiet); }
td.same .case { padding-left: 0; }
td.broadening { background: var(--warning-back); border-left-color: currentColor; }
td.narrowing { background: var(--good-back); border-left-color: currentColor; }
td.sideways { background: var(--quiet-back); border-left-color: currentColor; }
td.collateral { background: var(--danger-back); border-left-color: currentColor; }
td.broadening, td .broadening { color: var(--warning); }
td.narrowing, td .narrowing { color: var(--good); }
td.sideways, td .sideways { color: var(--text); }
td.collateral, td .collateral { color: var(--danger); }
td .flows { color: var(--text); }
td.narrowing .rest, td.broadening .rest, td.sideways .rest, td.collateral .rest { color: var(--text); }
.udp > summary { margin: 1rem 0 0; }
dl.legend { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .9rem; margin: .9rem 0 0; color: var(--quiet); font-size: .88rem; }
dl.legend dt { font-weight: 600; }
dl.legend dd { margin: 0; }
${blocks('table.many')}
@media (min-width: 640px) {
  table.many tr { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); }
  table.many tbody th { grid-column: 1 / -1; }
}
${Object.entries(WIDE_ENOUGH)
  .map(([columns, width]) => `@media (max-width: ${width - 1}px) {${blocks(`table.${columns}`)}\n}`)
  .join('\n')}
@media print {
  .matrix { overflow: visible; break-inside: auto; }
  tr, dl.legend { break-inside: avoid; }
  caption, thead { break-after: avoid; }
}
`;

/** What the tables need of the page around them. */
export interface TablePage {
  /** Makes a text inert and escapes it. */
  readonly text: (content: string) => string;
  readonly spans: (all: readonly Span[]) => string;
  /** Finds the anchor that tells more about a change; undefined where the page has none. */
  readonly anchorOf: (id: string) => string | undefined;
}

/** Writes the tables of a review, those of UDP folded, and below them what their signs and words mean. */
export function tablesForPage(matrices: readonly Matrix[], page: TablePage): string {
  const tables = shownTables(matrices);
  if (tables.length === 0) return '';
  const [open, folded] = [false, true].map((isUdp) =>
    tables.filter(({ transport }) => (transport === 'udp') === isUdp).map((one) => tableText(one, page)),
  );
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells.flatMap((one) => one ?? [])));
  const legend = legendOf(cells).map(([sign, means]) => `<dt>${page.text(sign)}</dt><dd>${page.text(means)}</dd>`);
  return [
    ...(open ?? []),
    ...(folded === undefined || folded.length === 0
      ? []
      : [`<details class="udp"><summary>What changes by UDP</summary>${folded.join('\n')}</details>`]),
    `<dl class="legend">${legend.join('')}</dl>`,
  ].join('\n');
}

function tableText(table: ShownTable, page: TablePage): string {
  const { title, ports, rows } = table;
  const left = describeLeftOut(table);
  const titles = ports.map((port) => capitalized(columnTitle(port)));
  const head = titles.map((one) => `<th role="columnheader" scope="col">${page.text(one)}</th>`).join('');
  // Roles are written out, because some browsers forget them where the style makes blocks of a table.
  return `<div class="matrix"><table role="table" class="${COLUMNS[ports.length] ?? 'many'}"><caption>${page.text(title)} <span>before → after, by process and destination port${
    left === undefined ? '' : page.text(`; ${left}`)
  }</span></caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Process</th>${head}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => rowText(row, titles, page)).join('\n')}
</tbody></table></div>`;
}

function rowText({ labels, cells }: ShownRow, titles: readonly string[], page: TablePage): string {
  const told = cells.map((cell, column) => cellText(cell, titles[column] ?? '', page)).join('');
  const label = labels.map((one) => labelText(one, page)).join('');
  return `<tr role="row"><th role="rowheader" scope="row">${label}</th>${told}</tr>`;
}

function labelText({ processes, platforms }: RowLabel, { text, spans }: TablePage): string {
  const { shown, more } = processesOf(processes);
  const where = platforms === undefined ? '' : `<span class="where">${text(platformTitles(platforms))}: </span>`;
  const rest =
    more.length === 0
      ? ''
      : `<details><summary>and ${more.length} more</summary>${more.map(spans).join(', ')}</details>`;
  return `<div class="label">${where}${shown.map(spans).join(', ')}${rest}</div>`;
}

function cellText(cell: Cell | undefined, ports: string, page: TablePage): string {
  const { text, anchorOf } = page;
  const open = (kind: string) => `<td role="cell" class="${kind}" data-ports="${text(ports)}">`;
  const rest = cell === undefined ? UNCHANGED : describeUnchanged(cell);
  if (cell?.effect === undefined) return `${open('same')}<span class="case">${text(rest ?? '')}</span></td>`;
  const anchor = cell.changes.map(anchorOf).find((one) => one !== undefined);
  const more = describeMore(cell);
  const lines = [
    ...(cell.isCollateral
      ? [
          `<span class="case collateral"><span class="sign" aria-hidden="true">${SIGNS.collateral}</span>${text(BEYOND)}. </span>`,
        ]
      : []),
    ...cell.cases.map((one) => caseText(one, anchor, page)),
    ...(more === undefined ? [] : [`<span class="case rest">${text(more)}</span>`]),
    ...(rest === undefined ? [] : [`<span class="case rest">${text(rest)}</span>`]),
  ];
  return `${open(cell.isCollateral ? 'collateral' : cell.effect)}${lines.join('')}</td>`;
}

function caseText(one: Case, anchor: string | undefined, { text, spans }: TablePage): string {
  const { effect } = one;
  const flows = describeCase(one);
  const sign = `<span class="sign" aria-hidden="true">${SIGNS[effect]}</span><span class="unseen">${effect}: </span>`;
  const where = flows.length === 0 ? '' : `<span class="flows">${spans(flows)}:</span> `;
  const [was, is] = [one.before, one.after].map((judged) => text(describeJudgement(judged)));
  const turns = isOpenAgain(one)
    ? `<span class="to">${text(describeTurns(one))}</span>`
    : `<span class="from">${was}</span> <span aria-hidden="true">→</span><span class="unseen">becomes</span> <span class="to">${is}</span>`;
  const linked = anchor === undefined ? turns : `<a href="#${text(anchor)}">${turns}</a>`;
  return `<span class="case ${effect}">${sign}${where}${linked}</span>`;
}
