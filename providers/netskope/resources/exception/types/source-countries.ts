import { complainAboutCountry } from '../../../../../steering/country-code';
import { validator } from '../../../complaints';
import { exceptionType } from './exception-type';
import { typeOfNames } from './names';

export const sourceCountries = exceptionType('source_countries', {
  attribute: typeOfNames(
    'An exception for countries of clients, as ISO 3166-1 codes of two capital letters, such as `DE` [assumed]; always a bypass. [doc]',
    { check: validator(complainAboutCountry) },
  ),
  toApi: (countries) => ({ countries: [...countries] }),
  fromApi: ({ countries }) => countries,
  pathOf: () => [],
});
