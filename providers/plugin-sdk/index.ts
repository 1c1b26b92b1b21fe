/** What a provider is written with. Nothing else of the SDK is for its users, but what is in `testing/`. */
export * from './schema';
export * from './diagnostics';
export * from './values';
export type { Type } from './types';
export { provider, type Provider, type ProviderDefinition } from './engine/provider';
export * from './engine/data-source';
export * from './engine/ephemeral-resource';
export * from './engine/normal-form';
export * from './engine/function';
export { notKept, type NotKept } from './engine/kept';
export * from './engine/resource';
export { serveProvider } from './serve-provider';
export { debugProvider, serveForDebugging, type DebugServer } from './debug-provider';
