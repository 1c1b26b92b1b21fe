/** Which classes of processes does a platform have? To all processes of a class the same rules apply. */
import { WINDOWS_SERVICES } from '../catalogue/shared-processes';
import { append, computed, firstUnused, remembered } from '../collections';
import { BLOCKED, type Blocked, blockedOf } from '../decide/actions';
import { NO, and, openBecause } from '../decide/certainty';
import { conditionOf, identityOf } from '../decide/condition';
import { type PinnedRule, mayBlock } from '../decide/pinned';
import { type Element, type PinnedIndex, unprovable } from '../decide/pinned-index';
import { type MatchVerdict, compileProcessPattern, foldCase, matchProcess } from '../domain/processes';
import type { PlatformName } from '../domain/vocabulary';
import { type Contribution, type Contributions, Effects, effectOf, keyOf } from './effects';
import { groupPatterns } from './pattern-groups';
import { PatternCombinations } from './patterns/combinations';

/**
 * The Windows services among the processes of a comparison. Either all its flows say whether their process is a
 * service, or none does. Where none does, a process is taken for no service, but a service that the catalogue knows may
 * run as one or not.
 */
export interface Services {
  /** A key that is the same where a block does the same to the same processes. */
  readonly key: string;
  /** The processes to which a block does something else than to others. */
  readonly names: readonly string[];
  readonly blockedOf: (process: string) => Blocked;
}

const NO_SERVICES: Services = { key: '', names: [], blockedOf: () => BLOCKED };

/**
 * Finds the services among the processes of some rules.
 * @param said whether the flows say that their process is a service; undefined where they do not say it
 */
export function servicesAmong(
  platform: PlatformName,
  indexes: readonly PinnedIndex[],
  said: boolean | undefined,
): Services {
  if (platform !== 'windows' || said === false) return NO_SERVICES;
  const asked = said === undefined ? {} : { service: said };
  const names = said === undefined ? knownServicesIn(indexes) : [];
  if (said === undefined && names.length === 0) return NO_SERVICES;
  return { key: 'services', names, blockedOf: (process) => blockedOf({ platform, process, ...asked }) };
}

/**
 * Returns the known services that a rule blocks, or may. They are few: to make all patterns ready at once would take
 * longer.
 */
function knownServicesIn(indexes: readonly PinnedIndex[]): readonly string[] {
  const blocking = indexes.flatMap(({ elements }) => elements).filter(({ rule }) => mayBlock(rule));
  const textsOf = (wanted: Element['kind']) => blocking.flatMap(({ kind, text }) => (kind === wanted ? [text] : []));
  const exact = new Set(textsOf('exact').map(foldCase));
  const patterns = [...new Set(textsOf('regex'))];
  const mayBeAny = textsOf('any').length > 0;
  const isBlocked = (name: string) =>
    mayBeAny || exact.has(foldCase(name)) || patterns.some((pattern) => matchProcess('regex', pattern, name) !== 'no');
  return WINDOWS_SERVICES.map(({ value }) => value).filter(isBlocked);
}

/** Processes that bring about the same. */
export interface ProcessClass {
  readonly key: string;
  readonly contributions: Contributions;
  /** The exact names in the class, as some definition spells them. */
  readonly names: string[];
  /** Names that patterns match, or that nothing matches: one for each way. */
  readonly examples: string[];
}

const CASE_OPEN = openBecause('case-of-patterns');

/** Names that nobody would mistake for those of a known app. */
const ANY_NAMES = ['another-process.exe', 'another-process'];

interface ExactName {
  readonly spelling: string;
  readonly contributions: Contribution[];
}

/** All processes under the rules of some scenarios, in classes. */
export class ProcessClasses {
  readonly classes: ReadonlyMap<string, ProcessClass>;
  /** Whether every process is in one of these classes. */
  readonly complete: boolean;
  private readonly found = new Map<string, ProcessClass>();
  private readonly effects: Effects;
  /** The contributions of every process. */
  private readonly always: readonly Contribution[];
  private readonly exact = new Map<string, ExactName>();
  /** The exact names of which classes are made. */
  private readonly chosen: ReadonlyMap<string, ExactName>;
  private readonly patterns = new Map<string, Contribution[]>();
  private combinations: PatternCombinations | undefined;
  private readonly rules = new Map<string, PinnedRule[]>();
  /** The patterns that match a process, by the processes that were asked for. */
  private readonly matches = new Map<string, ReadonlyMap<string, MatchVerdict>>();

  /**
   * @param indexes the rules in each scenario
   * @param only the processes that are looked at, by their exact names in any case; without it, all are
   */
  constructor(
    private readonly indexes: readonly PinnedIndex[],
    private readonly only?: readonly string[],
    private readonly services: Services = NO_SERVICES,
  ) {
    this.effects = new Effects(indexes);
    const always: Contribution[] = [];
    indexes.forEach((index, scenario) => {
      for (const rule of index.byDomain) always.push(this.effects.contribution(scenario, rule, NO));
      for (const element of index.elements) this.add(scenario, element, always);
    });
    this.always = always;
    // Services count as exact names, because a block does something else to them than to other processes.
    for (const name of services.names) {
      computed(this.exact, foldCase(name), () => ({ spelling: name, contributions: [] }));
    }
    this.chosen = only === undefined ? this.exact : this.chooseNames(only);
    this.complete = this.patterns.size === 0 ? this.withoutPatterns() : this.withPatterns();
    this.classes = this.found;
  }

  /**
   * Returns what a process brings about, as the rules themselves match, whatever the way in which the classes were
   * found.
   */
  contributionsOf(process: string): Contributions {
    const found = this.indexes.flatMap((index, scenario) =>
      index.match(process).map(({ rule, matched }) => this.effects.contribution(scenario, rule, matched)),
    );
    return this.broughtAbout(process, found);
  }

  /** Returns the class of a process. It need not be among those that were found. */
  classOf(process: string): ProcessClass {
    const contributions = this.contributionsOf(process);
    const key = keyOf(contributions);
    return this.found.get(key) ?? { key, contributions, names: [process], examples: [] };
  }

  /** Returns the patterns that match a process, in words. */
  patternsOf(process: string): string[] {
    const found = [...this.matched(process)];
    return found.map(([pattern, verdict]) => (verdict === 'yes' ? pattern : `${pattern} in other case`)).sort();
  }

  /** Returns the rules that are about a process, or may be. Those that are about every process are left out. */
  rulesFor(process: string): readonly PinnedRule[] {
    const keys = [exactKey(foldCase(process)), ...[...this.matched(process).keys()].map(patternKey)];
    return keys.flatMap((key) => this.rules.get(key) ?? []);
  }

  private add(scenario: number, { rule, kind, text, there }: Element, always: Contribution[]): void {
    const contribution = this.effects.contribution(scenario, rule, there);
    const key = kind === 'exact' ? exactKey(foldCase(text)) : kind === 'regex' ? patternKey(text) : '';
    append(this.rules, key, rule);
    if (kind === 'exact') {
      if (text === '') return;
      const folded = foldCase(text);
      const known = this.exact.get(folded);
      if (known === undefined) this.exact.set(folded, { spelling: text, contributions: [contribution] });
      else known.contributions.push(contribution);
    } else if (kind === 'any') always.push(contribution);
    // It cannot be proved what a pattern outside RE2 matches: any process, perhaps.
    else if (!compileProcessPattern(text).ok)
      always.push(this.effects.contribution(scenario, rule, and(there, unprovable(text))));
    else this.patterns.set(text, [...(this.patterns.get(text) ?? []), contribution]);
  }

  private chooseNames(only: readonly string[]): Map<string, ExactName> {
    return new Map(
      only.map((spelling) => {
        const folded = foldCase(spelling);
        return [folded, { spelling, contributions: this.exact.get(folded)?.contributions ?? [] }];
      }),
    );
  }

  private withoutPatterns(): boolean {
    for (const { spelling, contributions } of this.chosen.values()) this.put(contributions, { name: spelling });
    if (this.only !== undefined) return true;
    const other = firstUnused(
      (number) => ANY_NAMES[number - 1] ?? `another-process-${number}`,
      (name) => this.exact.has(foldCase(name)),
    );
    this.put([], { example: other });
    return true;
  }

  private withPatterns(): boolean {
    const names = new Set(this.exact.keys());
    const allNames = new Set([...names, ...this.chosen.keys()]);
    const combinations = new PatternCombinations([...this.patterns.keys()], allNames, caseMatters);
    this.combinations = combinations;
    for (const [folded, { spelling, contributions: own }] of this.chosen) {
      if (this.matched(spelling).size === 0) {
        this.put(own, { name: spelling });
        continue;
      }
      // The spelling of the definition comes first, so that it stands for the class where case makes no difference.
      const spellings = combinations.spellingsOf(folded, [...this.matched(spelling).keys()]);
      const seen = new Set<string>();
      for (const name of [spelling, ...spellings]) {
        const contributions = this.effects.strongest([...own, ...this.broughtAboutBy(name)]);
        if (!seen.has(keyOf(contributions))) this.put(contributions, { name });
        seen.add(keyOf(contributions));
      }
    }
    if (this.only !== undefined) return true;
    const plain = ANY_NAMES.find((name) => !names.has(foldCase(name)) && this.matched(name).size === 0);
    if (plain !== undefined) this.put([], { example: plain });
    const patterns = [...this.patterns].map(([source, list]) => [source, this.effects.strongest(list)] as const);
    const grouped = groupPatterns(new Map(patterns), this.always);
    const examples = combinations.examples(grouped);
    for (const example of new Set(examples)) {
      const hasPlain = plain !== undefined && this.matched(example).size === 0;
      if (!hasPlain) this.put(this.broughtAboutBy(example), { example });
    }
    return combinations.complete;
  }

  /** Returns the patterns that match a process, or may. */
  private matched(process: string): ReadonlyMap<string, MatchVerdict> {
    return computed(this.matches, process, () => this.combinations?.match(process) ?? new Map());
  }

  /** Returns what a process brings about by the patterns that match it. */
  private broughtAboutBy(process: string): Contribution[] {
    return [...this.matched(process)].flatMap(([source, verdict]) =>
      (this.patterns.get(source) ?? []).map((one) => (verdict === 'yes' ? one : this.effects.perhaps(one, CASE_OPEN))),
    );
  }

  /** Returns all that a process brings about, with what a block does to it. */
  private broughtAbout(process: string, contributions: Contributions): Contributions {
    const blocked = this.services.blockedOf(process);
    return this.effects
      .strongest([...this.always, ...contributions])
      .map((contribution) => this.effects.onBlocked(contribution, blocked));
  }

  private put(contributions: Contributions, member: { name?: string; example?: string }): void {
    const all = this.broughtAbout(member.name ?? member.example ?? '', contributions);
    const key = keyOf(all);
    let found = this.found.get(key);
    if (found === undefined) this.found.set(key, (found = { key, contributions: all, names: [], examples: [] }));
    if (member.name !== undefined) found.names.push(member.name);
    if (member.example !== undefined) found.examples.push(member.example);
  }
}

const exactKey = (folded: string): string => `= ${folded}`;
const patternKey = (source: string): string => `~ ${source}`;

/** Whether a pattern may match more where case does not count. The answer is no only where that is certain. */
function caseMatters(source: string): boolean {
  const isCaseless = source.startsWith('(?i)') && !source.includes('(?', 1);
  const hasNoLetters = /^(?:[\u0000-@`{-\u007f]|\\[dDsS.^$*+?()|-])*$/.test(source);
  return !isCaseless && !hasNoLetters && compileProcessPattern(`(?i)${source}`).ok;
}

/** A text that is the same for rules of the same exceptions that do the same to the same processes, in any order. */
export const doingOf = remembered((index: PinnedIndex): string => [...new Set(toldOf(index))].sort().join());

/** A text that is the same for rules of the same objects that do the same to the same processes, in this order. */
export const whoseOf = remembered((index: PinnedIndex): string => {
  const keys = index.rules.map(({ exception, app }) => [exception.key, app?.key ?? null]);
  return JSON.stringify([toldOf(index), keys]);
});

function toldOf({ elements, byDomain }: PinnedIndex): string[] {
  return [
    ...elements.map(({ rule, kind, text, there }) =>
      JSON.stringify([...nameOf(rule), kind, text, conditionOf(there, '')]),
    ),
    ...byDomain.map((rule) => JSON.stringify(nameOf(rule))),
  ];
}

function nameOf(rule: PinnedRule): string[] {
  return [identityOf(rule.exception), effectOf(rule)];
}
