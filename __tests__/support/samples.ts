/**
 * One sample of everything that the provider can make, written in two ways, for tests that hold for every type: as a driver
 * takes it, and as terraform does in JSON. A type without a sample fails `__tests__/faults/complete.test.ts`.
 */
import { TYPE_NAMES, type TypeName } from '../../providers/netskope/resources/exception/types';
import type { Configuration } from '../../providers/plugin-sdk/testing';
import { isOfferedEverywhere } from '../../steering/exception-offer';
import type { OperationId, TrafficType } from '../../tenant/contract';

/** What is done with an object over the API. */
export type Deed = 'list' | 'get' | 'create' | 'update' | 'delete';

/** The collections of the contract, with the operation of each deed. */
export const COLLECTIONS = {
  apps: operationsOn('CertificatePinnedApp'),
  configurations: operationsOn('Configuration'),
  nonStandardPorts: operationsOn('NonStandardPort'),
  exceptions: operationsOn('Exception'),
} as const;

/** What a sample refers to, as an id or as a reference of terraform to one. */
export interface Around {
  /** An app for the exception that is for one. */
  readonly appId: string;
  /** A configuration with the sample's traffic mode. */
  readonly configurationId: string;
}

export interface Sample {
  /** The resource, and for an exception its type. */
  readonly title: string;
  /** Terraform's name of the resource. */
  readonly type: string;
  /** What users call it in messages. */
  readonly noun: string;
  readonly collection: keyof typeof COLLECTIONS;
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
export const EXCEPTION = 'netskopesteering_exception';

/** The data of each type of exception, before and after a change. */
const EXCEPTIONS: Readonly<Record<TypeName, (appId: string) => readonly [first: unknown, second: unknown]>> = {
  application: () => [{ apps: ['Box', 'Dropbox'] }, { apps: ['Box'], action: 'bypass_except_dns' }],
  category: () => [['Finance', 'Health'], ['Finance']],
  certificate_pinned_app: (app_id) => [
    { app_id, custom_app_domains: ['a.example', 'b.example'], windows: { action: 'block' } },
    { app_id, windows: { action: 'bypass_tunnel' }, linux: { action: 'block' } },
  ],
  destination_location: () => [{ locations: ['HQ', 'Lab'] }, { locations: ['HQ'], treat_like_local_ip: true }],
  dns: () => [
    [
      { domain: 'a.example', record_type: 'all' },
      { domain: '192.0.2.1', record_type: 'PTR' },
    ],
    [{ domain: 'a.example', record_type: 'A' }],
  ],
  domains: () => [['a.example', '*.b.example'], ['a.example']],
  source_countries: () => [['DE', 'US'], ['DE']],
  source_location: () => [['HQ', 'Lab'], ['Lab']],
};

/** The other types are offered where all traffic is steered. */
const MODES: Partial<Record<TypeName, TrafficType>> = { source_location: 'web' };

const sampleOfException = (name: TypeName): Sample => {
  const config = ({ appId, configurationId }: Around, version: 0 | 1): Configuration => ({
    configuration_id: configurationId,
    notes: 'a sample',
    [name]: EXCEPTIONS[name](appId)[version],
  });
  return {
    title: `${EXCEPTION} for ${name}`,
    type: EXCEPTION,
    noun: 'steering exception',
    collection: 'exceptions',
    trafficMode: MODES[name] ?? 'all',
    asksConfiguration: !isOfferedEverywhere(name),
    first: (around) => config(around, 0),
    second: (around) => config(around, 1),
  };
};

export const SAMPLES: readonly Sample[] = [
  {
    title: APP,
    type: APP,
    noun: 'certificate pinned app',
    collection: 'apps',
    trafficMode: 'all',
    nameAt: 'name',
    first: () => ({ name: 'Sample', windows: { processes: ['Sample.exe', 'Helper.exe'] } }),
    second: () => ({ name: 'Sample', windows: { processes: ['Sample.exe'] }, android: { domains: ['a.example'] } }),
  },
  {
    title: CONFIGURATION,
    type: CONFIGURATION,
    noun: 'steering configuration',
    collection: 'configurations',
    trafficMode: 'all',
    nameAt: 'name',
    first: () => ({ name: 'Sample', user_groups: ['sales', 'presales'] }),
    second: () => ({ name: 'Sample', traffic_mode: 'web', device_tags: ['lab'] }),
  },
  {
    title: DEFAULT,
    type: DEFAULT,
    noun: 'default configuration',
    collection: 'configurations',
    trafficMode: 'all',
    isDefault: true,
    first: () => ({ steer_dns: true }),
    second: () => ({ steer_dns: true, bypass_exception_traffic_at: 'cloud' }),
  },
  {
    title: PORT,
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
  ...TYPE_NAMES.map(sampleOfException),
];

function operationsOn<N extends 'CertificatePinnedApp' | 'Configuration' | 'NonStandardPort' | 'Exception'>(noun: N) {
  return {
    list: `list${noun}s`,
    get: `get${noun}`,
    create: `create${noun}`,
    update: `update${noun}`,
    delete: `delete${noun}`,
  } as const satisfies Record<Deed, OperationId>;
}
