/** What each type of exception has of its own in the table of samples, in the words of the provider and in those of the contract. */
import type { Configuration } from 'terraform-plugin-sdk-ts/testing';
import { EXCEPTION_TYPE_NAMES, EXCEPTION_TYPES, type ExceptionTypeName } from '../../steering/domain/exceptions';
import type { ExceptionType, SteeringExceptionInput, TrafficType } from '../../tenant/contract';

/** The resource of a type of exception. */
export const exceptionOf = (name: ExceptionTypeName) => `netskopesteering_${EXCEPTION_TYPES[name].resource}`;
const PLATFORMS = {
  windows: ['windows', false],
  mac_os: ['mac', false],
  linux: ['linux', false],
  ios: ['ios', true],
  android: ['android', true],
  chrome_os: ['chrome_os', false],
} as const;

/** The same on each platform, by the provider's word for it or the contract's. */
export const onEach = <T>(value: (api: string, mobile: boolean) => T, key: 'name' | 'api'): Record<string, T> =>
  Object.fromEntries(
    Object.entries(PLATFORMS).map(([name, [api, mobile]]) => [key === 'name' ? name : api, value(api, mobile)]),
  );

interface ExceptionSample {
  readonly first: Configuration;
  readonly second: Configuration;
  /** With every attribute. Default: `second`. */
  readonly whole?: Configuration;
  /** What the contract has of the whole one. */
  readonly body: Configuration;
  /** What somebody else makes of that. */
  readonly drift: Configuration;
}

/** What each type of exception has of its own. */
export const EXCEPTIONS: Readonly<Record<ExceptionTypeName, (appId: string) => ExceptionSample>> = {
  application: () => ({
    first: { applications: ['Box', 'Dropbox'] },
    second: { applications: ['Box'], action: 'bypass_except_dns' },
    body: { apps: ['Box'], action: 'bypass_except_dns' },
    drift: { apps: ['Dropbox'], action: 'bypass' },
  }),
  category: () => ({
    first: { categories: ['Web Conferencing', 'Health'] },
    second: { categories: ['Web Conferencing'] },
    body: { categories: ['Web Conferencing'] },
    drift: { categories: ['Health'] },
  }),
  certificate_pinned_app: (app_id) => ({
    first: { app_id, custom_app_domains: ['a.example', 'b.example'], windows: 'block' },
    second: { app_id, windows: 'bypass_tunnel', linux: 'block' },
    whole: { app_id, custom_app_domains: ['a.example'], ...onEach(() => 'block', 'name') },
    body: { app_id, custom_app_domains: ['a.example'], ...onEach(() => ({ action: 'block' }), 'api') },
    drift: { app_id: 'app-1', custom_app_domains: ['b.example'], ...onEach(() => ({ action: 'bypass' }), 'api') },
  }),
  destination_location: () => ({
    first: { network_locations: ['Data centre', 'Lab'] },
    second: { network_locations: ['Data centre'], action: 'bypass_except_dns', treat_like_local_ip: true },
    body: { locations: ['Data centre'], action: 'bypass_except_dns', treat_like_local_ip: true },
    drift: { locations: ['Lab'], action: 'bypass', treat_like_local_ip: false },
  }),
  dns: () => ({
    first: {
      questions: [
        { domain: 'a.example', record_type: 'all' },
        { domain: '192.0.2.1', record_type: 'PTR' },
      ],
    },
    second: { questions: [{ domain: 'a.example', record_type: 'A' }] },
    body: { questions: [{ domain: 'a.example', record_type: 'A' }] },
    drift: { questions: [{ domain: 'b.example', record_type: 'all' }] },
  }),
  domains: () => ({
    first: { domains: ['a.example', '*.b.example'] },
    second: { domains: ['*.example.com', 'example.org'] },
    body: { domains: ['*.example.com', 'example.org'] },
    drift: { domains: ['*.b.example'] },
  }),
  source_countries: () => ({
    first: { countries: ['DE', 'US'] },
    second: { countries: ['DE', 'FR'] },
    body: { countries: ['DE', 'FR'] },
    drift: { countries: ['US'] },
  }),
  source_location: () => ({
    first: { network_locations: ['HQ', 'Lab'] },
    second: { network_locations: ['Lab'] },
    body: { locations: ['Lab'] },
    drift: { locations: ['HQ'] },
  }),
};

/** The body of a type of exception, as the contract takes it; the predefined app `app-1` is there on every tenant. */
const bodyOf = (type: ExceptionTypeName, appId = 'app-1') => ({ type, [type]: EXCEPTIONS[type](appId).body });

export const exceptionBodies = Object.fromEntries(
  EXCEPTION_TYPE_NAMES.map((type) => [type, bodyOf(type)]),
) as unknown as Record<ExceptionType, SteeringExceptionInput>;

/** The other types are offered where all traffic is steered. */
export const MODES: Partial<Record<ExceptionTypeName, TrafficType>> = { source_location: 'web' };
/** DNS exceptions stand off-premises only. [doc] */
export const ONE_SIDED: readonly ExceptionTypeName[] = ['dns'];
