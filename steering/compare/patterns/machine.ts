/**
 * How are all names explored, up to what patterns tell apart? A deterministic machine reads names character by
 * character; two of them can read the same name at once.
 */
import type { CharacterClass } from './alphabet';

/** The owners that match at once, and the states in which they do, each with a shortest name that leads there. */
export interface Combination<S> {
  readonly key: string;
  readonly accepted: readonly number[];
  readonly ends: Visit<S>[];
}

interface Visit<S> {
  readonly state: S;
  readonly name: string;
}

export interface Explored<S> {
  readonly combinations: ReadonlyMap<string, Combination<S>>;
  /** Whether these are all combinations. */
  readonly complete: boolean;
}

/** The cost, in characters, of each further group that is bound to match. */
const COST_OF_COMMITMENT = 16;

/**
 * Finds the combinations of groups that a name can match, each with such a name. Names are explored from plain to
 * far-fetched: where there are too many combinations to look at, those of names that match many patterns at once are
 * left out.
 * @param budget the number of steps that may be taken
 */
export function explore<S extends MachineState>(automaton: Machine<S>, budget: number): Explored<S> {
  const combinations = new Map<string, Combination<S>>();
  /** Whether a state was seen, by its number. */
  const seen: boolean[] = [];
  seen[automaton.start.id] = true;
  const waiting: Visit<S>[][] = [[{ state: automaton.start, name: '' }]];
  const limit = automaton.work + budget;
  for (let cost = 0; cost < waiting.length; cost++) {
    const level = waiting[cost];
    // The level grows while it is read.
    for (let index = 0; level !== undefined && index < level.length; index++) {
      const visit = level[index];
      if (visit === undefined) continue;
      if (automaton.work > limit) return { combinations, complete: false };
      end(automaton, visit, combinations);
      automaton.alphabet.forEach(({ sample }, character) => {
        const state = automaton.step(visit.state, character);
        if (state === undefined || seen[state.id] === true) return;
        seen[state.id] = true;
        const name = visit.name + sample;
        const at = costOf(state, name);
        (waiting[Math.max(at, cost)] ??= []).push({ state, name });
      });
    }
    waiting[cost] = [];
  }
  return { combinations, complete: true };
}

function end<S extends MachineState>(
  automaton: Machine<S>,
  visit: Visit<S>,
  combinations: Map<string, Combination<S>>,
): void {
  const accepted = automaton.accepted(visit.state);
  const key = accepted.join();
  const found = combinations.get(key);
  if (found === undefined) combinations.set(key, { key, accepted, ends: [visit] });
  else found.ends.push(visit);
}

function costOf({ commitments }: MachineState, name: string): number {
  return name.length + COST_OF_COMMITMENT * Math.max(0, commitments - 1);
}

export interface MachineState {
  /** The number of the state in its machine. */
  readonly id: number;
  /**
   * The number of groups that are bound to match, or wait for their end only: it measures how far-fetched the name is.
   */
  readonly commitments: number;
}

/** A deterministic machine that reads a name, character by character, and tells which owners match. */
export interface Machine<S extends MachineState> {
  readonly start: S;
  readonly alphabet: readonly CharacterClass[];
  /** The number of owners (see `Nfa`) that it may tell. */
  readonly owners: number;
  /** The work done so far, in steps from node to node. */
  readonly work: number;
  /** Returns the state after one more character, given by its class; undefined where that is of no interest. */
  step(state: S, index: number): S | undefined;
  /** Whether any more text can make anything match. */
  isAlive(state: S): boolean;
  /** Returns the owners that match where the text ends in this state, ascending. */
  accepted(state: S): readonly number[];
}

export interface PairState<L extends MachineState, R extends MachineState> extends MachineState {
  readonly left: L;
  readonly right: R;
}

/** A machine that reads with two others at once. The owners of the second come after those of the first. */
export class Pair<L extends MachineState, R extends MachineState> implements Machine<PairState<L, R>> {
  readonly start: PairState<L, R>;
  readonly owners: number;
  /** The states by the numbers of both of their parts. */
  private readonly states: PairState<L, R>[][] = [];
  private count = 0;
  private steps = 0;

  /** @param onlyRight whether names are of no interest once the second can match nothing more */
  constructor(
    private readonly left: Machine<L>,
    private readonly right: Machine<R>,
    private readonly onlyRight = false,
  ) {
    this.owners = left.owners + right.owners;
    this.start = this.intern(left.start, right.start);
  }

  get alphabet(): readonly CharacterClass[] {
    return this.left.alphabet;
  }

  get work(): number {
    return this.left.work + this.right.work + this.steps;
  }

  step(state: PairState<L, R>, index: number): PairState<L, R> | undefined {
    this.steps++;
    // The second machine comes first, because it ends a search: then most characters lead nowhere.
    const right = this.right.step(state.right, index);
    if (right === undefined || (this.onlyRight && !this.right.isAlive(right))) return undefined;
    const left = this.left.step(state.left, index);
    return left && this.intern(left, right);
  }

  isAlive({ left, right }: PairState<L, R>): boolean {
    return this.right.isAlive(right) || (!this.onlyRight && this.left.isAlive(left));
  }

  accepted({ left, right }: PairState<L, R>): readonly number[] {
    const others = this.right.accepted(right);
    if (others.length === 0) return this.left.accepted(left);
    return [...this.left.accepted(left), ...others.map((owner) => this.left.owners + owner)];
  }

  private intern(left: L, right: R): PairState<L, R> {
    const row = (this.states[left.id] ??= []);
    return (row[right.id] ??= {
      id: this.count++,
      left,
      right,
      commitments: left.commitments + right.commitments,
    });
  }
}

/** A machine that remembers the answers of another one, which is asked again and again. */
export class Remembering<S extends MachineState> implements Machine<S> {
  private readonly next: (readonly (S | undefined)[])[] = [];
  private readonly endings: (readonly number[])[] = [];

  constructor(private readonly machine: Machine<S>) {}

  get start(): S {
    return this.machine.start;
  }

  get alphabet(): readonly CharacterClass[] {
    return this.machine.alphabet;
  }

  get owners(): number {
    return this.machine.owners;
  }

  get work(): number {
    return this.machine.work;
  }

  step(state: S, index: number): S | undefined {
    // A closure here would be made anew for every step.
    return (this.next[state.id] ??= this.stepsFrom(state))[index];
  }

  isAlive(state: S): boolean {
    return this.machine.isAlive(state);
  }

  accepted(state: S): readonly number[] {
    return (this.endings[state.id] ??= this.machine.accepted(state));
  }

  private stepsFrom(state: S): (S | undefined)[] {
    return this.alphabet.map((_, character) => this.machine.step(state, character));
  }
}

/**
 * Joins machines, at least one, into one that reads with all of them. The owners of each come after those of the one
 * before.
 */
export function together(machines: readonly Machine<MachineState>[]): Machine<MachineState> {
  return machines.reduce((all, another) => new Pair(all, another));
}
