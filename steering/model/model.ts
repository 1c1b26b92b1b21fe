/**
 * What a tenant's steering state is, as far as its source tells. Spelled as in the provider's attributes; every object has an
 * origin, and what the source leaves open is a value like any other (`value.ts`).
 */
import type { AssumptionId } from '../domain/assumptions';
import type { ExceptionTypeName, TrafficModeName } from '../domain/exceptions';
import type { MatchKind } from '../domain/processes';
import { PLATFORMS, type PlatformName } from '../domain/vocabulary';
import type { Side } from './flow';

/**
 * Values as a model has them: known, or not known yet, with what they may turn out to be and why nobody can say. A list of
 * texts can be known in part.
 */

/** Why a value is not known that is yet to be; for any other reason it is what it was, whatever that is. */
export const AFTER_APPLY = 'it is only known after apply';

export interface Known<T> {
  readonly known: true;
  readonly value: T;
  /** What it rests on, where the source does not say it itself. */
  readonly assumption?: AssumptionId;
}

export interface NotKnown<T> {
  readonly known: false;
  /** Why, as part of a sentence: `it is only known after apply`. */
  readonly reason: string;
  /** All that it can be; left out where it can be anything of its type. */
  readonly candidates?: readonly T[];
  /** What the candidates rest on, where they are not all that is possible. */
  readonly assumption?: AssumptionId;
}

export type Value<T> = Known<T> | NotKnown<T>;

export function known<T>(value: T, assumption?: AssumptionId): Known<T> {
  return assumption === undefined ? { known: true, value } : { known: true, value, assumption };
}

/** A single candidate is still not known: it is what the value is, if it is anything that is named here. */
export function notKnown<T>(reason: string, candidates?: readonly T[]): NotKnown<T> {
  return candidates === undefined ? { known: false, reason } : { known: false, reason, candidates };
}

/** What a value may be. @param all of its type, where nothing narrower is known */
export function possibilitiesOf<T>(value: Value<T>, all: readonly T[]): readonly T[] {
  if (value.known) return [value.value];
  return value.candidates ?? all;
}

/** Texts, each once and in no order that means anything. */
export interface Names {
  readonly items: readonly string[];
  /** Why there may be others beside `items`; left out where there are none. */
  readonly open?: string;
}

export const NO_NAMES: Names = { items: [] };

export function names(...items: readonly string[]): Names {
  return { items };
}

/** Whether there is nothing, for certain. */
export function isEmpty({ items, open }: Names): boolean {
  return items.length === 0 && open === undefined;
}

/** The same for the same meaning: what is not known, and is not yet to be, is as it is, for whatever reason it is not known. */
export function meaningOf(object: unknown): string {
  return JSON.stringify(object, (name, value: unknown) => (REASONS.has(name) ? reasonFor(value) : value));
}

const REASONS = new Set(['reason', 'open', 'doubt']);

function reasonFor(reason: unknown): unknown {
  return typeof reason === 'string' && !isYetToBe(reason) ? '' : reason;
}

/** Whether a value that is not known for this reason is another one than before. */
export function isYetToBe(reason: string): boolean {
  return reason.startsWith(AFTER_APPLY);
}

/** Where an object comes from, as far as the source tells. */
export interface Origin {
  /** Terraform address. */
  readonly address?: string;
  /** Key of a deposed object, which stands beside the current one of its address until it is destroyed. */
  readonly deposed?: string;
  /** Path of the construct that wrote it. */
  readonly construct?: string;
  /** Id on the tenant. */
  readonly id?: string;
}

interface Modelled {
  /** Names the object within its model; the same in two models of one tenant, so that they can be compared. */
  readonly key: string;
  readonly origin: Origin;
  /** Where else it is managed: other resources that own the same object. Left out where there are none. */
  readonly otherOwners?: readonly Origin[];
  /** Why it may not be there at all; left out where it is. */
  readonly doubt?: string;
}

/** How an app is known on a platform. [doc] */
export interface Definition {
  readonly match: Value<MatchKind>;
  readonly processes: Names;
  /** On iOS and Android; compared by suffix. [doc] */
  readonly domains: Names;
}

export interface PinnedApp extends Modelled {
  readonly name: Value<string>;
  /** False for an app that the vendor predefined. [doc] */
  readonly custom: Value<boolean>;
  /** Left out: not defined there. */
  readonly platforms: Readonly<Partial<Record<PlatformName, Value<Definition>>>>;
}

export const PRIVATE_APPS_STEERING = ['none', 'all', 'specific'] as const;
export const BYPASS_PLACES = ['client', 'cloud'] as const;

/** Place in the order of evaluation, 1 first. [doc] `new`: it has none yet, and comes below all that have. [assumed] */
export type Priority = Value<number> | { readonly known: false; readonly reason: string; readonly isNew: true };

export interface Configuration extends Modelled {
  readonly name: Value<string>;
  /** The default one, `config_id` 0: always enabled, the last to match. [doc] */
  readonly isDefault: boolean;
  readonly enabled: Value<boolean>;
  readonly priority: Priority;
  /** Criteria: those that are given must all match. [doc] */
  readonly userGroups: Names;
  readonly organizationUnits: Names;
  readonly osFamilies: Names;
  readonly deviceTags: Names;
  /** Counts for nobody with dynamic steering. [assumed] */
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
  /** Key of the configuration it belongs to. */
  readonly configuration: Value<string>;
}

export interface NonStandardPort extends PartOfConfiguration {
  /** Null: a row of domains alone. */
  readonly port: Value<number | null>;
  readonly domains: Names;
}

/** What happens to an app's traffic: `bypass` and `block` everywhere, the others on Windows and macOS. [doc] */
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

/** Platforms on which there are all of them, and on which a bypass of managed devices can name device classifications. [doc] */
export type DesktopPlatform = Extract<(typeof PLATFORMS)[number], { readonly hasModes: true }>['name'];
export const DESKTOP_PLATFORMS: readonly DesktopPlatform[] = PLATFORMS.flatMap((one) =>
  one.hasModes ? [one.name] : [],
);

export function isDesktop(platform: PlatformName): platform is DesktopPlatform {
  return DESKTOP_PLATFORMS.some((one) => one === platform);
}

export function pinnedActionsOn(platform: PlatformName): readonly PinnedAction[] {
  return isDesktop(platform) ? PINNED_ACTIONS : ['block', 'bypass'];
}

export const BYPASS_ACTIONS = ['bypass', 'bypass_except_dns'] as const;
export type BypassAction = (typeof BYPASS_ACTIONS)[number];

export interface PinnedAppData {
  readonly type: 'certificate_pinned_app';
  /** Key of the app. */
  readonly app: Value<string>;
  readonly customAppDomains: Names;
  /** Left out: the exception says nothing of the platform. Null among candidates: it may say nothing. */
  readonly platforms: Readonly<Partial<Record<PlatformName, Value<PinnedAction | null>>>>;
  /** To which a bypass of managed devices is limited; empty or left out: any managed device is meant. [doc] */
  readonly deviceClassifications?: Readonly<Partial<Record<DesktopPlatform, Names>>>;
}

interface NamedData<T extends ExceptionTypeName> {
  readonly type: T;
  readonly names: Names;
}

interface NamedDataWithAction<T extends ExceptionTypeName> extends NamedData<T> {
  readonly action: Value<BypassAction>;
}

export type ExceptionData =
  | PinnedAppData
  | NamedDataWithAction<'application'>
  | (NamedDataWithAction<'destination_location'> & { readonly treatLikeLocalIp: Value<boolean> })
  | NamedData<'category'>
  | NamedData<'domains'>
  | NamedData<'source_countries'>
  | NamedData<'source_location'>
  /** The names that are asked for, without their record types. */
  | NamedData<'dns'>
  /** The source does not tell of which type it is. */
  | { readonly type: 'unknown'; readonly reason: string };

export interface SteeringException extends PartOfConfiguration {
  /** The side it belongs to; null: it has none. */
  readonly location: Value<Side | null>;
  readonly notes: Value<string | null>;
  readonly data: ExceptionData;
}

export interface Model {
  /** Among them exactly one default configuration. */
  readonly configurations: readonly Configuration[];
  readonly apps: readonly PinnedApp[];
  readonly exceptions: readonly SteeringException[];
  readonly ports: readonly NonStandardPort[];
  /** `part`: what a stack or a plan knows of a tenant, beside which there may be more. */
  readonly covers: 'tenant' | 'part';
}

/** The lists of objects that a model has. */
export const KINDS = ['configurations', 'apps', 'exceptions', 'ports'] as const satisfies readonly (keyof Model)[];
export type Kind = (typeof KINDS)[number];

export function objectsIn(model: Model): Model[Kind][number][] {
  return KINDS.flatMap((kind): readonly Model[Kind][number][] => model[kind]);
}
