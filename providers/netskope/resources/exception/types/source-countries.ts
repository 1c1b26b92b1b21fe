/** What only source country exceptions have: their attributes, and how these become the contract's fields. */
import { path } from 'terraform-plugin-sdk-ts';
import { complainAboutCountry } from '../../../../../steering/domain/exceptions';
import { validator } from '../../../values';
import { exceptionType, names } from './exception-type';

export const sourceCountries = exceptionType('source_countries', {
  description: 'A steering exception for countries of clients: their traffic is bypassed instead of steered. [doc]',
  attributes: {
    countries: names('Countries as ISO 3166-1 codes of two capital letters, such as `DE` [assumed]; at least one.', {
      check: validator(complainAboutCountry),
    }),
  },
  toApi: ({ countries }) => ({ countries: [...countries] }),
  fromApi: ({ countries }) => ({ countries }),
  pathOf: () => path('countries'),
});
