/**
 * This index has the rules for certificate pinned apps of one place and one platform. It finds those that match a
 * process without looking at every rule.
 */
import { append } from '../collections';
import { PatternSet } from '../domain/pattern-set';
import { type CommaReading, type MatchKind, foldCase, hasComma, isBroken, readElement } from '../domain/processes';
import type { PlatformName } from '../domain/vocabulary';
import { and, either, certaintyOf, NO, notesOf, openBecause, YES, yesAssuming, type Certainty } from './certainty';
import type { PinnedRule } from './pinned';
import type { Matcher } from './trace';

/** A rule that matches a process, or may. */
export interface PinnedMatch {
  readonly rule: PinnedRule;
  readonly matched: Certainty;
  readonly matcher: Matcher;
}

/** An element of an app's definition, with the rule that it stands for. */
export interface Element {
  readonly rule: PinnedRule;
  /** How the element matches. `any` says that the definition is not known. */
  readonly kind: MatchKind | 'any';
  readonly text: string;
  /** The element as it is written, of which `text` may be a part. */
  readonly written: string;
  /** Whether the element is there. */
  readonly there: Certainty;
}

/** How many processes are remembered with their rules. */
const REMEMBERED = 4_096;

const WITHOUT_CASE = yesAssuming('exact-names-without-case');
const FOUND = yesAssuming('patterns-search');
const CASE_OPEN = openBecause('case-of-patterns');
const ANDROID = yesAssuming('android-10');
const BESIDE_BROKEN = yesAssuming('beside-broken-patterns');
const NOT_BY_PROCESS: Matcher = { kind: 'any', text: '' };

export class PinnedIndex {
  readonly elements: readonly Element[];
  /** The rules of apps that may be known by their domains, whatever the process is. */
  readonly byDomain: readonly PinnedRule[];
  /** Whether an element has a comma, so that there is more than one reading. */
  readonly hasCommas: boolean;
  /** The notes that name each app which is only as the stack states it. */
  readonly stated: readonly StatedNote[];
  private readonly exact = new Map<string, Element[]>();
  private readonly patterns = new Map<string, Element[]>();
  private readonly always: readonly Element[];
  private set: PatternSet | undefined;
  private remembered = new Map<string, readonly PinnedMatch[]>();

  constructor(
    readonly rules: readonly PinnedRule[],
    private readonly platform: PlatformName,
    reading: CommaReading = 'kept',
  ) {
    this.elements = rules.flatMap((rule) => elementsOf(rule, reading));
    this.hasCommas = this.elements.some(({ written }) => hasComma(written));
    this.stated = rules.flatMap(statedNotes);
    this.byDomain = rules.filter(({ domains }) => domains !== undefined);
    this.always = this.elements.filter(({ kind }) => kind === 'any');
    for (const element of this.elements) {
      if (element.kind === 'exact') append(this.exact, foldCase(element.text), element);
      else if (element.kind === 'regex') append(this.patterns, element.text, element);
    }
  }

  /** Returns each rule that matches at most once, with the best of its elements. */
  match(process: string): readonly PinnedMatch[] {
    let matches = this.remembered.get(process);
    if (matches === undefined) {
      matches = this.find(process);
      if (this.remembered.size >= REMEMBERED) this.remembered = new Map();
      this.remembered.set(process, matches);
    }
    return matches;
  }

  private find(process: string): PinnedMatch[] {
    const best = new Map<PinnedRule, PinnedMatch>();
    const found = ({ rule, kind, written, there }: Element, matched: Certainty) => {
      const before = best.get(rule);
      const certainty = and(there, this.onPlatform(rule, matched));
      if (before?.matched.verdict === 'yes') return;
      if (before === undefined || certainty.verdict === 'yes')
        best.set(rule, { rule, matched: certainty, matcher: { kind, text: written } });
      else best.set(rule, { ...before, matched: either(before.matched, certainty) });
    };
    for (const element of this.exact.get(foldCase(process)) ?? []) {
      found(element, element.text === process ? YES : WITHOUT_CASE);
    }
    if (this.patterns.size > 0) {
      this.set ??= new PatternSet(this.patterns.keys());
      for (const [pattern, verdict] of this.set.match(process)) {
        for (const element of this.patterns.get(pattern) ?? []) found(element, verdict === 'yes' ? FOUND : CASE_OPEN);
      }
      for (const pattern of this.set.unprovable) {
        for (const element of this.patterns.get(pattern) ?? []) found(element, unprovable(pattern));
      }
    }
    for (const element of this.always) found(element, YES);
    for (const rule of this.byDomain) {
      if (!best.has(rule)) best.set(rule, { rule, matched: NO, matcher: NOT_BY_PROCESS });
    }
    return [...best.values()];
  }

  private onPlatform(rule: PinnedRule, matched: Certainty): Certainty {
    return this.platform === 'android' && rule.domains === undefined ? and(ANDROID, matched) : matched;
  }
}

/** Returns the certainty that a pattern matches of which nothing could be proved; it is `unknown`. */
export function unprovable(pattern: string): Certainty {
  const assumption = isBroken(pattern) ? 'broken-patterns' : 'patterns-outside-re2';
  return certaintyOf('unknown', { assumption, of: pattern });
}

type StatedNote = Extract<Certainty['because'][number], { assumption: unknown }>;

function statedNotes({ definition: { assumption }, app }: PinnedRule): StatedNote[] {
  return assumption === undefined || app === undefined ? [] : [{ assumption, of: app.key }];
}

function elementsOf(rule: PinnedRule, reading: CommaReading): Element[] {
  const { definition } = rule;
  const any = (reason: string, ...notes: Certainty['because']): Element => ({
    rule,
    kind: 'any',
    text: '',
    written: '',
    there: certaintyOf('unknown', { notKnown: reason }, ...notes),
  });
  if (!definition.known) return [any(definition.reason)];
  const { match, processes } = definition.value;
  const kinds: readonly MatchKind[] = match.known ? [match.value] : (match.candidates ?? ['exact', 'regex']);
  const isCertain = kinds.length === 1 && !(match.known && match.assumption !== undefined);
  const isDefined = isCertain ? YES : certaintyOf(kinds.length === 1 ? 'yes' : 'unknown', ...notesOf(match));
  const broken = kinds.includes('regex') ? processes.items.filter(isBroken) : [];
  const elements = processes.items.flatMap((written) => {
    const there = broken.some((other) => other !== written) ? and(isDefined, BESIDE_BROKEN) : isDefined;
    return kinds.flatMap((kind) =>
      readElement(kind, written, reading).map((text): Element => ({ rule, kind, text, written, there })),
    );
  });
  return processes.open === undefined ? elements : [...elements, any(processes.open)];
}
