/**
 * The words that a provider is written and served with. Users of the package import from here, from `testing` and from
 * `testing/terraform`, and from nowhere else.
 */
export * from './schema';
export * from './diagnostics';
export * from './values';
export type { Type } from './types';
export { forClient, provider, type Provider, type ProviderDefinition } from './engine/provider';
export { dataSource, type DataSource, type DataSourceDefinition, type ReadDataRequest } from './engine/data-source';
export * from './engine/ephemeral-resource';
export * from './engine/function';
export * from './engine/resource';
export { notKept, type NotKept } from './engine/resource-operations';
export { debugProvider, serveForDebugging, type DebugServer } from './debug-provider';
