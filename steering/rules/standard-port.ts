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
    for (const row of ports) {
      if (!row.port.known || (row.port.value !== 80 && row.port.value !== 443)) continue;
      const owner = configurations.find(({ key }) => row.configuration.known && row.configuration.value === key);
      yield finding('standard-port', row, { port: String(row.port.value), configuration: nameOf(owner) });
    }
  },
};
