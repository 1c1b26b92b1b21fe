import { attribute, path } from '../../../../plugin-sdk';
import { readValue } from '../../../spelling';
import { exceptionType, replacedWithItsType } from './exception-type';
import { bypassAction, names, type BypassAction } from './names';

export const destinationLocation = exceptionType('destination_location', {
  attribute: attribute.single(
    {
      locations: names('Names of network locations.'),
      action: bypassAction(),
      treat_like_local_ip: attribute.bool({
        optional: true,
        computed: true,
        default: false,
        description: 'Treat the addresses like local ones. [doc] Default `false`.',
      }),
    },
    {
      optional: true,
      description: 'An exception for network locations of destinations. [doc]',
      planModifiers: [replacedWithItsType()],
    },
  ),
  toApi: ({ locations, action, treat_like_local_ip }) => ({
    locations: [...locations],
    action: action as BypassAction,
    treat_like_local_ip,
  }),
  fromApi: ({ locations, action, treat_like_local_ip }, previous) => ({
    locations,
    action: readValue(action, previous?.action, 'bypass'),
    treat_like_local_ip: readValue(treat_like_local_ip, previous?.treat_like_local_ip, false),
  }),
  pathOf: ([field = '']) => (['locations', 'action', 'treat_like_local_ip'].includes(field) ? path(field) : []),
});
