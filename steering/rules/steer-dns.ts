import { capitalized } from '../inert';
import type { Configuration } from '../model/model';
import { titleOfConfiguration } from './pinned';
import { rule } from './rule';

const STEERS_NO_DNS: readonly string[] = ['cloud_apps', 'none'];

export const steerDns = rule({
  id: 'steer-dns',
  severity: 'warning',
  title: 'Steer DNS on-premises or outside Web and All',
  rationale:
    'Steering DNS exists only in the modes Web and All, and with dynamic steering only off-premises. [doc] Elsewhere the switch does nothing: DNS goes direct, and DNS policies see none of it. That a configuration without dynamic steering steers the DNS of all its clients is [assumed].',
  source: '[doc], [assumed]',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_configuration" "sales" {
  name         = "Sales"
  traffic_mode = "cloud_apps"
  steer_dns    = true
  user_groups  = ["Sales"]
}`,
    right: `resource "netskopesteering_configuration" "sales" {
  name         = "Sales"
  traffic_mode = "web"
  steer_dns    = true
  user_groups  = ["Sales"]
}`,
  },
  messages: {
    'steer-dns/mode': ({ configuration, mode }: { configuration: string; mode: string }) =>
      `${capitalized(configuration)} steers DNS, but its clients are in traffic mode "${mode}" wherever DNS could be steered: the switch does nothing. Choose "web" or "all" (with dynamic steering, off-premises), or turn it off.`,
    'steer-dns/on-premises': ({ configuration, mode }: { configuration: string; mode: string }) =>
      `${capitalized(configuration)} steers DNS, which exists off-premises only, and there its traffic mode is "${mode}": the switch does nothing, on-premises either. Choose "web" or "all" off-premises, or turn it off.`,
  },
  *check({ configurations }, say) {
    for (const configuration of configurations) {
      const { steerDns, dynamicSteering, trafficMode } = configuration;
      if (!steerDns.known || !steerDns.value || !dynamicSteering.enabled.known) continue;
      const isDynamic = dynamicSteering.enabled.value;
      const mode = isDynamic ? dynamicSteering.trafficMode.off_premises : trafficMode;
      if (!mode.known || !STEERS_NO_DNS.includes(mode.value)) continue;
      const code = isDynamic && isSteeredOnPremises(configuration) ? 'steer-dns/on-premises' : 'steer-dns/mode';
      yield say(
        code,
        configuration,
        { configuration: titleOfConfiguration(configuration), mode: mode.value },
        { attribute: ['steer_dns'], value: 'true' },
      );
    }
  },
});

function isSteeredOnPremises({ dynamicSteering: { trafficMode } }: Configuration): boolean {
  const { on_premises: mode } = trafficMode;
  return mode.known && !STEERS_NO_DNS.includes(mode.value);
}
