/**
 * A page that stands alone: no script, no request, and a policy that allows neither. What others wrote is made inert and escaped in
 * `text`, through which every text goes.
 */
import { createHash } from 'node:crypto';
import { inert } from '../../steering';
import { capitalized } from '../document/capitalized';
import { columnTitle, describeCase, describeRow, describeUnchanged, matrixTitle } from '../document/cells';
import { describeJudgement, describeTurns, isOpenAgain } from '../document/describe';
import { shorten, type Item, type Part, type Section, type Span } from '../document/document';
import { partOf } from '../document/document-of';
import { verdictWords } from '../document/sections';
import type { Case, Cell, Matrix, Report } from '../review';
import { STYLE } from './html-style';

/** Items of one section; more would make a page that no browser likes. */
const MOST_ITEMS = 2_000;
/** What people look up, rather than read, is folded. */
const FOLDED = new Set(['Attributes', 'Imports', 'Moves', 'Approvals']);
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** What a change of a cell looks like beside its colour. */
const SIGNS: Readonly<Record<NonNullable<Cell['effect']>, string>> = { broadening: '▲', narrowing: '▼', sideways: '◆' };

export function renderHtml(report: Report): string {
  const { plans } = report;
  const title = `Review of ${plans.map(({ name }) => name).join(', ')}`;
  const body = plans.map((review, index) => part(shorten(partOf(review), MOST_ITEMS), `p${index}-`)).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${text(`${verdictWords(report)}: ${title}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the review</a>
<header><h1>Netskope steering: what this change does to traffic</h1></header>
<main id="content">
${body}
</main>
<footer>${FOOTER}</footer>
</body>
</html>
`;
}

const FOOTER =
  'Decided by a model of what a tenant does, made from public documents; what nobody published or nobody knows yet is shown as unknown.';

function part(
  { name, verdict, isComplete, tone, summary, reservations, sections, matrices }: Part,
  prefix: string,
): string {
  const notes = reservations.map((one) => `<li>${spans(one)}</li>`).join('');
  return `<section aria-labelledby="${prefix}name">
<h2 id="${prefix}name">${text(name)}</h2>
<div class="verdict ${tone}"><span class="word">${text(verdictWords({ verdict, isComplete }))}</span><p>${spans(summary)}</p>${
    notes === '' ? '' : `<ul class="notes">${notes}</ul>`
  }</div>
${matrices.map((one) => matrix(one, prefix)).join('\n')}
${matrices.length === 0 ? '' : LEGEND}
${sections.map((one) => section(one, prefix)).join('\n')}
</section>`;
}

const LEGEND =
  '<p class="legend">⚠ is not named by the change · ▲ goes more freely · ▼ goes less freely or is inspected · ◆ goes another way · a cell without a sign does not change; each sign leads to what changes there</p>';

function matrix(shown: Matrix, prefix: string): string {
  const { ports, rows, more } = shown;
  const title = matrixTitle(shown);
  const left =
    more.processes + more.ports === 0
      ? ''
      : `; ${more.processes} more processes and ${more.ports} more ports are not shown`;
  const head = ports.map((port) => `<th scope="col">${text(capitalized(columnTitle(port)))}</th>`).join('');
  const body = rows
    .map(
      (row) =>
        `<tr><th scope="row">${spans(describeRow(row))}</th>${row.cells.map((one) => cell(one, prefix)).join('')}</tr>`,
    )
    .join('\n');
  return `<div class="scroll" role="region" aria-label="${text(`Processes by ports on ${title}`)}" tabindex="0">
<table><caption>${text(title)} <span>before → after, by process and destination port${text(left)}</span></caption>
<thead><tr><th scope="col">Process</th>${head}</tr></thead>
<tbody>
${body}
</tbody></table></div>`;
}

function cell(shown: Cell, prefix: string): string {
  const { effect, isCollateral, cases, moreCases, lines } = shown;
  const stays = describeUnchanged(shown);
  if (effect === undefined) return `<td class="same">${text(stays ?? '')}</td>`;
  const sign = `<span aria-hidden="true">${isCollateral ? '⚠' : SIGNS[effect]} </span><span class="unseen">${isCollateral ? `collateral, ${effect}` : effect}: </span>`;
  const told = [
    ...cases.map(caseText),
    ...(moreCases === 0 ? [] : [`and ${moreCases} more`]),
    ...(stays === undefined ? [] : [`<span class="from">${text(stays)}</span>`]),
  ].map((one, index) => `<span class="case">${index === 0 ? sign : ''}${one}</span>`);
  const [line] = lines;
  const content = line === undefined ? told.join('') : `<a href="#${prefix}${text(line)}">${told.join('')}</a>`;
  return `<td class="${isCollateral ? 'collateral' : effect}">${content}</td>`;
}

function caseText(one: Case): string {
  const flows = describeCase(one);
  const where = flows.length === 0 ? '' : `${spans(flows)}: `;
  if (isOpenAgain(one)) return `${where}<span class="to">${text(describeTurns(one))}</span>`;
  const [was, is] = [one.before, one.after].map((judged) => text(describeJudgement(judged)));
  return `${where}<span class="from">${was}</span> <span aria-hidden="true">→</span><span class="unseen">becomes</span> <span class="to">${is}</span>`;
}

function section({ title, items, leftOut }: Section, prefix: string): string {
  const count = `<span class="count">${items.length + leftOut}</span>`;
  const more = leftOut === 0 ? '' : `<p class="legend">… and ${leftOut} more, left out here</p>`;
  const list = `<ul class="items">${items.map((one) => item(one, prefix)).join('\n')}</ul>${more}`;
  return FOLDED.has(title)
    ? `<details><summary>${text(title)} ${count}</summary>${list}</details>`
    : `<h3>${text(title)} ${count}</h3>${list}`;
}

function item({ id, tone, badge, head, details }: Item, prefix: string): string {
  const list = details.map((detail) => `<li>${spans(detail)}</li>`).join('');
  const anchor = id === undefined ? '' : ` id="${prefix}${text(id)}"`;
  return `<li${anchor}><span class="badge ${tone}">${text(badge)}</span>${spans(head)}${
    list === '' ? '' : `<ul class="details">${list}</ul>`
  }</li>`;
}

const TAGS: Readonly<Record<Span['kind'], readonly [open: string, close: string]>> = {
  prose: ['', ''],
  name: ['<code>', '</code>'],
  strong: ['<strong>', '</strong>'],
};

function spans(all: readonly Span[]): string {
  return all.map(({ kind, text: content }) => `${TAGS[kind][0]}${text(content)}${TAGS[kind][1]}`).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function text(content: string): string {
  return inert(content).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
