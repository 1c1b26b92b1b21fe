import { complainAboutExceptionDomain } from '../../../../../steering/app-domain';
import { validator } from '../../../complaints';
import { hostNames } from '../../../normal-forms';
import { exceptionType } from './exception-type';
import { typeOfNames } from './names';

export const domains = exceptionType('domains', {
  attribute: typeOfNames(
    'An exception for domains: host names, and wildcards such as `*.example.com`, which custom app domains do not know; always a bypass. [doc] Whether a wildcard covers `example.com` itself is said in two ways by the vendor.',
    hostNames,
    validator(complainAboutExceptionDomain),
  ),
  toApi: (domains) => ({ domains: [...domains] }),
  fromApi: ({ domains }) => domains,
  pathOf: () => [],
});
