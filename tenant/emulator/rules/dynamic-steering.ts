/**
 * What becomes of the exceptions when dynamic steering is turned on or off. Turning it on copies them to one side only,
 * and toggling it can lose exceptions [doc]. That the side is on-premises, that they keep their ids, and that turning
 * it off loses those of the other side is [assumed].
 */
import { nextEtag } from '../state/etag';
import type { Side, Store, StoredConfiguration } from '../state/store';

const keptSide: Side = 'on_prem';

/** Moves or removes the exceptions of a configuration whose `location_based_steering` has changed. */
export function moveExceptions(store: Store, before: StoredConfiguration, after: StoredConfiguration): void {
  if (before.location_based_steering === after.location_based_steering) return;
  const location = after.location_based_steering ? keptSide : null;
  for (const exception of store.exceptions.page({ config_id: after.config_id }, 0, Infinity).rows) {
    if (location === null && exception.location !== keptSide) store.exceptions.remove(exception.id);
    else store.exceptions.put(exception.id, { ...exception, location, etag: nextEtag(store) });
  }
}
