/** The local tenant. It serves the steering contract on 127.0.0.1, with the rules that a tenant has. */
export { chooseConfiguration, type DeviceClient as Client } from './clients/client';
export type { Clock } from './clock';
export { restV1CodeNames, type ConditionSettings, type RestV1Codes } from './conditions/conditions';
export type { Fault } from './conditions/faults';
export { quirkNames, quirkWords, type Quirks } from './conditions/quirks';
export type { RateLimit } from './conditions/rate-limiter';
export type { TenantContents, TenantPage } from './http/page-routes';
export { startTenant, type LocalTenant, type TenantOptions } from './start-tenant';
export { UnusableData } from './state/sqlite/unusable-data';
export type { Store } from './state/store';
