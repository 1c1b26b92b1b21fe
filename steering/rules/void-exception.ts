import { modeFor } from './block-without-effect';
import { belongsTo, titleOfConfiguration } from './pinned';
import { rule } from './rule';

const TYPES = { application: 'application', destination_location: 'destination location' } as const;

export const voidException = rule({
  id: 'void-exception',
  severity: 'warning',
  title: 'A Destination Location or Application exception for non-web traffic in a custom configuration',
  rationale:
    'In mode All, non-web traffic goes to Cloud Firewall, where only Destination Location and Application exceptions of the default configuration count: in a custom configuration they are void for it. [doc, March 2026] They still hold for web traffic.',
  source: '[doc]',
  example: {
    wrong: `resource "netskopesteering_configuration" "servers" {
  name         = "Servers"
  enabled      = true
  traffic_mode = "all"
  device_tags  = ["server"]
}
resource "netskopesteering_destination_location_exception" "datacenter" {
  configuration_id  = netskopesteering_configuration.servers.id
  network_locations = ["Data center"]
}`,
    right: `resource "netskopesteering_configuration" "servers" {
  name         = "Servers"
  enabled      = true
  traffic_mode = "all"
  device_tags  = ["server"]
}
resource "netskopesteering_destination_location_exception" "datacenter" {
  configuration_id  = "0"
  network_locations = ["Data center"]
}`,
  },
  messages: {
    'void-exception': ({ type, configuration }: { type: string; configuration: string }) =>
      `The ${type} exception of ${configuration} is void for traffic that is not web traffic: there only those of the default configuration count. Write it in the default configuration too, or leave it if it is for web traffic.`,
  },
  *check({ configurations, exceptions }, say) {
    for (const exception of exceptions) {
      const { type } = exception.data;
      if (type !== 'application' && type !== 'destination_location') continue;
      const configuration = configurations.find((one) => belongsTo(exception, one));
      if (configuration === undefined || configuration.isDefault) continue;
      const mode = modeFor(exception, configuration);
      if (mode?.known !== true || mode.value !== 'all') continue;
      yield say('void-exception', exception, { type: TYPES[type], configuration: titleOfConfiguration(configuration) });
    }
  },
});
