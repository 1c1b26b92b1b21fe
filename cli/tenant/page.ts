/**
 * The page for people of a local tenant: what it looks like, and how it answers. The page is one file without anything of
 * the tenant in it. Its policy allows its own style and its own script only, by their digests, and lets it ask nobody but
 * the tenant that served it.
 */
import { createHash } from 'node:crypto';
import {
  complaintsAboutNames,
  decide,
  describeOutcome,
  htmlText as text,
  modelFromTenant,
  narrate,
  PLATFORMS,
  remarksOnNames,
  SIDES,
  TRANSPORTS,
  unsaidIn,
  type AskedFlow,
  type Flow,
  type Unsaid,
} from '../../steering';
import { complaintsAboutFlow } from '../../steering/decide/question';
import type { TenantPage } from '../../tenant/emulator';
import { UserError } from '../complaint';
import { readTenantFrom } from '../source/tenant-source';
import { TENANT_SCRIPT } from './page-script';
import { TENANT_STYLE } from './page-style';
import { showContents } from './screens';

const digestOf = (content: string) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

const POLICY = [
  "default-src 'none'",
  `script-src ${digestOf(TENANT_SCRIPT)}`,
  `style-src ${digestOf(TENANT_STYLE)}`,
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const WHERE_IT_IS = `The terminal in which <code>netskope-steering tenant</code> runs has printed it: behind <code>NETSKOPE_API_KEY=</code>, or, with
<code>--rest-v1-only</code>, in the line about an administrator at the screens. <code>--token</code> and the variable
<code>NETSKOPE_STEERING_TENANT_TOKEN</code> set it; without either it is a random one. It stays in this tab, and is forgotten with it.`;

/** A choice of a person: the word for programs, and the one for people. The first is what is chosen at the start. */
type Choice = readonly [value: string, title: string];

const NOT_GIVEN: Choice = ['', 'not given'];
const YES_OR_NO: readonly Choice[] = [NOT_GIVEN, ['true', 'yes'], ['false', 'no']];

interface FlowField {
  readonly name: keyof Flow;
  readonly label: string;
  readonly hint?: string;
  readonly choices?: readonly Choice[];
  /** How the script reads what was typed: as it is by default. */
  readonly as?: 'number' | 'truth' | 'names' | 'name';
  /** Further attributes of the control. */
  readonly more?: string;
}

const FIELDS: readonly FlowField[] = [
  { name: 'process', label: 'Process', hint: 'bare name of the executable', more: 'list="processes" required' },
  { name: 'platform', label: 'Platform', choices: PLATFORMS.map((one) => [one.name, one.title]) },
  { name: 'host', label: 'Host', hint: 'name or address; empty where the client sees none' },
  { name: 'port', label: 'Port', as: 'number', more: 'inputmode="numeric" value="443" required' },
  { name: 'transport', label: 'Protocol', choices: TRANSPORTS.map((one) => [one, one.toUpperCase()]) },
  { name: 'configuration', label: 'Configuration', choices: [['', 'by the criteria']] },
  {
    name: 'location',
    label: 'Client is',
    choices: [NOT_GIVEN, ...SIDES.map((one): Choice => [one, one.replace('_', '-')])],
  },
];

/** What a flow may leave unsaid, with one name on a line where there may be several. */
const MORE_FIELDS: readonly FlowField[] = [
  { name: 'managed', label: 'Device is managed', choices: YES_OR_NO, as: 'truth' },
  { name: 'service', label: 'Runs as a Windows service', choices: YES_OR_NO, as: 'truth' },
  { name: 'userGroups', label: 'User groups', as: 'names' },
  { name: 'organizationUnit', label: 'Organizational unit', as: 'name' },
  { name: 'deviceTags', label: 'Device tags', as: 'names' },
  { name: 'applications', label: 'Applications of the destination', as: 'names' },
  { name: 'categories', label: 'Categories of the destination', as: 'names' },
  { name: 'destinationLocations', label: 'Network locations of the destination', as: 'names' },
  { name: 'sourceLocations', label: 'Network locations of the client', as: 'names' },
  { name: 'sourceCountry', label: 'Country of the client, such as DE', as: 'name' },
];

function control({ name, label, hint, choices, as, more = '' }: FlowField): string {
  const attributes = `id="flow-${name}" name="${name}" data-as="${as ?? 'text'}" aria-describedby="hint-${name}"`;
  const typed = 'autocomplete="off" autocapitalize="off" spellcheck="false"';
  const input =
    choices !== undefined
      ? `<select ${attributes}>${choices.map(([value, title]) => `<option value="${text(value)}">${text(title)}</option>`).join('')}</select>`
      : as === 'names'
        ? `<textarea ${attributes} ${typed} rows="2"></textarea>`
        : `<input ${attributes} ${typed} ${more}>`;
  const none =
    as === 'names' || as === 'name'
      ? `<label class="none"><input type="checkbox" data-none="${name}"> none<span class="unseen"> (${text(label)})</span></label>`
      : '';
  const said = hint === undefined ? '' : `<span class="hint">${text(hint)}</span>`;
  return `<div class="field ${name}"><label for="flow-${name}">${text(label)}</label>${none}${input}<span id="hint-${name}">${said}<span class="wrong"></span></span></div>`;
}

const HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>Local tenant</title>
<style>${TENANT_STYLE}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="bar"><div>
<h1>Local tenant <span class="quiet" id="address"></span></h1>
<p id="condition" class="quiet"></p>
<div class="buttons" id="buttons" hidden><button type="button" id="pause">Pause</button> <button type="button" id="leave">Forget the token</button></div>
</div></header>
<main id="content" tabindex="-1">
<noscript><p class="note warning">This page needs JavaScript: it asks the tenant for everything that it shows.</p></noscript>
<section id="enter" hidden aria-labelledby="enter-title">
<h2 id="enter-title">What is the token of this tenant?</h2>
<form id="enter-form" method="post" novalidate>
<label for="token">Token</label>
<div class="line"><input id="token" type="password" autocomplete="off" spellcheck="false" required aria-describedby="refused where"><button class="main">Open</button></div>
<p id="refused" class="wrong" role="alert"></p>
<p id="where" class="quiet">${WHERE_IT_IS}</p>
</form>
</section>
<div id="work" hidden>
<p class="note quiet" id="conditions" hidden></p>
<p class="note warning" id="refusal" hidden></p>
<nav aria-label="On this page"><ul><li><a href="#journal">Journal</a></li><li id="to-ask"><a href="#ask">What becomes of a flow?</a></li></ul></nav>
<div class="columns">
<div id="screens"></div>
<div id="aside">
<section id="journal" class="card" aria-labelledby="journal-title">
<h2 id="journal-title">Journal <span class="count" id="journal-count"></span></h2>
<p class="hint">The requests of programs, the newest first. <label class="inline"><input type="checkbox" id="changes" autocomplete="off"> without reads</label></p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="journal-title">
<table role="table"><caption class="unseen">The latest requests</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Time</th><th role="columnheader" scope="col">Request</th><th role="columnheader" scope="col">Answer</th></tr></thead><tbody role="rowgroup" id="entries"></tbody></table>
<p id="before" class="hint"></p></div>
</section>
<section id="ask" class="card" aria-labelledby="ask-title">
<h2 id="ask-title">What becomes of a flow?</h2>
<form id="ask-form" method="post" novalidate>
<div class="fields">${FIELDS.map(control).join('\n')}</div>
<datalist id="processes"></datalist>
<details><summary>More about the device, the user and the destination</summary>
<p class="hint">What is not given may leave the answer open. Write one name on a line.</p>
<div class="fields">${MORE_FIELDS.map(control).join('\n')}</div></details>
<p><button class="main">Decide</button> <span class="hint">asks the API, as <code>netskope-steering decide</code> does; the journal shows it</span></p>
</form>
<div id="answer" tabindex="-1" role="region" aria-label="Answer" hidden></div>
</section>
</div>
</div>
</div>
</main>
<p class="unseen" id="said" role="status" aria-live="polite"></p>
<script>${TENANT_SCRIPT}</script>
</body>
</html>
`;

const LABELS = Object.fromEntries([...FIELDS, ...MORE_FIELDS].map(({ name, label }) => [name, label])) as Readonly<
  Record<Unsaid, string>
>;

/** Decides on the tenant as its API shows it to whoever has the token, in the way in which `decide` reads a tenant. */
async function answer(asked: AskedFlow, serverUrl: string, token: string): Promise<object> {
  // What is wrong by itself is told before the tenant is asked for anything.
  const mistakes = complaintsAboutFlow(asked);
  if (mistakes.length > 0) return { complaints: mistakes };
  const objects = await readTenantFrom({ NETSKOPE_SERVER_URL: serverUrl, NETSKOPE_API_KEY: token }, '', '');
  const model = modelFromTenant(objects);
  const flow = asked as unknown as Flow;
  const complaints = complaintsAboutNames(flow, model);
  if (complaints.length > 0) return { complaints };
  const key = flow.configuration;
  if (key !== undefined && !model.configurations.some((one) => one.key === key)) {
    return { complaints: [{ field: 'configuration', detail: 'The tenant has no such configuration any more.' }] };
  }
  const decision = decide(model, flow);
  return {
    outcome: decision.outcome,
    title: describeOutcome(decision),
    lines: narrate(decision, flow),
    toSay: decision.outcome === 'unknown' ? unsaidIn(decision).map((field) => ({ field, label: LABELS[field] })) : [],
    remarks: remarksOnNames(flow, model).map(({ detail }) => detail),
  };
}

/** What `netskope-steering tenant` serves at `/`. */
export const tenantPage: TenantPage = {
  document: { html: HTML, policy: POLICY },
  show: showContents,
  ask: (question, { serverUrl, token }) =>
    answer(question, serverUrl, token).catch((error: unknown) => {
      if (error instanceof UserError) return { complaints: [{ detail: error.message }] };
      throw error;
    }),
};
