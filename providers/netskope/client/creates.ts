/**
 * The creates of one collection: side by side, until two collide. Some tenants refuse a create while another one is under way
 * in the same collection [vendor]; that they say "conflict", as for a name that is taken, is [assumed]. So a create that was
 * refused beside others is tried once more, alone; where that succeeds, all that follow are made one by one.
 */
import { failedWith } from './api-error';

export class Creates {
  readonly #underWay = new Set<Promise<unknown>>();
  /** How many have begun so far. */
  #begun = 0;
  /** The end of the last that was made, or is to be made, alone; it never rejects. */
  #last: Promise<unknown> = Promise.resolve();
  /** How many wait for their turn, or have it. */
  #inTurn = 0;
  #collide = false;

  async run<T>(create: () => Promise<T>): Promise<T> {
    if (this.#collide || this.#inTurn > 0) return this.#alone(create);
    const wasAlone = this.#underWay.size === 0;
    const mine = ++this.#begun;
    const made = create();
    this.#underWay.add(made);
    try {
      return await made;
    } catch (cause) {
      const refused = failedWith(cause, 'conflict', 'rejected');
      if (!refused || (wasAlone && this.#begun === mine)) throw cause;
    } finally {
      this.#underWay.delete(made);
    }
    const second = await this.#alone(create);
    this.#collide = true;
    return second;
  }

  async #alone<T>(create: () => Promise<T>): Promise<T> {
    this.#inTurn += 1;
    const turn = Promise.allSettled([this.#last, ...this.#underWay]).then(create);
    this.#last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.#inTurn -= 1;
    }
  }
}
