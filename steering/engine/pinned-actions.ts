/** What the actions of a certificate pinned app exception do to a flow. [doc] */
import type { PinnedAction } from '../model';
import { BLOCK, BYPASS, BYPASS_DIRECT, BYPASS_TUNNEL, type Possibilities } from '../outcome';

export interface Effect {
  readonly unmanaged: Possibilities;
  readonly managed: Possibilities;
  /** Whether custom app domains limit it; Block and the managed-device modes ignore them [community]. */
  readonly limited: boolean;
}

const everywhere = (fates: Possibilities, limited: boolean): Effect => ({ unmanaged: fates, managed: fates, limited });

export const EFFECTS: Readonly<Record<PinnedAction, Effect>> = {
  block: everywhere(BLOCK, false),
  // Which way a bypass without a mode goes is not published.
  bypass: everywhere(BYPASS, true),
  bypass_direct: everywhere(BYPASS_DIRECT, true),
  bypass_tunnel: everywhere(BYPASS_TUNNEL, true),
  bypass_managed_direct: { unmanaged: BLOCK, managed: BYPASS_DIRECT, limited: false },
  bypass_managed_tunnel: { unmanaged: BLOCK, managed: BYPASS_TUNNEL, limited: false },
};
