/** With dynamic steering an exception belongs to one of the two sides [doc], without it to none [assumed]. */
import { invalid } from '../problem';
import type { StoredConfiguration, StoredException } from '../state/store';

/** 400 for a side without dynamic steering, and for none with it. */
export function requireLocation(
  { config_id, location_based_steering }: StoredConfiguration,
  { location }: Pick<StoredException, 'location'>,
): void {
  if (location_based_steering === (location !== null)) return;
  const message = location_based_steering
    ? `is required, "on_prem" or "off_prem": configuration ${config_id} steers by location`
    : `cannot be given: configuration ${config_id} does not steer by location`;
  throw invalid([{ field: 'location', message }]);
}
