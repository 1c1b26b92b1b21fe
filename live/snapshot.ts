/**
 * A snapshot is what a tenant showed at one moment. It holds the answers of REST v1 as they were, so that a dialect that
 * is learnt later can read them too. It holds no token; but lists of bypasses and notes are confidential.
 */

import type { RestV1Configuration } from '../steering';

export interface Snapshot {
  /** The address of the tenant, such as https://acme.goskope.com. */
  readonly tenant: string;
  /** When it was observed, ISO 8601 in UTC. */
  readonly observedAt: string;
  readonly configurations: readonly RestV1Configuration[];
}
