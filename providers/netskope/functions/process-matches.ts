/** The function `process_matches`: whether a definition of a certificate pinned app matches a process. */
import { ArgumentError, didYouMean, providerFunction, t } from 'terraform-plugin-sdk-ts';
import { type MatchKind, complainAboutProcessPattern, matchElement } from '../../../steering/domain/processes';

const KINDS = ['exact', 'regex'] as const satisfies readonly MatchKind[];

export const processMatches = providerFunction({
  name: 'process_matches',
  summary: 'Whether a process matches a definition of a certificate pinned app.',
  description:
    'Answers like `nsdiag -x` on a client, as far as that is published: `exact` compares the whole name without case [assumed]; `regex` is found anywhere in the name [assumed]. Returns `null` where the answer is not known: for a pattern outside RE2, since clients run patterns as PCRE [doc], with lookaheads, back-references and more, while this function runs them on RE2, whose time no pattern can stretch, and never guesses what the rest matches; for a pattern that matches only when case is ignored; and for a definition with a comma, which separates definitions on the tenant, where its parts do not answer alike. A pattern that no engine compiles is an error.',
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
    const certainty = matchElement(kind, definition, process);
    return certainty === 'unknown' ? null : certainty === 'yes';
  },
});
