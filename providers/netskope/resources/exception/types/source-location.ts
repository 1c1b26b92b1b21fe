/** What only source location exceptions have: their attributes, and how these become the contract's fields. */
import { path } from 'terraform-plugin-sdk-ts';
import { exceptionType, networkLocations } from './exception-type';

export const sourceLocation = exceptionType('source_location', {
  description:
    'A steering exception for network locations of clients: their traffic is bypassed instead of steered. [doc] Without dynamic steering it is not offered in all-traffic mode. [doc]',
  attributes: { network_locations: networkLocations() },
  toApi: ({ network_locations }) => ({ locations: [...network_locations] }),
  fromApi: ({ locations }) => ({ network_locations: locations }),
  pathOf: () => path('network_locations'),
});
