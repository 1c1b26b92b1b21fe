/** What a flow meets, and an exception that may apply to it. */
import type { Flow } from '../../../steering/flow';
import type { Configuration, Model } from '../../../steering/model';
import type { Fate } from '../../../steering/outcome';
import type { Answer } from './answer';
import type { HostRead } from './host-by-hand';

export type Where = 'on_premises' | 'off_premises' | 'everywhere';

export interface Situation {
  readonly model: Model;
  readonly flow: Flow;
  readonly host: HostRead;
  readonly configuration: Configuration;
  readonly where: Where;
  /** Whether the port is one of web traffic. */
  readonly web: Answer;
  readonly isDns: boolean;
  /** What becomes of an element with a comma: not published. */
  readonly commas: 'kept' | 'split';
}

export interface Applying {
  readonly applies: Answer;
  readonly does: readonly Fate[];
  /** Where it blocks devices that have none of these classifications, and bypasses others, and nothing else is open. */
  readonly ifClassified?: string;
}
