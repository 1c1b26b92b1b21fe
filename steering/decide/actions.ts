/**
 * This file says what the actions of an exception for a certificate pinned app do to a flow. [doc] On Windows a block
 * spares services, which run in session 0. [doc R120 503670, 496830]
 */
import { isWindowsService } from '../catalogue/shared-processes';
import type { Flow } from '../model/flow';
import type { PinnedAction } from '../model/model';
import { type Certainty, type CertaintyVerdict, YES, assuming, certaintyOf, yesAssuming } from './certainty';
import { BLOCK, BYPASS, BYPASS_DIRECT, BYPASS_TUNNEL, type Possibilities, STEER } from './outcome';

/** The effect of a block on the process of a flow. */
export interface Blocked {
  /** The fates of a flow that a rule blocks. */
  readonly fates: Possibilities;
  /** The assumptions and unsaid things on which these fates rest. */
  readonly certainty: Certainty;
}

const SPARED = [assuming('block-spares-windows-services'), assuming('way-of-windows-services')];

/** The effect on a process that is no service. */
export const BLOCKED: Blocked = { fates: BLOCK, certainty: YES };
/** The effect on a process of which nobody says whether it is a service: it is taken for none. */
const TAKEN_FOR_NONE: Blocked = { fates: BLOCK, certainty: yesAssuming('not-a-windows-service') };
/** The effect on a process of which nobody says whether it is a service, although the catalogue knows it as one. */
const PERHAPS: Blocked = { fates: BLOCK | BYPASS, certainty: certaintyOf('yes', { notSaid: 'service' }, ...SPARED) };
/** The effect on a service. */
const BYPASSED: Blocked = { fates: BYPASS, certainty: certaintyOf('yes', ...SPARED) };

/** Returns what a block does to the process of a flow. */
export function blockedOf({ platform, process, service }: Pick<Flow, 'platform' | 'process' | 'service'>): Blocked {
  if (platform !== 'windows') return BLOCKED;
  if (service !== undefined) return service ? BYPASSED : BLOCKED;
  return isWindowsService(process) ? PERHAPS : TAKEN_FOR_NONE;
}

/** The effect of an action on the flows of unmanaged and of managed devices. */
export interface ActionEffect {
  readonly unmanaged: Possibilities;
  readonly managed: Possibilities;
  /** Whether custom app domains limit the action. Block and the managed-device modes ignore them. [community] */
  readonly limited: CertaintyVerdict;
}

const everywhere = (fates: Possibilities, limited: CertaintyVerdict): ActionEffect => ({
  unmanaged: fates,
  managed: fates,
  limited,
});

/** The effect of each action. */
export const EFFECTS: Readonly<Record<PinnedAction, ActionEffect>> = {
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

/** Whether an action depends on whether the device is managed. */
export function asksForManaged(action: PinnedAction): boolean {
  return EFFECTS[action].managed !== EFFECTS[action].unmanaged;
}

/** Whether the effect of some of these actions may depend on the destination. */
export function mayBeLimited(actions: readonly (PinnedAction | null)[]): boolean {
  return actions.some((action) => action !== null && EFFECTS[action].limited !== 'no');
}
