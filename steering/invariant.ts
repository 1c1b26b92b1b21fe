/** What must hold of all flows, not only of those that somebody thought of. */
import type { Comparison, WholeFlow } from './comparison';
import type { Model } from './model';
import type { Fate } from './outcome';
import type { PlatformName } from './platforms';

/** Which flows an invariant is about; all, in each dimension that is left out. */
export interface FlowFilter {
  readonly platforms?: readonly PlatformName[];
  /** Names of executables, as the platform spells them. */
  readonly processes?: readonly string[];
  /** Domains, each with all names below it. */
  readonly hosts?: readonly string[];
  readonly ports?: readonly number[];
}

/** `bypass`: whichever way it leaves. */
export type FateName = Fate | 'bypass';

export type Invariant = { readonly flows?: FlowFilter } & (
  | { /** None of these is possible. */ readonly never: readonly FateName[] }
  | { /** Nothing but these is possible. */ readonly always: readonly FateName[] }
  | { /** None of these becomes possible that was not before. */ readonly notNewly: readonly FateName[] }
);

export type InvariantResult =
  | { readonly holds: true }
  | {
      readonly holds: false;
      /** `perhaps`: what becomes of some flows is not known, or not all flows could be looked at. */
      readonly fails: 'certainly' | 'perhaps';
      /** A flow on which it fails, or may; left out where none was found among those that were looked at. */
      readonly counterexample?: WholeFlow;
    };

/** Looks at every flow on a model; or, for what is new, on the two of a comparison. On one model nothing is new. */
export function checkInvariant(_of: Model | Pick<Comparison, 'models'>, _invariant: Invariant): InvariantResult {
  throw new Error('invariants are not there yet');
}
