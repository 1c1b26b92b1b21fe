/**
 * Which patterns can one name match at once, as far as it makes a difference? Each combination gets such a name as its
 * example.
 */
import { computed } from '../../collections';
import type { MatchVerdict } from '../../domain/processes';
import { Alphabet } from './alphabet';
import { Automaton } from './automaton';
import { type Machine, type MachineState, Pair, Remembering, explore, together } from './machine';
import { buildNfa, Fragments } from './nfa';
import { OtherNames } from './other-names';

/** The sources of patterns, by what they bring about. Those that bring about nothing are left out. */
export type PatternGroups = ReadonlyMap<string, readonly string[]>;

/** The patterns on some hosts, where a few of them do something else than elsewhere. */
export interface PatternRegion {
  /** All patterns that do something else there than elsewhere, or nothing. */
  readonly sources: readonly string[];
  /** The groups of those that do something else there. */
  readonly special: PatternGroups;
  /** What is left of groups of which some patterns are special there. */
  readonly parted: PatternGroups;
  /** The groups that are as elsewhere. */
  readonly usual: PatternGroups;
}

/** Patterns in groups that bring about the same, on most hosts and on regions of others. */
export interface GroupedPatterns {
  readonly elsewhere: PatternGroups;
  readonly regions: readonly PatternRegion[];
}

/** The number of steps from node to node that may be taken in all; they last about two seconds. */
const BUDGET = 16_000_000;
/** The part of that budget that one region may use. */
const SHARE = 4_000_000;

/** Whether a pattern may match more where case does not count. */
export type CaseMatters = (source: string) => boolean;

/** Finds an example name for every combination of some patterns. */
export class PatternCombinations {
  /** Whether all combinations were looked at. */
  complete = true;
  private readonly alphabet: Alphabet;
  private readonly anything: Automaton;
  private readonly fragments = new Fragments();
  private readonly automata = new Map<string, Automaton>();
  /** The automaton of each source alone. */
  private single: readonly Automaton[] | undefined;
  private readonly machines = new Map<string, Machine<MachineState>>();
  private left = BUDGET;

  /** @param names exact names in small letters: examples are none of them */
  constructor(
    private readonly sources: readonly string[],
    private readonly names: ReadonlySet<string>,
    private readonly caseMatters: CaseMatters,
  ) {
    for (const source of sources) for (const one of this.variantsOf(source)) this.fragments.of(one.source);
    const letters = new Set([...names].flatMap((name) => [...name]));
    this.alphabet = new Alphabet(this.fragments.sets, letters);
    this.anything = this.automatonOf(sources);
  }

  /** Returns the patterns that match a name (`yes`), or would if case did not count (`unknown`). */
  match(name: string): Map<string, MatchVerdict> {
    const found = new Map<string, MatchVerdict>();
    const characters = [...name].map((character) => this.alphabet.indexOf(character));
    if (endOf(this.anything, characters).length === 0) return found;
    this.single ??= this.sources.map((source) => this.automatonOf([source]));
    this.single.forEach((automaton, index) => {
      const [owner] = endOf(automaton, characters);
      const source = this.sources[index];
      if (owner !== undefined && source !== undefined) found.set(source, owner === 0 ? 'yes' : 'unknown');
    });
    return found;
  }

  /**
   * Yields an example name for every set of groups that a name can match, elsewhere and on the hosts of each region, and
   * one for every pattern that these leave out: patterns of a group bring about the same, but people know each of them.
   */
  *examples(groups: GroupedPatterns): Generator<string> {
    const shown = new Set<string>();
    for (const name of this.examplesOfGroups(groups)) {
      for (const [source, verdict] of this.match(name)) shown.add(`${verdict} ${source}`);
      yield name;
    }
    const lists = [groups.elsewhere, ...groups.regions.map(({ special }) => special)].flatMap((one) => [
      ...one.values(),
    ]);
    const isComplete = this.complete;
    for (const source of new Set(lists.flat())) {
      if (shown.has(`yes ${source}`) && (shown.has(`unknown ${source}`) || !this.caseMatters(source))) continue;
      for (const name of this.examplesOf(this.automatonOf([source]))) {
        const verdict = this.match(name).get(source);
        if (verdict === undefined || shown.has(`${verdict} ${source}`)) continue;
        shown.add(`${verdict} ${source}`);
        yield name;
      }
    }
    // Every combination was looked at all the same.
    this.complete = isComplete;
    // The machines are large, and of no use to whoever asks for names.
    this.machines.clear();
    this.automata.clear();
  }

  private *examplesOfGroups({ elsewhere, regions }: GroupedPatterns): Generator<string> {
    const usual: ReadonlyMap<string, MatchVerdict>[] = [];
    for (const name of this.examplesOf(this.usually(elsewhere))) {
      usual.push(this.match(name));
      yield name;
    }
    for (const { sources, special, parted, usual: whole } of regions) {
      // If no usual example matches a special pattern, they show all names that match none; else all are tried again.
      const onlySpecial = !usual.some((one) => sources.some((source) => one.has(source)));
      const asElsewhere = this.usually(whole);
      const others = parted.size === 0 ? asElsewhere : new Pair(asElsewhere, this.all([...parted.values()]));
      const own = this.all([...special.values()]);
      yield* this.examplesOf(new Pair(others, own, onlySpecial), onlySpecial ? others.owners : undefined);
    }
  }

  /** Lists one spelling of an exact name for every set of these patterns that a spelling of it matches. */
  spellingsOf(folded: string, sources: readonly string[]): string[] {
    const machines = sources.map((source) => this.automatonOf([source]));
    const product = together(machines);
    let reached = new Map<MachineState, string>([[product.start, '']]);
    for (const letter of folded) {
      const next = new Map<MachineState, string>();
      for (const index of machines[0]?.classesOf(letter) ?? []) {
        const sample = this.alphabet.classes[index]?.sample ?? '';
        for (const [state, name] of reached) {
          const to = product.step(state, index);
          if (to !== undefined && !next.has(to)) next.set(to, name + sample);
        }
      }
      reached = next;
    }
    const ways = new Map([...reached].map(([state, name]) => [product.accepted(state).join(), name]));
    return [...ways.values()];
  }

  /**
   * Yields an example for each combination.
   * @param from the first owner of interest; without it, names that match nothing count too
   */
  private *examplesOf(machine: Machine<MachineState>, from?: number): Generator<string> {
    const before = machine.work;
    const explored = explore(machine, Math.min(SHARE, this.left));
    this.left -= machine.work - before;
    const others = new OtherNames(machine, this.names);
    for (const combination of explored.combinations.values()) {
      if (from !== undefined && (combination.accepted.at(-1) ?? -1) < from) continue;
      const example = others.find(combination);
      if (example !== undefined) yield example;
    }
    this.complete &&= explored.complete && others.isComplete;
  }

  /** Returns the machine for groups that are the same in many regions; it is made once. */
  private usually(groups: PatternGroups): Machine<MachineState> {
    const lists = [...groups.values()];
    return computed(this.machines, JSON.stringify(lists), () => new Remembering(this.all(lists)));
  }

  /** Returns a machine that tells lists of sources apart; without lists, it is one that nothing matches. */
  private all(lists: readonly (readonly string[])[]): Machine<MachineState> {
    // Short lists come first, because the first machine is asked most.
    const inOrder = lists.length === 0 ? [[]] : [...lists].sort((a, b) => a.length - b.length);
    return together(inOrder.map((sources) => this.automatonOf(sources)));
  }

  private automatonOf(sources: readonly string[]): Automaton {
    return computed(this.automata, JSON.stringify(sources), () => {
      const patterns = sources.flatMap((source) => this.variantsOf(source));
      return new Automaton(buildNfa(patterns, this.fragments), this.alphabet.classes);
    });
  }

  private variantsOf(source: string): { source: string; group: number; certain: boolean }[] {
    const asWritten = { source, group: 0, certain: true };
    return this.caseMatters(source) ? [asWritten, { source: `(?i)${source}`, group: 0, certain: false }] : [asWritten];
  }
}

function endOf(automaton: Automaton, characters: readonly number[]): readonly number[] {
  let state = automaton.start;
  for (const index of characters) {
    state = automaton.step(state, index);
    if (!automaton.isAlive(state)) return [];
  }
  return automaton.accepted(state);
}
