/** How the page of a local tenant looks: on a wide screen, on a narrow one, and on paper. */
import { PAGE_STYLE } from '../../steering';

export const TENANT_STYLE = `
${PAGE_STYLE}html { scroll-padding-top: 4.5rem; }
main, .bar > div { max-width: 100rem; margin: 0 auto; padding: 0 1.25rem; }
main:focus { outline: 0; }
h1 { font-size: 1.15rem; margin: 0; overflow-wrap: anywhere; }
h1 .quiet { font-weight: 400; }
h2 { font-size: 1.15rem; margin: 0 0 .5rem; }
.count { color: var(--quiet); font-weight: 400; }
p { margin: .4rem 0; overflow-wrap: anywhere; }
.quiet, .hint { color: var(--quiet); }
.hint { font-size: .88rem; }
code { font: .9em ui-monospace, "Cascadia Code", Menlo, Consolas, monospace; background: var(--code-back); padding: .1em .35em; border-radius: 4px; overflow-wrap: anywhere; unicode-bidi: isolate; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none !important; }
.danger { color: var(--danger); } .warning { color: var(--warning); } .good { color: var(--good); }

button { font: inherit; font-size: .88rem; color: var(--link); background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .2rem .65rem; min-height: 1.9rem; cursor: pointer; white-space: nowrap; }
button:hover { border-color: var(--link); }
button.main { font-weight: 600; border-color: var(--link); padding: .25rem 1.1rem; min-height: 2.2rem; }
input, select, textarea { font: inherit; color: var(--text); background: var(--page); border: 1px solid var(--quiet); border-radius: 6px; padding: .3rem .5rem; width: 100%; min-width: 0; }
textarea { resize: vertical; display: block; }
input[type=checkbox] { accent-color: var(--link); width: 1rem; height: 1rem; margin: 0; vertical-align: -.1em; }
[aria-invalid=true] { border-color: var(--danger); }
.wrong { display: block; color: var(--danger); font-size: .88rem; }
.field > input, .field > select, .field > textarea { margin-bottom: .25rem; }
.wrong:empty, .note:empty { display: none; }
summary { cursor: pointer; color: var(--link); font-size: .92rem; }

.bar { position: sticky; top: 0; z-index: 2; background: var(--card); border-bottom: 1px solid var(--line); }
.bar > div { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; padding-top: .55rem; padding-bottom: .55rem; min-height: 3.2rem; }
.bar p { margin: 0; flex: 1; font-size: .92rem; }
.note { border: 1px solid var(--line); border-left: 8px solid; border-radius: 10px; padding: .6rem 1rem; margin: 1rem 0 0; background: var(--card); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .9rem 1rem; }
#enter { max-width: 42rem; margin: 2rem auto; background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1.25rem; }
#enter label { font-weight: 600; }
#enter .line { display: flex; gap: .6rem; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: .9rem 0; padding: 0; font-size: .92rem; }

.screen { margin: 0 0 1.5rem; }
.screen h2 { margin: 0; }
.screen .path { font-size: .88rem; color: var(--quiet); margin: 0 0 .5rem; }
.frame { border: 1px solid var(--line); border-radius: 10px; background: var(--card); overflow: hidden; }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .92rem; }
th, td { padding: .45rem .75rem; border-top: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; font-weight: 400; }
thead th { overflow-wrap: normal; border-top: 0; color: var(--quiet); font-weight: 600; font-size: .88rem; }
tbody th { font-weight: 600; width: 26%; }
:where(td:nth-child(2):not(:last-child)) { width: 19%; }
tbody th > div + div { font-weight: 400; color: var(--quiet); font-size: .92em; }
.mark { display: inline-block; font-size: .78rem; font-weight: 600; color: var(--quiet); background: var(--quiet-back); border-radius: 999px; padding: 0 .5rem; margin-left: .4rem; overflow-wrap: normal; }
td .label { color: var(--quiet); font-size: .9em; }
td > div + div, th > div + div { margin-top: .2rem; }
td details { display: inline; }
td details > summary { display: inline; font-size: inherit; }
.empty { color: var(--quiet); padding: .6rem .75rem; margin: 0; }
.rest { padding: .5rem .75rem; margin: 0; border-top: 1px solid var(--line); }
tr.fresh > * { background: var(--good-back); }
tr.fresh > :first-child { box-shadow: inset 4px 0 0 var(--good); }

.fields { display: grid; grid-template-columns: repeat(12, minmax(0, 1fr)); gap: .55rem .75rem; margin: .3rem 0 .6rem; }
.field { grid-column: span 6; position: relative; }
.field > label { font-weight: 600; font-size: .88rem; }
.field > label.none { font-weight: 400; position: absolute; right: 0; top: 0; }
.process, .host { grid-column: span 8; }
.platform, .port, .location { grid-column: span 4; }
.transport { grid-column: span 3; }
.configuration { grid-column: span 5; }
#answer { border-top: 1px solid var(--line); margin-top: .9rem; padding-top: .6rem; overflow-wrap: anywhere; }
#answer .outcome { font-size: 1.25rem; font-weight: 700; margin: 0; }
#answer ul { list-style: none; margin: .3rem 0; padding: 0; font-size: .94rem; }
#answer li { padding-left: calc(1.1rem * (var(--depth, 1) - 1)); margin-top: .25rem; }
#answer li.d2 { padding-left: 1.1rem; } #answer li.d3 { padding-left: 2.2rem; } #answer li.d4 { padding-left: 3.3rem; }
#answer .reason, #answer .assumption { color: var(--quiet); }
#answer .heading, #answer .choice { font-weight: 600; }
#answer .choice { white-space: pre-wrap; }

#aside { display: grid; gap: 1rem; align-content: start; }
.scroll { max-height: 20rem; overflow: auto; border: 1px solid var(--line); border-radius: 8px; }
#journal td:nth-child(2) { width: auto; }
#journal td, #journal th { padding: .3rem .6rem; font-size: .88rem; }
#journal thead th { position: sticky; top: 0; background: var(--card); border-bottom: 1px solid var(--line); }
#journal tr:first-child > * { border-top: 0; }
#journal .time { width: 1%; white-space: nowrap; font-variant-numeric: tabular-nums; color: var(--quiet); }
#journal .request .what { font-weight: 600; }
#journal .request .at { display: block; color: var(--quiet); font: .92em ui-monospace, "Cascadia Code", Menlo, Consolas, monospace; }
#journal .answer { width: 1%; overflow-wrap: normal; text-align: right; }
#journal th:last-child { white-space: nowrap; }
#journal .warning { font-size: .92em; }
#before { padding: .1rem .6rem; }
#before:empty { display: none; }
.inline { white-space: nowrap; color: var(--text); }

@media (min-width: 70rem) {
  #aside { position: sticky; top: 4.2rem; max-height: calc(100vh - 4.8rem); overflow: auto; }
  .columns { display: grid; grid-template-columns: minmax(0, 1fr) 30rem; gap: 1.5rem; align-items: start; }
}
@media (max-width: 40rem) {
  main, .bar > div { padding-left: .9rem; padding-right: .9rem; }
  .bar { position: static; }
  html { scroll-padding-top: .5rem; }
  .field, .configuration { grid-column: 1 / -1; }
  .platform, .port, .transport, .location { grid-column: span 6; }
  .bar p { flex: 1 0 100%; order: 1; }
  .frame table, .frame tbody, .frame tr, .frame th, .frame td { display: block; width: auto; }
  .frame thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .frame tr + tr { border-top: 3px double var(--line); }
  .frame th, .frame td { border-top: 0; padding: .3rem .75rem; }
  .frame td[data-column]::before { content: attr(data-column); content: attr(data-column) / ""; display: block; font-size: .88em; font-weight: 600; color: var(--quiet); }
  .frame td:empty { display: none; }
  #journal thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  #journal table, #journal tbody { display: block; }
  #journal tr { display: grid; grid-template-columns: 1fr auto; border-top: 1px solid var(--line); }
  #journal td { border: 0; width: auto; }
  #journal .request { grid-row: 2; grid-column: 1 / -1; padding-top: 0; }
}
@media (prefers-reduced-motion: no-preference) {
  tr > * { transition: background-color .8s; }
}
@media print {
  @page { margin: 15mm; }
  :root { color-scheme: light; }
  body { background: none; font-size: 10pt; }
  .bar { position: static; border: 0; }
  .buttons, nav, #ask-form, .skip, #answer .more, #journal .hint label { display: none !important; }
  .columns { display: block; }
  #aside { display: block; position: static; max-height: none; overflow: visible; }
  .scroll { max-height: none; overflow: visible; }
  #journal thead th { position: static; }
  tr, .note { break-inside: avoid; }
  .card + .card { margin-top: 1rem; }
  h2, .path { break-after: avoid; }
  tr.fresh > * { background: none; }
  details::details-content { content-visibility: visible; display: inline; block-size: auto; }
}
`;
