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
    for (const row of ports) {
      if (!row.port.known || !isEmpty(row.domains)) continue;
      const owner = configurations.find(({ key }) => row.configuration.known && row.configuration.value === key);
      yield finding('port-without-domains', row, { port: String(row.port.value), configuration: nameOf(owner) });
    }
  },
};
