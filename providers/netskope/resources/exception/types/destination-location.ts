/** What only destination location exceptions have: their attributes, and how these become the contract's fields. */
import { attribute, path } from 'terraform-plugin-sdk-ts';
import type { BypassAction } from '../../../../../steering/model/model';
import { readValue } from '../../../values';
import { bypassAction, exceptionType, networkLocations } from './exception-type';

export const destinationLocation = exceptionType('destination_location', {
  description:
    'A steering exception for network locations of destinations: traffic to them is bypassed instead of steered. [doc] In a custom configuration it is void for traffic that is not web traffic. [doc]',
  attributes: {
    network_locations: networkLocations(),
    action: bypassAction(),
    treat_like_local_ip: attribute.bool({
      optional: true,
      computed: true,
      default: false,
      description: 'Treat the addresses like local ones. [doc] Default `false`.',
    }),
  },
  toApi: ({ network_locations, action, treat_like_local_ip }) => ({
    locations: [...network_locations],
    action: action as BypassAction,
    treat_like_local_ip,
  }),
  fromApi: ({ locations, action, treat_like_local_ip }, previous) => ({
    network_locations: locations,
    action: readValue(action, previous.action, 'bypass'),
    treat_like_local_ip: readValue(treat_like_local_ip, previous.treat_like_local_ip, false),
  }),
  pathOf([field = '']) {
    if (field === 'locations') return path('network_locations');
    return field === 'action' || field === 'treat_like_local_ip' ? path(field) : [];
  },
});
