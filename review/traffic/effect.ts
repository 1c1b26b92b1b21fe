/**
 * Whether a change lets traffic go more freely. How freely a flow goes, from not at all to unseen:
 *
 *     block < steer < bypass (tunnel) < bypass (direct) = direct
 *
 * Where an outcome is not known, each reading of what is not known counts: a change broadens where under one of them a flow goes
 * more freely than before, and else narrows where under one of them it goes less freely.
 */
import type { Fate, TrafficChange } from '../../steering';
import type { Effect } from '../review';

/** The worst first. */
export const EFFECTS: readonly Effect[] = ['broadening', 'narrowing', 'sideways'];

const FREEDOM: Readonly<Record<Fate, number>> = { block: 0, steer: 1, bypass_tunnel: 2, bypass_direct: 3, direct: 3 };

export function effectOf({ turns }: Pick<TrafficChange, 'turns'>): Effect {
  const gains = turns.map(({ before, after }) => FREEDOM[after] - FREEDOM[before]);
  if (gains.some((gain) => gain > 0)) return 'broadening';
  return gains.some((gain) => gain < 0) ? 'narrowing' : 'sideways';
}

/** Whether nothing else is possible: neither another outcome, nor that it stays as it was. */
export function isCertain({ before, after, readings }: Pick<TrafficChange, 'before' | 'after' | 'readings'>): boolean {
  const isSame = before.possible.join() === after.possible.join();
  return readings === undefined && before.outcome !== 'unknown' && after.outcome !== 'unknown' && !isSame;
}
