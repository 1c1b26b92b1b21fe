/** Shows in tables what a tenant holds. */
import type { TenantSnapshot } from '../terraform/tenant-reader';
import { table } from '../../cli/show';

export function showTenant({ apps, configurations, ports, exceptions }: TenantSnapshot): string {
  const nameOf = (id: string) => apps.find((app) => app.id === id)?.app_name ?? id;
  const [configuration] = configurations;
  return [
    table(
      ['certificate pinned app', 'type', 'platform', 'processes'],
      apps.flatMap(({ app_name, custom, platforms }) =>
        Object.entries(platforms).map(([platform, definition]) => [
          app_name,
          custom ? 'custom' : 'predefined',
          platform,
          (definition.processes ?? []).join(', '),
        ]),
      ),
    ),
    table(
      ['non-standard port', 'domains'],
      ports.map(({ port, domains }) => [String(port ?? 'any'), domains.join(', ') || 'any']),
    ),
    table(
      [
        `exception of "${configuration?.config_name ?? ''}" (${configuration?.traffic_type ?? ''})`,
        'custom app domains',
        'platform',
        'action',
      ],
      exceptions.flatMap(({ certificate_pinned_app }) => {
        if (certificate_pinned_app === undefined) return [];
        const { app_id, app_name, custom_app_domains = [], ...platforms } = certificate_pinned_app;
        return Object.entries(platforms).map(([platform, option]) => [
          app_name ?? nameOf(app_id),
          custom_app_domains.join(', ') || '-',
          platform,
          (option as { action: string }).action,
        ]);
      }),
    ),
  ].join('\n\n');
}
