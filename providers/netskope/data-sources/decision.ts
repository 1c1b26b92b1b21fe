import { dataSource, DiagnosticError, error, path } from '../../plugin-sdk';
import type { TenantObjects } from '../../../steering';
import { explained } from '../explain';
import { tenantOf, type Session } from '../session';
import { readTenantObjects } from '../tenant-objects';
import { decisionData } from './decision-schema';

export const decision = dataSource<typeof decisionData, Session>({
  name: 'netskopesteering_decision',
  schema: decisionData,
  async read({ client, signal, config }) {
    const read = readTenantObjects(tenantOf(client), signal);
    const objects = await explained(read, 'Cannot read what the tenant steers', () => undefined);
    checkConfiguration(objects, config.configuration_id);
    // Most commands decide nothing, and need none of it.
    const { decideOnTenant } = await import('./decide-on-tenant');
    return { ...config, ...decideOnTenant(objects, config) };
  },
});

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
