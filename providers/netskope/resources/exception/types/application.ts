/** What only application exceptions have: their attributes, and how these become the contract's fields. */
import { path } from 'terraform-plugin-sdk-ts';
import type { BypassAction } from '../../../../../steering/model/model';
import { readValue } from '../../../values';
import { bypassAction, exceptionType, names } from './exception-type';

export const application = exceptionType('application', {
  description:
    'A steering exception for applications: their traffic is bypassed instead of steered. [doc] Off-premises it is offered in all-traffic mode only. [doc] In a custom configuration it is void for traffic that is not web traffic. [doc]',
  attributes: {
    applications: names('Names of cloud applications, or of firewall apps; at least one.'),
    action: bypassAction(),
  },
  toApi: ({ applications, action }) => ({ apps: [...applications], action: action as BypassAction }),
  fromApi: ({ apps, action }, previous) => ({
    applications: apps,
    action: readValue(action, previous.action, 'bypass'),
  }),
  pathOf: ([field]) => (field === 'apps' ? path('applications') : field === 'action' ? path(field) : []),
});
