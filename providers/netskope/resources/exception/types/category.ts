import { attribute, path } from '../../../../plugin-sdk';
import { exceptionType, replacedWithItsType } from './exception-type';
import { names } from './names';

export const category = exceptionType('category', {
  attribute: attribute.single(
    { categories: names('Names of categories.') },
    {
      optional: true,
      description: 'An exception for categories of destinations; always a bypass. [doc]',
      planModifiers: [replacedWithItsType()],
    },
  ),
  toApi: ({ categories }) => ({ categories: [...categories] }),
  fromApi: ({ categories }) => ({ categories }),
  pathOf: ([field]) => (field === 'categories' ? path(field) : []),
});
