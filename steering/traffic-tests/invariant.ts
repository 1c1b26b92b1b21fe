/** Invariants: what must hold of every flow there is, not of one. */
import type { PlatformName } from '../domain/vocabulary';
import type { Expectable } from './traffic-test';

export interface Invariant {
  /** What it guards, as its author says it. */
  readonly name: string;
  /** Path of the construct that demands it. */
  readonly construct: string;
  /** What must become of no flow. */
  readonly never: Expectable;
  /** Only of flows of which it did not become before: of a change. @default - of any flow */
  readonly newly?: true;
  /** Only flows of these processes, by their exact names without regard to case. @default - of every process */
  readonly processes?: readonly string[];
  /** Only flows on these platforms. @default - on every platform */
  readonly platforms?: readonly PlatformName[];
  /**
   * Only flows of processes that run as Windows services, or only of others; on other platforms it makes no difference.
   * @default - flows that do not say it: of services that the catalogue knows, both are possible, and others are taken for none
   */
  readonly service?: boolean;
}
