import { belongsTo, titleOfConfiguration } from './pinned';
import { isOneOf, modesMeant } from './clients';
import { listed, rule } from './rule';

export const idleInMode = rule({
  id: 'idle-in-mode',
  severity: 'info',
  title: 'Non-standard ports where every port is steered',
  rationale:
    'Non-standard ports are for mode Web. [seed] Mode All steers every port but 53 and UDP 5353; there an entry only says that its port goes to the proxy as web traffic, as 80 and 443 do. [doc] In mode None nothing is steered, which is another finding.',
  source: '[doc], [seed]',
  example: {
    wrong: `resource "netskopesteering_configuration" "servers" {
  name         = "Servers"
  traffic_mode = "all"
  device_tags  = ["server"]
}
resource "netskopesteering_non_standard_port" "portal" {
  configuration_id = netskopesteering_configuration.servers.id
  port             = 8443
  domains          = ["portal.example.com"]
}`,
    right: `# Mode "all" steers port 8443 without an entry.
resource "netskopesteering_configuration" "servers" {
  name         = "Servers"
  traffic_mode = "all"
  device_tags  = ["server"]
}`,
  },
  messages: {
    'idle-in-mode/ports': ({ configuration, ports }: { configuration: string; ports: string }) =>
      `The non-standard ports of ${configuration} (${ports}) are not needed to steer them: its traffic mode "all" steers every port. The entries only send these ports to the proxy as web traffic. Remove them, if that is not meant.`,
  },
  *check({ configurations, ports }, say) {
    for (const configuration of configurations) {
      const modes = [...modesMeant(configuration).values()];
      if (!modes.every((mode) => isOneOf(mode, 'all', 'none')) || !modes.some((mode) => isOneOf(mode, 'all'))) continue;
      const idle = ports.filter((entry) => belongsTo(entry, configuration) === true && entry.doubt === undefined);
      const named = idle.flatMap(({ port }) => (port.known && port.value !== null ? [port.value] : []));
      const [first] = idle;
      if (first === undefined || named.length === 0) continue;
      const list = listed(named.sort((a, b) => a - b).map(String));
      yield say('idle-in-mode/ports', first, { configuration: titleOfConfiguration(configuration), ports: list });
    }
  },
});
