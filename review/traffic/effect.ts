/**
 * Whether a change lets traffic go more freely. How freely a flow goes, from not at all to unseen:
 *
 *     block < steer < bypass (tunnel) < bypass (direct) = direct
 *
 * An outcome that is not known counts by its bounds: a change broadens where the freest or the least free of what is possible gets
 * freer, and else narrows where one of them gets less free.
 */
import type { Fate, TrafficChange } from '../../steering';
import type { Effect, Judgement } from '../review';

const FREEDOM: Readonly<Record<Fate, number>> = { block: 0, steer: 1, bypass_tunnel: 2, bypass_direct: 3, direct: 3 };

export function effectOf(before: Pick<Judgement, 'possible'>, after: Pick<Judgement, 'possible'>): Effect {
  const [least, most] = boundsOf(before);
  const [leastNow, mostNow] = boundsOf(after);
  if (leastNow > least || mostNow > most) return 'broadening';
  return leastNow < least || mostNow < most ? 'narrowing' : 'sideways';
}

/** The worst of all readings; without any, of the line itself. */
export function effectOfLine({ before, after, readings }: TrafficChange): Effect {
  if (readings === undefined || readings.length === 0) return effectOf(before, after);
  const effects = readings.map((reading) => effectOf(reading.before, reading.after));
  return (['broadening', 'narrowing', 'sideways'] as const).find((one) => effects.includes(one)) ?? 'sideways';
}

/** Whether nothing else is possible. */
export function isCertain({ before, after, readings }: TrafficChange): boolean {
  return readings === undefined && before.outcome !== 'unknown' && after.outcome !== 'unknown';
}

function boundsOf({ possible }: Pick<Judgement, 'possible'>): [least: number, most: number] {
  const freedoms = possible.map((fate) => FREEDOM[fate]);
  return [Math.min(...freedoms), Math.max(...freedoms)];
}
