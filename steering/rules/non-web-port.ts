import { PROTOCOL_OF_PORT } from '../catalogue/well-known-ports';
import { rule } from './rule';

export const nonWebPort = rule({
  id: 'non-web-port',
  severity: 'warning',
  title: 'A non-standard port on which another protocol than that of the web is at home',
  rationale:
    'Non-standard ports are for web traffic on ports other than 80 and 443. [doc] What the client steers there goes to the proxy as web traffic, and a protocol that is neither HTTP nor TLS does not get through it; mail and directories over TLS are no web traffic either. [assumed] Which protocol is at home on a port is what IANA registers. [doc]',
  source: '[doc] for the ports, [assumed] for what becomes of other protocols',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_non_standard_port" "mail" {
  configuration_id = "0"
  port             = 25
  domains          = ["mail.example.com"]
}`,
    right: `resource "netskopesteering_non_standard_port" "intranet" {
  configuration_id = "0"
  port             = 8443
  domains          = ["intranet.example.com"]
}`,
  },
  messages: {
    'non-web-port': ({ port, protocol }: { port: string; protocol: string }) =>
      `Port ${port} is that of ${protocol}, which is not web traffic. Non-standard ports are steered as web traffic, so the connections of this protocol may break. Remove the port entry; other traffic than that of the web is steered in traffic mode "all".`,
  },
  *check({ ports }, say) {
    for (const portEntry of ports) {
      if (!portEntry.port.known || portEntry.port.value === null) continue;
      const protocol = PROTOCOL_OF_PORT.get(portEntry.port.value)?.value;
      if (protocol === undefined) continue;
      const port = String(portEntry.port.value);
      yield say('non-web-port', portEntry, { port, protocol }, { attribute: ['port'], value: port });
    }
  },
});
