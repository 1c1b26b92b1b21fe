/**
 * Constructs for steering exceptions on a Netskope tenant. Vocabulary of this room: what an administrator calls things;
 * API spellings and provider attributes stay below `l1`.
 */
export * from './block-native-app';
export * from './certificate-pinned-app';
export { NativeApps, type NativeApp } from './native-apps';
export { NonStandardPort, type NonStandardPortOptions, type NonStandardPortProps } from './non-standard-port';
export { Platform } from './platform';
export * from './rollout-checkpoint';
export * from './steering-configuration';
export * from './steering-exception';
export { TrafficMode } from './traffic-mode';
export { NetskopeSteeringProvider, type NetskopeSteeringProviderConfig } from './l1/provider';
/** The provider's resources as they are: typed, but neither checked nor escaped. */
export * as l1 from './l1';
