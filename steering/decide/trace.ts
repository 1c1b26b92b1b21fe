/**
 * A trace says how a decision came about: its steps in the order in which they were taken, as codes and arguments. The
 * wording is in `words/`.
 */
import type { ExceptionTypeName, Place, TrafficModeName } from '../domain/exceptions';
import type { Origin } from '../model/model';
import type { Certainty } from './certainty';
import type { Fate } from './outcome';

export type { Note, CertaintyVerdict as Verdict } from './certainty';

/** A subject is the object of the model that a step is about. */
export interface Subject {
  readonly key: string;
  readonly origin: Origin;
  /** The name of the object; left out where it has none that is known. */
  readonly name?: string;
}

/**
 * A step of a decision. The verdict `unknown` says that the step is possible, but not certain, for the reasons in
 * `because`.
 */
export type Step = Certainty &
  (
    | { readonly step: 'configuration'; readonly subject: Subject }
    | { readonly step: 'mode'; readonly place: Place; readonly mode: TrafficModeName }
    /** Whether the client intercepts the flow; `subject` is the non-standard port that decided it. */
    | { readonly step: 'interception'; readonly subject?: Subject }
    | {
        readonly step: 'exception';
        readonly subject: Subject;
        readonly type: ExceptionTypeName | 'unknown';
        /** The element of the exception, or of its app, that matched. */
        readonly matcher?: Matcher;
        readonly app?: Subject;
        readonly leadsTo: readonly Fate[];
      }
    /** No exception is certain to apply. `anyway` says that those which may apply steer the flow as well. */
    | { readonly step: 'steer'; readonly anyway?: true }
    /** Exceptions disagree. */
    | { readonly step: 'conflict' }
  );

/** A matcher is the element that made an exception match. */
export interface Matcher {
  readonly kind: 'exact' | 'regex' | 'domain' | 'name' | 'any';
  readonly text: string;
}
