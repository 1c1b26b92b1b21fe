/**
 * What may become of a flow before and after a change, together: pairs of a fate before and a fate after, a bit each. Where an
 * outcome is not known, its possibilities alone do not tell whether it changes: block or bypass may be what it was, or the other.
 */
import { FATES, fatesOf, NOTHING, type Fate, type Possibilities } from '../decide/outcome';

/** A set of pairs. */
export type Turns = number;

/** What becomes of a flow under one reading of what is not known. */
export interface Turn {
  readonly before: Fate;
  readonly after: Fate;
}

export const NO_TURNS: Turns = 0;

const BITS = FATES.length;
const ALL = 1 << BITS;

/** By fates before and after, every pair of one of each. */
const BETWEEN: readonly (readonly Turns[])[] = Array.from({ length: ALL }, (_, before) =>
  Array.from({ length: ALL }, (__, after) => {
    let turns = NO_TURNS;
    for (let bit = 0; bit < BITS; bit++) if ((before & (1 << bit)) !== 0) turns |= after << (bit * BITS);
    return turns;
  }),
);

/** By fates, each of them with itself. */
const SAME: readonly Turns[] = Array.from({ length: ALL }, (_, fates) => {
  let turns = NO_TURNS;
  for (let bit = 0; bit < BITS; bit++) if ((fates & (1 << bit)) !== 0) turns |= 1 << (bit * BITS + bit);
  return turns;
});
const UNCHANGED: Turns = SAME[ALL - 1] ?? NO_TURNS;

/** Any of these before, and any of those after. */
export function turnsBetween(before: Possibilities, after: Possibilities): Turns {
  return BETWEEN[before]?.[after] ?? NO_TURNS;
}

/** Whichever it is, it stays. */
export function staying(fates: Possibilities): Turns {
  return SAME[fates] ?? NO_TURNS;
}

export function isChange(turns: Turns): boolean {
  return (turns & ~UNCHANGED) !== NO_TURNS;
}

/** Those that are changes. */
export function changesIn(turns: Turns): Turn[] {
  return FATES.flatMap((before, index) =>
    fatesOf((turns >> (index * BITS)) & (ALL - 1))
      .filter((after) => after !== before)
      .map((after) => ({ before, after })),
  );
}

/** Whether one of these may become one of those. */
export function mayTurn(turns: Turns, from: Possibilities, to: Possibilities): boolean {
  return (turns & turnsBetween(from, to)) !== NOTHING;
}
