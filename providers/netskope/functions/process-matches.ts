import { ArgumentError, didYouMean, providerFunction, t } from '../../plugin-sdk';
import { matchElement } from '../../../steering/comma';
import type { MatchKind } from '../../../steering/match-process';
import { complainAboutProcessPattern } from '../../../steering/process-name';

const KINDS = ['exact', 'regex'] as const satisfies readonly MatchKind[];

export const processMatches = providerFunction({
  name: 'process_matches',
  summary: 'Whether a process matches a definition of a certificate pinned app.',
  description:
    'Answers like `nsdiag -x` on a client, as far as that is published: `exact` compares the whole name without case [assumed]; `regex` is found anywhere in the name [assumed], on RE2. Returns `null` where the answer depends on what is not published: a pattern that matches only when case is ignored, or a definition with a comma, which separates definitions on the tenant, where its parts do not answer alike.',
  parameters: [
    { name: 'match', type: t.string, description: '`exact` or `regex`.' },
    { name: 'definition', type: t.string, description: 'A process name, or a regular expression.' },
    { name: 'process', type: t.string, description: 'Name of the process, without path.' },
  ],
  returns: t.bool,
  run(match, definition, process) {
    const kind = KINDS.find((one) => one === match);
    if (kind === undefined) {
      throw new ArgumentError(
        'match',
        `${JSON.stringify(match)} is neither "exact" nor "regex".${didYouMean(match, KINDS)}`,
      );
    }
    const complaint = kind === 'regex' ? complainAboutProcessPattern(definition) : undefined;
    if (complaint !== undefined) throw new ArgumentError('definition', `${complaint.summary}: ${complaint.detail}`);
    const verdict = matchElement(kind, definition, process);
    return verdict === 'unknown' ? null : verdict === 'yes';
  },
});
