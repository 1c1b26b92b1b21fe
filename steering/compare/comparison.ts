/**
 * What a change of a tenant does to its traffic. Regions are exact: together with what is unchanged they are all flows that
 * say everything (`WholeFlow`).
 */
import type { CommaReading } from '../domain/processes';
import type { Place, TrafficModeName } from '../domain/exceptions';
import type { Flow, Side, Transport } from '../model/flow';
import type { Model } from '../model/model';
import type { Fate, Outcome, Via } from '../decide/outcome';
import type { PlatformName } from '../domain/vocabulary';
import type { Subject } from '../decide/trace';
import type { Turn } from './turns';

/** A flow that leaves nothing unsaid, but whether its process is a Windows service: what all flows of a comparison say of it. */
export type WholeFlow = Required<Omit<Flow, 'configuration' | 'service'>> & Pick<Flow, 'service'>;

/** What becomes of a flow, in the words of a decision. */
export interface Judged {
  readonly outcome: Outcome;
  /** How it leaves; of a bypass only. */
  readonly via?: Via;
  /** Every fate that is possible. */
  readonly possible: readonly Fate[];
}

export type ProcessSet =
  /** The exact name; in other cases too, where no other entry has it in those. */
  | { readonly kind: 'name'; readonly text: string }
  /** `text`: the patterns that match, one or several at once, joined by ` + `; exact names are not among what they match. */
  | { readonly kind: 'pattern'; readonly text: string; readonly example: string }
  /** All but those in `except`; `text`: an example that no exact name is and no pattern matches. */
  | { readonly kind: 'others'; readonly text: string; readonly except: readonly ProcessSet[] };

export type HostSet =
  /** A host name, or an address, itself. */
  | { readonly kind: 'name' | 'address'; readonly text: string }
  /** The domain and all names below it; `below`: those below it only. Both without the domains in `except`, and what is below them. */
  | { readonly kind: 'suffix' | 'below'; readonly text: string; readonly except: readonly string[] }
  /** All host names; without the domains in `except`, and what is below them. */
  | { readonly kind: 'names'; readonly text: string; readonly except: readonly string[] }
  /** No host name that the client sees. */
  | { readonly kind: 'none'; readonly text: string }
  /** Literal addresses that neither model names: RFC 1918; loopback, link-local and unique local; all others; of one family only. */
  | {
      readonly kind: 'private' | 'local' | 'public' | 'local_ipv4' | 'local_ipv6' | 'public_ipv4' | 'public_ipv6';
      readonly text: string;
    };

/** Both ends included. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** What names a flow must belong to: an example of it, as small as can be; in each list, none where it is empty. */
export type Belonging = Pick<
  WholeFlow,
  'applications' | 'categories' | 'destinationLocations' | 'sourceLocations' | 'sourceCountry'
>;

/** Flows by what names them: at least one name of each group, and no other that an exception names. */
export interface BelongingSet {
  readonly groups: readonly {
    readonly kind: keyof Belonging;
    /** Those that the same exceptions name, or exceptions that do the same. */
    readonly names: readonly string[];
  }[];
}

/** Who must be asking: an example, in as few groups as can be. */
export type Asking = Pick<WholeFlow, 'userGroups' | 'organizationUnit' | 'deviceTags'>;

/** Flows, as a product: each dimension described; left out where all of it is covered. */
export interface FlowRegion {
  readonly platforms?: readonly PlatformName[];
  readonly processes?: readonly ProcessSet[];
  readonly hosts?: readonly HostSet[];
  readonly ports?: readonly PortRange[];
  readonly transport?: Transport;
  readonly managed?: boolean;
  readonly locations?: readonly Side[];
  /** One for each way to be the client to whom the same configurations apply. */
  readonly clients?: readonly Asking[];
  /** One for each way to be named by the same exceptions of other types. */
  readonly belonging?: readonly BelongingSet[];
}

/** What changes under one of several readings that are possible both before and after. */
export interface ReadingChange {
  readonly configuration: Subject;
  readonly place: Place;
  readonly mode: TrafficModeName;
  /** How the tenant would read names and patterns with a comma, where that is all that is not known. */
  readonly commas?: CommaReading;
  readonly before: Judged;
  readonly after: Judged;
  readonly turns: readonly Turn[];
}

/** One line that a person reads. */
export interface TrafficChange {
  readonly before: Judged;
  readonly after: Judged;
  /**
   * In which ways the outcome may change under one and the same reading of what is not known. `before` and `after` alone do
   * not tell: where exceptions contend and nobody published which of them wins, both may be equal.
   */
  readonly turns: readonly Turn[];
  readonly region: FlowRegion;
  /** A flow of the region, on which `decide` says before and after what the line says. */
  readonly witness: WholeFlow;
  /** The objects that cause it: of the after model or, where it is gone, of the before model. */
  readonly causes: readonly Subject[];
  /**
   * Where the configuration, its side, its mode or how commas are read is not known: what changes under each of the same
   * possibilities. `before`
   * and `after` of the line then are all of them together, and may even be equal.
   */
  readonly readings?: readonly ReadingChange[];
  /** The region is more than what changes so: the line stands for many, and others say what becomes of parts of it. */
  readonly isRough?: true;
}

/** Processes of which the same becomes wherever they are. */
export interface ChangedProcesses {
  readonly processes: readonly ProcessSet[];
  /** The name of one of them. */
  readonly example: string;
  /** All that changes of their flows. */
  readonly turns: readonly Turn[];
}

/** Flows of one process on one platform of which the same becomes, changed or not. */
export interface FlowPart {
  readonly before: Judged;
  readonly after: Judged;
  /** None where nothing changes. */
  readonly turns: readonly Turn[];
  readonly region: Omit<FlowRegion, 'platforms' | 'processes'>;
  readonly witness: WholeFlow;
}

/** One class of the exact partition: what becomes of all its flows, before and after. */
export interface FlowClass {
  /** Names it in its comparison. */
  readonly key: string;
  readonly before: Judged;
  readonly after: Judged;
  /** Whether something else becomes of its flows, or may, under one reading of what is not known. */
  readonly isChanged: boolean;
  /** In which ways, as in `TrafficChange`. */
  readonly turns: readonly Turn[];
  readonly witness: WholeFlow;
  /** Any flow of it. @param below chooses a whole number from 0 up to the one it is given */
  sample(below: (count: number) => number): WholeFlow;
}

export interface Comparison {
  readonly models: { readonly before: Model; readonly after: Model };
  /** In an order that depends on the models alone. */
  readonly changes: readonly TrafficChange[];
  /** Size of the exact partition. */
  readonly classes: number;
  readonly changedClasses: number;
  /**
   * Whether every flow is in a class. Of hundreds of patterns that can all match one name at once, not all combinations are
   * looked at; the answer is then that of all flows but those of `notCovered`.
   */
  readonly complete: boolean;
  /** What was left out, in sentences; empty where nothing was. */
  readonly notCovered: readonly string[];
  /** Platforms on which the same becomes of all flows are together. */
  readonly alikePlatforms: readonly (readonly PlatformName[])[];
  /** Processes of which something changes on a platform. */
  changedProcesses(platform: PlatformName): readonly ChangedProcesses[];
  /** All flows of a process on a platform, each in one part; undefined where there are too many to be told apart. */
  partsOf(platform: PlatformName, process: string): readonly FlowPart[] | undefined;
  /** Every class, computed as it is asked for. */
  eachClass(): Iterable<FlowClass>;
  /** The key of the class of a flow, found for this flow alone. */
  classOf(flow: WholeFlow): Pick<FlowClass, 'key' | 'before' | 'after' | 'isChanged' | 'turns'>;
}

export interface CompareOptions {
  /** @default - all */
  readonly platforms?: readonly PlatformName[];
  /**
   * What the flows say: that their processes run as Windows services, or that they do not.
   * @default - nothing: they are taken for none, but for services that the catalogue knows, of which both are possible
   */
  readonly service?: boolean;
}
