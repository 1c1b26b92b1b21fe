/**
 * What may become of a flow before and after a change, taken together? The answer is a set of pairs, each of a fate
 * before and a fate after. Where an outcome is not known, its possibilities alone do not tell whether it changes: a
 * flow that may be blocked or bypassed, before and after, may stay what it is, or become the other.
 */
import { FATES, fatesOf, NOTHING, type Fate, type Possibilities } from '../decide/outcome';

/** A set of pairs of a fate before and a fate after; each pair is a bit. */
export type Turns = number;

/** The fates of a flow before and after, under one reading of what is not known. */
export interface Turn {
  readonly before: Fate;
  readonly after: Fate;
}

export const NO_TURNS: Turns = 0;

const BITS = FATES.length;
const ALL = 1 << BITS;

/** All pairs of a fate before and a fate after, by both sets of fates. */
const BETWEEN: readonly (readonly Turns[])[] = Array.from({ length: ALL }, (_, before) =>
  Array.from({ length: ALL }, (__, after) => {
    let turns = NO_TURNS;
    for (let bit = 0; bit < BITS; bit++) if ((before & (1 << bit)) !== 0) turns |= after << (bit * BITS);
    return turns;
  }),
);

/** The pairs of each fate with itself, by sets of fates. */
const SAME: readonly Turns[] = Array.from({ length: ALL }, (_, fates) => {
  let turns = NO_TURNS;
  for (let bit = 0; bit < BITS; bit++) if ((fates & (1 << bit)) !== 0) turns |= 1 << (bit * BITS + bit);
  return turns;
});
const UNCHANGED: Turns = SAME[ALL - 1] ?? NO_TURNS;

/** Returns the pairs of any of some fates before and any of some fates after. */
export function turnsBetween(before: Possibilities, after: Possibilities): Turns {
  return BETWEEN[before]?.[after] ?? NO_TURNS;
}

/** Returns the pairs in which each of some fates stays. */
export function staying(fates: Possibilities): Turns {
  return SAME[fates] ?? NO_TURNS;
}

/** Whether a pair among them is a change. */
export function isChange(turns: Turns): boolean {
  return (turns & ~UNCHANGED) !== NO_TURNS;
}

/** Returns the pairs that are changes. */
export function changesIn(turns: Turns): Turn[] {
  return FATES.flatMap((before, index) =>
    fatesOf((turns >> (index * BITS)) & (ALL - 1))
      .filter((after) => after !== before)
      .map((after) => ({ before, after })),
  );
}

/** Whether one of some fates may become one of others. */
export function mayTurn(turns: Turns, from: Possibilities, to: Possibilities): boolean {
  return (turns & turnsBetween(from, to)) !== NOTHING;
}
