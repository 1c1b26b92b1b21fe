/** What the actions of a certificate pinned app exception do to a flow. [doc] */
import type { PinnedAction } from '../model/model';
import { BLOCK, BYPASS, BYPASS_DIRECT, BYPASS_TUNNEL, STEER, type Possibilities } from '../outcome';
import type { Verdict } from './finding';

export interface Effect {
  readonly unmanaged: Possibilities;
  readonly managed: Possibilities;
  /** Whether custom app domains limit it; Block and the managed-device modes ignore them [community]. */
  readonly limited: Verdict;
}

const everywhere = (fates: Possibilities, limited: Verdict): Effect => ({ unmanaged: fates, managed: fates, limited });

export const EFFECTS: Readonly<Record<PinnedAction, Effect>> = {
  block: everywhere(BLOCK, 'no'),
  // Which way a bypass without a mode goes is not published.
  bypass: everywhere(BYPASS, 'yes'),
  bypass_direct: everywhere(BYPASS_DIRECT, 'yes'),
  bypass_tunnel: everywhere(BYPASS_TUNNEL, 'yes'),
  bypass_managed_direct: { unmanaged: BLOCK, managed: BYPASS_DIRECT, limited: 'no' },
  bypass_managed_tunnel: { unmanaged: BLOCK, managed: BYPASS_TUNNEL, limited: 'no' },
  // Whether custom app domains limit it is not published.
  steer_and_decrypt: everywhere(STEER, 'unknown'),
};

/** Whether an action asks if the device is managed. */
export function asksForManaged(action: PinnedAction): boolean {
  return EFFECTS[action].managed !== EFFECTS[action].unmanaged;
}

/** Whether what some actions do may depend on the destination. */
export function mayBeLimited(actions: readonly (PinnedAction | null)[]): boolean {
  return actions.some((action) => action !== null && EFFECTS[action].limited !== 'no');
}
