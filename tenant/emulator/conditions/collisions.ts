/** Creates that are under way, by collection: a second one collides. [vendor; the status 409 is assumed] */
import type { Clock } from '../clock';
import { conflict } from '../problem';

export class Collisions {
  readonly #underWay = new Set<string>();

  constructor(private readonly clock: Clock) {}

  /** Runs a create, which then takes `ms`. @throws a Problem (409) while another of the collection is under way. */
  async create<T>(collection: string, ms: number, run: () => T, gone: AbortSignal): Promise<T> {
    if (this.#underWay.has(collection)) {
      throw conflict('Another create in this collection is under way. Nothing was created; try again.');
    }
    this.#underWay.add(collection);
    try {
      const result = run();
      await this.clock.sleep(ms, gone);
      return result;
    } finally {
      this.#underWay.delete(collection);
    }
  }
}
