/** Every sample in one configuration of terraform. */
import { PROVIDER_SOURCE, PROVIDER_TYPE } from '../../providers/netskope/names';
import type { TenantAddress } from '../../tools/terraform/tenant-reader';
import { request } from '../../tools/terraform/tenant-reader';
import { APP, SAMPLES } from './samples';

/** Nothing, the samples as they are made, the samples changed in place. */
export type Stand = 'nothing' | 'first' | 'second';

/** A configuration made by hand, for what is not offered where all traffic is steered. @returns its id */
export async function makeWebConfiguration(address: TenantAddress): Promise<string> {
  const body = { config_name: 'By hand', traffic_type: 'web' };
  const { data } = await request<{ config_id: number }>(address, 'POST', '/steering/configurations', body);
  return `${data.config_id}`;
}

/** @param webConfigurationId as made by {@link makeWebConfiguration}; the tenant's default one steers all traffic */
export function sampleConfiguration(stand: Stand, webConfigurationId: string): object {
  const resource: Record<string, Record<string, unknown>> = {};
  const samples = stand === 'nothing' ? [] : SAMPLES.map((sample) => ({ sample, config: sample[stand] }));
  for (const { sample, config } of samples) {
    const configurationId = sample.trafficMode === 'web' ? webConfigurationId : '0';
    const written = config({ appId: `\${${APP}.it.id}`, configurationId });
    resource[sample.type] = { it: written };
  }
  return {
    terraform: { required_providers: { [PROVIDER_TYPE]: { source: PROVIDER_SOURCE } } },
    provider: { [PROVIDER_TYPE]: { requests_per_second: 1000 } },
    ...(samples.length > 0 && { resource }),
  };
}
