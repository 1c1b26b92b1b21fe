/** What a line will say, for one context. */
import type { FlowRegion, ReadingChange, WholeFlow } from '../comparison';
import { inWords } from '../outcome';
import type { Context } from '../partition/contexts';
import type { Verdict } from '../partition/verdicts';

export interface Draft {
  readonly verdict: Verdict;
  readonly readings: readonly ReadingChange[] | undefined;
  readonly region: Omit<FlowRegion, 'platforms' | 'locations' | 'clients'>;
  readonly witness: WholeFlow;
  /** Ids of objects. */
  readonly causes: readonly string[];
  readonly isRough?: true;
}

/** Where several readings are possible, those that change. */
export function readingsOf({ inWorlds }: Verdict, { worlds, scenarios }: Context): ReadingChange[] | undefined {
  if (worlds.length < 2) return undefined;
  return inWorlds.flatMap(({ before, after }, index): ReadingChange[] => {
    const scenario = scenarios[worlds[index]?.after[0] ?? 0];
    if (before === after || scenario === undefined) return [];
    const {
      place,
      mode,
      index: { subject },
    } = scenario;
    return [{ configuration: subject, place, mode, before: inWords(before), after: inWords(after) }];
  });
}
