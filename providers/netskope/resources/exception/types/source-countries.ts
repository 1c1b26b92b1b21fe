import { attribute, path } from '../../../../plugin-sdk';
import { complainAboutCountry } from '../../../../../steering/country-code';
import { validator } from '../../../complaints';
import { exceptionType, replacedWithItsType } from './exception-type';
import { names } from './names';

export const sourceCountries = exceptionType('source_countries', {
  attribute: attribute.single(
    {
      countries: names(
        'Countries as ISO 3166-1 codes of two capital letters, such as `DE`. [assumed]',
        validator(complainAboutCountry),
      ),
    },
    {
      optional: true,
      description: 'An exception for countries of clients; always a bypass. [doc]',
      planModifiers: [replacedWithItsType()],
    },
  ),
  toApi: ({ countries }) => ({ countries: [...countries] }),
  fromApi: ({ countries }) => ({ countries }),
  pathOf: ([field]) => (field === 'countries' ? path(field) : []),
});
