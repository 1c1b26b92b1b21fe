/**
 * Names and patterns with a comma. On a tenant commas separate the elements of a list of processes [doc]; what becomes of an
 * element that itself contains one is not published. One tenant treats all of them alike: there are two readings of its lists.
 */
import { matchProcess, type MatchKind, type MatchVerdict } from './match-process';
import { isBroken } from './process-pattern';

export const COMMA_READINGS = ['kept', 'split'] as const;
export type CommaReading = (typeof COMMA_READINGS)[number];

export function hasComma(element: string): boolean {
  return element.includes(',');
}

/** What an element is in a reading: itself, or its parts without the white space around them. */
export function readElement(kind: MatchKind, element: string, reading: CommaReading): readonly string[] {
  if (reading === 'kept' || !hasComma(element)) return [element];
  const parts = element.split(',');
  const read = kind === 'exact' ? parts : parts.flatMap((part, index) => patternIn(part, parts, index) ?? []);
  return read.map((part) => part.trim()).filter((part) => part !== '');
}

/** Whether an element of a definition matches a process: known where both readings of it end in the same. */
export function matchElement(kind: MatchKind, element: string, process: string): MatchVerdict {
  const [kept, split] = COMMA_READINGS.map((reading) => {
    const verdicts = readElement(kind, element, reading).map((one) => matchProcess(kind, one, process));
    return (['yes', 'unknown'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'no';
  });
  return kept === undefined || kept !== split ? 'unknown' : kept;
}

/** Half of a bracket is no pattern in any dialect, and half of a quantifier asks for a brace that no process has. */
function patternIn(part: string, parts: readonly string[], index: number): string | undefined {
  let pattern = isWhole(part) ? part : undefined;
  if (isQuantifier(part, parts[index + 1])) pattern &&= firstThatIsWhole(cutsFromEnd(pattern));
  if (isQuantifier(parts[index - 1], part)) pattern &&= firstThatIsWhole(cutsFromStart(pattern));
  return pattern;
}

function isQuantifier(left = '', right = ''): boolean {
  return /\{\d*$/.test(left) && /^\d*\}/.test(right);
}

/** The alternatives before the last one, before the last two, and so on. */
function cutsFromEnd(pattern: string): string[] {
  const alternatives = pattern.split('|');
  return alternatives.slice(1).map((_, index) => alternatives.slice(0, -1 - index).join('|'));
}

function cutsFromStart(pattern: string): string[] {
  const alternatives = pattern.split('|');
  return alternatives.slice(1).map((_, index) => alternatives.slice(index + 1).join('|'));
}

/** A cut within brackets leaves half of them. */
function firstThatIsWhole(patterns: readonly string[]): string | undefined {
  return patterns.find(isWhole);
}

/** What RE2 cannot run may be whole in PCRE: it stays, and what it matches is not known. */
function isWhole(pattern: string): boolean {
  return !isBroken(pattern);
}
