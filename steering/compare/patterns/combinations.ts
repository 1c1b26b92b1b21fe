/** Which patterns some name matches at once, as far as it makes a difference, each combination with such a name. */
import type { MatchVerdict } from '../../domain/processes';
import { computed } from '../../collections';
import { Alphabet } from './alphabet';
import { Automaton } from './automaton';
import { type Machine, type MachineState, Pair, Remembering, explore, together } from './machine';
import { buildNfa, Fragments } from './nfa';
import { OtherNames } from './other-names';

/** Sources by what they bring about; without those that bring about nothing. */
export type PatternGroups = ReadonlyMap<string, readonly string[]>;

/** Hosts on which some patterns do something else than elsewhere. */
export interface PatternRegion {
  /** All patterns that do something else there, or nothing. */
  readonly sources: readonly string[];
  readonly special: PatternGroups;
  /** All others: groups of which some are special here, and groups that are as elsewhere. */
  readonly parted: PatternGroups;
  readonly usual: PatternGroups;
}

export interface GroupedPatterns {
  readonly elsewhere: PatternGroups;
  readonly regions: readonly PatternRegion[];
}

/** Steps from node to node that may be taken in all: about two seconds. */
const BUDGET = 16_000_000;
/** Of those, for one region. */
const SHARE = 4_000_000;

/** Whether a pattern may match more where case does not count. */
export type CaseMatters = (source: string) => boolean;

export class PatternCombinations {
  /** Whether all combinations were looked at. */
  complete = true;
  private readonly alphabet: Alphabet;
  private readonly anything: Automaton;
  private readonly fragments = new Fragments();
  private readonly automata = new Map<string, Automaton>();
  /** One for each source. */
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

  /** The patterns that match a name, or would if case did not count. */
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

  /** Names, such that every combination that some name has on some hosts is that of one of them on these. */
  *examples({ elsewhere, regions }: GroupedPatterns): Generator<string> {
    const usual: ReadonlyMap<string, MatchVerdict>[] = [];
    for (const name of this.examplesOf(this.usually(elsewhere))) {
      usual.push(this.match(name));
      yield name;
    }
    for (const { sources, special, parted, usual: whole } of regions) {
      // Some example shows what does not match them too, or else all is looked at again.
      const onlySpecial = !usual.some((one) => sources.some((source) => one.has(source)));
      const asElsewhere = this.usually(whole);
      const others = parted.size === 0 ? asElsewhere : new Pair(asElsewhere, this.all([...parted.values()]));
      const own = this.all([...special.values()]);
      yield* this.examplesOf(new Pair(others, own, onlySpecial), onlySpecial ? others.owners : undefined);
    }
    // Large, and of no use to whoever asks for names.
    this.machines.clear();
    this.automata.clear();
  }

  /** Every way in which some spelling of an exact name matches these patterns, each with such a spelling. */
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

  /** @param from the first owner of interest; without, names that match nothing are too */
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

  /** One machine for groups that are the same in many regions. */
  private usually(groups: PatternGroups): Machine<MachineState> {
    const lists = [...groups.values()];
    return computed(this.machines, JSON.stringify(lists), () => new Remembering(this.all(lists)));
  }

  /** One machine for lists of sources; for none, one that nothing matches. */
  private all(lists: readonly (readonly string[])[]): Machine<MachineState> {
    // From few to many: what comes first is asked most.
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
