/** This file has what every web page of this project begins with: its colours, and how it writes texts of others. */
import { inert } from '../inert';

/**
 * The colours and the font of a page. The colours are chosen for a contrast of 4.5 and more in both schemes; tests of
 * the pages measure it.
 */
export const PAGE_STYLE = `:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --text: #1b1f24; --quiet: #57606a; --line: #d5dae1; --link: #0550ae;
  --danger: #b3121d; --danger-back: #ffe9e8; --warning: #8a4b00; --warning-back: #fff1d6;
  --good: #116329; --good-back: #dcf5e3; --quiet-back: #eceff3; --code-back: #eef1f5;
}
@media screen and (prefers-color-scheme: dark) {
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
`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Returns a text for a page, also for an attribute in quotation marks: it is inert, and cannot be markup. */
export function htmlText(content: string): string {
  return inert(content).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
