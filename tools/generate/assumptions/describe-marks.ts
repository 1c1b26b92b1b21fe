/**
 * Writes the page of assumptions as Markdown: every statement of the contract with its strength, counted and listed,
 * and then what decisions rest on besides the documented rules. The functions are pure.
 */
import { ASSUMPTIONS, type Assumption, markdownTable } from '../../../steering';
import { legendOf } from '../../../steering/words/marks';
import { type StatementMark, listMarks } from '../../../tenant/contract/marks';
import { contractDocument } from '../../../tenant/contract/document';
import { formatted, type GeneratedFile } from '../drift';

const GROUPS = {
  stands: 'What decides. The mark says how strong it is.',
  open: 'What nobody published, or on which sources disagree: nothing is decided by it, and every possibility is shown.',
} as const satisfies Record<Assumption['use'], string>;

export function describeDecisions(assumptions: Readonly<Record<string, Assumption>>): string {
  const sections = (['stands', 'open'] as const).map((use) => {
    const list = Object.entries(assumptions)
      .filter(([, assumption]) => assumption.use === use)
      .map(([id, { mark, statement }]) => `- \`${id}\` [${mark}]: ${statement.replaceAll(/[*<]/g, '\\$&')}`);
    return `### Decisions: ${use}\n\n${GROUPS[use]}\n\n${list.join('\n')}`;
  });
  return `## Decisions

On what an answer of \`netskope-steering decide\`, of the data source
[\`netskopesteering_decision\`](data-sources/decision.md), of a traffic test or of a review may rest, beside the documented
rules. An answer names what it rests on by these ids.

${sections.join('\n\n')}
`;
}

/**
 * The groups of statements on the page, in this order. The fields of REST v1 are a group of their own: they are only
 * read, and most of them are documented.
 */
const groups: readonly { name: string; has: (mark: StatementMark) => boolean }[] = [
  { name: 'Operations', has: ({ kind }) => kind === 'operation' },
  { name: 'Fields', has: (mark) => mark.kind === 'field' && !isOfRestV1(mark) },
  { name: 'Fields of REST v1', has: (mark) => mark.kind === 'field' && isOfRestV1(mark) },
  { name: 'Parameters', has: ({ kind }) => kind === 'parameter' },
  { name: 'Headers', has: ({ kind }) => kind === 'header' },
  { name: 'Responses', has: ({ kind }) => kind === 'response' },
  { name: 'Security schemes', has: ({ kind }) => kind === 'security' },
];

function isOfRestV1({ id }: StatementMark): boolean {
  return /^schemas\.\w+V1\./.test(id);
}

export function describeMarks(marks: readonly StatementMark[]): string {
  return `<!-- Generated from tenant/contract/openapi.yaml and steering/domain/assumptions.ts by \`npm run generate\`. Do not edit. -->

# What is documented, and what is assumed

The contract that the provider speaks, [tenant/contract/openapi.yaml](../tenant/contract/openapi.yaml), is this project's own: no public
REST endpoint of the vendor writes certificate pinned apps, steering configurations or exceptions. \`documented\` means that the vendor
publishes it, in the place named; [the marks](#marks) say what kind of place that is.
\`assumed\` is our reading, which nobody confirmed: often the meaning is documented and the spelling is ours, which the description then says.

${countTable(marks)}

${groups.map(({ name, has }) => section(name, marks.filter(has))).join('\n\n')}
`;
}

function countTable(marks: readonly StatementMark[]): string {
  const row = (name: string, own: readonly StatementMark[]) => {
    const documented = own.filter(({ strength }) => strength === 'documented').length;
    return [name, documented, own.length - documented];
  };
  const rows = [...groups.map(({ name, has }) => row(name, marks.filter(has))), row('**All**', marks)];
  return markdownTable(['', 'documented', 'assumed'], rows, 'numbers');
}

function section(name: string, marks: readonly StatementMark[]): string {
  const list = (strength: string): string => {
    const own = marks.filter((mark) => mark.strength === strength);
    return own.length === 0 ? '' : `### ${name}: ${strength}\n\n${own.map(entry).join('\n')}`;
  };
  return [`## ${name}`, list('assumed'), list('documented')].filter((part) => part !== '').join('\n\n');
}

function entry({ id, description, source, assumedValues }: StatementMark): string {
  const values = assumedValues.map((value) => `\`${value}\``).join(', ');
  return [
    `- \`${id}\``,
    description && `: ${asMarkdown(description)}`,
    assumedValues.length > 0 && ` Assumed values: ${values}.`,
    source && ` (${asMarkdown(source)})`,
  ]
    .filter(Boolean)
    .join('');
}

/** A text in which the characters that Markdown would interpret are escaped, except inside backticks. */
function asMarkdown(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll(/[*<]/g, '\\$&')))
    .join('');
}

/** The page `docs/assumptions.md`, made from the marks of the contract and from the assumptions of decisions. */
export async function generateAssumptions(): Promise<GeneratedFile[]> {
  const text = `${describeMarks(listMarks(contractDocument))}\n${describeDecisions(ASSUMPTIONS)}`;
  return [await formatted('docs/assumptions.md', `${text}\n## Marks\n\n${legendOf(text)}\n`)];
}
