/**
 * The client of the tenant's API. It speaks of the contract's objects (App, Configuration, NonStandardPort,
 * SteeringException) and of the collections that hold them; below these, of calls (one intent, repeated where that is
 * safe), attempts (one HTTP request each) and answers. Every failure is an ApiError. Nothing here knows Terraform, its
 * states, or what steering means.
 */
export { openAgents } from './agents';
export { ApiError } from './api-error';
export { cleanerFor } from './clean';
export type { Clock } from './clock';
export type { TenantCollection as Collection } from './collection';
export { YOUNG_MS } from './list-once';
export { proxyFor } from './proxy';
export {
  checkServerUrl,
  checkSettings,
  DEFAULT_LIST_BOUNDS,
  DEFAULT_PATHS,
  type ClientSettings,
  type CollectionPaths,
} from './settings';
export { createTenantClient, type TenantCollectionOf as CollectionOf, type TenantClient } from './tenant-client';
export type {
  App,
  AppInput,
  Configuration,
  ConfigurationInput,
  ConfigurationPatch,
  DesktopPlatformAction,
  DnsRecordType,
  NonStandardPort,
  NonStandardPortInput,
  SteeringException,
  SteeringExceptionInput,
  TrafficType,
} from '../../../tenant/contract';
export {
  COLLECTION_NAMES,
  COLLECTIONS,
  isInConfiguration,
  type ChangeOf,
  type CollectionName,
  type InputOf,
  type ObjectOf,
} from '../../../tenant/contract/collections';
