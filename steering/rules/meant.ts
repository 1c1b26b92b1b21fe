/**
 * Which process was meant by a name or a pattern that matches none? What one rule tells as a mistake of the text must
 * not be told again as a process that is missing.
 */
import { matchProcess, type MatchKind } from '../domain/processes';
import { withoutUnseen } from '../domain/names';
import type { PlatformName } from '../domain/vocabulary';
import type { Definition } from '../model/model';
import { foreignIn } from './look-alike-letters';
import { correctedPattern } from './pattern-without-match';
import { misread, patternOf } from './process-text';

/** Whether a process was probably meant by something in a definition, although it is written in another way. */
export function isMeant({ match, processes }: Definition, platform: PlatformName, process: string): boolean {
  if (!match.known) return false;
  const corrected = match.value === 'exact' ? correctedNames : correctedPatterns;
  return processes.items.some((item) =>
    corrected(item, platform).some(([kind, text]) => matchProcess(kind, text, process) !== 'no'),
  );
}

type Corrected = readonly [MatchKind, string];

function correctedNames(name: string, platform: PlatformName): Corrected[] {
  const bare = name.split(',').map((part) => withoutUnseen((part.split(/[\\/]/).at(-1) ?? '').replace(/["'`“”]/g, '')));
  return bare.flatMap((one): Corrected[] => {
    const plain = foreignIn(one, false)?.instead ?? one;
    const read = misread(plain, platform);
    if (read?.kind === 'wildcard') return [['regex', patternOf(plain)]];
    return [plain, ...(read?.instead ?? [])].map((text) => ['exact', text]);
  });
}

function correctedPatterns(pattern: string, platform: PlatformName): Corrected[] {
  const plain = foreignIn(pattern, true)?.instead ?? pattern;
  return [['regex', correctedPattern(plain, platform)]];
}
