/** How the page of a runbook looks: on a screen, on a narrow one, and on paper. */
import { PAGE_STYLE } from '../../steering';

export const RUNBOOK_STYLE = `
${PAGE_STYLE}html { scroll-padding-top: 5.5rem; }
main, footer, .bar > div { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }
h1 { font-size: 1.45rem; line-height: 1.25; margin: 1.5rem 0 .25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 2.25rem 0 .75rem; }
section > h3 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
h2 .count { color: var(--quiet); font-weight: 400; }
p { margin: .4rem 0; overflow-wrap: anywhere; }
.quiet { color: var(--quiet); }
code { font: .9em ui-monospace, "Cascadia Code", Menlo, Consolas, monospace; background: var(--code-back); padding: .1em .35em; border-radius: 4px; overflow-wrap: anywhere; unicode-bidi: isolate; }
pre { margin: 0; max-height: 15rem; overflow: auto; background: var(--code-back); border-radius: 6px; padding: .5rem .7rem; font-size: 1em; }
pre code { background: none; padding: 0; white-space: pre; overflow-wrap: normal; }
pre.list code { white-space: pre-wrap; overflow-wrap: anywhere; }
code .entry { display: inline-block; max-width: 100%; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden], html:not(.live) .scripted { display: none !important; }

button { font: inherit; font-size: .88rem; color: var(--link); background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .2rem .65rem; min-height: 1.9rem; cursor: pointer; white-space: nowrap; }
button:hover { border-color: var(--link); }
input[type=checkbox] { accent-color: var(--link); width: 1.25rem; height: 1.25rem; margin: 0; flex: none; }

.bar { position: sticky; top: 0; z-index: 2; background: var(--card); border-bottom: 1px solid var(--line); }
.bar > div { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem .75rem; padding-top: .6rem; padding-bottom: .6rem; }
.bar strong { white-space: nowrap; }
progress { flex: 1 1 8rem; min-width: 5rem; height: .8rem; appearance: none; border: 0; border-radius: 999px; overflow: hidden; background: var(--quiet-back); }
progress::-webkit-progress-bar { background: var(--quiet-back); }
progress::-webkit-progress-value { background: var(--good); border-radius: 999px; }
progress::-moz-progress-bar { background: var(--good); }
.bar label { display: flex; align-items: center; gap: .4rem; font-size: .88rem; white-space: nowrap; }
.bar label input { width: 1rem; height: 1rem; }

.note { border: 1px solid var(--line); border-left: 8px solid; border-radius: 10px; padding: .75rem 1.1rem; margin: .75rem 0; background: var(--card); }
.note > * { color: var(--text); max-width: 56rem; }
.note p, .note ul { margin: .25rem 0; }
.note ul { padding-left: 1.2rem; overflow-wrap: anywhere; }
.note li + li { margin-top: .35rem; }
.note .head { font-weight: 700; color: inherit; }
.note.quiet .head { color: var(--text); }
.danger { color: var(--danger); } .warning { color: var(--warning); } .good { color: var(--good); }

.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .8rem 1rem; margin: 0 0 .6rem; scroll-margin-top: 5.5rem; }
.card:target { outline: 3px solid var(--link); }
.card > .line { display: flex; align-items: flex-start; gap: .7rem; }
.card > .line > input { margin-top: .1rem; }
.card > .line > .title { flex: 1; min-width: 0; }
.card label { font-weight: 600; overflow-wrap: anywhere; cursor: pointer; }
.card label .number { color: var(--quiet); font-weight: 600; margin-right: .15rem; }
.card h3 { font-size: 1rem; font-weight: 600; margin: 0; }
.card.done { background: none; }
.card.done label { color: var(--quiet); }
.badge { flex: none; font-size: .8rem; font-weight: 600; padding: .05rem .55rem; border-radius: 999px; background: var(--quiet-back); }
.badge.danger { background: var(--danger-back); } .badge.warning { background: var(--warning-back); } .badge.good { background: var(--good-back); }
.when, .waits { font-size: .88rem; color: var(--quiet); margin: .15rem 0 0; }
.when:empty { display: none; }
.when.old, .waiting .open { color: var(--warning); font-weight: 600; }
.step > details, .check .run { margin-left: 1.95rem; }
.step > details > summary { cursor: pointer; margin: .35rem 0 0; color: var(--quiet); font-size: .92rem; overflow-wrap: anywhere; }
summary .at:not(.first)::before { content: "›"; content: "›" / ""; margin: 0 .35em; color: var(--quiet); font-weight: 400; }
summary .at:last-child { color: var(--text); font-weight: 600; }
.alert { background: var(--warning-back); border-radius: 6px; padding: .45rem .75rem; margin: .6rem 0 0; color: var(--warning); font-weight: 600; }
.look { border-left: 3px solid var(--link); padding-left: .75rem; margin: .6rem 0 0; }
.result { margin: .6rem 0 0; }

table { border-collapse: collapse; width: 100%; margin: .6rem 0 0; font-size: .95em; }
th, td { padding: .4rem .75rem .4rem 0; border-top: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { border-top: 0; color: var(--quiet); font-weight: 600; font-size: .88rem; padding-bottom: .2rem; }
tbody th { font-weight: 500; width: 28%; }
td:last-child { width: 1%; white-space: nowrap; text-align: right; padding-right: 0; }
td:nth-child(2) { max-width: 0; }
td .how { margin-right: .3rem; }
.was summary { cursor: pointer; }
.was, .hidden-characters { display: block; color: var(--quiet); font-size: .88rem; margin-top: .2rem; }
.run { display: flex; align-items: flex-start; gap: .6rem; margin-top: .4rem; }
.run > pre, .run > code { min-width: 0; }
.check label { font-weight: 400; }
.open-only .step.done, .open-only .screen.done { display: none; }
footer { margin: 2.5rem auto; color: var(--quiet); font-size: .88rem; }

@media (max-width: 639px) {
  html { scroll-padding-top: 8rem; }
  .card { scroll-margin-top: 8rem; padding: .7rem .8rem; }
  main, footer, .bar > div { padding-left: .9rem; padding-right: .9rem; }
  .step > details, .check .run { margin-left: 0; }
  .fields, .fields tbody, .fields tr, .fields th, .fields td { display: block; width: auto; max-width: none; }
  .fields thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .fields tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: .6rem; align-items: start; border-top: 1px solid var(--line); padding: .45rem 0; }
  .fields th, .fields td { border: 0; padding: .1rem 0; }
  .fields th { grid-column: 1 / -1; color: var(--quiet); }
  .fields td:last-child { display: grid; gap: .3rem; }
  .run { flex-wrap: wrap; }
}
@media print {
  @page { margin: 15mm; }
  :root { color-scheme: light; font-size: 10pt; }
  body { background: none; font-size: 1rem; }
  .bar, .skip, button, .unprinted { display: none !important; }
  .open-only .step.done, .open-only .screen.done { display: revert; }
  .card, tr, .note { break-inside: avoid; }
  .card:has(pre) { break-inside: auto; }
  h2, .card > .line { break-after: avoid; }
  pre { max-height: none; overflow: visible; }
  pre code { white-space: pre-wrap; overflow-wrap: anywhere; }
  tr:has(pre) { break-inside: auto; }
  input[type=checkbox] { appearance: none; width: 12pt; height: 12pt; border: 1.2pt solid #1b1f24; border-radius: 0; background: #ffffff; }
  input[type=checkbox]:checked::before { content: "✓"; display: block; font: 700 11pt/10pt sans-serif; text-align: center; }
  .card.done label { color: var(--text); }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  summary { list-style: none; }
}
@supports not selector(details::details-content) {
  @media print { details:not([open]) > summary::after { content: " (folded: open it before you print)"; font-weight: 400; } }
}
`;
