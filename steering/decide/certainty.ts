/**
 * A certainty is the answer to one question within a decision: yes, no or unknown, with the reasons on which it rests.
 * This file makes certainties and combines them.
 */
import type { AssumptionId } from '../domain/assumptions';
import type { MatchVerdict } from '../domain/processes';
import type { Unsaid } from '../model/flow';
import type { Value } from '../model/model';

export type CertaintyVerdict = MatchVerdict;

/**
 * A note is a reason: an assumption by its id, a field that the flow does not say, or, in words, something that the
 * model does not know.
 */
export type Note =
  /** `of` names what the assumption is about, where it may hold of one thing and not of another. */
  | { readonly assumption: AssumptionId; readonly of?: string }
  | { readonly notSaid: Unsaid }
  | { readonly notKnown: string };

/** An answer with its reasons. `unknown` is an answer too: both are possible, for these reasons. */
export interface Certainty {
  readonly verdict: CertaintyVerdict;
  readonly because: readonly Note[];
}

const NOTHING: readonly Note[] = [];
/** The certainty of what holds by the rules and the source alone. */
export const YES: Certainty = { verdict: 'yes', because: NOTHING };
/** The certainty of what the rules and the source alone exclude. */
export const NO: Certainty = { verdict: 'no', because: NOTHING };

/** The one note of each assumption. Notes are shared, because certainties are made a million times. */
const ASSUMED = new Map<AssumptionId, Note>();

/** Returns the note that names an assumption. */
export function assuming(assumption: AssumptionId): Note {
  let note = ASSUMED.get(assumption);
  if (note === undefined) ASSUMED.set(assumption, (note = { assumption }));
  return note;
}

export function certaintyOf(verdict: CertaintyVerdict, ...because: readonly Note[]): Certainty {
  return { verdict, because };
}

/** Makes a `yes` that rests on an assumption. */
export const yesAssuming = (assumption: AssumptionId): Certainty => certaintyOf('yes', assuming(assumption));
/** Makes a `no` that rests on an assumption. */
export const noAssuming = (assumption: AssumptionId): Certainty => certaintyOf('no', assuming(assumption));
/** Makes an `unknown` for an open assumption. */
export const openBecause = (assumption: AssumptionId): Certainty => certaintyOf('unknown', assuming(assumption));

/** Combines two conditions that must both hold. A certain `no` needs no other reasons. */
export function and(a: Certainty, b: Certainty): Certainty {
  if (a === YES) return b;
  if (b === YES) return a;
  if (a.verdict === 'no') return a;
  if (b.verdict === 'no') return b;
  return { verdict: a.verdict === 'yes' ? b.verdict : a.verdict, because: joined(a.because, b.because) };
}

/** Combines two conditions of which one must hold. A certain `yes` needs no other reasons. */
export function or(a: Certainty, b: Certainty): Certainty {
  if (a.verdict === 'yes') return a;
  if (b.verdict === 'yes') return b;
  if (a === NO) return b;
  if (b === NO) return a;
  return { verdict: a.verdict === 'unknown' ? 'unknown' : b.verdict, because: joined(a.because, b.because) };
}

/** Combines two certainties, both `unknown`, into one with all their reasons, each once. */
export function either(a: Certainty, b: Certainty): Certainty {
  return { verdict: 'unknown', because: [...new Set([...a.because, ...b.because])] };
}

export function joined(a: readonly Note[], b: readonly Note[]): readonly Note[] {
  if (a.length === 0) return b;
  return b.length === 0 ? a : [...a, ...b];
}

/**
 * Returns why a value is not known, and the assumption that it rests on; an empty list where the source says the value.
 */
export function notesOf(value: Value<unknown>): readonly Note[] {
  if (value.known && value.assumption === undefined) return NOTHING;
  const why: readonly Note[] = value.known ? NOTHING : [{ notKnown: value.reason }];
  return value.assumption === undefined ? why : [...why, assuming(value.assumption)];
}
