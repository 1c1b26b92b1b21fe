/** Dynamic steering: a configuration whose clients on-premises and off-premises each have a mode and exceptions. [doc] */
import type { Complaint } from './complaint';
import type { Place } from './exception-offer';

/** [assumed] */
export const IDLE_TRAFFIC_MODE: Complaint = {
  summary: 'Traffic mode without effect',
  detail:
    'With dynamic steering, the traffic modes of the two sides count, and the traffic mode of the configuration for nobody. [assumed]',
};

/** Each exception belongs to a side where there are sides, and to none where there are not. [doc] */
export function complainAboutSide(configuration: string, dynamic: boolean, place: Place): Complaint | undefined {
  if (dynamic === (place !== 'everywhere')) return undefined;
  if (dynamic) {
    return {
      summary: 'Side missing',
      detail: `${configuration} has dynamic steering, where each exception belongs to one side. Give it a location, "on_premises" or "off_premises".`,
    };
  }
  return {
    summary: 'No sides here',
    detail: `${configuration} has no dynamic steering, so no exception of it has a side. Remove the location, or turn dynamic steering on.`,
  };
}
