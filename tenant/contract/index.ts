/**
 * The types of the steering contract: what goes over the wire between a client and a tenant, spelled as the wire spells
 * it. `openapi.yaml` beside this file says what each field means and how strong the fact is. This file has types only;
 * `document.ts` has the document itself.
 */
import type { components, operations } from './gen/api';

type Schemas = components['schemas'];

/** Every operation that the contract describes, by its operationId. */
export type Operations = operations;
export type OperationId = keyof operations;

export type App = Schemas['App'];
export type AppInput = Schemas['AppInput'];
/** A platform that knows an app by its processes. */
export type Platform = Schemas['Platform'];
/** A platform that knows an app by processes, domains or both, as android and ios do. */
export type MobilePlatform = Schemas['MobilePlatform'];

export type Configuration = Schemas['Configuration'];
export type ConfigurationInput = Schemas['ConfigurationInput'];
export type ConfigurationPatch = Schemas['ConfigurationPatch'];
export type TrafficType = Schemas['TrafficType'];

export type NonStandardPort = Schemas['NonStandardPort'];
export type NonStandardPortInput = Schemas['NonStandardPortInput'];

export type SteeringException = Schemas['SteeringException'];
export type SteeringExceptionInput = Schemas['SteeringExceptionInput'];
export type ExceptionType = Schemas['ExceptionType'];
export type DnsRecordType = Schemas['DnsRecordType'];
/** The action on windows and mac, with its advanced options. */
export type DesktopPlatformAction = Schemas['DesktopPlatformAction'];

/** A configuration as REST v1 shows it. */
export type ConfigurationV1 = Schemas['ConfigurationV1'];
export type SideV1 = Schemas['SideV1'];
export type ExceptionsV1 = Schemas['ExceptionsV1'];
export type PinnedAppV1 = Schemas['PinnedAppV1'];
export type DesktopPlatformV1 = Schemas['DesktopPlatformV1'];
export type MobilePlatformV1 = Schemas['MobilePlatformV1'];

/** The body of every error: `{status, message, errors}`. */
export type ApiErrorBody = Schemas['ErrorBody'];
export type FieldError = Schemas['FieldError'];
/** The body of every error of REST v1: `{status, errorCode, errors}`. */
export type ApiErrorBodyV1 = Schemas['ErrorBodyV1'];
