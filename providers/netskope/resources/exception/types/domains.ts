import { attribute, path } from '../../../../plugin-sdk';
import { complainAboutExceptionDomain } from '../../../../../steering/app-domain';
import { validator } from '../../../complaints';
import { exceptionType, replacedWithItsType } from './exception-type';
import { names } from './names';

export const domains = exceptionType('domains', {
  attribute: attribute.single(
    {
      domains: names(
        'Host names, and wildcards such as `*.example.com`, which custom app domains do not know. [doc] Whether a wildcard covers `example.com` itself is said in two ways by the vendor.',
        validator(complainAboutExceptionDomain),
      ),
    },
    {
      optional: true,
      description: 'An exception for domains; always a bypass. [doc]',
      planModifiers: [replacedWithItsType()],
    },
  ),
  toApi: ({ domains }) => ({ domains: [...domains] }),
  fromApi: ({ domains }) => ({ domains }),
  pathOf: ([field]) => (field === 'domains' ? path(field) : []),
});
