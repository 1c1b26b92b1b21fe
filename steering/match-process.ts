/**
 * Whether a definition matches a process, as `nsdiag -x` would say on a client, as far as that is published:
 *
 *     exact   the whole name, without case [assumed, partial evidence]
 *     regex   found anywhere in the name [assumed]; whether case counts is not published
 */
import { foldCase } from './fold-case';
import { compileProcessPattern } from './process-pattern';

export type MatchKind = 'exact' | 'regex';

/** `unknown`: the answer depends on what nobody published, or on syntax that RE2 does not have or that no engine compiles. */
export type MatchVerdict = 'yes' | 'no' | 'unknown';

export function matchProcess(kind: MatchKind, definition: string, process: string): MatchVerdict {
  if (kind === 'exact') return foldCase(definition) === foldCase(process) ? 'yes' : 'no';
  const compiled = compileProcessPattern(definition);
  if (!compiled.ok) return 'unknown';
  if (compiled.pattern.matcher(process).find()) return 'yes';
  const caseless = compileProcessPattern(`(?i)${definition}`);
  return caseless.ok && caseless.pattern.matcher(process).find() ? 'unknown' : 'no';
}
