/**
 * How is it told what a change of a tenant does to its traffic? These are the types of the answer. Its regions are
 * exact: with the unchanged flows they cover all flows that leave nothing unsaid (`WholeFlow`).
 */
import type { Fate, Outcome, Via } from '../decide/outcome';
import type { Subject } from '../decide/trace';
import type { Place, TrafficModeName } from '../domain/exceptions';
import type { CommaReading } from '../domain/processes';
import type { PlatformName } from '../domain/vocabulary';
import type { Flow, Side, Transport } from '../model/flow';
import type { Model } from '../model/model';
import type { Turn } from './turns';

/**
 * A flow that leaves nothing unsaid but, perhaps, whether its process is a Windows service. Of that, all flows of one
 * comparison say the same.
 */
export type WholeFlow = Required<Omit<Flow, 'configuration' | 'service'>> & Pick<Flow, 'service'>;

/** What becomes of a flow, in the words of a decision. */
export interface Judged {
  readonly outcome: Outcome;
  /** The way on which the flow leaves; only a bypass has one. */
  readonly via?: Via;
  /** Every fate that is possible. */
  readonly possible: readonly Fate[];
}

/** A set of processes. */
export type ProcessSet =
  /** The process of an exact name, in any case that no other entry has. */
  | { readonly kind: 'name'; readonly text: string }
  /**
   * The processes that some patterns match at once, without exact names. `text` has these patterns, joined by ` + `.
   */
  | { readonly kind: 'pattern'; readonly text: string; readonly example: string }
  /** All processes but those in `except`. `text` is an example: it is no exact name, and no pattern matches it. */
  | { readonly kind: 'others'; readonly text: string; readonly except: readonly ProcessSet[] };

/** A set of destinations. */
export type HostSet =
  /** One host name, or one address. */
  | { readonly kind: 'name' | 'address'; readonly text: string }
  /**
   * A domain with all names below it; or only the names `below` it. The domains in `except` and what is below them are
   * left out.
   */
  | { readonly kind: 'suffix' | 'below'; readonly text: string; readonly except: readonly string[] }
  /** All host names. The domains in `except` and what is below them are left out. */
  | { readonly kind: 'names'; readonly text: string; readonly except: readonly string[] }
  /** Destinations of which the client sees no host name. */
  | { readonly kind: 'none'; readonly text: string }
  /**
   * Literal addresses that neither model names: of RFC 1918; loopback, link-local and unique local ones; all others; or
   * of one family.
   */
  | {
      readonly kind: 'private' | 'local' | 'public' | 'local_ipv4' | 'local_ipv6' | 'public_ipv4' | 'public_ipv6';
      readonly text: string;
    };

/** A range of ports, both ends included. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** An example, as small as can be, of the names that a flow belongs to. An empty list means that it belongs to none. */
export type Belonging = Pick<
  WholeFlow,
  'applications' | 'categories' | 'destinationLocations' | 'sourceLocations' | 'sourceCountry'
>;

/** The flows that belong to at least one name of each group, and to no other name that an exception has. */
export interface BelongingSet {
  readonly groups: readonly {
    readonly kind: keyof Belonging;
    /** The names that the same exceptions have, or exceptions that do the same. */
    readonly names: readonly string[];
  }[];
}

/** An example of the client that opens a flow. It belongs to as few groups as can be. */
export type Asking = Pick<WholeFlow, 'userGroups' | 'organizationUnit' | 'deviceTags'>;

/** Hosts at ports. A dimension is left out where all of it is covered. */
export interface Destination {
  readonly hosts?: readonly HostSet[];
  readonly ports?: readonly PortRange[];
  /** The objects that cause the change there, beside those that cause it everywhere. */
  readonly causes?: readonly Subject[];
}

/** A set of flows, as a product of dimensions. A dimension is left out where all of it is covered. */
export interface FlowRegion {
  readonly platforms?: readonly PlatformName[];
  readonly processes?: readonly ProcessSet[];
  /** Where the flows go: to any of these. Changes that are alike share one list. */
  readonly destinations?: readonly Destination[];
  readonly transport?: Transport;
  readonly managed?: boolean;
  readonly locations?: readonly Side[];
  /** One example for each class of clients: to those of a class the same configurations apply. */
  readonly clients?: readonly Asking[];
  /** One set for each way in which exceptions of other types name the flows. */
  readonly belonging?: readonly BelongingSet[];
}

/** The change under one of several readings of the models, each of which is possible both before and after. */
export interface ReadingChange {
  readonly configuration: Subject;
  readonly place: Place;
  readonly mode: TrafficModeName;
  /** The way in which the tenant would read names and patterns with a comma, where only that is not known. */
  readonly commas?: CommaReading;
  readonly before: Judged;
  readonly after: Judged;
  readonly turns: readonly Turn[];
}

/** One change that a person reads: what becomes of a region of flows. */
export interface TrafficChange {
  readonly before: Judged;
  readonly after: Judged;
  /**
   * The ways in which the outcome may change under one and the same reading of what is not known. `before` and `after`
   * alone do not tell them: where exceptions contend and nobody published which of them wins, both may be equal.
   */
  readonly turns: readonly Turn[];
  readonly region: FlowRegion;
  /** A flow of the region, of which `decide` says before and after what the change says. */
  readonly witness: WholeFlow;
  /**
   * The objects that cause the change, as the after model has them or, where one is gone, the before model. Where some of
   * them are about the processes of the change, only these are here, and destinations name the others.
   */
  readonly causes: readonly Subject[];
  /**
   * The change under each reading, where the configuration, its location, its mode or how commas are read is not known.
   * `before` and `after` are then those of all readings together, and may even be equal.
   */
  readonly readings?: readonly ReadingChange[];
}

/** Processes whose flows have the same fates, whatever the context. */
export interface ChangedProcesses {
  readonly processes: readonly ProcessSet[];
  /** The name of one of them. */
  readonly example: string;
  /** All changes of their flows. */
  readonly turns: readonly Turn[];
}

/** Flows of one process on one platform that have the same fates, changed or not. */
export interface FlowPart {
  readonly before: Judged;
  readonly after: Judged;
  /** The changes; an empty list where nothing changes. */
  readonly turns: readonly Turn[];
  readonly region: Omit<FlowRegion, 'platforms' | 'processes' | 'destinations'> & Omit<Destination, 'causes'>;
  readonly witness: WholeFlow;
}

/** Clients to which another configuration applies after the change than before, or may. */
export interface ReassignedClients {
  /** An example of the clients. */
  readonly clients: Asking;
  readonly platforms: readonly PlatformName[];
  /** The keys of the configurations that apply, or may. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** One class of the exact partition: what becomes of all its flows, before and after. */
export interface FlowClass {
  /** The name of the class in its comparison. */
  readonly key: string;
  readonly before: Judged;
  readonly after: Judged;
  /** Whether the outcome of its flows changes, or may change, under one reading of what is not known. */
  readonly isChanged: boolean;
  /** The ways in which the outcome may change, as in `TrafficChange`. */
  readonly turns: readonly Turn[];
  readonly witness: WholeFlow;
  /**
   * Returns some flow of the class.
   * @param below chooses a whole number from 0 up to, not including, the one it is given
   */
  sample(below: (count: number) => number): WholeFlow;
}

/** The answer: what a change does to every flow. Its parts are computed as they are asked for. */
export interface Comparison {
  readonly models: { readonly before: Model; readonly after: Model };
  /** The changes, in an order that depends on the models alone. */
  readonly changes: readonly TrafficChange[];
  /** The clients that get another configuration; those that a new configuration takes are among them. */
  readonly reassigned: readonly ReassignedClients[];
  /** The number of classes of the exact partition. */
  readonly classes: number;
  readonly changedClasses: number;
  /**
   * Whether every flow is in a class. Of hundreds of patterns that can all match one name at once, not all combinations
   * are looked at; the answer is then that of all flows but those of `notCovered`.
   */
  readonly complete: boolean;
  /** Sentences on what was left out; an empty list where nothing was. */
  readonly notCovered: readonly string[];
  /** The platforms, in groups: on those of one group all flows have the same fates. */
  readonly alikePlatforms: readonly (readonly PlatformName[])[];
  /** Returns the processes whose flows change on a platform. */
  changedProcesses(platform: PlatformName): readonly ChangedProcesses[];
  /**
   * Returns all flows of a process on a platform, each in one part; undefined where there are too many to be told
   * apart.
   */
  partsOf(platform: PlatformName, process: string): readonly FlowPart[] | undefined;
  /** Yields every class, computed as it is asked for. */
  eachClass(): Iterable<FlowClass>;
  /** Returns the key of the class of a flow, found for this flow alone. */
  classOf(flow: WholeFlow): Pick<FlowClass, 'key' | 'before' | 'after' | 'isChanged' | 'turns'>;
}

export interface CompareOptions {
  /** The platforms whose flows are compared. @default - all */
  readonly platforms?: readonly PlatformName[];
  /**
   * Whether the flows say that their processes run as Windows services.
   * @default - they do not say it: a service that the catalogue knows may run as one or not, any other process does not
   */
  readonly service?: boolean;
}
