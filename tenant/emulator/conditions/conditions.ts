/**
 * What makes a day bad: the vendor's quirks, faults, a rate limit, objects that show late, missing roles. All of it is
 * off by default, and can be changed while the tenant runs.
 */
import type { OperationId } from '../../contract';
import { FaultSchedule, type Fault } from './faults';
import type { Quirks } from './quirks';
import { RateLimiter, type RateLimit } from './rate-limiter';

export interface ConditionSettings {
  /** The vendor's quirks [vendor]; none by default. */
  quirks: Quirks;
  /** Calls that end otherwise than they should; none by default. */
  faults: readonly Fault[];
  /** None by default, which is null. */
  rateLimit: RateLimit | null;
  /** For so long a new object is missing from lists and by id [vendor: 5 to 10 s], though writes know it [assumed]; 0 by default. */
  visibilityLagMs: number;
  /** Operations that answer 403, each with its message, as if a role or a licence were missing; none by default. */
  deny: Partial<Record<OperationId, string>>;
}

const goodDay: ConditionSettings = { quirks: {}, faults: [], rateLimit: null, visibilityLagMs: 0, deny: {} };

/** The conditions as they are now. */
export class Conditions {
  readonly #atStart: ConditionSettings;
  #settings: ConditionSettings;
  #faults: FaultSchedule;
  #limiter: RateLimiter | undefined;

  /** @param random draws whether a fault that has a chance strikes. */
  constructor(
    atStart: Partial<ConditionSettings>,
    private readonly random: () => number,
  ) {
    this.#atStart = this.#settings = { ...goodDay, ...atStart };
    this.#faults = new FaultSchedule(this.#settings.faults, random);
    this.#limiter = limiterOf(this.#settings);
  }

  get settings(): ConditionSettings {
    return this.#settings;
  }

  /** Counts the calls of each fault. */
  get faults(): FaultSchedule {
    return this.#faults;
  }

  get limiter(): RateLimiter | undefined {
    return this.#limiter;
  }

  /** Changes what is given; faults that are given are counted from here, and a rate limit starts with all of its requests. */
  change(part: Partial<ConditionSettings>): void {
    this.#settings = { ...this.#settings, ...part };
    if (part.faults) this.#faults = new FaultSchedule(part.faults, this.random);
    if (part.rateLimit !== undefined) this.#limiter = limiterOf(this.#settings);
  }

  /** As they were at the start. */
  reset(): void {
    this.change(this.#atStart);
  }
}

function limiterOf({ rateLimit }: ConditionSettings): RateLimiter | undefined {
  return rateLimit === null ? undefined : new RateLimiter(rateLimit);
}
