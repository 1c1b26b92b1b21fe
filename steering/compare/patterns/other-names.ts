/** Which name has a given combination of patterns, and is none of the exact names? */
import { append } from '../../collections';
import { foldCase } from '../../domain/processes';
import type { Combination, Machine, MachineState } from './machine';

/** The number of states that a search may visit for each exact name. */
const VISITS_PER_NAME = 64;

/** Searches a machine for names that are no exact names. */
export class OtherNames<S extends MachineState> {
  /** Whether every search came to its end. */
  isComplete = true;
  private beginnings: ReadonlySet<string> | undefined;
  private predecessors: ReadonlyMap<S, readonly S[]> | undefined;
  private readonly numbers = new Map<S, number>();

  /** @param names the exact names, in small letters */
  constructor(
    private readonly automaton: Machine<S>,
    private readonly names: ReadonlySet<string>,
  ) {}

  isOther(name: string): boolean {
    return !this.names.has(foldCase(name));
  }

  /** Returns a name with the combination, if there is one. The automaton must have been explored. */
  find(combination: Combination<S>): string | undefined {
    // No process has an empty name.
    const shortest = combination.ends.find(({ name }) => name !== '' && this.isOther(name));
    return shortest?.name ?? this.search(combination);
  }

  /**
   * Searches for longer names, where the shortest of each state are exact names. The search goes through the states
   * from which the combination can be reached, and tells beginnings of exact names from all other beginnings.
   */
  private search({ ends }: Combination<S>): string | undefined {
    const wanted = new Set(ends.map(({ state }) => state));
    const useful = this.leadingTo(wanted);
    const queue: { state: S; name: string }[] = [{ state: this.automaton.start, name: '' }];
    const seen = new Set<string>();
    const limit = VISITS_PER_NAME * (this.names.size + 16);
    for (let index = 0; index < queue.length; index++) {
      if (index >= limit) {
        this.isComplete = false;
        break;
      }
      const visit = queue[index];
      if (visit === undefined) break;
      if (visit.name !== '' && wanted.has(visit.state) && this.isOther(visit.name)) return visit.name;
      this.automaton.alphabet.forEach(({ sample }, character) => {
        const state = this.automaton.step(visit.state, character);
        if (state === undefined || !useful.has(state)) return;
        const name = visit.name + sample;
        const key = this.keyOf(state, name);
        if (seen.has(key)) return;
        seen.add(key);
        queue.push({ state, name });
      });
    }
    return undefined;
  }

  /**
   * Returns the key of a visit. A text that is no beginning of an exact name never becomes one again, so how it began
   * does not count.
   */
  private keyOf(state: S, name: string): string {
    const number = this.numbers.get(state) ?? this.numbers.size;
    this.numbers.set(state, number);
    const folded = foldCase(name);
    this.beginnings ??= beginningsOf(this.names);
    return `${number} ${this.beginnings.has(folded) ? folded : '-'}`;
  }

  /** Returns the visited states from which a wanted one can be reached. */
  private leadingTo(wanted: ReadonlySet<S>): ReadonlySet<S> {
    this.predecessors ??= predecessorsIn(this.automaton);
    const useful = new Set(wanted);
    // The set grows while it is read.
    for (const state of useful) for (const before of this.predecessors.get(state) ?? []) useful.add(before);
    return useful;
  }
}

function predecessorsIn<S extends MachineState>(machine: Machine<S>): ReadonlyMap<S, readonly S[]> {
  const predecessors = new Map<S, S[]>();
  const visited = new Set<S>([machine.start]);
  // The set grows while it is read.
  for (const state of visited) {
    for (const next of new Set(machine.alphabet.map((_, character) => machine.step(state, character)))) {
      if (next === undefined) continue;
      visited.add(next);
      append(predecessors, next, state);
    }
  }
  return predecessors;
}

function beginningsOf(names: ReadonlySet<string>): ReadonlySet<string> {
  const beginnings = new Set<string>();
  for (const name of names) {
    let beginning = '';
    for (const character of name) beginnings.add((beginning += character));
  }
  return beginnings;
}
