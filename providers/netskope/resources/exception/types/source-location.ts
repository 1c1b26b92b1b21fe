import { exceptionType } from './exception-type';
import { typeOfNames } from './names';

export const sourceLocation = exceptionType('source_location', {
  attribute: typeOfNames('An exception for network locations of clients, by name; always a bypass. [doc]'),
  toApi: (locations) => ({ locations: [...locations] }),
  fromApi: ({ locations }) => locations,
  pathOf: () => [],
});
