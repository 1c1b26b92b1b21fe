/**
 * A pattern set matches many process patterns at once. RE2 runs them as one automaton, so that a thousand patterns cost
 * about as much as one, and a hostile pattern (`^(a+)+$`) costs no more. The verdicts are those of `matchProcess`.
 */
import type { RE2Set } from 're2js';
import { type MatchVerdict, compileProcessPattern } from './processes';

/**
 * The memory for states that the automaton builds on the way, in bytes. When it is full, the automaton starts afresh.
 */
const MEMORY = 4 * 1024 * 1024;

export class PatternSet {
  private readonly compiled: RE2Set;
  /** The patterns by their index in the set, each with whether the set ignores its case. */
  private readonly entries: { readonly pattern: string; readonly caseless: boolean }[] = [];
  /** The patterns that RE2 cannot run, so that nothing can be proved of what they match. */
  readonly unprovable: readonly string[];

  constructor(patterns: Iterable<string>) {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- lazy: a provider must start within milliseconds
    const { RE2Set } = require('re2js') as typeof import('re2js');
    this.compiled = new RE2Set(RE2Set.UNANCHORED, 0, MEMORY);
    const unprovable: string[] = [];
    for (const pattern of new Set(patterns)) {
      if (!compileProcessPattern(pattern).ok) {
        unprovable.push(pattern);
        continue;
      }
      this.add(pattern, pattern, false);
      if (compileProcessPattern(`(?i)${pattern}`).ok) this.add(`(?i)${pattern}`, pattern, true);
    }
    this.compiled.compile();
    this.unprovable = unprovable;
  }

  /**
   * Returns `yes` for each pattern that matches, and `unknown` for each that matches only if case does not count.
   * Unprovable ones have no verdict.
   */
  match(process: string): ReadonlyMap<string, MatchVerdict> {
    const verdicts = new Map<string, MatchVerdict>();
    if (this.entries.length === 0) return verdicts;
    for (const index of this.compiled.match(process)) {
      const entry = this.entries[index];
      if (entry === undefined) continue;
      if (!entry.caseless) verdicts.set(entry.pattern, 'yes');
      else if (!verdicts.has(entry.pattern)) verdicts.set(entry.pattern, 'unknown');
    }
    return verdicts;
  }

  private add(source: string, pattern: string, caseless: boolean): void {
    this.compiled.add(source);
    this.entries.push({ pattern, caseless });
  }
}
