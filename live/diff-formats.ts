/** How is a diff shown? As lines for a terminal, as the text of an issue in Markdown, and as JSON for programs. */
import { codeSpan, inert, layOutColumns, markdownProse, wrapWords } from '../steering';
import type { ComparedAttribute } from './attributes';
import type { DiffEntry, DiffStanding, LiveDiff } from './diff';

const TITLES: Readonly<Record<DiffStanding, string>> = {
  differs: 'Differs',
  missing: 'Missing on the tenant',
  not_in_code: 'On the tenant, and not in the code',
  not_observed: 'Wanted, and not observed',
  as_wanted: 'As wanted',
  not_counted: 'On the tenant, and no difference',
};

/** The standings whose entries are listed; of the others the number is enough. */
const LISTED: readonly DiffStanding[] = ['differs', 'missing', 'not_in_code'];

const KINDS: Readonly<Record<DiffEntry['kind'], string>> = {
  configuration: 'configuration',
  app: 'app',
  port_entry: 'port entry',
  exception: 'exception',
};

/** The first sentence: whether the tenant is as wanted, and how many blocks have an action that could not be seen. */
function summaryOf({ entries, differs, blocks }: LiveDiff): string {
  const count = (standing: DiffStanding) => entries.filter((one) => one.standing === standing).length;
  const parts = LISTED.filter((standing) => count(standing) > 0).map((standing) =>
    standing === 'differs' && count(standing) === 1 ? '1 differs' : `${count(standing)} ${WORDS[standing]}`,
  );
  const first = differs
    ? `The tenant is not as the code wants it: ${parts.join(', ')}.`
    : 'The tenant is as the code wants it, as far as it is observed.';
  return `${first} ${blocksText(blocks)}`;
}

const WORDS: Readonly<Record<DiffStanding, string>> = {
  differs: 'differ',
  missing: 'missing',
  not_in_code: 'not in the code',
  not_observed: 'not observed',
  as_wanted: 'as wanted',
  not_counted: 'not counted',
};

function blocksText({ there, unseen }: LiveDiff['blocks']): string {
  if (there === 0) return 'None of its blocks is there yet, or it has none.';
  if (unseen === 0) return `The action of all its blocks that are there (${there}) was seen.`;
  return `The action of ${unseen} of ${there} blocks could not be seen: "netskope-steering live calibrate" learns what its code means.`;
}

/** What could not be seen, each attribute once with the number of objects. */
function unseenIn({ entries }: LiveDiff): string[] {
  const counts = new Map<string, number>();
  const add = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  for (const { kind, standing, attributes } of entries) {
    if (standing === 'not_observed') add(KINDS[kind]);
    for (const { name, standing: seen } of attributes) if (seen !== 'differs') add(`${name} of ${KINDS[kind]}`);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, count]) => `${what} (${count})`);
}

function whereOf({ configuration, location }: DiffEntry): string {
  const side = location === undefined ? '' : `, ${location.replace('_', '-')}`;
  return configuration === undefined ? '' : `in ${configuration}${side}`;
}

function differing({ attributes }: DiffEntry): readonly ComparedAttribute[] {
  return attributes.filter(({ standing }) => standing === 'differs');
}

/** Writes a diff for a terminal. */
export function diffText(
  diff: LiveDiff,
  { columns = 100, heading = String }: { columns?: number; heading?: (text: string) => string } = {},
): string {
  const sections = LISTED.flatMap((standing) => {
    const entries = diff.entries.filter((one) => one.standing === standing);
    if (entries.length === 0) return [];
    const rows = entries.flatMap((entry) => [
      [KINDS[entry.kind], inert(entry.name), inert(whereOf(entry)), inert(entry.address ?? '')],
      ...differing(entry).map(({ name, wanted, observed }) => [
        '',
        `  ${name}`,
        `${shorten(inert(observed))} → ${shorten(inert(wanted))}`,
      ]),
    ]);
    return [[heading(TITLES[standing]), ...layOutColumns(rows).map((line) => `  ${line.trimEnd()}`)].join('\n')];
  });
  const unseen = unseenIn(diff);
  const counted = (['as_wanted', 'not_observed', 'not_counted'] as const)
    .map((standing) => `${diff.entries.filter((one) => one.standing === standing).length} ${WORDS[standing]}`)
    .join(', ');
  const last = [`Besides: ${counted}.`, ...(unseen.length === 0 ? [] : [`Not observed: ${unseen.join(', ')}.`])].map(
    (line) => wrapWords(inert(line), columns, 2).join('\n'),
  );
  return `${[wrapWords(inert(summaryOf(diff)), columns).join('\n'), ...sections, last.join('\n')].join('\n\n')}\n`;
}

const LONGEST = 90;

/** The most bytes of the lists in an issue, which takes 65,536 characters. */
const MOST_IN_LISTS = 48_000;
/** The most entries that a person reads. */
const MOST_LISTED = 100;

/** Writes a diff as the text of an issue. What an issue does not take is counted. */
export function diffMarkdown(diff: LiveDiff): string {
  let left = MOST_IN_LISTS;
  const sections = LISTED.flatMap((standing) => {
    const entries = diff.entries.filter((one) => one.standing === standing);
    if (entries.length === 0) return [];
    const listed: string[] = [];
    for (const text of entries.slice(0, MOST_LISTED).map(markdownOf)) {
      left -= Buffer.byteLength(text);
      if (left < 0) break;
      listed.push(text);
    }
    const more = entries.length - listed.length;
    const lines = [...listed, ...(more > 0 ? [listed.length > 0 ? `- … and ${more} more` : `- ${more}`] : [])];
    return [`### ${TITLES[standing]}\n\n${lines.join('\n')}`];
  });
  const unseen = unseenIn(diff);
  const open =
    unseen.length === 0
      ? []
      : [
          `<details><summary>What could not be seen</summary>\n\n${unseen.map((one) => `- ${markdownProse(one)}`).join('\n')}\n\n</details>`,
        ];
  const title = `## ${codeSpan(shorten(diff.name))} on ${codeSpan(shorten(diff.tenant))}`;
  return `${[title, `**${markdownProse(summaryOf(diff))}**`, `Observed at ${markdownProse(diff.observedAt)}.`, ...sections, ...open].join('\n\n')}\n`;
}

function markdownOf(entry: DiffEntry): string {
  const { kind, name, configuration, location, address } = entry;
  const place = configuration === undefined ? '' : ` in ${codeSpan(shorten(configuration))}`;
  const side = location === undefined ? '' : `, ${location.replace('_', '-')}`;
  const owner = address === undefined ? '' : ` (${codeSpan(shorten(address))})`;
  const attributes = differing(entry).map(
    (one) =>
      `  - ${codeSpan(one.name)}: is ${codeSpan(shorten(one.observed))}, shall be ${codeSpan(shorten(one.wanted))}`,
  );
  return [`- ${KINDS[kind]} ${codeSpan(shorten(name))}${place}${side}${owner}`, ...attributes].join('\n');
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${[...text.slice(0, LONGEST * 2)].slice(0, LONGEST).join('')}…` : text;
}

/** Writes a diff for programs. */
export function diffJson(diff: LiveDiff): string {
  const { name, tenant, observedAt, entries, differs, blocks } = diff;
  const document = {
    format_version: '1.0',
    name,
    tenant,
    observed_at: observedAt,
    result: differs ? 'differs' : 'as_wanted',
    summary: summaryOf(diff),
    blocks,
    not_observed: unseenIn(diff),
    entries,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
