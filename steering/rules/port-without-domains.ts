import { isEmpty } from '../model/model';
import { rule } from './rule';

export const portWithoutDomains = rule({
  id: 'port-without-domains',
  severity: 'warning',
  title: 'A non-standard port without domains',
  rationale:
    'Non-standard ports without domains can steer the traffic of any other certificate pinned application that uses the same destination ports. [seed]',
  source: '[seed]',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_non_standard_port" "whatsapp" {
  configuration_id = "0"
  port             = 5222
}`,
    right: `resource "netskopesteering_non_standard_port" "whatsapp" {
  configuration_id = "0"
  port             = 5222
  domains          = ["whatsapp.com", "whatsapp.net"]
}`,
  },
  messages: {
    'port-without-domains': ({ port }: { port: string }) =>
      `Port ${port} is steered without domains: for every process and host, other certificate pinned apps on that port included. Name the domains of the app that it is for.`,
  },
  *check({ ports }, say) {
    for (const portEntry of ports) {
      if (!portEntry.port.known || !isEmpty(portEntry.domains)) continue;
      const port = String(portEntry.port.value);
      yield say('port-without-domains', portEntry, { port }, { attribute: ['port'], value: port });
    }
  },
});
