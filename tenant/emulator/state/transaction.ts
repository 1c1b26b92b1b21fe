/** Gathers what changes until it is committed, and takes it back when it is not. */
import type { Change, Keeper, SequenceName } from './keeper';

/** What a transaction needs of the tables to take a change back. */
export type Undo = (change: Change) => void;

export class Transactions {
  #changes: Change[] | undefined;
  #numbersBefore = new Map<SequenceName, number>();
  readonly #numbers = new Map<SequenceName, number>();

  constructor(
    private readonly keeper: Keeper,
    private readonly undo: Undo,
  ) {}

  /** Runs it whole: what it changes is kept when it returns, and taken back when it or the keeper throws. */
  run<T>(work: () => T): T {
    if (this.#changes) return work();
    const changes: Change[] = (this.#changes = []);
    try {
      const result = work();
      if (changes.length > 0 || this.#numbersBefore.size > 0) this.keeper.keep(changes, this.#numbersSince());
      return result;
    } catch (error) {
      for (const change of changes.reverse()) this.undo(change);
      for (const [name, number] of this.#numbersBefore) this.#numbers.set(name, number);
      throw error;
    } finally {
      this.#changes = undefined;
      this.#numbersBefore.clear();
    }
  }

  /** Notes a change that the tables have made already; one outside of a transaction is a transaction of its own. */
  note(change: Change): void {
    if (this.#changes) this.#changes.push(change);
    else this.run(() => this.note(change));
  }

  next(name: SequenceName): number {
    if (!this.#changes) return this.run(() => this.next(name));
    const before = this.#numbers.get(name) ?? 0;
    if (!this.#numbersBefore.has(name)) this.#numbersBefore.set(name, before);
    this.#numbers.set(name, before + 1);
    return before + 1;
  }

  /** Goes on from a number that was kept. */
  resume(name: SequenceName, number: number): void {
    this.#numbers.set(name, number);
  }

  #numbersSince(): Map<SequenceName, number> {
    return new Map([...this.#numbersBefore.keys()].map((name) => [name, this.#numbers.get(name) ?? 0]));
  }
}
