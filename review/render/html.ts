/**
 * How does a review look as a web page? The page stands alone: it has no script, makes no request, and its policy
 * allows neither. Every text goes through `text`, which makes inert and escapes what others wrote.
 */
import { createHash } from 'node:crypto';
import { htmlText as text, PAGE_STYLE } from '../../steering';
import { shownTables } from '../document/cells';
import {
  type Item,
  type DocumentPart,
  type FirstScreen,
  type Section,
  type Span,
  type Tone,
  shorten,
} from '../document/document';
import { partOf } from '../document/document-of';
import type { Report } from '../report';
import { TABLE_STYLE, tablesForPage } from './html-table';

const STYLE = `
${PAGE_STYLE}main, header { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.5rem; }
h1 { font-size: 1rem; font-weight: 600; color: var(--quiet); margin: 0; }
h2 { font-size: 1.15rem; margin: 2rem 0 .75rem; }
h3 { font-size: 1rem; margin: 1.75rem 0 .6rem; display: flex; gap: .5rem; align-items: baseline; }
h3 .count { color: var(--quiet); font-weight: 400; }
code { font: .9em ui-monospace, "Cascadia Code", Menlo, Consolas, monospace; background: var(--code-back); padding: .1em .35em; border-radius: 4px; overflow-wrap: anywhere; }
.verdict { border: 1px solid var(--line); border-left: 8px solid; border-radius: 10px; padding: 1rem 1.25rem; margin: .75rem 0; background: var(--card); }
.verdict .word { font-size: 1.45rem; font-weight: 700; line-height: 1.25; display: block; margin: 0; }
.verdict p { margin: .5rem 0 0; max-width: 62rem; }
.danger { color: var(--danger); } .warning { color: var(--warning); } .good { color: var(--good); } .quiet { color: var(--quiet); }
.verdict.danger, .verdict.warning, .verdict.good, .verdict.quiet { border-left-color: currentColor; }
.verdict p, .verdict li { color: var(--text); }
.first { border: 1px solid var(--line); border-radius: 10px; background: var(--card); overflow: hidden; margin: .75rem 0; }
.first th, .first td { border-left: 0; }
.first thead th { border-top: 0; font-size: .88rem; }
.first thead th:first-child { width: 34%; }
.first thead th:last-child { width: 30%; }
.first tbody th { border-left: 4px solid; padding-left: calc(.75rem + 1.4em); text-indent: -1.4em; }
.first tbody th > span:last-child, .first td { color: var(--text); }
.first td:nth-child(2), .first td:nth-child(3) { overflow-wrap: normal; }
.sign.of { display: inline-block; width: 1.4em; font-weight: 700; text-indent: 0; }
.notes { list-style: none; margin: .75rem 0 0; padding: 0; }
.notes li { margin: .35rem 0 0; padding-left: 1.6em; text-indent: -1.6em; max-width: 66rem; }
.notes li > .sign.of { width: 1.6em; }
.notes li > span.said { color: var(--text); }
.legend { color: var(--quiet); font-size: .88rem; margin: .5rem 0 0; }
ul.items { list-style: none; margin: 0; padding: 0; }
ul.items > li { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .7rem 1rem; margin: 0 0 .5rem; scroll-margin-top: 1rem; }
ul.items > li:target { outline: 3px solid var(--link); }
.badge { display: inline-block; font-size: .8rem; font-weight: 600; padding: .05rem .55rem; border-radius: 999px; margin-right: .5rem; }
.badge.danger { background: var(--danger-back); } .badge.warning { background: var(--warning-back); }
.badge.good { background: var(--good-back); } .badge.quiet { background: var(--quiet-back); }
ul.details { margin: .4rem 0 0; padding-left: 1.2rem; color: var(--text); font-size: .92rem; }
ul.details li { margin: .1rem 0; }
details > summary { cursor: pointer; font-weight: 600; margin: .5rem 0; }
details > summary h3 { display: inline; margin: 0; font-weight: 600; }
.details { margin-top: 1.75rem; border-top: 1px solid var(--line); padding-top: .75rem; }
@media (max-width: 639px) {
  .first table, .first tbody, .first tr, .first tbody th, .first td { display: block; }
  .first thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .first tr + tr { border-top: 1px solid var(--line); }
  .first tr { border-left: 4px solid; padding: .6rem .75rem; }
  .first tbody th { border: 0; padding: 0 0 0 1.4em; font-weight: 600; }
  .first td { border: 0; padding: .15rem 0 0 1.4em; }
  .first td:nth-child(2), .first td:nth-child(3) { display: inline-block; padding-right: 1.2em; }
  .first td:empty { display: none; }
  .first td::before { content: attr(data-label) ": "; content: attr(data-label) ": " / ""; color: var(--quiet); }
  main, header, footer { padding-left: .9rem; padding-right: .9rem; }
}
footer { max-width: 72rem; margin: 2rem auto; padding: 0 1.25rem; color: var(--quiet); font-size: .88rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print {
  @page { margin: 15mm; }
  :root { color-scheme: light; }
  body { background: none; font-size: 10pt; }
  .skip { display: none; }
  .verdict, ul.items > li { break-inside: avoid; }
  h2, h3, summary { break-after: avoid; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
}
@supports not selector(details::details-content) {
  @media print { details:not([open]) > summary::after { content: " (folded: open it before you print)"; font-weight: 400; } }
}
${TABLE_STYLE}`;

/** The most items of one section. A browser would be slow to show a page with more. */
const MOST_ITEMS = 2_000;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

export function renderHtml(report: Report): string {
  const { plans } = report;
  const parts = plans.map((review) => shorten(partOf(review, { folds: false }), MOST_ITEMS));
  const worst = plans.findIndex(({ verdict }) => verdict === report.verdict);
  const verdict = parts[Math.max(0, worst)]?.screen.verdict ?? '';
  const title = `${verdict.replace(/\.$/, '')}: review of ${plans.map(({ name }) => name).join(', ')}`;
  const body = parts.map((one, index) => part(one, `p${index}-`)).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${text(title)}</title>
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

function part({ screen, sections, matrices }: DocumentPart, prefix: string): string {
  const anchors = new Set(sections.flatMap(({ items }) => items.map(({ id }) => id)));
  const tables = tablesForPage(matrices, {
    text,
    spans,
    anchorOf: (id) => (anchors.has(id) ? prefix + id : undefined),
  });
  return `<section aria-labelledby="${prefix}name">
${screenOf(screen, prefix)}
<div class="details">
${tables === '' ? '' : folded('Processes by ports', shownTables(matrices).length, tables)}
${sections.map((one) => section(one, prefix)).join('\n')}
</div>
</section>`;
}

/** The signs that stand beside colours, and the words that stand in for both where somebody listens. */
const SIGNS: Readonly<Record<Tone, readonly [sign: string, said: string]>> = {
  danger: ['!', 'danger: '],
  warning: ['▲', 'warning: '],
  good: ['▼', ''],
  quiet: ['·', ''],
};

function signOf(tone: Tone): string {
  const [sign, said] = SIGNS[tone];
  return `<span class="sign of" aria-hidden="true">${sign}</span>${said === '' ? '' : `<span class="unseen">${said}</span>`}`;
}

const COLUMNS = ['who', 'before', 'after', 'where'] as const;

function screenOf({ name, tenant, tone, verdict, says, rows, notes }: FirstScreen, prefix: string): string {
  const on = tenant === undefined ? '' : ` <span class="quiet">on ${text(tenant)}</span>`;
  // Roles are written out, because some browsers forget them where the style makes blocks of a table.
  const body = rows.map(({ tone: mark, who, before, after, where }) => {
    const cells = [text(before), after === '' ? '' : `<strong>${text(after)}</strong>`, spans(where)].map(
      (cell, index) => `<td role="cell" data-label="${COLUMNS[index + 1]}">${cell}</td>`,
    );
    return `<tr role="row" class="${mark}"><th role="rowheader" scope="row">${signOf(mark)}<span>${spans(who)}</span></th>${cells.join('')}</tr>`;
  });
  const head = COLUMNS.map((label) => `<th role="columnheader" scope="col">${label}</th>`).join('');
  const table = `<div class="first"><table role="table"><caption class="unseen">What becomes of traffic</caption>
<thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">
${body.join('\n')}
</tbody></table></div>`;
  const told = notes.map(
    ({ tone: mark, text: note }) => `<li class="${mark}">${signOf(mark)}<span class="said">${spans(note)}</span></li>`,
  );
  return `<h2 id="${prefix}name">${text(name)}${on}</h2>
<div class="verdict ${tone}"><h3 class="word">${text(verdict)}</h3>${says.map((one) => `<p>${spans(one)}</p>`).join('')}</div>
${rows.length === 0 ? '' : table}
<ul class="notes">${told.join('\n')}</ul>`;
}

function section({ title, items, leftOut }: Section, prefix: string): string {
  const more = leftOut === 0 ? '' : `<p class="legend">… and ${leftOut} more, left out here</p>`;
  const list = `<ul class="items">${items.map((one) => item(one, prefix)).join('\n')}</ul>${more}`;
  return folded(title, items.length + leftOut, list);
}

function folded(title: string, count: number, content: string): string {
  return `<details><summary><h3>${text(title)} <span class="count">${count}</span></h3></summary>${content}</details>`;
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
