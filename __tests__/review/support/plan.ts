/** Plans as terraform would write them, in a few words: for what no terraform can be made to write, or not fast enough. */

export interface Made {
  readonly type?: string;
  readonly name: string;
  readonly before?: Readonly<Record<string, unknown>> | null;
  readonly after?: Readonly<Record<string, unknown>> | null;
  readonly more?: object;
  readonly change?: object;
}

const OURS = 'netskopesteering_';

export const DEFAULT_CONFIGURATION = {
  id: '0',
  name: 'Default tenant config',
  enabled: true,
  priority: 1,
  traffic_mode: 'web',
  dynamic_steering: { enabled: false, on_premises_traffic_mode: 'web', off_premises_traffic_mode: 'web' },
  steer_private_apps: 'none',
  private_apps: [],
  steer_dns: false,
  bypass_exception_traffic_at: 'client',
};

/** The default configuration, as it is and stays. */
export const DEFAULT: Made = {
  type: 'default_configuration',
  name: 'default',
  before: DEFAULT_CONFIGURATION,
  after: DEFAULT_CONFIGURATION,
};

export const app = (name: string, processes: readonly string[], match = 'exact') => ({
  id: `app-${name}`,
  name,
  windows: { match, processes },
});

export const blocked = (
  id: string,
  appId: string,
  action = 'block',
  domains: readonly string[] = ['*'],
  classifications: readonly string[] | null = null,
) => ({
  id: `0/${id}`,
  configuration_id: '0',
  app_id: appId,
  custom_app_domains: domains,
  windows: action,
  windows_device_classifications: classifications,
});

export const port = (number: number, domains: readonly string[]) => ({
  id: `0/row-${number}`,
  configuration_id: '0',
  port: number,
  domains,
});

export function planOf(...made: readonly Made[]): object {
  const typeOf = ({ type, before, after }: Made) => {
    const named = type ?? (isOfDomains(after ?? before) ? 'domain_exception' : 'certificate_pinned_app_exception');
    return named.includes('_') || named === 'configuration' ? `${OURS}${named}` : named;
  };
  const isThere = ({ before = null }: Made) => before !== null;
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: { root_module: {} },
    resource_changes: made.map((one) => ({
      address: `${typeOf(one)}.${one.name}`,
      mode: 'managed',
      type: typeOf(one),
      name: one.name,
      change: {
        actions: actionsOf(one),
        before: one.before ?? null,
        after: one.after ?? null,
        after_unknown: {},
        ...one.change,
      },
      ...one.more,
    })),
    prior_state: {
      format_version: '1.0',
      values: {
        root_module: {
          resources: made.filter(isThere).map((one) => ({
            address: `${typeOf(one)}.${one.name}`,
            mode: 'managed',
            type: typeOf(one),
            name: one.name,
            values: one.before,
          })),
        },
      },
    },
    configuration: { root_module: {} },
  };
}

/** What names no type is an exception. */
function isOfDomains(values: Made['after']): boolean {
  return values !== null && values !== undefined && 'domains' in values;
}

function actionsOf({ before = null, after = null }: Made): string[] {
  if (before === null) return ['create'];
  if (after === null) return ['delete'];
  return [JSON.stringify(before) === JSON.stringify(after) ? 'no-op' : 'update'];
}
