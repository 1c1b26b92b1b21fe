/**
 * How does a runbook look as a web page that a person works with? The page stands alone and makes no request: its
 * policy allows its own style and its own script only, by their digests. Every text goes through `htmlText`.
 */
import { createHash } from 'node:crypto';
import { escapeActive, htmlText as text } from '../../steering';
import { PAGE_SCRIPT } from './page-script';
import { RUNBOOK_STYLE } from './page-style';
import { SCREENS, type ScreenField, type Runbook, type RunbookStep, type Verb, type Verification } from './runbook';
import {
  ALREADY,
  HIDDEN_CHARACTERS,
  HOW,
  NOTHING_TO_DO,
  NOT_SAFE,
  SAFE,
  WHERE,
  describeMoment,
  describeSize,
  describeSteps,
  groupByScreen,
  hidesCharacters,
  inertLines,
  type StepsOfScreen,
} from './words';

const digestOf = (content: string) => createHash('sha256').update(content).digest('base64');
const POLICY = [
  "default-src 'none'",
  `script-src 'sha256-${digestOf(PAGE_SCRIPT)}'`,
  `style-src 'sha256-${digestOf(RUNBOOK_STYLE)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const TONES: Readonly<Record<Verb, string>> = {
  create: 'good',
  change: 'quiet',
  delete: 'danger',
  enable: 'good',
  disable: 'warning',
  move: 'quiet',
};

/** The most characters of a value that is shown in its whole height, and of one before that is not folded. */
const MOST_UNSCROLLED = 600;
const MOST_UNFOLDED = 120;

const FORGETS =
  'This browser keeps nothing for this page: what you check is lost when you close it. “Save a copy” keeps it in a file.';

/** Writes a runbook as one page. The same runbook always gives the same bytes. */
export function runbookPage(runbook: Runbook): string {
  const { name, tenant, observedAt, steps, verifications } = runbook;
  // The browser remembers by tenant, under a name from which nobody reads the tenant.
  const memory = `netskope-runbook-${createHash('sha256').update(tenant).digest('hex').slice(0, 16)}`;
  const isEmpty = steps.length + verifications.length === 0;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${text(`Runbook: ${name} on ${tenant}`)}</title>
<style>${RUNBOOK_STYLE}</style>
</head>
<body data-memory="${memory}" data-observed="${text(observedAt)}">
<a class="skip" href="#content">Skip to the runbook</a>
${isEmpty ? '' : bar(steps.length)}
<main id="content">
<h1>Runbook: ${text(name)} <span class="quiet">on ${text(tenant)}</span></h1>
<p class="quiet">${describeSize(runbook)}. The tenant was observed at ${text(describeMoment(observedAt))}.</p>
<noscript><p class="note warning">Scripts are off: check boxes are not kept, and values must be copied by hand.</p></noscript>
<p class="note warning unprinted" id="forgets" hidden>${FORGETS}</p>
${firstNotes(runbook)}
<p class="note good unprinted" id="none-open" hidden>No step is open.</p>
${groupByScreen(steps)
  .map((group, index) => screen(group, index, runbook))
  .join('\n')}
${verificationList(verifications)}
</main>
<p class="unseen" id="said" role="status" aria-live="polite"></p>
<footer>Made from the difference between the code and what REST v1 shows of the tenant. What REST v1 does not show is said at its step.</footer>
${
  isEmpty
    ? ''
    : `<script>${PAGE_SCRIPT}</script>
`
}</body>
</html>
`;
}

function bar(most: number): string {
  return `<div class="bar scripted" role="region" aria-label="Progress"><div>
<strong id="count"></strong><progress id="progress" max="${Math.max(1, most)}" value="0" aria-label="Steps that are done"></progress><span class="quiet" id="checks"></span>
<label><input type="checkbox" id="filter" autocomplete="off"> Open steps only</label>
<button type="button" data-does="next">Next open step</button>
<button type="button" data-does="save" title="Download this page with its check boxes as they are now">Save a copy</button>
<button type="button" data-does="reset">Reset</button>
</div></div>`;
}

function firstNotes(runbook: Runbook): string {
  const { hazards, remarks, steps } = runbook;
  const dangers = hazards.map((hazard) => {
    const where = describeSteps(hazard.steps, runbook);
    return text(hazard.text) + (where === '' ? '' : ` <span class="quiet">(${where})</span>`);
  });
  return [
    ...(steps.length === 0 ? [note('good', NOTHING_TO_DO)] : []),
    ...(steps.length > 0 && hazards.length === 0 ? [note('good', SAFE)] : []),
    ...(hazards.length === 0 ? [] : [note('warning', NOT_SAFE, dangers)]),
    ...(remarks.length === 0 ? [] : [note('quiet', 'Read first', remarks.map(text))]),
  ].join('\n');
}

function note(tone: string, head: string, items: readonly string[] = []): string {
  const list = items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
  return `<div class="note ${tone}"><p class="head">${text(head)}</p>${list}</div>`;
}

function screen({ screen: id, steps }: StepsOfScreen, index: number, runbook: Runbook): string {
  const cards = steps.map((step) => card(step, runbook)).join('\n');
  return `<section class="screen" aria-labelledby="screen-${index}">
<h2 id="screen-${index}">${text(SCREENS[id])} <span class="count">${steps.length}</span></h2>
${cards}
</section>`;
}

function card(step: RunbookStep, runbook: Runbook): string {
  const { id, number, title, path, verb, fields, result, unless, warnings, after } = step;
  const wait = describeSteps(after, runbook);
  const ids = runbook.steps.map((one) => one.id).filter((one) => after.includes(one));
  const places = path
    .split(' > ')
    .map((place, index) => `<span class="at${index === 0 ? ' first' : ''}">${text(place)}</span>`);
  // What REST v1 shows can be told from a later observation; what it does not show stays as it was checked.
  const seen = unless === undefined ? ' data-seen="step"' : '';
  return `<article class="card step" id="step-${text(id)}" data-number="${number}" data-after="${text(ids.join(' '))}">
<div class="line"><input type="checkbox" id="${text(id)}" data-mark="step ${text(id)}"${seen} autocomplete="off"><div class="title"><h3><label for="${text(id)}"><span class="number">${number}.</span> ${text(title)}</label></h3>
<p class="when"></p>${wait === '' ? '' : `<p class="waits">Only after ${wait}. <span class="open"></span></p>`}</div><span class="badge ${TONES[verb]}">${verb}</span></div>
<details open><summary><span class="unseen">Step ${number}: </span>${places.join('<wbr>')}</summary>
${warnings.map((one) => `<p class="alert"><span aria-hidden="true">▲ </span><span class="unseen">Warning: </span>${text(one)}</p>`).join('')}
${unless === undefined ? '' : `<p class="look"><strong>Look first:</strong> ${text(unless)} ${ALREADY}</p>`}
${fieldTable(step, fields)}
<p class="result"><strong>Done when:</strong> ${text(result)}</p>
</details>
</article>`;
}

function fieldTable({ number }: RunbookStep, fields: readonly ScreenField[]): string {
  if (fields.length === 0) return '';
  const rows = fields.map((field, index) => fieldRow(field, `value-${number}-${index + 1}`));
  // Roles are written out, because some browsers forget them where the style makes blocks of a table.
  return `<table class="fields" role="table"><caption class="unseen">What to enter in step ${number}</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Field</th><th role="columnheader" scope="col">Value</th><th role="columnheader" scope="col" class="scripted"><span class="unseen">Copy</span></th></tr></thead>
<tbody role="rowgroup">${rows.join('\n')}</tbody></table>`;
}

function fieldRow({ label, value, how, before }: ScreenField, id: string): string {
  const isBox = how === 'tick' || how === 'untick';
  const does = HOW[how] === '' ? '' : `<span class="how">${HOW[how]}</span>`;
  const what = isBox && value === '' ? '' : shownValue(value, id, label, how === 'import');
  const was = before === undefined ? '' : shownBefore(before);
  const buttons = isBox || value === '' ? '' : copyButton(id, label) + (how === 'import' ? fileButton(id, label) : '');
  return `<tr role="row"><th role="rowheader" scope="row">${text(label)}</th><td role="cell">${does}${what}${was}</td><td role="cell">${buttons}</td></tr>`;
}

/** Shows a value so that its text is what is copied; where it is shown with escapes, it is there a second time. */
function shownValue(value: string, id: string, label: string, isFile = false): string {
  if (value === '') return '<span class="quiet">leave it empty</span>';
  const lines = inertLines(value);
  const shown = lines.join('\n') + (value.endsWith('\n') ? '\n' : '');
  const raw = shown === value ? '' : ` data-raw="${text(escapeActive(JSON.stringify(value)))}"`;
  const hint = hidesCharacters(value) ? `<span class="hidden-characters">${text(HIDDEN_CHARACTERS)}</span>` : '';
  const isBlock = isFile || lines.length > 1;
  const content = isBlock ? shown.split('\n').map(text).join('\n') : entries(shown);
  const code = `<code id="${id}"${raw}>${content}</code>`;
  if (!isBlock && value.length <= MOST_UNSCROLLED) return code + hint;
  return `<pre${isBlock ? '' : ' class="list"'} tabindex="0" role="region" aria-label="${text(`Value of ${label}`)}">${code}</pre>${hint}`;
}

/** Lets a list break between its entries rather than inside them. */
function entries(list: string): string {
  const all = list.split(/(?<=,)/);
  return all.length === 1 ? text(list) : all.map((one) => `<span class="entry">${text(one)}</span>`).join('');
}

function shownBefore(before: string): string {
  if (before === '') return '<span class="was">was empty</span>';
  const code = `<code>${entries(inertLines(before).join('\n'))}</code>`;
  if (before.length <= MOST_UNFOLDED) return `<span class="was">was ${code}</span>`;
  return `<details class="was"><summary>What stands there before this step</summary>${code}</details>`;
}

function copyButton(of: string, what: string): string {
  return `<button type="button" class="scripted" data-does="copy" data-of="${of}" data-label="Copy" data-what="${text(what)}"><span class="label">Copy</span><span class="unseen"> ${text(what)}</span></button>`;
}

function fileButton(of: string, what: string): string {
  return ` <button type="button" class="scripted" data-does="download" data-of="${of}" data-file="${of}.csv">Download<span class="unseen"> ${text(what)} as a CSV file</span></button>`;
}

function verificationList(verifications: readonly Verification[]): string {
  if (verifications.length === 0) return '';
  const groups = Object.entries(WHERE).map(([where, title]) => {
    const items = verifications.filter((one) => one.where === where).map(verification);
    return items.length === 0 ? '' : `<h3>${title}</h3>\n${items.join('\n')}`;
  });
  return `<section aria-labelledby="verify"><h2 id="verify">What to verify <span class="count">${verifications.length}</span></h2>
${groups.join('\n')}
</section>`;
}

function verification({ id, text: says, command }: Verification): string {
  const box = `verify-${text(id)}`;
  const run =
    command === undefined || command === ''
      ? ''
      : `<div class="run">${shownValue(command, `run-${text(id)}`, 'the command')}${copyButton(`run-${text(id)}`, 'the command')}</div>`;
  return `<div class="card check"><div class="line"><input type="checkbox" id="${box}" data-mark="${box}" data-seen="check" autocomplete="off"><div class="title"><label for="${box}">${text(says)}</label><p class="when"></p></div></div>${run}</div>`;
}
