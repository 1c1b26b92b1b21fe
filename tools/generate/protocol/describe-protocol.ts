/** The page of the protocol as Markdown: each call and feature with the tests that prove it. Pure. */
import { MADE_BY_OTHERS, NOT_SERVED, NOT_THERE } from './calls';
import { FEATURES } from './features';
import type { Proof, Where } from './read-proofs';

/**
 * @param calls the names of all calls that are served
 * @throws one error with everything that no test proves, and every proof of something that is not there
 */
export function describeProtocol(calls: readonly string[], proofs: readonly Proof[]): string {
  const complaints = complaintsAbout(calls, proofs);
  if (complaints.length > 0) throw new Error(`docs/protocol.md cannot be written:\n${complaints.join('\n')}`);
  return `<!-- Generated from the tags of tests (\`@terraform\`, \`@wire\`) by \`npm run generate\`. Do not edit. -->

# Protocol 6, and what proves it

What [providers/plugin-sdk](../providers/plugin-sdk/README.md) serves of Terraform's plugin protocol, each call and feature with the tests
that exercise it: with the real **terraform** (1.11), or on the **wire**, where a test stands in terraform's place on a socket. Where one
loses its last test, \`npm run generate\` fails. That a test makes the calls that it names is checked while it runs.

## Calls

${listOf(calls, proofs)}

Terraform 1.11 does not make these, which are proven on the wire alone:

${Object.entries(MADE_BY_OTHERS)
  .map(([call, by]) => `- \`${call}\`: ${by}.`)
  .join('\n')}

${Object.entries(FEATURES)
  .map(([group, features]) => `## ${group}\n\n${listOf(features, proofs)}`)
  .join('\n\n')}

## What is not served

| call | since Terraform | why not |
| --- | --- | --- |
${NOT_SERVED.map(({ calls: names, since, why }) => `| ${names.map(code).join(', ')} | ${since} | ${why} |`).join('\n')}

${NOT_THERE.map(([what, why]) => `- ${what}. ${why}`).join('\n')}
`;
}

function listOf(subjects: readonly string[], proofs: readonly Proof[]): string {
  return subjects
    .map((subject) => {
      const found = proofs.filter(({ proves }) => proves.includes(subject));
      const lines = (['terraform', 'wire'] as const).flatMap((where) =>
        found.filter((proof) => proof.where === where).map((proof) => `  - ${where}: ${link(proof)}`),
      );
      return [`- **${subject}**`, ...lines].join('\n');
    })
    .join('\n');
}

function link({ file, name }: Proof): string {
  const short = file.replace(/^__tests__\/(plugin-sdk\/)?|\.test\.ts$/g, '');
  return `[${short}](../${file}) "${escape(name)}"`;
}

function complaintsAbout(calls: readonly string[], proofs: readonly Proof[]): string[] {
  const features = Object.values(FEATURES).flat();
  const proven = (subject: string, where?: Where) =>
    proofs.some((proof) => proof.proves.includes(subject) && (where === undefined || proof.where === where));
  const strange = proofs.flatMap(({ file, name, proves }) =>
    proves
      .filter((subject) => !calls.includes(subject) && !features.includes(subject))
      .map((subject) => `${file}: "${name}" proves "${subject}", which is no call that is served, and no feature`),
  );
  const missing = (subject: string, tag: string) => `${subject}: no test has it in its tag ${tag}`;
  return [
    ...strange,
    ...calls.flatMap((call) => {
      const where = Object.hasOwn(MADE_BY_OTHERS, call) ? 'wire' : 'terraform';
      return proven(call, where) ? [] : [missing(call, `@${where}`)];
    }),
    ...features.flatMap((feature) => (proven(feature) ? [] : [missing(feature, '@terraform or @wire')])),
  ];
}

function code(name: string): string {
  return `\`${name}\``;
}

function escape(text: string): string {
  return text.replaceAll(/[|*<`_]/g, '\\$&');
}
