/** Dynamic steering: a configuration whose clients on-premises and off-premises each have a mode and exceptions. [doc] */
import type { Place } from './exceptions';
import type { Complaint } from './vocabulary';

/** Which private apps a configuration steers: none, all, or those of a list. [doc] */

/** @param named whether the list names any */
export function complainAboutPrivateApps(mode: string, named: boolean): Complaint | undefined {
  if ((mode === 'specific') === named) return undefined;
  if (named) {
    return {
      summary: 'Private apps that are not looked at',
      detail: `Where private apps are steered as "${mode}", the tenant looks at no list of them. Remove the list, or write "specific".`,
    };
  }
  return {
    summary: 'No private apps',
    detail: 'Where only specific private apps are steered, they must be named. Name them, or write "none".',
  };
}

/** [assumed] */
export const IDLE_TRAFFIC_MODE: Complaint = {
  summary: 'Traffic mode without effect',
  detail:
    'With dynamic steering, the traffic modes on-premises and off-premises count, and the traffic mode of the configuration for nobody. [assumed]',
};

/** [assumed] */
export const IDLE_SIDE_MODE: Complaint = {
  summary: 'Traffic mode of a location without effect',
  detail:
    'Without dynamic steering, the traffic mode of the configuration counts, and those on-premises and off-premises for nobody. [assumed] Turn dynamic steering on, or leave the modes of the two locations out.',
};

/** Each exception belongs to a side where there are sides, and to none where there are not. [doc] */
export function complainAboutSide(configuration: string, dynamic: boolean, place: Place): Complaint | undefined {
  if (dynamic === (place !== 'everywhere')) return undefined;
  if (dynamic) {
    return {
      summary: 'Location missing',
      detail: `${configuration} has dynamic steering, where each exception belongs on-premises or off-premises. Give it a location, "on_premises" or "off_premises".`,
    };
  }
  return {
    summary: 'Location without dynamic steering',
    detail: `${configuration} has no dynamic steering, so no exception of it has a location. Remove the location, or turn dynamic steering on.`,
  };
}
