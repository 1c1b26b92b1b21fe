/** What decisions rest on beside the documented rules, as sections of the page of assumptions. Pure. */
import type { Assumption } from '../../../steering';

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
rules. An answer names what it rests on by these ids. [community] is the vendor's community, or third parties.

${sections.join('\n\n')}
`;
}
