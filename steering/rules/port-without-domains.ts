import { isEmpty } from '../model/model';
import { nameOf } from './pinned';
import { finding, type Rule } from './rule';

export const portWithoutDomains: Rule = {
  id: 'port-without-domains',
  severity: 'warning',
  title: 'A non-standard port without domains',
  rationale:
    'Non-standard ports without domains can steer the traffic of any other certificate pinned application that uses the same destination ports. [seed]',
  source: '[seed]',
  codes: ['port-without-domains'],
  *check({ ports, configurations }) {
    for (const portEntry of ports) {
      if (!portEntry.port.known || !isEmpty(portEntry.domains)) continue;
      const owner = configurations.find(
        ({ key }) => portEntry.configuration.known && portEntry.configuration.value === key,
      );
      yield finding('port-without-domains', portEntry, {
        port: String(portEntry.port.value),
        configuration: nameOf(owner),
      });
    }
  },
};
