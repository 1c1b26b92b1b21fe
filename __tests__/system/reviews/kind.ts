/** A kind of plan: what there is, what happens then, and what its review must say. */
import type { Verdict } from '../../../review/report';
import type { Here } from './here';
import type { Files } from './words';

export interface Kind {
  readonly name: string;
  /** Applied before anything else. */
  readonly has: Files;
  /** What happens beside terraform, before the plan. */
  readonly prepare?: (here: Here) => Promise<unknown>;
  /** What is planned. @default - the same */
  readonly then?: Files | ((here: Here) => Promise<Files>);
  /** Arguments of the plan. */
  readonly plan?: readonly string[];
  /** `nothing`: the plan does nothing, and no gate stops it. */
  readonly verdict: Verdict | 'nothing';
  /** Whether something cannot be judged. */
  readonly unjudged?: true;
  /** What decides was made by hand, so that only a review with the tenant can know it. */
  readonly byHand?: true;
  /** The apply of the plan fails half way. */
  readonly fails?: true;
}
