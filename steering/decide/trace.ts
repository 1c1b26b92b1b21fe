/** How a decision came about: steps in the order in which they were taken, as codes and arguments; wording is elsewhere. */
import type { ExceptionTypeName, Place, TrafficModeName } from '../domain/exceptions';
import type { Origin } from '../model/model';
import type { Certainty } from './certainty';
import type { Fate } from './outcome';

export type { Note, CertaintyVerdict as Verdict } from './certainty';

/** An object of the model that a step is about. */
export interface Subject {
  readonly key: string;
  readonly origin: Origin;
  /** Where it has one that is known. */
  readonly name?: string;
}

/** `verdict` `unknown`: possible, for the reasons in `because`. */
export type Step = Certainty &
  (
    | { readonly step: 'configuration'; readonly subject: Subject }
    | { readonly step: 'mode'; readonly place: Place; readonly mode: TrafficModeName }
    /** Whether the client intercepts the flow; `subject`: the non-standard port that decided. */
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
    /** No exception applies for certain. `anyway`: those that may apply steer it as well. */
    | { readonly step: 'steer'; readonly anyway?: true }
    /** Exceptions that disagree. */
    | { readonly step: 'conflict' }
  );

export interface Matcher {
  readonly kind: 'exact' | 'regex' | 'domain' | 'name' | 'any';
  readonly text: string;
}
