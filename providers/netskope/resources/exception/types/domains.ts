import { complainAboutExceptionDomain } from '../../../../../steering/app-domain';
import { checkHosts, validator } from '../../../complaints';
import { hostNames, sentNames, SPELLING_OF_HOSTS } from '../../../normal-forms';
import { readHosts } from '../../../spelling';
import { exceptionType } from './exception-type';
import { typeOfNames } from './names';

export const domains = exceptionType('domains', {
  attribute: typeOfNames(
    `An exception for domains: host names, and wildcards such as \`*.example.com\`, which custom app domains do not know; always a bypass. [doc] Whether a wildcard covers \`example.com\` itself is said in two ways by the vendor. ${SPELLING_OF_HOSTS}`,
    { normalize: hostNames, check: validator(complainAboutExceptionDomain), checkAll: checkHosts },
  ),
  toApi: (domains) => ({ domains: sentNames(domains) }),
  fromApi: ({ domains }, previous) => readHosts(domains, previous) ?? [],
  pathOf: () => [],
});
