/** The schema of an entry of the non-standard ports. */
import {
  attribute,
  between,
  eachSetElement,
  requiresReplace,
  schema,
  t,
  useStateForUnknown,
} from 'terraform-plugin-sdk-ts';
import { complainAboutDomain } from '../../../../steering/domain/hosts';
import { SPELLING_OF_HOSTS, checkHosts, checkId, hostNames, validator } from '../../values';

export const nonStandardPort = schema({
  description:
    'An entry of the non-standard ports of a steering configuration: web traffic on a port other than 80 and 443 that the clients steer too. Step 3 of blocking a native app. [seed]',
  attributes: {
    id: attribute.string({
      computed: true,
      description: '`<configuration>/<entry>`; also its import id, such as `0/12`.',
      planModifiers: [useStateForUnknown()],
    }),
    configuration_id: attribute.string({
      required: true,
      description: 'The configuration the entry belongs to; `0` is the default one.',
      validators: [checkId],
      planModifiers: [requiresReplace()],
    }),
    port: attribute.integer({
      required: true,
      description:
        'Port, 1 to 65535. Ports 80 and 443 are steered without an entry, and one for them changes nothing. [doc]',
      validators: [between(1, 65535)],
    }),
    domains: attribute.set(t.string, {
      optional: true,
      normalize: hostNames,
      description: `Domains (or addresses) the entry is limited to. **Without any, it steers this port for every process and host**, other pinned apps included. [seed] ${SPELLING_OF_HOSTS}`,
      validators: [eachSetElement(validator(complainAboutDomain)), checkHosts],
    }),
  },
});
