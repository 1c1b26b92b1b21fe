/** A deterministic machine that reads names, and the product of several that read the same name. */
import type { CharacterClass } from './alphabet';

export interface MachineState {
  /** Its number in the machine. */
  readonly id: number;
  /** How many groups are bound to match, or wait for their end only: a measure of how far-fetched the name is. */
  readonly commitments: number;
  /** By the index of a character class, once it was asked for. */
  next: readonly MachineState[] | undefined;
}

export interface Machine<S extends MachineState> {
  readonly start: S;
  readonly alphabet: readonly CharacterClass[];
  /** Work done so far: steps from node to node. */
  readonly work: number;
  /** The state after one more character, by its class. */
  step(state: S, index: number): S;
  /** Owners (see `Nfa`) that match where the text ends in this state, ascending. */
  accepted(state: S): readonly number[];
}

export interface ProductState extends MachineState {
  readonly parts: readonly MachineState[];
  next: readonly ProductState[] | undefined;
}

/** No machine ever has as many. */
const MOST_STATES = 2 ** 26;

/** Reads with all of its machines at once. */
export class Product implements Machine<ProductState> {
  readonly start: ProductState;
  private readonly states = new Map<string | number, ProductState>();
  private steps = 0;

  constructor(
    private readonly machines: readonly Machine<MachineState>[],
    readonly alphabet: readonly CharacterClass[],
  ) {
    this.start = this.intern(machines.map(({ start }) => start));
  }

  get work(): number {
    return this.machines.reduce((sum, { work }) => sum + work, this.steps);
  }

  step(state: ProductState, index: number): ProductState {
    const next = (state.next ??= this.alphabet.map((_, character) => this.after(state, character)))[index];
    if (next === undefined) throw new Error(`no character class ${index}`);
    return next;
  }

  /** Those of the machine with the number n are n, and every so manyth as there are machines. */
  accepted({ parts }: ProductState): number[] {
    const { length } = this.machines;
    return parts.flatMap((part, number) =>
      (this.machines[number]?.accepted(part) ?? []).map((owner) => owner * length + number),
    );
  }

  private after({ parts }: ProductState, character: number): ProductState {
    this.steps += this.machines.length;
    const [first, second] = this.machines;
    const [left, right] = parts;
    // Nearly all that is looked up is known: what makes nothing for that is much cheaper, and most products are of two machines.
    if (parts.length === 2 && first && second && left && right) {
      return this.pairOf(first.step(left, character), second.step(right, character));
    }
    return this.intern(
      parts.map((part, group) => {
        const machine = this.machines[group];
        if (machine === undefined) throw new Error(`no machine ${group}`);
        return machine.step(part, character);
      }),
    );
  }

  private pairOf(left: MachineState, right: MachineState): ProductState {
    const key = left.id * MOST_STATES + right.id;
    return this.states.get(key) ?? this.add(key, [left, right]);
  }

  private intern(parts: readonly MachineState[]): ProductState {
    const [left, right] = parts;
    if (parts.length === 2 && left && right) return this.pairOf(left, right);
    const key = parts.map(({ id }) => id).join();
    return this.states.get(key) ?? this.add(key, parts);
  }

  private add(key: string | number, parts: readonly MachineState[]): ProductState {
    const commitments = parts.reduce((sum, part) => sum + part.commitments, 0);
    const state: ProductState = { id: this.states.size, parts, commitments, next: undefined };
    this.states.set(key, state);
    return state;
  }
}
