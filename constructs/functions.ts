/**
 * How are the provider's functions called from code? By typed functions, which give the answer at synth where it is
 * already known. Under cdktn, cdktf.json must exclude older releases of Terraform: `"targetVersions": { "terraform":
 * ">=1.8.0" }`.
 */
import { Token, type IResolvable } from 'cdktf';
import { parsePorts as parse } from '../steering/domain/vocabulary';
import { complainAboutProcessPattern } from '../steering/domain/processes';
import { ProcessMatch } from './certificate-pinned-app';
import { parsePorts as callParsePorts, processMatches as callProcessMatches } from './l1/provider-functions';
import { checked } from './plumbing/checked';

/**
 * Makes a list of ports from a text of ports and ranges, such as `443,5222,8000-8002`: each port once, in ascending
 * order. A literal is parsed here, so that its numbers can be given to `ports` and `addNonStandardPort`; a token
 * becomes a call that Terraform 1.8 or later answers.
 * @throws Error where a literal is no list of ports
 * @example
 * import { parsePorts } from 'cdktf-netskope-steering';
 *
 * for (const port of parsePorts('5222,8000-8002')) configuration.addNonStandardPort(port, { domains: ['a.example'] });
 */
export function parsePorts(ports: string): number[] {
  [ports] = checked(undefined, 'parsePorts', ports);
  if (Token.isUnresolved(ports)) return callParsePorts(ports);
  const parsed = parse(ports);
  if (!parsed.ok) throw new Error(`parsePorts: ${parsed.reason}`);
  return [...parsed.ports];
}

/**
 * Says whether a process matches a definition of a certificate pinned app, as `nsdiag -x` on a client would say
 * [assumed]. The answer is null where it depends on what is not published, and for a pattern outside RE2, which the
 * provider cannot judge. The provider answers when Terraform runs, which must be 1.8 or later.
 * @throws Error where a literal pattern is one that no engine compiles
 * @example
 * import { TerraformOutput } from 'cdktf';
 * import { ProcessMatch, processMatches } from 'cdktf-netskope-steering';
 *
 * const matches = processMatches(ProcessMatch.REGEX, '^python[0-9]\\.exe$', 'python3.exe');
 * new TerraformOutput(stack, 'Matches', { value: matches });
 */
export function processMatches(match: ProcessMatch, definition: string, process: string): IResolvable {
  [match, definition, process] = checked(undefined, 'processMatches', match, definition, process);
  if (match === ProcessMatch.REGEX && !Token.isUnresolved(definition)) {
    const complaint = complainAboutProcessPattern(definition);
    if (complaint !== undefined) throw new Error(`processMatches: ${complaint.summary}. ${complaint.detail}`);
  }
  return callProcessMatches(match, definition, process);
}
