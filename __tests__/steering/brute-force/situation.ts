/** What a flow meets, and an exception that may apply to it. */
import type { TrafficModeName } from '../../../steering/exception-offer';
import type { Flow } from '../../../steering/flow';
import type { Configuration, Model } from '../../../steering/model';
import type { Fate } from '../../../steering/outcome';
import { both, MAYBE, type Answer } from './answer';
import type { HostRead } from './host-by-hand';

export type Where = 'on_premises' | 'off_premises' | 'everywhere';

export interface Situation {
  readonly model: Model;
  readonly flow: Flow;
  readonly host: HostRead;
  readonly configuration: Configuration;
  readonly where: Where;
  readonly mode: TrafficModeName;
  /** Whether the port is one of web traffic. */
  readonly web: Answer;
  readonly isDns: boolean;
  /** What becomes of an element with a comma: not published. */
  readonly commas: 'kept' | 'split';
}

/** Whether a flow is web traffic by HTTP; of UDP on such a port it is not published. */
export function isHttp({ web, flow }: Situation): Answer {
  return flow.transport === 'udp' ? both(MAYBE, web) : web;
}

export interface Applying {
  readonly applies: Answer;
  readonly does: readonly Fate[];
  /** Where it blocks devices that have none of these classifications, and bypasses others, and nothing else is open. */
  readonly ifClassified?: string;
  /** Whether it is one of traffic that is not steered, too. */
  readonly reaches?: boolean;
}
