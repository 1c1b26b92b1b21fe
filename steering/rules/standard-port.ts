import { rule } from './rule';

export const standardPort = rule({
  id: 'standard-port',
  severity: 'info',
  title: '80 or 443 listed as non-standard',
  rationale:
    'Non-standard ports are for web traffic on ports other than 80 and 443, which are steered anyway [doc]; the article’s 443 need not be listed. [seed]',
  source: '[doc], [seed]',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_non_standard_port" "portal" {
  configuration_id = "0"
  port             = 443
  domains          = ["portal.example.com"]
}`,
    right: `# Ports 80 and 443 are steered without an entry.
resource "netskopesteering_non_standard_port" "portal" {
  configuration_id = "0"
  port             = 8443
  domains          = ["portal.example.com"]
}`,
  },
  messages: {
    'standard-port': ({ port }: { port: string }) =>
      `Port ${port} is listed among the non-standard ports, but is steered as web traffic anyway. Remove the port entry.`,
  },
  *check({ ports }, say) {
    for (const portEntry of ports) {
      if (!portEntry.port.known || (portEntry.port.value !== 80 && portEntry.port.value !== 443)) continue;
      const port = String(portEntry.port.value);
      yield say('standard-port', portEntry, { port }, { attribute: ['port'], value: port });
    }
  },
});
