/**
 * What can a user write? Constructs for steering exceptions on a Netskope tenant, in the words of its administrators;
 * the API's spellings and the provider's attributes stay in `l1`.
 */
export * from './block-native-app';
export * from './bypass-native-app';
export * from './bypasses';
export * from './certificate-pinned-app';
export { parsePorts, processMatches } from './functions';
export type { ConfigurationGroup } from './configuration-group';
export type { BlockNativeAppsOptions, ISteeringConfiguration } from './plumbing/configuration-base';
export type { ConfigurationLookupOptions } from './plumbing/existing-configurations';
export type { NativeAppExceptionOptions } from './plumbing/native-app-exceptions';
export type { NativeAppUse } from './plumbing/used-app';
export type {
  ConfigurationOfException,
  SteeringExceptionBaseOptions,
  InConfiguration,
} from './plumbing/exception-base';
export { NativeApps } from './gen/native-apps';
export type { NativeApp, NativeAppKind, NativeAppSearch } from './native-apps';
export type { CatalogueEntry as NativeAppFacts } from '../steering/catalogue/native-app';
export type { NonStandardPort, NonStandardPortOptions } from './non-standard-port';
export { Guardrail, Guardrails } from './guardrails';
export { ClientLocation } from './location';
export type { DynamicSteering, TrafficModeProps } from './modes';
export { Platform } from './platform';
export * from './rollout-checkpoint';
export { BypassPlace, PrivateAppSteering, type SteeredTrafficProps } from './plumbing/steered-traffic';
export * from './steering-configuration';
export * from './steering-exception';
export type { BlockedApp } from './blocked-apps';
export { explainMistakes, readTenants } from './read-tenants';
export { keepState, type TenantStateBackend } from './state-backend';
export { parseTenants, TenantsError, type SteeringTenant, type TenantConfiguration } from './tenants';
export { TrafficMode } from './traffic-mode';
export * from './traffic-decision';
export * from './traffic-invariant';
export * from './traffic-test';
export { NetskopeSteeringProvider, type NetskopeSteeringProviderConfig } from './provider';
/** The provider's resources as they are: typed, but neither checked nor escaped. */
export * as l1 from './l1';
