import { exceptionType } from './exception-type';
import { typeOfNames } from './names';

export const category = exceptionType('category', {
  attribute: typeOfNames('An exception for categories of destinations, by name; always a bypass. [doc]'),
  toApi: (categories) => ({ categories: [...categories] }),
  fromApi: ({ categories }) => categories,
  pathOf: () => [],
});
