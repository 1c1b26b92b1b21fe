/**
 * A model is a tenant's steering state, as far as its source tells. It is spelled as in the provider's attributes, and
 * every object has an origin. A value is known, or it is not known yet, with what it may turn out to be and why nobody
 * can say; a list of texts can be known in part. So what the source leaves open is a value like any other.
 */
import type { AssumptionId } from '../domain/assumptions';
import type { ExceptionTypeName, TrafficModeName } from '../domain/exceptions';
import type { MatchKind } from '../domain/processes';
import { PLATFORMS, type PlatformName } from '../domain/vocabulary';
import type { Side } from './flow';

/**
 * The reason of a value that an apply will give. A value that is not known for any other reason is what it was before,
 * whatever that is.
 */
export const AFTER_APPLY = 'it is only known after apply';

/** A value that the source tells, or that an assumption gives. */
export interface Known<T> {
  readonly known: true;
  readonly value: T;
  /** The assumption that the value rests on, where the source does not say it itself. */
  readonly assumption?: AssumptionId;
}

/** A value that the source does not tell. */
export interface NotKnown<T> {
  readonly known: false;
  /** Why the value is not known, as part of a sentence: `it is only known after apply`. */
  readonly reason: string;
  /** Every value that it can be; left out where it can be any value of its type. */
  readonly candidates?: readonly T[];
  /** The assumption that the candidates rest on, where other values are possible without it. */
  readonly assumption?: AssumptionId;
}

/** A value of the model, which is known or not. */
export type Value<T> = Known<T> | NotKnown<T>;

export function known<T>(value: T, assumption?: AssumptionId): Known<T> {
  return assumption === undefined ? { known: true, value } : { known: true, value, assumption };
}

/**
 * Makes a value that is not known. A single candidate does not make it known: values that have no name here may be
 * possible.
 */
export function notKnown<T>(reason: string, candidates?: readonly T[]): NotKnown<T> {
  return candidates === undefined ? { known: false, reason } : { known: false, reason, candidates };
}

/**
 * Returns everything that a value may be.
 * @param all the values of its type, which count where nothing narrower is known
 */
export function possibilitiesOf<T>(value: Value<T>, all: readonly T[]): readonly T[] {
  if (value.known) return [value.value];
  return value.candidates ?? all;
}

/** A set of texts, of which some may not be known. Their order means nothing. */
export interface Names {
  readonly items: readonly string[];
  /** Why there may be other texts beside `items`; left out where there are none. */
  readonly open?: string;
}

/** The empty set, of which everything is known. */
export const NO_NAMES: Names = { items: [] };

/** Makes a set of texts that are all known. */
export function names(...items: readonly string[]): Names {
  return { items };
}

/** Whether it is certain that there are no texts. */
export function isEmpty({ items, open }: Names): boolean {
  return items.length === 0 && open === undefined;
}

/**
 * Returns a text that is the same for objects of the same meaning. The reason why something is not known does not
 * count, unless an apply will give the value: then it may be another one than before.
 */
export function meaningOf(object: unknown): string {
  return JSON.stringify(object, (name, value: unknown) => (REASONS.has(name) ? reasonFor(value) : value));
}

const REASONS = new Set(['reason', 'open', 'doubt']);

function reasonFor(reason: unknown): unknown {
  return typeof reason === 'string' && !isYetToBe(reason) ? '' : reason;
}

/** Whether a value that is not known for this reason may be another one than before. */
export function isYetToBe(reason: string): boolean {
  return reason.startsWith(AFTER_APPLY);
}

/** An origin says where an object comes from, as far as the source tells. */
export interface Origin {
  /** The Terraform address of its resource. */
  readonly address?: string;
  /** The key of a deposed object, which stands beside the current one of its address until it is destroyed. */
  readonly deposed?: string;
  /** The path of the construct that wrote it. */
  readonly construct?: string;
  /** Its id on the tenant. */
  readonly id?: string;
}

interface Modelled {
  /**
   * The name of the object within its model. It is the same in two models of one tenant, so that they can be compared.
   */
  readonly key: string;
  readonly origin: Origin;
  /** The other resources that manage the same object; left out where there are none. */
  readonly otherOwners?: readonly Origin[];
  /** Why the object may not be there at all; left out where it is there. */
  readonly doubt?: string;
}

/** A definition says how a client recognizes an app on one platform. [doc] */
export interface Definition {
  readonly match: Value<MatchKind>;
  readonly processes: Names;
  /** The domains of the app on iOS and Android, which are compared by suffix. [doc] */
  readonly domains: Names;
}

export interface PinnedApp extends Modelled {
  readonly name: Value<string>;
  /** False for an app that the vendor predefined. [doc] */
  readonly custom: Value<boolean>;
  /** The definition on each platform; left out where the app has none there. */
  readonly platforms: Readonly<Partial<Record<PlatformName, Value<Definition>>>>;
}

/** The private apps that a configuration can steer: none, all, or those of its list. [doc] */
export const PRIVATE_APPS_STEERING = ['none', 'all', 'specific'] as const;
/** The places at which the traffic of exceptions can be bypassed: at the client, or in the cloud. */
export const BYPASS_PLACES = ['client', 'cloud'] as const;

/**
 * The place of a configuration in the order of evaluation, 1 first. [doc] With `isNew` it has none yet, and comes below
 * all that have one. [assumed] With `mayBeNew` only a stack is known, which does not tell whether it has one.
 */
export type Priority = Value<number> | (NotKnown<number> & ({ readonly isNew: true } | { readonly mayBeNew: true }));

/** A steering configuration of the tenant. */
export interface Configuration extends Modelled {
  readonly name: Value<string>;
  /** Whether it is the default one, `config_id` 0, which is always enabled and the last to match. [doc] */
  readonly isDefault: boolean;
  readonly enabled: Value<boolean>;
  readonly priority: Priority;
  /** The keys of the custom configurations that are made before it, because it depends on them; none if left out. */
  readonly after?: readonly string[];
  /** The criteria are these four lists; those that are given must all match. [doc] */
  readonly userGroups: Names;
  readonly organizationUnits: Names;
  readonly osFamilies: Names;
  readonly deviceTags: Names;
  /** The traffic mode without dynamic steering; with it, this mode counts for nobody. [assumed] */
  readonly trafficMode: Value<TrafficModeName>;
  readonly dynamicSteering: {
    readonly enabled: Value<boolean>;
    readonly trafficMode: Readonly<Record<Side, Value<TrafficModeName>>>;
  };
  readonly steerPrivateApps: Value<(typeof PRIVATE_APPS_STEERING)[number]>;
  readonly privateApps: Names;
  readonly steerDns: Value<boolean>;
  readonly bypassExceptionTrafficAt: Value<(typeof BYPASS_PLACES)[number]>;
}

interface PartOfConfiguration extends Modelled {
  /** The key of the configuration that it belongs to. */
  readonly configuration: Value<string>;
}

/** An entry of the non-standard ports of a configuration. */
export interface NonStandardPort extends PartOfConfiguration {
  /** The port; null for an entry that has domains alone. */
  readonly port: Value<number | null>;
  readonly domains: Names;
}

/**
 * The actions of an exception for a certificate pinned app. `bypass` and `block` exist everywhere, the others on
 * Windows and macOS. [doc]
 */
export const PINNED_ACTIONS = [
  'block',
  'bypass',
  'bypass_direct',
  'bypass_tunnel',
  'bypass_managed_direct',
  'bypass_managed_tunnel',
  'steer_and_decrypt',
] as const;
export type PinnedAction = (typeof PINNED_ACTIONS)[number];

/**
 * A platform that has all these actions, and on which a bypass of managed devices can name device classifications.
 * [doc]
 */
export type DesktopPlatform = Extract<(typeof PLATFORMS)[number], { readonly hasModes: true }>['name'];
export const DESKTOP_PLATFORMS: readonly DesktopPlatform[] = PLATFORMS.flatMap((one) =>
  one.hasModes ? [one.name] : [],
);

export function isDesktop(platform: PlatformName): platform is DesktopPlatform {
  return DESKTOP_PLATFORMS.some((one) => one === platform);
}

/** Returns the actions that exist on a platform. */
export function pinnedActionsOn(platform: PlatformName): readonly PinnedAction[] {
  return isDesktop(platform) ? PINNED_ACTIONS : ['block', 'bypass'];
}

/** The actions of exceptions that can leave DNS steered. */
export const BYPASS_ACTIONS = ['bypass', 'bypass_except_dns'] as const;
export type BypassAction = (typeof BYPASS_ACTIONS)[number];

/** The data of an exception for a certificate pinned app. */
export interface PinnedAppData {
  readonly type: 'certificate_pinned_app';
  /** The key of the app. */
  readonly app: Value<string>;
  readonly customAppDomains: Names;
  /**
   * The action on each platform; left out where the exception says nothing of the platform. A null among the candidates
   * says that the exception may say nothing.
   */
  readonly platforms: Readonly<Partial<Record<PlatformName, Value<PinnedAction | null>>>>;
  /**
   * The classifications to which a bypass of managed devices is limited; where the list is empty or left out, any
   * managed device is meant. [doc]
   */
  readonly deviceClassifications?: Readonly<Partial<Record<DesktopPlatform, Names>>>;
}

interface NamedData<T extends ExceptionTypeName> {
  readonly type: T;
  readonly names: Names;
}

interface NamedDataWithAction<T extends ExceptionTypeName> extends NamedData<T> {
  readonly action: Value<BypassAction>;
}

/** The data of an exception, by its type. */
export type ExceptionData =
  | PinnedAppData
  | NamedDataWithAction<'application'>
  | (NamedDataWithAction<'destination_location'> & { readonly treatLikeLocalIp: Value<boolean> })
  | NamedData<'category'>
  | NamedData<'domains'>
  | NamedData<'source_countries'>
  | NamedData<'source_location'>
  /** A DNS exception; its names are those that are asked for, without their record types. */
  | NamedData<'dns'>
  /** An exception of which the source does not tell the type. */
  | { readonly type: 'unknown'; readonly reason: string };

/** An exception of a configuration. */
export interface SteeringException extends PartOfConfiguration {
  /** The location that it belongs to; null where it has none. */
  readonly location: Value<Side | null>;
  readonly notes: Value<string | null>;
  readonly data: ExceptionData;
}

export interface Model {
  /** The configurations, among them exactly one default configuration. */
  readonly configurations: readonly Configuration[];
  readonly apps: readonly PinnedApp[];
  readonly exceptions: readonly SteeringException[];
  readonly ports: readonly NonStandardPort[];
  /** The network locations, of which only the names count here; left out where the source names none. */
  readonly networkLocations?: readonly (Modelled & { readonly name: Value<string> })[];
  /**
   * Whether the model has all of a tenant. `part` is what a stack or a plan knows of one, beside which there may be
   * more.
   */
  readonly covers: 'tenant' | 'part';
  /** The assumptions on which every answer rests, because of how the source was read; left out where there are none. */
  readonly restsOn?: readonly AssumptionId[];
}

/** The names of the lists of objects that a model has. */
export const KINDS = ['configurations', 'apps', 'exceptions', 'ports'] as const satisfies readonly (keyof Model)[];
export type Kind = (typeof KINDS)[number];

/** Returns all objects of a model. */
export function objectsIn(model: Model): Model[Kind][number][] {
  return KINDS.flatMap((kind): readonly Model[Kind][number][] => model[kind]);
}
