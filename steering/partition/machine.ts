/** A deterministic machine that reads names, and two that read the same name at once. */
import type { CharacterClass } from './alphabet';

export interface MachineState {
  /** Its number in the machine. */
  readonly id: number;
  /** How many groups are bound to match, or wait for their end only: a measure of how far-fetched the name is. */
  readonly commitments: number;
}

export interface Machine<S extends MachineState> {
  readonly start: S;
  readonly alphabet: readonly CharacterClass[];
  /** How many owners (see `Nfa`) it may tell. */
  readonly owners: number;
  /** Work done so far: steps from node to node. */
  readonly work: number;
  /** The state after one more character, by its class; undefined: one that is of no interest. */
  step(state: S, index: number): S | undefined;
  /** Whether any more text can make anything match. */
  isAlive(state: S): boolean;
  /** Owners that match where the text ends in this state, ascending. */
  accepted(state: S): readonly number[];
}

export interface PairState<L extends MachineState, R extends MachineState> extends MachineState {
  readonly left: L;
  readonly right: R;
}

/** Reads with two machines. Owners of the second come after those of the first. */
export class Pair<L extends MachineState, R extends MachineState> implements Machine<PairState<L, R>> {
  readonly start: PairState<L, R>;
  readonly owners: number;
  /** By the numbers of both states. */
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
    // First, because it is the one that ends a search: most characters lead nowhere then.
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

/** Remembers where characters lead and what is accepted, for a machine that is asked again and again. */
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

/** Reads with all of them at once; there must be one. Owners of each come after those of the one before. */
export function together(machines: readonly Machine<MachineState>[]): Machine<MachineState> {
  return machines.reduce((all, another) => new Pair(all, another));
}
