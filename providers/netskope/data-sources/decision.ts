/** The data source of a decision: it reads the tenant, and asks what becomes of a flow there. */
import { dataSource, DiagnosticError, error, path, warning } from 'terraform-plugin-sdk-ts';
import type { TenantObjects } from '../../../steering';
import type { Configuration } from '../client';
import { explained } from '../explain';
import { tenantOf, type TenantSession } from '../session';
import { readTenantObjects } from '../tenant-objects';
import { complaintsAboutAsked, decisionData } from './decision-schema';

export const decision = dataSource<typeof decisionData, TenantSession>({
  name: 'netskopesteering_decision',
  schema: decisionData,
  validate: complaintsAboutAsked,
  async read({ client, signal, config, warn }) {
    const read = readTenantObjects(tenantOf(client), signal);
    const objects = await explained(read, 'Cannot read what the tenant steers', () => undefined);
    checkConfiguration(objects, config.configuration_id);
    if (config.location !== null && !hasDynamicSteering(objects, config.configuration_id))
      warn(LOCATION_WITHOUT_EFFECT);
    // The engine loads only here, because most commands decide nothing and do not need it.
    const { decideOnTenant } = await import('./decide-on-tenant');
    return { ...config, ...decideOnTenant(objects, config, warn) };
  },
});

const LOCATION_WITHOUT_EFFECT = warning(
  'Location without effect',
  'Without dynamic steering nothing depends on where the client is, and no configuration that could apply has it. Leave location out, or turn dynamic steering on.',
  path('location'),
);

/** Whether any configuration that could apply tells clients on-premises and off-premises apart, or does not say. */
function hasDynamicSteering({ configurations }: TenantObjects, id: string | null): boolean {
  return (configurations as readonly Configuration[])
    .filter(({ config_id }) => id === null || String(config_id) === id)
    .some(({ location_based_steering: dynamic }) => dynamic !== false);
}

function checkConfiguration({ configurations }: TenantObjects, id: string | null): void {
  if (id === null || configurations.some(({ config_id }) => String(config_id) === id)) return;
  const ids = configurations.map(({ config_id }) => config_id).join(', ');
  throw new DiagnosticError(
    error(
      'No such object',
      `The tenant has no steering configuration with the id ${JSON.stringify(id)}. It has: ${ids}.`,
      path('configuration_id'),
    ),
  );
}
