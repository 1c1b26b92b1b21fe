/** How is a step begun? With what it is about, and with what a person has to look at first. */
import type { Model } from '../../steering';
import { nameObject } from '../diff';
import type { Wanted } from '../wanted';
import type { TenantChange } from './order';
import type { RunbookStep } from './runbook';

/** A step before it has its number and its place in the order. */
export type DraftStep = Omit<RunbookStep, 'number' | 'after' | 'id'>;

/** What the steps are told with: the tenant after all changes, in its own keys. */
export interface StepContext {
  readonly wanted: Wanted;
  readonly before: Model;
  readonly after: Model;
}

/** What every step of a change shares. */
export function begun(
  change: TenantChange,
  { before, after }: StepContext,
): Pick<DraftStep, 'object' | 'warnings'> & { unless?: string } {
  const model = change.after === undefined ? before : after;
  const one = change.after ?? change.before;
  if (one === undefined) throw new Error('a change of nothing');
  const { name, configuration, location } = nameObject(one, model);
  const address = change.wanted === undefined ? undefined : change.wanted.origin.address;
  return {
    object: {
      kind: change.kind,
      name,
      ...(configuration !== undefined && { configuration }),
      ...((location === 'on_premises' || location === 'off_premises') && { location }),
      ...(address !== undefined && { address }),
    },
    warnings: [],
    ...(change.isUnseen && { unless: unseenReason(change) }),
  };
}

function unseenReason({ isAfterToggle, after }: TenantChange): string {
  if (isAfterToggle === true) {
    return after === undefined
      ? 'Turning dynamic steering on or off may have copied it here, and may not: where it is not here, there is nothing to do.'
      : 'Turning dynamic steering on or off may have copied it here: where it is here as it should be, there is nothing to do.';
  }
  return 'REST v1 does not show it, so it may be there already.';
}
