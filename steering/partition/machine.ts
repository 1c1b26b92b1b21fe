/** A deterministic machine that reads names, and the product of several that read the same name. */
import type { CharacterClass } from './alphabet';

export interface MachineState {
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

type Numbered = MachineState & { readonly id: number };

export interface ProductState<S> extends MachineState {
  readonly parts: readonly S[];
  next: readonly ProductState<S>[] | undefined;
}

/** Owners of the machine with the number n are those of group n: each machine has one group only. */
export class Product<S extends Numbered> implements Machine<ProductState<S>> {
  readonly start: ProductState<S>;
  private readonly states = new Map<string, ProductState<S>>();
  private steps = 0;

  constructor(
    private readonly machines: readonly Machine<S>[],
    readonly alphabet: readonly CharacterClass[],
  ) {
    this.start = this.intern(machines.map(({ start }) => start));
  }

  get work(): number {
    return this.machines.reduce((sum, { work }) => sum + work, this.steps);
  }

  step(state: ProductState<S>, index: number): ProductState<S> {
    const next = (state.next ??= this.alphabet.map((_, character) => this.after(state, character)))[index];
    if (next === undefined) throw new Error(`no character class ${index}`);
    return next;
  }

  accepted({ parts }: ProductState<S>): number[] {
    return parts.flatMap((part, group) =>
      (this.machines[group]?.accepted(part) ?? []).map((owner) => 2 * group + owner),
    );
  }

  private after({ parts }: ProductState<S>, character: number): ProductState<S> {
    this.steps += this.machines.length;
    return this.intern(
      parts.map((part, group) => {
        const machine = this.machines[group];
        if (machine === undefined) throw new Error(`no machine ${group}`);
        return machine.step(part, character);
      }),
    );
  }

  private intern(parts: readonly S[]): ProductState<S> {
    const key = parts.map(({ id }) => id).join();
    let state = this.states.get(key);
    if (state === undefined) {
      const commitments = parts.reduce((sum, part) => sum + part.commitments, 0);
      this.states.set(key, (state = { parts, commitments, next: undefined }));
    }
    return state;
  }
}
