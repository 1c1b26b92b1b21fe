/** Names with a given combination of patterns that are none of the exact names. */
import { foldCase } from '../../domain/processes';
import { append } from '../../collections';
import type { Combination, Machine, MachineState } from './machine';

/** States that a search may visit for each exact name, beside a start. */
const VISITS_PER_NAME = 64;

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

  /** One of them, if there is any. The automaton must have been explored. */
  find(combination: Combination<S>): string | undefined {
    // An empty name is nobody's.
    const shortest = combination.ends.find(({ name }) => name !== '' && this.isOther(name));
    return shortest?.name ?? this.search(combination);
  }

  /**
   * The shortest names of each state are exact names, so longer ones are looked for: through the states from which the
   * combination can be reached, and beside the beginnings of exact names that lead there.
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

  /** What is no beginning of an exact name any more never becomes one: how it began makes no difference then. */
  private keyOf(state: S, name: string): string {
    const number = this.numbers.get(state) ?? this.numbers.size;
    this.numbers.set(state, number);
    const folded = foldCase(name);
    this.beginnings ??= beginningsOf(this.names);
    return `${number} ${this.beginnings.has(folded) ? folded : '-'}`;
  }

  /** The states, among those that were visited, from which a wanted one can be reached. */
  private leadingTo(wanted: ReadonlySet<S>): ReadonlySet<S> {
    this.predecessors ??= predecessorsIn(this.automaton);
    const useful = new Set(wanted);
    // Grows while it is read.
    for (const state of useful) for (const before of this.predecessors.get(state) ?? []) useful.add(before);
    return useful;
  }
}

function predecessorsIn<S extends MachineState>(machine: Machine<S>): ReadonlyMap<S, readonly S[]> {
  const predecessors = new Map<S, S[]>();
  const visited = new Set<S>([machine.start]);
  // Grows while it is read.
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
