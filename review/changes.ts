/**
 * What does a report say of traffic that changes? Each change has the same outcomes for all of its flows; groups say what
 * a person did that causes changes.
 */
import type { CommaReading, Fate, Flow, Outcome, Place, PlatformName, TrafficModeName, Via } from '../steering';

/** An object: where it is written and what it is called, as far as that is known. */
export interface At {
  readonly address?: string;
  /** The key of a deposed object, which stands beside the current one of its address until it is destroyed. */
  readonly deposed?: string;
  readonly construct?: string;
  /** The id on the tenant. */
  readonly id?: string;
  readonly name?: string;
}

export interface Approval {
  readonly reason: string;
  /** The last day on which the approval counts, ISO 8601. */
  readonly expires: string;
}

/**
 * `narrowing`: less traffic goes, or more is inspected. `broadening`: the reverse. `sideways`: as freely, another way.
 */
export type Effect = 'narrowing' | 'broadening' | 'sideways';

/** What becomes of a flow: the outcome, and every fate that is possible. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly via?: Via;
  readonly possible: readonly Fate[];
}

/** A change of traffic: flows that share one judgement before the plan, and one after it. */
export interface TrafficLine {
  /** The id by which an approval names the change; it is the same for the same change. */
  readonly id: string;
  readonly effect: Effect;
  /** Whether the change is certain, and no other outcome is possible. */
  readonly certain: boolean;
  readonly before: Judgement;
  readonly after: Judgement;
  /**
   * The pairs of fates that are possible before and after, each under one reading. They are given where neither outcome
   * is known. Even where both are equal, what nobody published may decide differently after the change.
   */
  readonly turns: readonly { readonly before: Fate; readonly after: Fate }[];
  /** The change under each reading of what is not known, such as the traffic mode, or how commas are read. */
  readonly readings: readonly ReportedReading[];
  /** The flows, dimension by dimension. A dimension is left out where all of its values belong to the change. */
  readonly flows: readonly { readonly dimension: Dimension; readonly values: readonly string[] }[];
  /** Where the flows go: the place of a list in `destinations` of the review; left out where they go anywhere. */
  readonly destinations?: number;
  /** The names of the apps whose definitions name the processes; a process that no app names has none. */
  readonly apps: readonly string[];
  /** The configurations that decide the flows before and after, as far as they are known. */
  readonly configurations: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** One of these flows, as an example. */
  readonly witness: Flow;
  readonly causes: readonly At[];
  readonly collateral: readonly Collateral[];
  readonly approval?: Approval;
}

/** Hosts at ports, in words. A list is left out where it would have all hosts, or all ports. */
export interface ReportedDestination {
  readonly hosts?: readonly string[];
  readonly ports?: readonly string[];
  /** The objects that cause the change there, beside the causes of the change itself. */
  readonly causes?: readonly At[];
}

/** The things that a person does, in the order in which people should read of them. */
export const DONE = [
  'block_ended',
  'configuration_removed',
  'configuration_changed',
  'bypass_added',
  'bypass_changed',
  'block_added',
  'block_changed',
  'bypass_ended',
  'app_changed',
  'configuration_added',
  'port_removed',
  'port_changed',
  'port_added',
] as const;
export type Done = (typeof DONE)[number];

/** Something that a person did, to one object or to several alike. */
export interface ChangeGroup {
  readonly done: Done;
  readonly objects: readonly At[];
  /** What the objects are about, for people: names of apps, configurations, hosts or ports. */
  readonly names: readonly string[];
  /** The names of the configurations in which it is done; empty where none or an unknown one is concerned. */
  readonly configurations: readonly string[];
  /** The platforms on which it is done; empty where platforms make no difference. */
  readonly platforms: readonly PlatformName[];
  /** What was changed, in words, such as a traffic mode before and after. */
  readonly details: readonly string[];
  /** The ids of the changes of traffic that it causes, alone or with others. */
  readonly changes: readonly string[];
}

/** Clients that get another configuration than before. */
export interface Reassigned {
  readonly clients: string;
  readonly platforms: readonly PlatformName[];
  /** Each configuration that they may get, with its traffic mode as far as it is known. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

type Dimension =
  'platform' | 'process' | 'host' | 'port' | 'transport' | 'device' | 'location' | 'client' | 'belonging';

export interface ReportedReading {
  readonly configuration: string;
  readonly place: Place;
  readonly mode: TrafficModeName;
  /** How the tenant would read names and patterns with a comma, where only that is not known. */
  readonly commas?: CommaReading;
  readonly effect: Effect;
  readonly before: Judgement;
  readonly after: Judgement;
}

/** A process, app or device that a change reaches without naming it. */
export type Collateral =
  | { readonly kind: 'another_process'; readonly process: string; readonly of?: string }
  | { readonly kind: 'another_app'; readonly port: string }
  | { readonly kind: 'unmanaged_devices' | 'unclassified_devices' };
