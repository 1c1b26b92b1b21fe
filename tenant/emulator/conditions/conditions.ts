/**
 * Which conditions make the tenant hard to work with: the vendor's quirks, faults, a rate limit, objects that show
 * late, missing roles. All of them are off by default, and can be changed while the tenant runs.
 */
import type { DesktopPlatformAction, OperationId, TrafficType } from '../../contract';
import { FaultSchedule, type Fault } from './faults';
import type { Quirks } from './quirks';
import { RateLimiter, type RateLimit } from './rate-limiter';

export interface ConditionSettings {
  /** The vendor's quirks [vendor]; none by default. */
  quirks: Quirks;
  /** The calls that are disturbed on purpose; none by default. */
  faults: readonly Fault[];
  /** The rate limit; null, the default, stands for none. */
  rateLimit: RateLimit | null;
  /**
   * The milliseconds for which a new object is missing from lists and by id [vendor: 5 to 10 s], though writes know it
   * [assumed]; 0 by default.
   */
  visibilityLagMs: number;
  /** The operations that answer 403, each with its message, as if a role or a licence were missing; none by default. */
  deny: Partial<Record<OperationId, string>>;
  /**
   * Whether the tenant offers REST v1 alone, as a tenant of today does: to its API token the routes of the contract are
   * missing, and only the console token still uses them; false by default.
   */
  restV1Only: boolean;
  /**
   * What REST v1 shows for an action or a traffic mode. Two are published, "1" for a bypass and "web" [doc, samples];
   * by default a block is "0" and the other modes are the contract's words [assumed], and steer_and_decrypt has no code.
   */
  restV1Codes: RestV1Codes;
}

/** The code or the word that REST v1 shows for an action or a traffic mode. */
export type RestV1Codes = Readonly<Partial<Record<DesktopPlatformAction['action'] | TrafficType, string>>>;

/** What has a code or a word in REST v1. */
export const restV1CodeNames: readonly string[] = Object.keys({
  bypass: true,
  block: true,
  steer_and_decrypt: true,
  cloud_apps: true,
  web: true,
  all: true,
  none: true,
} satisfies Record<keyof RestV1Codes, true>);

const goodDay: ConditionSettings = {
  quirks: {},
  faults: [],
  rateLimit: null,
  visibilityLagMs: 0,
  deny: {},
  restV1Only: false,
  restV1Codes: {},
};

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

  /** The faults, with the calls of each that were counted so far. */
  get faults(): FaultSchedule {
    return this.#faults;
  }

  get limiter(): RateLimiter | undefined {
    return this.#limiter;
  }

  /**
   * Changes the given conditions. Where faults are given, their calls are counted anew; a given rate limit starts with
   * all its requests.
   */
  change(part: Partial<ConditionSettings>): void {
    this.#settings = { ...this.#settings, ...part };
    if (part.faults) this.#faults = new FaultSchedule(part.faults, this.random);
    if (part.rateLimit !== undefined) this.#limiter = limiterOf(this.#settings);
  }

  /** Puts the conditions back as they were at the start. */
  reset(): void {
    this.change(this.#atStart);
  }
}

function limiterOf({ rateLimit }: ConditionSettings): RateLimiter | undefined {
  return rateLimit === null ? undefined : new RateLimiter(rateLimit);
}
