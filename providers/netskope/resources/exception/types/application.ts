import { attribute, path } from '../../../../plugin-sdk';
import { readValue } from '../../../spelling';
import { exceptionType, replacedWithItsType } from './exception-type';
import { bypassAction, names, type BypassAction } from './names';

export const application = exceptionType('application', {
  attribute: attribute.single(
    { apps: names('Names of cloud applications, or of firewall apps.'), action: bypassAction() },
    {
      optional: true,
      description: 'An exception for applications. [doc]',
      planModifiers: [replacedWithItsType()],
    },
  ),
  toApi: ({ apps, action }) => ({ apps: [...apps], action: action as BypassAction }),
  fromApi: ({ apps, action }, previous) => ({ apps, action: readValue(action, previous?.action, 'bypass') }),
  pathOf: ([field = '']) => (field === 'apps' || field === 'action' ? path(field) : []),
});
