/** Which plans do the benchmarks review? Plans that block apps in the default configuration, as terraform would write them. */
import { CATALOGUE_ENTRIES } from '../steering/catalogue';

const TYPE = 'netskopesteering_';

/** An app to be blocked: what identifies it, its processes by platform, and its ports with the domains behind them. */
interface AppToBlock {
  readonly key: string;
  readonly name: string;
  readonly processes: Readonly<Record<string, readonly string[]>>;
  readonly ports: readonly { readonly port: number; readonly domains: readonly string[] }[];
}

/** The first apps of the catalogue, each with its processes on Windows and macOS and its own ports. */
export function catalogueApps(count: number): AppToBlock[] {
  return CATALOGUE_ENTRIES.slice(0, count).map(({ key, name, executables, tcp = [], hosts = [] }) => {
    const named = (['windows', 'mac_os'] as const).flatMap((platform) => {
      const values = (executables[platform] ?? []).filter(({ onRequest }) => onRequest !== true);
      return values.length === 0 ? [] : [[platform, values.map(({ value }) => value)] as const];
    });
    const domains = hosts.map(({ value }) => value);
    const ports = tcp.map(({ value }) => value).filter((port) => port !== 80 && port !== 443);
    return {
      key,
      name,
      processes: Object.fromEntries(named),
      ports: domains.length === 0 ? [] : ports.map((port) => ({ port, domains })),
    };
  });
}

/** Apps that nobody makes, each with a process, a port and a domain of its own. */
export function madeUpApps(count: number): AppToBlock[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `app${index}`,
    name: `App ${index}`,
    processes: { windows: [`App${index}.exe`] },
    ports: [{ port: 10_000 + index, domains: [`app${index}.example`] }],
  }));
}

/** Returns the JSON of a plan that creates the blocks of some apps, on a tenant in the traffic mode `web`. */
export function planThatBlocks(apps: readonly AppToBlock[]): object {
  const ports = new Map<number, Set<string>>();
  for (const { port, domains } of apps.flatMap((app) => app.ports)) {
    const all = ports.get(port) ?? new Set();
    for (const domain of domains) all.add(domain);
    ports.set(port, all);
  }
  const configuration = {
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
  const created = [
    ...apps.map(({ key, name, processes }) => {
      const platforms = Object.entries(processes).map(([platform, own]): [string, object] => [
        platform,
        { match: 'exact', processes: own },
      ]);
      return [
        'certificate_pinned_app',
        key,
        { id: `app-${key}`, name, ...Object.fromEntries<object>(platforms) },
      ] as const;
    }),
    ...apps.map(({ key, processes }) => {
      const actions = Object.fromEntries<string>(Object.keys(processes).map((platform) => [platform, 'block']));
      const after = {
        id: `0/${key}`,
        configuration_id: '0',
        app_id: `app-${key}`,
        custom_app_domains: ['*'],
        ...actions,
      };
      return ['certificate_pinned_app_exception', key, after] as const;
    }),
    ...[...ports].map(([port, domains]) => {
      const after = { id: `0/${port}`, configuration_id: '0', port, domains: [...domains] };
      return ['non_standard_port', `p${port}`, after] as const;
    }),
  ];
  const resource = (type: string, name: string) => ({
    address: `${TYPE}${type}.${name}`,
    mode: 'managed',
    type: `${TYPE}${type}`,
    name,
  });
  const defaultConfiguration = resource('default_configuration', 'default');
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: { root_module: {} },
    resource_changes: [
      {
        ...defaultConfiguration,
        change: { actions: ['no-op'], before: configuration, after: configuration, after_unknown: {} },
      },
      ...created.map(([type, name, after]) => ({
        ...resource(type, name),
        change: { actions: ['create'], before: null, after, after_unknown: {} },
      })),
    ],
    prior_state: {
      format_version: '1.0',
      values: { root_module: { resources: [{ ...defaultConfiguration, values: configuration }] } },
    },
    configuration: { root_module: {} },
  };
}
