/** What becomes of flows before and after; and, where several readings of the models are possible on both sides, in each. */
import { combine, fatesOfMatched, NO_MATCH, type Matched } from '../engine/evaluate';
import { DIRECT, NOTHING, type Possibilities } from '../outcome';
import type { World } from './contexts';
import type { Treatment } from './traffic-space';

export interface Verdict {
  readonly key: string;
  /** In all worlds together, as a decision says it. */
  readonly before: Possibilities;
  readonly after: Possibilities;
  /** By world. */
  readonly inWorlds: readonly { readonly before: Possibilities; readonly after: Possibilities }[];
  readonly isChanged: boolean;
}

/** Verdicts of a context, each once. */
export class Verdicts {
  private readonly known = new Map<string, Verdict>();

  constructor(
    private readonly worlds: readonly World[],
    /** By scenario, the index of its rules. */
    private readonly rulesOf: readonly number[],
  ) {}

  /**
   * @param treatments by scenario, what traffic meets
   * @param matched by the index of rules, what the process brings about
   */
  of(treatments: readonly Treatment[], matched: readonly Matched[]): Verdict {
    const inWorlds = this.worlds.map(({ before, after }) => ({
      before: this.fatesIn(before, treatments, matched),
      after: this.fatesIn(after, treatments, matched),
    }));
    const key = inWorlds.map(({ before, after }) => `${before}>${after}`).join();
    let verdict = this.known.get(key);
    if (verdict === undefined) {
      const all = (side: 'before' | 'after') => inWorlds.reduce((fates, one) => fates | one[side], NOTHING);
      const isChanged = inWorlds.some(({ before, after }) => before !== after);
      this.known.set(key, (verdict = { key, before: all('before'), after: all('after'), inWorlds, isChanged }));
    }
    return verdict;
  }

  private fatesIn(
    scenarios: readonly number[],
    treatments: readonly Treatment[],
    matched: readonly Matched[],
  ): Possibilities {
    let fates = NOTHING;
    for (const scenario of scenarios) {
      const treatment = treatments[scenario];
      if (treatment === undefined) continue;
      if (treatment.intercepted !== 'yes') fates |= DIRECT;
      if (treatment.intercepted === 'no') continue;
      fates |= fatesOfMatched(combine(treatment, matched[this.rulesOf[scenario] ?? 0] ?? NO_MATCH));
    }
    return fates;
  }
}
