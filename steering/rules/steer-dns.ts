import type { Configuration } from '../model/model';
import { nameOf } from './pinned';
import { finding, type Rule } from './rule';

const STEERS_NO_DNS: readonly string[] = ['cloud_apps', 'none'];

export const steerDns: Rule = {
  id: 'steer-dns',
  severity: 'warning',
  title: 'Steer DNS on-premises or outside Web and All',
  rationale:
    'Steering DNS exists only in the modes Web and All, and with dynamic steering only off-premises. [doc] Elsewhere the switch does nothing: DNS goes direct, and DNS policies see none of it. That a configuration without dynamic steering steers the DNS of all its clients is [assumed].',
  source: '[doc], [assumed]',
  codes: ['steer-dns/mode', 'steer-dns/on-premises'],
  *check({ configurations }) {
    for (const configuration of configurations) {
      const { steerDns, dynamicSteering, trafficMode } = configuration;
      if (!steerDns.known || !steerDns.value || !dynamicSteering.enabled.known) continue;
      const isDynamic = dynamicSteering.enabled.value;
      const mode = isDynamic ? dynamicSteering.trafficMode.off_premises : trafficMode;
      if (!mode.known || !STEERS_NO_DNS.includes(mode.value)) continue;
      const code = isDynamic && isSteeredOnPremises(configuration) ? 'steer-dns/on-premises' : 'steer-dns/mode';
      yield finding(code, configuration, { configuration: nameOf(configuration), mode: mode.value });
    }
  },
};

function isSteeredOnPremises({ dynamicSteering: { trafficMode } }: Configuration): boolean {
  const { on_premises: mode } = trafficMode;
  return mode.known && !STEERS_NO_DNS.includes(mode.value);
}
