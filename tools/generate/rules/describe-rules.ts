/** Writes the guardrails' page as Markdown: what guardrails are, and a section for each rule. The functions are pure. */
import { parse } from '@cdktf/hcl2json';
import { markdownTable, modelFromStack, type Model } from '../../../steering';
import { RULES, SEVERITIES, type Rule } from '../../../steering/rules';
import { legendOf } from '../../../steering/words/marks';
import { formatted, type GeneratedFile } from '../drift';
import { GROUPS, type Group } from './groups';

/** How a finding is accepted in the settings of the provider. */
const PROVIDER_SETTINGS = `provider "netskopesteering" {
  guardrails = {
    suppress = [
      {
        rule   = "managed-only-bypass"
        on     = ["Field tool"]
        reason = "Only managed devices have the tool; all others are to be blocked."
      },
    ]
  }
}`;

/** How a finding is accepted beside a construct. */
const IN_CONSTRUCTS = `Guardrails.suppress(exception, Guardrail.MANAGED_ONLY_BYPASS, 'Only managed devices have the tool.');`;

const INTRODUCTION = `# Guardrails

A guardrail finds a mistake that a tenant accepts and that a person rarely means: a block that stops nothing, a bypass that is wider
than it reads, a configuration that no client gets. A guardrail looks at what is written, and it never guesses: of what is not known yet,
it says nothing. Each has a name, under which messages, reviews and this page know it.

How grave a finding is:

| severity | what it says | what follows |
| --- | --- | --- |
| \`error\` | what is written cannot be meant | synth stops, \`check\` ends with exit code 1, and \`review\` with a gate |
| \`warning\` | what is written is rarely meant | it is shown; look at it, and change it or accept it with a reason |
| \`info\` | what is written is harmless, or perhaps wanted | it is a note |

## Where they speak

| where | what is looked at |
| --- | --- |
| \`terraform plan\` | what an object shows by itself, where the plan creates or changes it: as a warning at the attribute that is meant, or as an error where the provider refuses the value |
| synth, with the constructs | the whole stack, with the path of the construct |
| \`netskope-steering check\` | a plan, a stack or a tenant as it is; with the state before, also the change |
| \`netskope-steering review\` | what a plan brings; what was there before is a count |

Below each rule stands whether \`terraform plan\` can find it. What needs several objects, such as a block and the ports that are steered, is
left to the other three.

## How to accept a finding

What is meant stays as it is, **with a reason** for whoever reads it next. A suppression without a reason is refused or counts for
nothing, and one that is no longer needed is itself a finding of synth and \`check\`.

In the settings of the provider, for \`terraform plan\`. \`on\` has names or ids of objects, or values that the warning names; without it the
rule is accepted everywhere. \`enabled = false\` in place of \`suppress\` switches all warnings of guardrails off:

\`\`\`hcl
${PROVIDER_SETTINGS}
\`\`\`

In constructs, at the construct, around it, or on the whole stack. It holds in \`check\`, \`review\` and \`terraform plan\` of that stack too:

\`\`\`ts
${IN_CONSTRUCTS}
\`\`\`
`;

const CATALOGUE = '- the catalogue: [native apps that are known](native-apps.md), each fact with its source';

/** Reads a configuration as a stack that is not planned yet. The blocks of terraform itself are left out. */
export async function modelOfHcl(text: string): Promise<Model> {
  const read = (await parse('main.tf', text)) as Readonly<Record<string, LabelledBlocks>>;
  const blocks = (name: string) =>
    Object.fromEntries(
      Object.entries(read[name] ?? {}).map(([type, all]) => [
        type,
        Object.fromEntries(Object.entries(all).map(([label, [body]]) => [label, asInJson(body ?? {})])),
      ]),
    );
  return modelFromStack({ resource: blocks('resource'), data: blocks('data') });
}

/** The blocks of one kind, by type and label; the converter makes a list of the bodies under one label. */
type LabelledBlocks = Readonly<Record<string, Readonly<Record<string, readonly object[]>>>>;

/** Writes dependencies as Terraform's JSON syntax does: the converter makes templates of them, which they are not. */
function asInJson(body: { readonly depends_on?: readonly string[] }): object {
  if (body.depends_on === undefined) return body;
  return { ...body, depends_on: body.depends_on.map((one) => one.replace(/^\$\{(.*)\}$/, '$1')) };
}

/** What rules say of their examples: the messages, by code. */
export type ExampleMessages = ReadonlyMap<string, string>;

/** Lets rules judge what their examples show as wrong. */
export async function tellOfExamples(rules: readonly Rule[]): Promise<ExampleMessages> {
  const told = new Map<string, string>();
  for (const { example, check } of rules) {
    if (example === undefined) continue;
    const model = await modelOfHcl(example.wrong);
    for (const { code, message } of check(model, { orders: [] })) told.set(code, message);
  }
  return told;
}

/**
 * Describes rules in the order of the groups. A rule that is in no group is left out.
 * @param told what the rules say of their examples
 */
export function describeRules(rules: readonly Rule[], told: ExampleMessages): string {
  const groups = GROUPS.map((group) => ({
    ...group,
    rules: group.rules.flatMap((id) => rules.filter((rule) => rule.id === id)),
  })).filter((group) => group.rules.length > 0);
  const contents = groups.map(({ title, rules: own }) => {
    const links = own.map(({ id }) => `[\`${id}\`](#${id})`).join(', ');
    return `- [${title}](#${anchorOf(title)}): ${links}`;
  });
  const body = [
    '<!-- Generated from steering/rules by `npm run generate`. Do not edit. -->',
    INTRODUCTION,
    `## The guardrails\n\n${contents.join('\n')}`,
    ...groups.map((group) => describeGroup(group, told)),
  ].join('\n\n');
  return `${body}\n\n## Marks\n\n${legendOf(body)}\n${CATALOGUE}\n`;
}

function describeGroup(
  { title, about, rules }: Omit<Group, 'rules'> & { readonly rules: readonly Rule[] },
  told: ExampleMessages,
): string {
  const table = markdownTable(
    ['guardrail', 'severity', 'what it finds', 'in `terraform plan`'],
    rules.map((rule) => [
      `[\`${rule.id}\`](#${rule.id})`,
      severitiesOf(rule).join(', '),
      rule.title,
      rule.ofOneObject === true ? 'yes' : 'no',
    ]),
  );
  return [`## ${title}`, about, table, ...rules.map((rule) => section(rule, told))].join('\n\n');
}

function section(rule: Rule, told: ExampleMessages): string {
  const { id, severities, severity, title, rationale, source, example, messages } = rule;
  const wordings = Object.entries(messages).map(([code, words]) => {
    const own = severities?.[code];
    const said = wording(words) ?? told.get(code) ?? 'what it says depends on what is found.';
    return `- \`${code}\`${own === undefined || own === severity ? '' : ` (${own})`}: ${escaped(said)}`;
  });
  const ofExample = Object.keys(messages).flatMap((code) => told.get(code) ?? []);
  return [
    `### ${id}`,
    `**${title}.** Severity: ${severity}. ${whereItSpeaks(rule)}`,
    rationale,
    ...(example === undefined ? [] : ['How it looks:', codeBlock(example.wrong)]),
    ...(ofExample.length === 0 ? [] : ['What it says of that:', ...ofExample.map((one) => `> ${escaped(one)}`)]),
    ...(example === undefined ? [] : ['What to write:', codeBlock(example.right)]),
    'Everything that it says:',
    wordings.join('\n'),
    `Source: ${source}.`,
  ].join('\n\n');
}

function codeBlock(text: string): string {
  return `\`\`\`hcl\n${text}\n\`\`\``;
}

/** The severities of a rule, the gravest first. */
function severitiesOf({ severity, severities, messages }: Rule): string[] {
  const own = new Set(Object.keys(messages).map((code) => severities?.[code] ?? severity));
  return SEVERITIES.filter((one) => own.has(one));
}

function whereItSpeaks({ ofOneObject, comesWithTime }: Rule): string {
  if (comesWithTime === true) return 'Only `check` and `review` find it.';
  return ofOneObject === true
    ? '`terraform plan` tells it at the attribute, and synth, `check` and `review` tell it too.'
    : 'It takes more than one object to find it: synth, `check` and `review` tell it, and `terraform plan` does not.';
}

/** The anchor that a heading has on a page of Markdown. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

/**
 * Returns a message with the names of its arguments in place of their values; undefined for a message that takes
 * something else than texts and lists of texts.
 */
function wording(words: (args: never) => string): string | undefined {
  const names = new Proxy({}, { get: (_, name) => new Shown(`{${String(name)}}`) });
  try {
    const said = words(names as never);
    return said.includes('undefined') ? undefined : said;
  } catch {
    return undefined;
  }
}

/** Writes \`<\` and \`*\` so that Markdown does not read them. */
const escaped = (text: string): string => text.replaceAll(/[*<]/g, '\\$&');

/** The name of an argument, which stands for a text, and for a list of texts where the message takes one. */
class Shown extends String {
  map<T>(change: (text: string) => T): T[] {
    return [change(String(this))];
  }

  join(): string {
    return String(this);
  }
}

/** The page `docs/guardrails.md`, made from the rules themselves. */
export async function generateRules(): Promise<GeneratedFile[]> {
  return [await formatted('docs/guardrails.md', describeRules(RULES, await tellOfExamples(RULES)))];
}
