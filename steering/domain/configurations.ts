/**
 * This file says which values of a configuration go together. With dynamic steering, its clients on-premises and
 * off-premises each have a traffic mode and exceptions. [doc] It steers no private apps, all of them, or those of a
 * list. [doc]
 */
import type { Place } from './exceptions';
import type { Complaint } from './vocabulary';

/**
 * Complains where the mode of private apps and their list do not fit.
 * @param named whether the list names any
 */
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

/** The complaint about a traffic mode of a configuration with dynamic steering. [assumed] */
export const IDLE_TRAFFIC_MODE: Complaint = {
  summary: 'Traffic mode without effect',
  detail:
    'With dynamic steering, the traffic modes on-premises and off-premises count, and the traffic mode of the configuration for nobody. [assumed]',
};

/** The complaint about a traffic mode on-premises or off-premises without dynamic steering. [assumed] */
export const IDLE_SIDE_MODE: Complaint = {
  summary: 'Traffic mode of a location without effect',
  detail:
    'Without dynamic steering, the traffic mode of the configuration counts, and those on-premises and off-premises for nobody. [assumed] Turn dynamic steering on, or leave the modes of the two locations out.',
};

/**
 * Complains where the location of an exception does not fit: with dynamic steering each has one, and without it none.
 * [doc]
 */
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
