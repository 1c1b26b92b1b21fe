/**
 * An object of every type, with every attribute that a user can write: as Terraform's JSON, and how somebody else changes
 * each of them on the tenant. A test compares the attributes here with the schemas, so that none can be forgotten.
 */
import { netskope } from '../../providers/netskope/provider';
import type { Attributes } from 'terraform-plugin-sdk-ts';
import { EXCEPTION_TYPE_NAMES, EXCEPTION_TYPES, type ExceptionTypeName } from '../../steering/domain/exceptions';

export interface Sample {
  /** Without the provider's prefix: `configuration`. */
  readonly type: string;
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** Fields of the tenant's object, by what somebody else makes of them. */
  readonly drift: Readonly<Record<string, unknown>>;
  /** Attributes that the drift leaves alone; another sample drifts there. */
  readonly steady?: readonly string[];
}

const APP = '${netskopesteering_certificate_pinned_app.it.id}';
const of = (configuration: string) => `\${netskopesteering_configuration.${configuration}.id}`;

const platform = (api: string, mobile: boolean) => ({
  config: { match: 'exact', processes: [`${api}-1`, `${api}-2`], ...(mobile && { domains: ['a.example'] }) },
  drift: { match: 'regex', processes: [`^${api}`], ...(mobile && { domains: ['b.example'] }) },
});
const PLATFORMS = {
  windows: ['windows', false],
  mac_os: ['mac', false],
  linux: ['linux', false],
  ios: ['ios', true],
  android: ['android', true],
  chrome_os: ['chrome_os', false],
} as const;

const onEach = <T>(value: (api: string, mobile: boolean) => T, key: 'name' | 'api'): Record<string, T> =>
  Object.fromEntries(
    Object.entries(PLATFORMS).map(([name, [api, mobile]]) => [key === 'name' ? name : api, value(api, mobile)]),
  );

const BLOCK = onEach(() => 'block', 'name');
const BYPASS = onEach(() => ({ action: 'bypass' }), 'api');

/** What each type of exception has of its own: as a configuration writes it, and what somebody else makes of the contract's. */
const EXCEPTIONS: Readonly<Record<ExceptionTypeName, readonly [config: object, drift: object]>> = {
  application: [
    { applications: ['Box'], action: 'bypass_except_dns' },
    { apps: ['Dropbox'], action: 'bypass' },
  ],
  category: [{ categories: ['Finance'] }, { categories: ['Health'] }],
  certificate_pinned_app: [
    { app_id: APP, custom_app_domains: ['a.example'], ...BLOCK },
    { app_id: 'app-1', custom_app_domains: ['b.example'], ...BYPASS },
  ],
  destination_location: [
    { network_locations: ['HQ'], action: 'bypass_except_dns', treat_like_local_ip: true },
    { locations: ['Lab'], action: 'bypass', treat_like_local_ip: false },
  ],
  dns: [
    { questions: [{ domain: 'a.example', record_type: 'A' }] },
    { questions: [{ domain: 'b.example', record_type: 'all' }] },
  ],
  domains: [{ domains: ['a.example'] }, { domains: ['*.b.example'] }],
  source_countries: [{ countries: ['DE'] }, { countries: ['FR'] }],
  source_location: [{ network_locations: ['HQ'] }, { locations: ['Lab'] }],
};

/** DNS exceptions stand off-premises only. [doc] */
const ONE_SIDED: readonly ExceptionTypeName[] = ['dns'];
/** Where all traffic is steered, and there are no sides, it is not offered. [doc] */
const IN_CLOUD: readonly ExceptionTypeName[] = ['source_location'];

/** Device classifications stand beside actions for managed devices alone. */
const CLASSIFIED: Sample = {
  type: EXCEPTION_TYPES.certificate_pinned_app.resource,
  name: 'classified',
  config: {
    configuration_id: of('it'),
    app_id: APP,
    windows: 'bypass_managed_direct',
    windows_device_classifications: ['Corporate', 'Lab'],
    mac_os: 'bypass_managed_tunnel',
    mac_os_device_classifications: ['Corporate'],
  },
  drift: {
    certificate_pinned_app: {
      app_id: 'app-1',
      windows: { action: 'bypass', managed_device: true, tunnel: false, device_classifications: ['Kiosk'] },
      mac: { action: 'steer_and_decrypt' },
    },
  },
  steady: ['windows'],
};

/** Of each type, one whose data drifts, and one that somebody moves to the other side. */
function exceptionsOf(type: ExceptionTypeName): Sample[] {
  const [config, drift] = EXCEPTIONS[type];
  const { resource } = EXCEPTION_TYPES[type];
  const sided = ONE_SIDED.includes(type) ? 'off_premises' : 'on_premises';
  return [
    {
      type: resource,
      name: 'it',
      config: { configuration_id: of(IN_CLOUD.includes(type) ? 'cloud' : 'it'), notes: 'ours', ...config },
      drift: { notes: `theirs ${type}`, [type]: drift },
    },
    ...(type === 'certificate_pinned_app' ? [CLASSIFIED] : []),
    {
      type: resource,
      name: 'sided',
      config: { configuration_id: of('split'), location: sided, ...config },
      drift: ONE_SIDED.includes(type) ? {} : { location: 'off_prem' },
      steady: Object.keys(config),
    },
  ];
}

const BOTH_ALL = { enabled: true, on_premises_traffic_mode: 'all', off_premises_traffic_mode: 'all' };

/** For a tenant that knows user groups; dynamic steering of `split` has the other side’s exceptions. */
export const SAMPLES: readonly Sample[] = [
  {
    type: 'certificate_pinned_app',
    name: 'it',
    config: { name: 'It', ...onEach((api, mobile) => platform(api, mobile).config, 'name') },
    drift: { app_name: 'Theirs', platforms: onEach((api, mobile) => platform(api, mobile).drift, 'api') },
  },
  { type: 'certificate_pinned_app', name: 'other', config: { name: 'Other', linux: { processes: ['o'] } }, drift: {} },
  {
    type: 'configuration',
    name: 'it',
    config: {
      name: 'It',
      enabled: true,
      traffic_mode: 'all',
      dynamic_steering: { enabled: false, on_premises_traffic_mode: 'web', off_premises_traffic_mode: 'all' },
      steer_private_apps: 'specific',
      private_apps: ['wiki'],
      steer_dns: true,
      bypass_exception_traffic_at: 'cloud',
      user_groups: ['sales'],
      os_families: ['windows', 'mac_os'],
      device_tags: ['lab'],
    },
    drift: {
      config_name: 'Theirs',
      enabled: false,
      traffic_type: 'web',
      on_prem: { traffic_type: 'none' },
      off_prem: { traffic_type: 'none' },
      private_apps_steering: 'all',
      private_apps: [],
      steer_dns: false,
      bypass_exception_traffic_at: 'client',
      user_groups: ['presales'],
      os_families: ['linux'],
      device_tags: ['byod'],
    },
    steady: ['dynamic_steering.enabled'],
  },
  {
    type: 'configuration',
    name: 'toggled',
    config: { name: 'Toggled', dynamic_steering: { enabled: true } },
    drift: { location_based_steering: false },
    steady: ['name'],
  },
  { type: 'configuration', name: 'cloud', config: { name: 'Cloud' }, drift: {} },
  { type: 'configuration', name: 'split', config: { name: 'Split', dynamic_steering: BOTH_ALL }, drift: {} },
  {
    type: 'default_configuration',
    name: 'it',
    config: {
      traffic_mode: 'web',
      dynamic_steering: { enabled: false, on_premises_traffic_mode: 'web', off_premises_traffic_mode: 'all' },
      steer_private_apps: 'specific',
      private_apps: ['wiki'],
      steer_dns: true,
      bypass_exception_traffic_at: 'cloud',
    },
    drift: {
      traffic_type: 'none',
      location_based_steering: true,
      on_prem: { traffic_type: 'none' },
      off_prem: { traffic_type: 'none' },
      private_apps_steering: 'all',
      private_apps: [],
      steer_dns: false,
      bypass_exception_traffic_at: 'client',
    },
  },
  {
    type: 'non_standard_port',
    name: 'it',
    config: { configuration_id: of('it'), port: 5222, domains: ['a.example'] },
    drift: { port: 5223, domains: ['b.example'] },
  },
  ...EXCEPTION_TYPE_NAMES.flatMap(exceptionsOf),
];

/** Units instead of groups: a tenant has one kind for all its configurations. [doc] */
export const SAMPLES_WITH_UNITS: readonly Sample[] = [
  {
    type: 'configuration',
    name: 'it',
    config: { name: 'It', organization_units: ['emea'] },
    drift: { organization_units: ['apac'] },
    steady: ['name'],
  },
];

/** What cannot drift: the id of the configuration that an object stands in is part of its own. */
const FIXED = new Set(['configuration_id']);

/** What cannot drift since the tenant offers no other value. */
export const UNMOVED: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  ONE_SIDED.map((type) => [EXCEPTION_TYPES[type].resource, ['location']]),
);

/** `windows.processes` of every attribute without attributes of its own that a configuration can set. */
export function writableLeaves(attributes: Attributes, prefix = ''): string[] {
  return Object.entries(attributes).flatMap(([name, { shape, options }]) => {
    if (options.required !== true && options.optional !== true) return [];
    if (prefix === '' && FIXED.has(name)) return [];
    const single = 'nesting' in shape && shape.nesting === 'single';
    return single ? writableLeaves(shape.attributes, `${prefix}${name}.`) : [`${prefix}${name}`];
  });
}

/** The leaves that a sample sets. */
export function leavesOf({ type, config }: Sample): string[] {
  return writableLeaves(attributesOf(type)).filter((path) => valueAt(config, path) !== undefined);
}

/** The leaves that its drift changes. */
export function driftedLeaves(sample: Sample): string[] {
  if (Object.keys(sample.drift).length === 0) return [];
  return leavesOf(sample).filter((path) => sample.steady?.includes(path) !== true);
}

export function attributesOf(type: string): Attributes {
  const found = netskope.resources.find(({ name }) => name === `netskopesteering_${type}`);
  if (found === undefined) throw new Error(`there is no resource ${type}`);
  return found.schema.attributes;
}

export function valueAt(object: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[name], object);
}
