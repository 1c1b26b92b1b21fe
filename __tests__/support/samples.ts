/**
 * One sample of everything that the provider can make, written in two ways, for tests that hold for every type: as a driver
 * takes it, and as terraform does in JSON. A type without a sample fails `__tests__/faults/complete.test.ts`.
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
}

export const APP = 'netskopesteering_certificate_pinned_app';
export const CONFIGURATION = 'netskopesteering_configuration';
export const DEFAULT = 'netskopesteering_default_configuration';
export const PORT = 'netskopesteering_non_standard_port';

/** The resource of a type of exception. */
export const exceptionOf = (name: ExceptionTypeName) => `netskopesteering_${EXCEPTION_TYPES[name].resource}`;
export const PINNED = exceptionOf('certificate_pinned_app');
export const DOMAINS = exceptionOf('domains');

/** What each type of exception has of its own, before and after a change. */
const EXCEPTIONS: Readonly<
  Record<ExceptionTypeName, (appId: string) => readonly [first: Configuration, second: Configuration]>
> = {
  application: () => [{ applications: ['Box', 'Dropbox'] }, { applications: ['Box'], action: 'bypass_except_dns' }],
  category: () => [{ categories: ['Finance', 'Health'] }, { categories: ['Finance'] }],
  certificate_pinned_app: (app_id) => [
    { app_id, custom_app_domains: ['a.example', 'b.example'], windows: 'block' },
    { app_id, windows: 'bypass_tunnel', linux: 'block' },
  ],
  destination_location: () => [
    { network_locations: ['HQ', 'Lab'] },
    { network_locations: ['HQ'], treat_like_local_ip: true },
  ],
  dns: () => [
    {
      questions: [
        { domain: 'a.example', record_type: 'all' },
        { domain: '192.0.2.1', record_type: 'PTR' },
      ],
    },
    { questions: [{ domain: 'a.example', record_type: 'A' }] },
  ],
  domains: () => [{ domains: ['a.example', '*.b.example'] }, { domains: ['a.example'] }],
  source_countries: () => [{ countries: ['DE', 'US'] }, { countries: ['DE'] }],
  source_location: () => [{ network_locations: ['HQ', 'Lab'] }, { network_locations: ['Lab'] }],
};

/** The other types are offered where all traffic is steered. */
const MODES: Partial<Record<ExceptionTypeName, TrafficType>> = { source_location: 'web' };

const sampleOfException = (name: ExceptionTypeName): Sample => {
  const config = ({ appId, configurationId }: Around, version: 0 | 1): Configuration => ({
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
    first: (around) => config(around, 0),
    second: (around) => config(around, 1),
  };
};

export const SAMPLES: readonly Sample[] = [
  {
    type: APP,
    noun: 'certificate pinned app',
    collection: 'apps',
    trafficMode: 'all',
    nameAt: 'name',
    first: () => ({ name: 'Sample', windows: { processes: ['Sample.exe', 'Helper.exe'] } }),
    second: () => ({ name: 'Sample', windows: { processes: ['Sample.exe'] }, android: { domains: ['a.example'] } }),
  },
  {
    type: CONFIGURATION,
    noun: 'steering configuration',
    collection: 'configurations',
    trafficMode: 'all',
    nameAt: 'name',
    first: () => ({ name: 'Sample', user_groups: ['sales', 'presales'] }),
    second: () => ({ name: 'Sample', traffic_mode: 'web', device_tags: ['lab'] }),
  },
  {
    type: DEFAULT,
    noun: 'default configuration',
    collection: 'configurations',
    trafficMode: 'all',
    isDefault: true,
    first: () => ({ steer_dns: true }),
    second: () => ({ steer_dns: true, bypass_exception_traffic_at: 'cloud' }),
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
  },
  ...EXCEPTION_TYPE_NAMES.map(sampleOfException),
];
