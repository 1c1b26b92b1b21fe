/** Objects of a tenant as the contract has them, and their export, for tests that look at the code. */
import ts from 'typescript';
import { refusalOf } from '../../../cli/live/refusals';
import { exportTenant, type ExportOptions } from '../../../live/export/export-tenant';
import type { Resource } from '../../../steering';
import { resourcesFromTenant, type TenantObjects } from '../../../steering/model/from-tenant';

export const OPTIONS: ExportOptions = {
  format: 'hcl',
  from: 'contract',
  name: 'tenant',
  source: 'a tenant',
  version: '1.0.0',
  providerSource: 'terraform.local/community/netskopesteering',
  refusalOf,
};

export const app = (id: string, app_name: string, processes = ['A.exe'], custom = true) => ({
  id,
  app_name,
  custom,
  platforms: { windows: { match: 'exact', processes } },
});
export const configuration = (config_id: number, config_name: string, more: object = {}) => ({
  config_id,
  config_name,
  enabled: true,
  priority: String(config_id),
  traffic_type: 'web',
  location_based_steering: false,
  on_prem: { traffic_type: 'cloud_apps' },
  off_prem: { traffic_type: 'web' },
  private_apps_steering: 'none',
  private_apps: [],
  steer_dns: false,
  bypass_exception_traffic_at: 'client',
  ...more,
});
export const block = (id: string, app_id: string, more: object = {}) => ({
  id,
  type: 'certificate_pinned_app',
  location: null,
  notes: '',
  certificate_pinned_app: { app_id, custom_app_domains: [], windows: { action: 'block' } },
  ...more,
});

export function resources(objects: Partial<TenantObjects>): Resource[] {
  return resourcesFromTenant({
    apps: [],
    configurations: [configuration(0, 'Default tenant config')],
    ports: {},
    exceptions: {},
    ...objects,
  });
}

export const hclOf = (objects: Partial<TenantObjects>, more: Partial<ExportOptions> = {}) =>
  exportTenant(resources(objects), { ...OPTIONS, ...more }).files['tenant.tf']!;
export const codeOf = (objects: Partial<TenantObjects>, more: Partial<ExportOptions> = {}) =>
  exportTenant(resources(objects), { ...OPTIONS, format: 'cdktf', ...more }).files['main.ts']!;
export const labelsIn = (hcl: string) => [...hcl.matchAll(/^resource "\w+" "(.+)" \{$/gm)].map(([, label]) => label);

export function syntaxErrors(code: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(code, { reportDiagnostics: true });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
