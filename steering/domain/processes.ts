/**
 * This file says what may stand among the processes of a certificate pinned app, and which processes it matches: exact
 * names, or PCRE patterns. [doc] Patterns run on RE2 here, whose time is linear in its input, so that no user's pattern
 * can stall a plan or a decision. RE2 has no lookaround and no back-references: what a pattern with these matches is
 * not known here.
 */
import type { RE2JS } from 're2js';
import { quote } from '../inert';
import { unseenIn, withoutUnseen } from './names';
import { readPcre } from './pcre';
import type { Complaint } from './vocabulary';

/**
 * Returns a name in lower case, so that two names differ in nothing but case where the results are the same. Each
 * character is folded by itself, unlike `toLowerCase` of the whole, which looks at what follows a sigma.
 */
export function foldCase(text: string): string {
  if (/^[\u0000-\u007f]*$/.test(text)) return text.toLowerCase();
  return [...text].map(foldCharacter).join('');
}

/**
 * Returns the small letter of a character. A character whose small letter would be several characters stays as it is.
 */
export function foldCharacter(character: string): string {
  const small = character.toLowerCase();
  return [...small].length === 1 ? small : character;
}

/** The result of compiling a pattern in RE2's own syntax: the pattern, or the reason why it is none. */
export type Compiled = { readonly ok: true; readonly pattern: RE2JS } | { readonly ok: false; readonly reason: string };

/**
 * The result of compiling a pattern that a client runs as PCRE: the pattern, or the reason why it cannot be judged
 * here.
 */
export type CompiledPattern =
  /** RE2 runs the pattern, and PCRE reads it alike: what it matches is known. */
  | { readonly ok: true; readonly pattern: RE2JS }
  /** `broken` says that no engine compiles the pattern. Otherwise PCRE may. */
  | { readonly ok: false; readonly broken: boolean; readonly reason: string };

/** How many patterns are remembered. A comparison of large tenants asks for each of some hundreds several times. */
const REMEMBERED = 2_048;

/** Compiles a pattern in RE2's own syntax. The engine is loaded on first use, because most plans never need it. */
export const compileRe2 = remembering((source: string): Compiled => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- lazy: a provider must start within milliseconds
  const { RE2JS } = require('re2js') as typeof import('re2js');
  try {
    return { ok: true, pattern: RE2JS.compile(source) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { ok: false, reason: reason.replace(/^error parsing regexp: /, '') };
  }
});

/** Compiles a pattern that a client runs as PCRE. */
export const compileProcessPattern = remembering((source: string): CompiledPattern => {
  const { broken, otherwise } = readPcre(source);
  if (broken !== undefined) return { ok: false, broken: true, reason: broken };
  if (otherwise !== undefined) return { ok: false, broken: false, reason: otherwise };
  const compiled = compileRe2(source);
  return compiled.ok ? compiled : { ...compiled, broken: false };
});

/** Whether no engine compiles a pattern. */
export function isBroken(source: string): boolean {
  return readPcre(source).broken !== undefined;
}

function remembering<T>(compile: (source: string) => T): (source: string) => T {
  const remembered = new Map<string, T>();
  return (source) => {
    let compiled = remembered.get(source);
    if (compiled === undefined) {
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(source, (compiled = compile(source)));
    }
    return compiled;
  };
}

/** How the processes of a definition match: by their exact names, or by patterns. */
export type MatchKind = 'exact' | 'regex';

/**
 * Whether something matches. `unknown` says that it depends on what nobody published, or on syntax that RE2 does not
 * have or that no engine compiles.
 */
export type MatchVerdict = 'yes' | 'no' | 'unknown';

/**
 * Whether a definition matches a process, as `nsdiag -x` would say on a client, as far as that is published:
 *
 *     exact   the whole name, without case [assumed, partial evidence]
 *     regex   found anywhere in the name [assumed]; whether case counts is not published
 */
export function matchProcess(kind: MatchKind, definition: string, process: string): MatchVerdict {
  if (kind === 'exact') return foldCase(definition) === foldCase(process) ? 'yes' : 'no';
  const compiled = compileProcessPattern(definition);
  if (!compiled.ok) return 'unknown';
  if (compiled.pattern.matcher(process).find()) return 'yes';
  const caseless = compileProcessPattern(`(?i)${definition}`);
  return caseless.ok && caseless.pattern.matcher(process).find() ? 'unknown' : 'no';
}

/**
 * The readings of elements with a comma. On a tenant commas separate the elements of a list of processes [doc]; what
 * becomes of an element that itself contains one is not published. A tenant treats all of them alike, so there are two
 * readings of its lists.
 */
export const COMMA_READINGS = ['kept', 'split'] as const;
export type CommaReading = (typeof COMMA_READINGS)[number];

export function hasComma(element: string): boolean {
  return element.includes(',');
}

/** Returns what an element is in a reading: itself, or its parts without the white space around them. */
export function readElement(kind: MatchKind, element: string, reading: CommaReading): readonly string[] {
  if (reading === 'kept' || !hasComma(element)) return [element];
  const parts = element.split(',');
  const read = kind === 'exact' ? parts : parts.flatMap((part, index) => patternIn(part, parts, index) ?? []);
  return read.map((part) => part.trim()).filter((part) => part !== '');
}

/**
 * Whether an element of a definition matches a process. It is known where both readings of the element say the same.
 */
export function matchElement(kind: MatchKind, element: string, process: string): MatchVerdict {
  const [kept, split] = COMMA_READINGS.map((reading) => {
    const verdicts = readElement(kind, element, reading).map((one) => matchProcess(kind, one, process));
    return (['yes', 'unknown'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'no';
  });
  return kept === undefined || kept !== split ? 'unknown' : kept;
}

/**
 * Returns the pattern in a part of an element. Half of a bracket is no pattern in any dialect, and half of a quantifier
 * asks for a brace that no process has.
 */
function patternIn(part: string, parts: readonly string[], index: number): string | undefined {
  let pattern = isWhole(part) ? part : undefined;
  if (isQuantifier(part, parts[index + 1])) pattern &&= firstThatIsWhole(cutsFromEnd(pattern));
  if (isQuantifier(parts[index - 1], part)) pattern &&= firstThatIsWhole(cutsFromStart(pattern));
  return pattern;
}

function isQuantifier(left = '', right = ''): boolean {
  return /\{\d*$/.test(left) && /^\d*\}/.test(right);
}

/** Returns the alternatives before the last one, before the last two, and so on. */
function cutsFromEnd(pattern: string): string[] {
  const alternatives = pattern.split('|');
  return alternatives.slice(1).map((_, index) => alternatives.slice(0, -1 - index).join('|'));
}

function cutsFromStart(pattern: string): string[] {
  const alternatives = pattern.split('|');
  return alternatives.slice(1).map((_, index) => alternatives.slice(index + 1).join('|'));
}

/** Returns the first pattern that is whole, because a cut within brackets leaves half of them. */
function firstThatIsWhole(patterns: readonly string[]): string | undefined {
  return patterns.find(isWhole);
}

/**
 * Whether a pattern is whole. One that RE2 cannot run may be whole in PCRE: it stays, and what it matches is not known.
 */
function isWhole(pattern: string): boolean {
  return !isBroken(pattern);
}

/**
 * The characters that the tenant's form takes literally, with why each cannot be part of an executable's bare name.
 * [doc]
 */
const MISPLACED: readonly { readonly found: RegExp; readonly why: string }[] = [
  { found: /:\/\//, why: 'it is an address of the web; the client compares the name of the executable' },
  { found: /[\\/]/, why: 'it contains a path; the client compares the bare name of the executable' },
  { found: /["'`“”]/, why: 'it contains quotes; the client would look for a name that contains them' },
  { found: /,/, why: 'it contains a comma, which separates names on the tenant; write one element per name' },
  { found: /^$/, why: 'it is empty' },
];

/** Complains about a text that is not the bare name of an executable. */
export function complainAboutProcessName(name: string): Complaint | undefined {
  const why = MISPLACED.find(({ found }) => found.test(name))?.why ?? unseenIn(name);
  if (why === undefined) return undefined;
  return {
    summary: 'Not a process name',
    detail: `${quote(name)} is not the name of a process: ${why}. Write the bare name, such as ${quote(bareName(name))}.`,
  };
}

function bareName(name: string): string {
  if (name.includes('://')) return 'WhatsApp.exe';
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return withoutUnseen(last.replace(/["'`“”,]/g, '')) || 'WhatsApp.exe';
}

/**
 * Complains about a text that is no process pattern: it is empty, has characters that nobody sees, or compiles in no
 * engine.
 */
export function complainAboutProcessPattern(source: string): Complaint | undefined {
  if (source.trim() === '') {
    return { summary: 'Not a process pattern', detail: 'An empty pattern would match every process.' };
  }
  const why = unseenIn(source);
  if (why !== undefined) {
    return {
      summary: 'Not a process pattern',
      detail: `${quote(source)} is not written as a pattern: ${why}, which nobody sees. Write ${quote(withoutUnseen(source))}, or [ ] where a space is meant.`,
    };
  }
  const compiled = compileProcessPattern(source);
  if (compiled.ok || !compiled.broken) return undefined;
  return {
    summary: 'Broken process pattern',
    detail: `${quote(source)} is not a valid regular expression: ${compiled.reason}. No client could compile it. Correct it, and try it with nsdiag -x PATTERN NAME on a client.`,
  };
}

/** Remarks on patterns that a tenant takes, and of which nothing can be proved here. */
export function remarkOnProcessPatterns(sources: readonly string[]): Complaint | undefined {
  const found = sources.flatMap((source) => {
    const compiled = compileProcessPattern(source);
    return compiled.ok || compiled.broken ? [] : [`${quote(source)} (${compiled.reason})`];
  });
  if (found.length === 0) return undefined;
  return {
    summary: 'Process pattern that cannot be judged',
    detail:
      `Outside RE2, on which patterns are judged here: ${found.join(', ')}. A tenant takes such a pattern, since clients ` +
      'run it as PCRE [doc], but no decision, traffic test or review can prove what it matches: for every process, they ' +
      'say that the answer is unknown. Try it with nsdiag -x PATTERN NAME on a client; for answers that are proved, write ' +
      'it without such syntax, or list exact names.',
  };
}
