import { nameOf } from './pinned';
import { finding, type Rule } from './rule';

export const standardPort: Rule = {
  id: 'standard-port',
  severity: 'info',
  title: '80 or 443 listed as non-standard',
  rationale:
    'Non-standard ports are for web traffic on ports other than 80 and 443, which are steered anyway [doc]; the article’s 443 need not be listed. [seed]',
  source: '[doc], [seed]',
  codes: ['standard-port'],
  *check({ ports, configurations }) {
    for (const portEntry of ports) {
      if (!portEntry.port.known || (portEntry.port.value !== 80 && portEntry.port.value !== 443)) continue;
      const owner = configurations.find(
        ({ key }) => portEntry.configuration.known && portEntry.configuration.value === key,
      );
      yield finding('standard-port', portEntry, { port: String(portEntry.port.value), configuration: nameOf(owner) });
    }
  },
};
