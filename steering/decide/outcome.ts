/**
 * This file has the words for what can become of a flow. While something is not known, several fates are possible. A
 * set of fates is a number with a bit for each, so that a hundred thousand decisions a second need no memory.
 */

/** The outcomes of a decision. With `unknown` more than one of the others is possible. */
export const OUTCOMES = ['block', 'bypass', 'steer', 'direct', 'unknown'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * The way in which bypassed traffic leaves. `unknown` says that nobody published, or nobody knows yet, which of the two
 * it is.
 */
export type Via = 'direct' | 'tunnel' | 'unknown';

/**
 * The definite fates of a flow. With `direct` it was never intercepted; with `bypass_direct` the client intercepted it
 * and let it go.
 */
export const FATES = ['block', 'bypass_direct', 'bypass_tunnel', 'steer', 'direct'] as const;
export type Fate = (typeof FATES)[number];

/** A set of fates. */
export type Possibilities = number;

/** The empty set of fates. */
export const NOTHING: Possibilities = 0;
export const BLOCK: Possibilities = 1;
export const BYPASS_DIRECT: Possibilities = 2;
export const BYPASS_TUNNEL: Possibilities = 4;
export const STEER: Possibilities = 8;
export const DIRECT: Possibilities = 16;
export const BYPASS: Possibilities = BYPASS_DIRECT | BYPASS_TUNNEL;
/** The set of all fates. */
export const ANYTHING: Possibilities = BLOCK | BYPASS | STEER | DIRECT;

const BITS: readonly (readonly [Fate, Possibilities])[] = FATES.map((fate, index) => [fate, 1 << index]);

/** The fates of each set, computed once, because every decision looks them up. */
const FATES_OF: readonly (readonly Fate[])[] = Array.from({ length: ANYTHING + 1 }, (_, set) =>
  BITS.filter(([, bit]) => (set & bit) !== 0).map(([fate]) => fate),
);

/** Returns the fates of a set, in the order of `FATES`. */
export function fatesOf(set: Possibilities): readonly Fate[] {
  return FATES_OF[set] ?? [];
}

/** Returns one word for a set of fates. */
function outcomeOf(set: Possibilities): Outcome {
  switch (set) {
    case BLOCK:
      return 'block';
    case BYPASS_DIRECT:
    case BYPASS_TUNNEL:
    case BYPASS:
      return 'bypass';
    case STEER:
      return 'steer';
    case DIRECT:
      return 'direct';
    default:
      return 'unknown';
  }
}

/** Returns how the traffic leaves, where the outcome is a bypass. */
function viaOf(set: Possibilities): Via | undefined {
  if (set === BYPASS_DIRECT) return 'direct';
  if (set === BYPASS_TUNNEL) return 'tunnel';
  return set === BYPASS ? 'unknown' : undefined;
}

/** Returns a set of fates as people say it. */
export function inWords(fates: Possibilities): { outcome: Outcome; via?: Via; possible: readonly Fate[] } {
  const via = viaOf(fates);
  return { outcome: outcomeOf(fates), ...(via !== undefined && { via }), possible: fatesOf(fates) };
}
