/** What only source country exceptions have: their attributes, and how these become the contract's fields. */
import { isKnown, path, warning } from 'terraform-plugin-sdk-ts';
import { complainAboutCountry, complainAboutReservedCountry } from '../../../../../steering/domain/exceptions';
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
  caution({ countries }, prior) {
    if (!isKnown(countries)) return [];
    const fresh = countries.filter((code) => isKnown(code) && prior?.countries.includes(code) !== true);
    return fresh.flatMap((code) => {
      const complaint = complainAboutReservedCountry(code as string);
      return complaint === undefined ? [] : [warning(complaint.summary, complaint.detail, path('countries'))];
    });
  },
});
