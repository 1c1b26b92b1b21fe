/**
 * The one table of what the provider can make, for tests that hold for every type. Each resource has a sample: as it is made and
 * changed in place, in the form that a driver and terraform's JSON take; and objects that together have every attribute, with
 * what somebody else makes of each of them on the tenant. A resource without a sample fails `__tests__/faults/complete.test.ts`,
 * an attribute without one `__tests__/acceptance/every-attribute.test.ts`.
 */
import type { Configuration } from 'terraform-plugin-sdk-ts/testing';
import {
  EXCEPTION_TYPES,
  EXCEPTION_TYPE_NAMES,
  type ExceptionTypeName,
  isOfferedEverywhere,
} from '../../steering/domain/exceptions';
import type { TrafficType } from '../../tenant/contract';
import type { CollectionName } from '../../tenant/contract/collections';
import { exceptionOf, EXCEPTIONS, MODES, ONE_SIDED, onEach } from './exception-samples';

export { exceptionBodies, exceptionOf } from './exception-samples';

/** What a sample refers to, as an id or as a reference of terraform to one. */
export interface Around {
  /** An app for the exception that is for one. */
  readonly appId: string;
  /** A configuration with the sample's traffic mode. */
  readonly configurationId: string;
}

export interface Sample {
  /** Terraform's name of the resource. */
  readonly type: string;
  /** What users call it in messages. */
  readonly noun: string;
  readonly collection: CollectionName;
  /** A mode in which a configuration offers it. */
  readonly trafficMode: TrafficType;
  /** The attribute with a unique name, if there is one. */
  readonly nameAt?: string;
  /** Whether a mode offers it depends on the mode, so that the configuration is looked at before it is made. */
  readonly asksConfiguration?: boolean;
  /** It is always there: made by adoption, never deleted. */
  readonly isDefault?: true;
  first(around: Around): Configuration;
  /** The same object, changed in place. */
  second(around: Around): Configuration;
  /** Objects that stand in one configuration with those of all other samples, on a tenant that knows user groups. */
  readonly whole: readonly WholeObject[];
}

/** An object with many attributes, each of which somebody else changes. */
interface WholeObject {
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** Fields of the tenant's object, by what somebody else makes of them. */
  readonly drift: Readonly<Record<string, unknown>>;
  /** Attributes that the drift leaves alone; another object drifts there. */
  readonly steady?: readonly string[];
}

/** A whole object, with what it is an object of. */
export type Whole = WholeObject & Pick<Sample, 'type' | 'collection'>;

export const APP = 'netskopesteering_certificate_pinned_app';
const CONFIGURATION = 'netskopesteering_configuration';
export const DEFAULT = 'netskopesteering_default_configuration';
export const LOCATION = 'netskopesteering_network_location';
export const PORT = 'netskopesteering_non_standard_port';

export const PINNED = exceptionOf('certificate_pinned_app');

const WHOLE_APP = `\${${APP}.it.id}`;
const of = (configuration: string) => `\${${CONFIGURATION}.${configuration}.id}`;

/** What cannot drift since the tenant offers no other value. */
export const UNMOVED: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  ONE_SIDED.map((type) => [exceptionOf(type), ['location']]),
);

/** Device classifications stand beside actions for managed devices alone. */
const CLASSIFIED: WholeObject = {
  name: 'classified',
  config: {
    configuration_id: of('it'),
    app_id: WHOLE_APP,
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
function wholeExceptions(type: ExceptionTypeName): WholeObject[] {
  const { second, whole = second, drift } = EXCEPTIONS[type](WHOLE_APP);
  const isOneSided = ONE_SIDED.includes(type);
  return [
    {
      name: 'it',
      config: { configuration_id: of(MODES[type] === undefined ? 'it' : 'cloud'), notes: 'ours', ...whole },
      drift: { notes: `theirs ${type}`, [type]: drift },
    },
    ...(type === 'certificate_pinned_app' ? [CLASSIFIED] : []),
    {
      name: 'sided',
      config: { configuration_id: of('split'), location: isOneSided ? 'off_premises' : 'on_premises', ...whole },
      drift: isOneSided ? {} : { location: 'off_prem' },
      steady: Object.keys(whole),
    },
  ];
}

const sampleOfException = (name: ExceptionTypeName): Sample => {
  const config = ({ appId, configurationId }: Around, version: 'first' | 'second'): Configuration => ({
    configuration_id: configurationId,
    notes: 'a sample',
    ...EXCEPTIONS[name](appId)[version],
  });
  return {
    type: exceptionOf(name),
    noun: EXCEPTION_TYPES[name].title,
    collection: 'exceptions',
    trafficMode: MODES[name] ?? 'all',
    asksConfiguration: !isOfferedEverywhere(name),
    first: (around) => config(around, 'first'),
    second: (around) => config(around, 'second'),
    whole: wholeExceptions(name),
  };
};

const BOTH_ALL = { enabled: true, on_premises_traffic_mode: 'all', off_premises_traffic_mode: 'all' };

const platform = (api: string, mobile: boolean) => ({
  config: { match: 'exact', processes: [`${api}-1`, `${api}-2`], ...(mobile && { domains: ['a.example'] }) },
  drift: { match: 'regex', processes: [`^${api}`], ...(mobile && { domains: ['b.example'] }) },
});

export const SAMPLES: readonly Sample[] = [
  {
    type: APP,
    noun: 'certificate pinned app',
    collection: 'apps',
    trafficMode: 'all',
    nameAt: 'name',
    first: () => ({ name: 'Sample', windows: { processes: ['Sample.exe', 'Helper.exe'] } }),
    second: () => ({ name: 'Sample', windows: { processes: ['Sample.exe'] }, android: { domains: ['a.example'] } }),
    whole: [
      {
        name: 'it',
        config: { name: 'It', ...onEach((api, mobile) => platform(api, mobile).config, 'name') },
        drift: { app_name: 'Theirs', platforms: onEach((api, mobile) => platform(api, mobile).drift, 'api') },
      },
      { name: 'other', config: { name: 'Other', linux: { processes: ['o'] } }, drift: {} },
    ],
  },
  {
    type: CONFIGURATION,
    noun: 'steering configuration',
    collection: 'configurations',
    trafficMode: 'all',
    nameAt: 'name',
    first: () => ({ name: 'Sample', user_groups: ['sales', 'presales'] }),
    second: () => ({ name: 'Sample', traffic_mode: 'web', device_tags: ['lab'] }),
    whole: [
      {
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
        name: 'toggled',
        config: { name: 'Toggled', dynamic_steering: { enabled: true } },
        drift: { location_based_steering: false },
        steady: ['name'],
      },
      { name: 'cloud', config: { name: 'Cloud' }, drift: {} },
      { name: 'split', config: { name: 'Split', dynamic_steering: BOTH_ALL }, drift: {} },
    ],
  },
  {
    type: DEFAULT,
    noun: 'default configuration',
    collection: 'configurations',
    trafficMode: 'all',
    isDefault: true,
    first: () => ({ steer_dns: true }),
    second: () => ({ steer_dns: true, bypass_exception_traffic_at: 'cloud' }),
    whole: [
      {
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
    ],
  },
  {
    type: LOCATION,
    noun: 'network location',
    collection: 'networkLocations',
    trafficMode: 'all',
    nameAt: 'name',
    first: () => ({ name: 'Sample', addresses: ['192.0.2.1', '2001:db8::/32'] }),
    second: () => ({ name: 'Sample', addresses: ['192.0.2.1-192.0.2.9'] }),
    whole: [
      {
        name: 'it',
        config: { name: 'It', addresses: ['192.0.2.0/24', '2001:DB8::1-2001:db8::9'] },
        drift: { name: 'Theirs', addresses: ['198.51.100.1'] },
      },
    ],
  },
  {
    type: PORT,
    noun: 'non-standard port',
    collection: 'nonStandardPorts',
    trafficMode: 'all',
    first: ({ configurationId }) => ({
      configuration_id: configurationId,
      port: 5222,
      domains: ['a.example', 'b.example'],
    }),
    second: ({ configurationId }) => ({ configuration_id: configurationId, port: 5223, domains: ['a.example'] }),
    whole: [
      {
        name: 'it',
        config: { configuration_id: of('it'), port: 5222, domains: ['a.example'] },
        drift: { port: 5223, domains: ['b.example'] },
      },
    ],
  },
  ...EXCEPTION_TYPE_NAMES.map(sampleOfException),
];

/** The objects of all samples, which stand in one configuration. */
export const WHOLES: readonly Whole[] = SAMPLES.flatMap(({ type, collection, whole }) =>
  whole.map((one) => ({ type, collection, ...one })),
);

/** Units instead of groups: a tenant has one kind for all its configurations. [doc] */
export const WHOLES_WITH_UNITS: readonly Whole[] = [
  {
    type: CONFIGURATION,
    collection: 'configurations',
    name: 'it',
    config: { name: 'It', organization_units: ['emea'] },
    drift: { organization_units: ['apac'] },
    steady: ['name'],
  },
];
