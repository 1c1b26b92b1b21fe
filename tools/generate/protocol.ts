/** Generates `PROTOCOL.md` of the plugin SDK, which names for each call and feature of the plugin SDK the tests that prove it. */
import { ProviderDefinition } from '../../providers/plugin-sdk/wire/gen/tfplugin6';
import { formatted, type GeneratedFile } from './drift';
import { FEATURES, MADE_BY_OTHERS, NOT_SERVED, NOT_THERE } from './protocol/features';
import { PROOFS, type ProofSubject, type ProofPlace } from './protocol/proofs';

export async function generateProtocol(): Promise<GeneratedFile[]> {
  return [await formatted('providers/plugin-sdk/PROTOCOL.md', describeProtocol())];
}

function describeProtocol(): string {
  const calls = Object.values(ProviderDefinition.methods).map(({ name }) => name);
  return `<!-- Generated from \`tools/generate/protocol/proofs.ts\` by \`npm run generate\`. Do not edit. -->

# Protocol 6, and what proves it

What [this package](README.md) serves of Terraform's plugin protocol, each call and feature with the tests
that exercise it: with the real **terraform** (1.11), or on the **wire**, where a test stands in terraform's place on a socket. The table
behind this page is kept by hand. A test checks that each call and each feature is in it, and that each test that it names is there; that
a test exercises what it is named for is for its reader to judge.

## Calls

${listOf(calls)}

Terraform 1.11 does not make these, which are proven on the wire alone:

${Object.entries(MADE_BY_OTHERS)
  .map(([call, by]) => `- \`${call}\`: ${by}.`)
  .join('\n')}

${Object.entries(FEATURES)
  .map(([group, features]) => `## ${group}\n\n${listOf(features)}`)
  .join('\n\n')}

## What is not served

| call | since Terraform | why not |
| --- | --- | --- |
${NOT_SERVED.map(({ calls: names, since, why }) => `| ${names.map((name) => `\`${name}\``).join(', ')} | ${since} | ${why} |`).join('\n')}

${NOT_THERE.map(([what, why]) => `- ${what}. ${why}`).join('\n')}
`;
}

function listOf(subjects: readonly ProofSubject[]): string {
  const itemOf = (subject: ProofSubject) =>
    [`- **${subject}**`, ...proofsOf(subject, 'terraform'), ...proofsOf(subject, 'wire')].join('\n');
  return subjects.map(itemOf).join('\n');
}

/** The lines of the page for the tests that prove a call or a feature, one line for each test. */
function proofsOf(subject: ProofSubject, where: ProofPlace): string[] {
  return Object.entries(PROOFS[where]).flatMap(([file, tests]) => {
    const short = file.replace(/^__tests__\/(plugin-sdk\/)?|\.test\.ts$/g, '');
    return Object.entries(tests)
      .filter(([, proves]) => proves.includes(subject))
      .map(([title]) => `  - ${where}: [${short}](../../${file}) "${title.replaceAll(/[|*<`_]/g, '\\$&')}"`);
  });
}
