import { validator } from '../../../complaints';
import { trimmedEach } from '../../../normal-forms';
import { exceptionType } from './exception-type';
import { typeOfNames } from './names';

export const sourceCountries = exceptionType('source_countries', {
  attribute: typeOfNames(
    'An exception for countries of clients, as ISO 3166-1 codes of two capital letters, such as `DE` [assumed]; always a bypass. [doc]',
    trimmedEach,
    validator(complainAboutCountry),
  ),
  toApi: (countries) => ({ countries: [...countries] }),
  fromApi: ({ countries }) => countries,
  pathOf: () => [],
});

function complainAboutCountry(code: string) {
  if (/^[A-Z]{2}$/.test(code)) return undefined;
  return {
    summary: 'Not a country code',
    detail: `${JSON.stringify(code)} is not a code of ISO 3166-1. Write two capital letters, such as "DE" or "US".`,
  };
}
