/** What only domain exceptions have: their attributes, and how these become the contract's fields. */
import { path } from 'terraform-plugin-sdk-ts';
import { complainAboutExceptionDomain } from '../../../../../steering/domain/hosts';
import { SPELLING_OF_HOSTS, checkHosts, hostNames, readHosts, sentNames, validator } from '../../../values';
import { exceptionType, names } from './exception-type';

export const domains = exceptionType('domains', {
  description: 'A steering exception for domains: traffic to them is bypassed instead of steered. [doc]',
  attributes: {
    domains: names(
      `Host names, and wildcards such as \`*.example.com\`, which custom app domains do not support; at least one. [doc] Whether a wildcard covers \`example.com\` itself has two answers from the vendor. ${SPELLING_OF_HOSTS}`,
      { normalize: hostNames, check: validator(complainAboutExceptionDomain), checkAll: checkHosts },
    ),
  },
  toApi: ({ domains }) => ({ domains: sentNames(domains) }),
  fromApi: ({ domains }, previous) => ({ domains: readHosts(domains, previous.domains) ?? [] }),
  pathOf: () => path('domains'),
});
