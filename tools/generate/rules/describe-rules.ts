/** Writes the guardrails' page as Markdown: a table, and a section for each rule. The functions are pure. */
import { markdownTable } from '../../../steering';
import { RULES, type Rule } from '../../../steering/rules';
import { formatted, type GeneratedFile } from '../drift';

export function describeRules(rules: readonly Rule[]): string {
  return `<!-- Generated from steering/rules by \`npm run generate\`. Do not edit. -->

# Guardrails

Mistakes that a tenant accepts and that a person rarely means. A guardrail is a pure function over what a stack, a plan or a tenant says;
what is not known yet is never guessed. Severities: \`error\` cannot be meant, \`warning\` rarely is, \`info\` is harmless.

A finding that is meant is suppressed by its rule, where it may be at one object, and **with a reason**: a suppression without one counts
for nothing and is itself a finding, like one that is no longer needed.

${markdownTable(
  ['rule', 'severity', 'what it finds'],
  rules.map(({ id, severity, title }) => [`[\`${id}\`](#${id})`, severity, title]),
)}

${rules.map(section).join('\n\n')}

## Marks

- [seed] the article on which this project is built: "How to Block WhatsApp Native Application Access - Windows OS"
- [doc] the vendor's documentation
- [community] the vendor's community, or third parties
- [assumed] our reading, confirmed by nobody
- the catalogue: [native apps that are known](native-apps.md), each fact with its source
`;
}

function section({ id, severity, severities = {}, title, rationale, source, messages }: Rule): string {
  const wordings = Object.entries(messages)
    .map(
      ([code, words]) =>
        `- \`${code}\`${severities[code] === undefined ? '' : ` (${severities[code]})`}: ${wording(words)}`,
    )
    .join('\n');
  return `## ${id}\n\n**${title}.** Severity: ${severity}.\n\n${rationale}\n\nSource: ${source}.\n\n${wordings}`;
}

/** A message with the names of its arguments in place of their values; \`<\` and \`*\` would be read as Markdown. */
function wording(words: (args: never) => string): string {
  const names = new Proxy({}, { get: (_, name) => `{${String(name)}}` });
  return words(names as never).replaceAll(/[*<]/g, '\\$&');
}

/** The page `docs/guardrails.md`, made from the rules themselves. */
export async function generateRules(): Promise<GeneratedFile[]> {
  return [await formatted('docs/guardrails.md', describeRules(RULES))];
}
