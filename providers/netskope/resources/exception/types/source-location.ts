import { attribute, path } from '../../../../plugin-sdk';
import { exceptionType, replacedWithItsType } from './exception-type';
import { names } from './names';

export const sourceLocation = exceptionType('source_location', {
  attribute: attribute.single(
    { locations: names('Names of network locations.') },
    {
      optional: true,
      description: 'An exception for network locations of clients; always a bypass. [doc]',
      planModifiers: [replacedWithItsType()],
    },
  ),
  toApi: ({ locations }) => ({ locations: [...locations] }),
  fromApi: ({ locations }) => ({ locations }),
  pathOf: ([field]) => (field === 'locations' ? path(field) : []),
});
