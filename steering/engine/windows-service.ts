/** What a block does to the process of a flow: on Windows it spares services, which run in session 0. [doc R120 503670, 496830] */
import { isWindowsService } from '../catalogue/shared-processes';
import type { Flow } from '../model/flow';
import { BLOCK, BYPASS, type Possibilities } from '../outcome';
import { assuming, finding, YES, yesAssuming, type Finding } from './finding';

export interface Blocked {
  /** What becomes of a flow that a rule blocks. */
  readonly fates: Possibilities;
  /** On what that rests. */
  readonly finding: Finding;
}

const SPARED = [assuming('block-spares-windows-services'), assuming('way-of-windows-services')];

/** The process is no service. */
export const BLOCKED: Blocked = { fates: BLOCK, finding: YES };
/** Nobody says whether it is one. */
const TAKEN_FOR_NONE: Blocked = { fates: BLOCK, finding: yesAssuming('not-a-windows-service') };
/** Nobody says so, and it is known as one. */
const PERHAPS: Blocked = { fates: BLOCK | BYPASS, finding: finding('yes', { notSaid: 'service' }, ...SPARED) };
/** It is one. */
const BYPASSED: Blocked = { fates: BYPASS, finding: finding('yes', ...SPARED) };

export function blockedOf({ platform, process, service }: Pick<Flow, 'platform' | 'process' | 'service'>): Blocked {
  if (platform !== 'windows') return BLOCKED;
  if (service !== undefined) return service ? BYPASSED : BLOCKED;
  return isWindowsService(process) ? PERHAPS : TAKEN_FOR_NONE;
}
