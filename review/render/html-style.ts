/** The style of the page. Colours are chosen for a contrast of 4.5 and more in both schemes; a test measures it. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --text: #1b1f24; --quiet: #57606a; --line: #d5dae1; --link: #0550ae;
  --danger: #b3121d; --danger-back: #ffe9e8; --warning: #8a4b00; --warning-back: #fff1d6;
  --good: #116329; --good-back: #dcf5e3; --quiet-back: #eceff3; --code-back: #eef1f5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1117; --card: #161b22; --text: #e6edf3; --quiet: #9aa5b1; --line: #30363d; --link: #79c0ff;
    --danger: #ff938a; --danger-back: #3d1619; --warning: #f0b45c; --warning-back: #382a0f;
    --good: #6fdd8b; --good-back: #12321c; --quiet-back: #21262d; --code-back: #222932;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
.skip { position: absolute; left: -999em; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; z-index: 1; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
main, header { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.5rem; }
h1 { font-size: 1rem; font-weight: 600; color: var(--quiet); margin: 0; }
h2 { font-size: 1.15rem; margin: 2rem 0 .75rem; }
h3 { font-size: 1rem; margin: 1.75rem 0 .6rem; display: flex; gap: .5rem; align-items: baseline; }
h3 .count { color: var(--quiet); font-weight: 400; }
code { font: .9em ui-monospace, "Cascadia Code", Menlo, Consolas, monospace; background: var(--code-back); padding: .1em .35em; border-radius: 4px; overflow-wrap: anywhere; }
.verdict { border: 1px solid var(--line); border-left: 8px solid; border-radius: 10px; padding: 1rem 1.25rem; margin: .75rem 0; background: var(--card); }
.verdict .word { font-size: 1.7rem; font-weight: 700; line-height: 1.2; display: block; }
.verdict p { margin: .35rem 0 0; }
.danger { color: var(--danger); } .warning { color: var(--warning); } .good { color: var(--good); } .quiet { color: var(--quiet); }
.verdict.danger, .verdict.warning, .verdict.good, .verdict.quiet { border-left-color: currentColor; }
.verdict p, .verdict li { color: var(--text); }
.notes { margin: .5rem 0 0; padding-left: 1.2rem; }
.notes li { color: var(--quiet); }
.scroll { position: relative; margin: 1rem 0 0; overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .92rem; }
caption { text-align: left; padding: .6rem .75rem; font-weight: 600; }
caption span { font-weight: 400; color: var(--quiet); }
th, td { padding: .45rem .75rem; border-top: 1px solid var(--line); text-align: left; vertical-align: top; white-space: nowrap; }
thead th:first-child { width: 32%; }
tbody th { position: sticky; left: 0; white-space: normal; overflow-wrap: anywhere; min-width: 9rem; background: var(--card); font-weight: 500; border-right: 1px solid var(--line); }
thead th { font-weight: 600; color: var(--quiet); }
td a { text-decoration: none; display: block; color: inherit; font-weight: 600; }
td a:hover .to { text-decoration: underline; }
td .from { font-weight: 400; }
td .case { display: block; white-space: normal; min-width: 14rem; }
td .case + .case { margin-top: .25rem; }
td code { overflow-wrap: normal; }
td.broadening, td.collateral { background: var(--warning-back); color: var(--warning); }
td.collateral { background: var(--danger-back); color: var(--danger); }
td.narrowing { background: var(--good-back); color: var(--good); }
td.sideways { background: var(--quiet-back); color: var(--text); }
td.same { color: var(--quiet); }
.legend { color: var(--quiet); font-size: .88rem; margin: .5rem 0 0; }
ul.items { list-style: none; margin: 0; padding: 0; }
ul.items > li { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .7rem 1rem; margin: 0 0 .5rem; scroll-margin-top: 1rem; }
ul.items > li:target { outline: 3px solid var(--link); }
.badge { display: inline-block; font-size: .8rem; font-weight: 600; padding: .05rem .55rem; border-radius: 999px; margin-right: .5rem; }
.badge.danger { background: var(--danger-back); } .badge.warning { background: var(--warning-back); }
.badge.good { background: var(--good-back); } .badge.quiet { background: var(--quiet-back); }
ul.details { margin: .4rem 0 0; padding-left: 1.2rem; color: var(--text); font-size: .92rem; }
ul.details li { margin: .1rem 0; }
details > summary { cursor: pointer; font-weight: 600; margin: 1.5rem 0 .6rem; }
footer { max-width: 72rem; margin: 2rem auto; padding: 0 1.25rem; color: var(--quiet); font-size: .88rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print { body { background: none; } .scroll { overflow: visible; } }
`;
