/**
 * What a reviewer needs to know of plans, as one value: every format renders this and nothing else, and `--format json` is this
 * (docs/review.schema.json). Texts are as others wrote them, cut and redacted, but not made inert: each format does that once,
 * at its border.
 */
import type {
  CommaReading,
  Fate,
  Flow,
  Mark,
  Outcome,
  Place,
  PlatformName,
  Severity,
  TrafficModeName,
  Transport,
  Via,
} from '../steering';

/** From harmless to dangerous; docs/review.md defines each. */
export const VERDICTS = ['no_traffic_change', 'narrowing', 'broadening', 'collateral'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Report {
  readonly formatVersion: '1.1';
  /** The worst of the plans. */
  readonly verdict: Verdict;
  /** In the order in which they were given. */
  readonly plans: readonly Review[];
}

/** A plan, reviewed. Lists are in the order in which people should read them. */
export interface Review {
  readonly name: string;
  /** The file that the plan's resources are written in, or the plan itself, as whoever asked named it. */
  readonly source: string;
  readonly verdict: Verdict;
  /** Whether all flows could be judged; where not, the verdict is not below broadening. */
  readonly isComplete: boolean;
  /** What could not be judged, and why, in sentences: they are said first. */
  readonly notJudged: readonly string[];
  /** What weakens the verdict, in sentences: what is not known, and what was taken for it. */
  readonly reservations: readonly string[];
  readonly counts: Readonly<Record<ResourceActions, number>>;
  /** What is destroyed, replaced, or let go. */
  readonly removals: readonly Removal[];
  readonly traffic: readonly TrafficLine[];
  readonly matrices: readonly Matrix[];
  readonly findings: readonly ReviewFinding[];
  /** How many findings somebody accepts, by suppressions in the stack. */
  readonly suppressed: number;
  readonly tests: readonly TestResult[];
  /** What the plan does, or uses, beside the resources of our provider; and on which tenant. */
  readonly others: readonly Other[];
  /** What was changed on the tenant since the last apply. */
  readonly drift: readonly ResourceChange[];
  readonly imports: readonly { readonly at: At; readonly id: string }[];
  readonly moves: readonly { readonly at: At; readonly from: string }[];
  /** Every other change, attribute by attribute. */
  readonly changes: readonly ResourceChange[];
  readonly rollout: readonly Rollout[];
  readonly approvals: readonly ApprovalStatus[];
  /** What an approval of a change here has to name; no tenant where that is not known. */
  readonly approving: { readonly stack: string; readonly tenant?: string };
  /** What the plan does, for `--same-as`. */
  readonly does: Does;
}

export type ResourceActions =
  'create' | 'update' | 'replace' | 'destroy' | 'forget' | 'read' | 'import' | 'move' | 'drift';

/** An object: where it is written, and what it is called. */
export interface At {
  readonly address?: string;
  /** Key of a deposed object, which stands beside the current one of its address until it is destroyed. */
  readonly deposed?: string;
  readonly construct?: string;
  /** On the tenant. */
  readonly id?: string;
  readonly name?: string;
}

export interface Removal {
  readonly at: At;
  readonly deed: 'destroy' | 'replace' | 'forget';
  /** Attributes whose change forces a replacement. */
  readonly forcedBy: readonly string[];
  /** Why, as far as terraform says. */
  readonly reason?: string;
  readonly changes: readonly AttributeChange[];
}

/** `narrowing`: less goes, or more is inspected; `broadening`: the other way; `sideways`: neither, on another way. */
export type Effect = 'narrowing' | 'broadening' | 'sideways';

/** What becomes of a flow. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly via?: Via;
  readonly possible: readonly Fate[];
}

export interface TrafficLine {
  /** Names what the line says, for an approval: the same for the same change. */
  readonly id: string;
  readonly effect: Effect;
  /** False where it may also be otherwise. */
  readonly certain: boolean;
  readonly before: Judgement;
  readonly after: Judgement;
  /**
   * Where neither outcome is known, as what a flow may go and how it may go then, under one reading of what is not known. Both
   * outcomes may even be equal: what nobody published decides anew.
   */
  readonly turns: readonly ReportedTurn[];
  /** Side by side, where the traffic mode, how commas are read, or the like is not known. */
  readonly readings: readonly ReportedReading[];
  /** Which flows, dimension by dimension; a dimension that is covered whole is left out. */
  readonly flows: readonly { readonly dimension: Dimension; readonly values: readonly string[] }[];
  /** Whether the line stands for so many alike that not all of these flows change. */
  readonly isRough: boolean;
  /** One of them. */
  readonly witness: Flow;
  readonly causes: readonly At[];
  readonly collateral: readonly Collateral[];
  /** Left out where nobody approved it, or no longer. */
  readonly approval?: Approval;
}

interface ReportedTurn {
  readonly before: Fate;
  readonly after: Fate;
}

type Dimension =
  'platform' | 'process' | 'host' | 'port' | 'transport' | 'device' | 'location' | 'client' | 'belonging';

export interface ReportedReading {
  readonly configuration: string;
  readonly place: Place;
  readonly mode: TrafficModeName;
  /** How the tenant would read names and patterns with a comma, where that is all that is not known. */
  readonly commas?: CommaReading;
  readonly effect: Effect;
  readonly before: Judgement;
  readonly after: Judgement;
}

/** Whom a change reaches beside whom it names. */
export type Collateral =
  | { readonly kind: 'another_process'; readonly process: string; readonly of?: string }
  | { readonly kind: 'another_app'; readonly port: string }
  | { readonly kind: 'unmanaged_devices' | 'unclassified_devices' };

/** Processes by ports. Every cell is true of all flows that belong to it. */
export interface Matrix {
  /** On which all cells are the same. */
  readonly platforms: readonly PlatformName[];
  /** Left out where it makes no difference. */
  readonly transport?: Transport;
  /** `any`, or ports and ranges with commas between, which `all but ` may stand before. */
  readonly ports: readonly string[];
  readonly rows: readonly MatrixRow[];
  /** Rows and columns that are left out. */
  readonly more: { readonly processes: number; readonly ports: number };
}

export interface MatrixRow {
  readonly process: string;
  /** `others`: any process that no exception names. */
  readonly kind: 'name' | 'pattern' | 'others';
  /** Other processes of which the same becomes. */
  readonly alike: readonly string[];
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** All that becomes of flows of the cell, of one this and of another that. */
  readonly before: Judgement;
  readonly after: Judgement;
  /** The worst of its cases; left out where nothing changes. */
  readonly effect?: Effect;
  /** Whether a line there reaches beyond what it names. */
  readonly isCollateral: boolean;
  /** What changes, and for which flows. */
  readonly cases: readonly Case[];
  /** Cases that are left out. */
  readonly moreCases: number;
  /** What becomes of all other flows, before as after; none where there are no others. */
  readonly unchanged: {
    readonly names: readonly Judgement[];
    /** And of those without a host name that the client sees. */
    readonly addresses: readonly Judgement[];
  };
  /** Ids of lines that tell more. */
  readonly lines: readonly string[];
}

export interface Case extends Pick<TrafficLine, 'effect' | 'certain' | 'before' | 'after' | 'turns'> {
  /** Which flows of the cell. */
  readonly flows: TrafficLine['flows'];
}

export interface ReviewFinding {
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Whether this plan brings it; else it was there before. */
  readonly isNew: boolean;
  readonly at: At;
  readonly approval?: Approval;
}

export interface TestResult {
  readonly kind: 'test' | 'invariant';
  readonly name: string;
  readonly construct: string;
  readonly result: 'passed' | 'failed' | 'unknown';
  /** What was expected and what was found, in a sentence. */
  readonly detail: string;
}

/** A sentence: name, says, values. */
export interface Other {
  readonly kind: 'program' | 'data source' | 'resource' | 'tenant' | 'provider' | 'module' | 'output';
  /** What it is about; empty where `says` needs none. */
  readonly name: string;
  readonly says: string;
  readonly values?: readonly string[];
}

export interface ResourceChange {
  readonly at: At;
  readonly deed: 'create' | 'update' | 'destroy' | 'read';
  readonly changes: readonly AttributeChange[];
}

/** Values are JSON as text; `(sensitive)` and `(known after apply)` stand for themselves. */
export interface AttributeChange {
  readonly attribute: string;
  readonly before?: string;
  readonly after?: string;
  /** Of a list: elements, in place of before and after. */
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
  /** The same elements in another order. */
  readonly reordered?: true;
}

/** A configuration that clients must fetch anew. */
export interface Rollout {
  readonly at: At;
  /** Whom it applies to, in words. */
  readonly clients: string;
  /** They fetch every so many minutes. */
  readonly withinMinutes: number;
  readonly mark: Mark;
}

export interface Approval {
  readonly reason: string;
  /** The last day on which it counts, ISO 8601. */
  readonly expires: string;
}

export interface ApprovalStatus extends Approval {
  /** Id of what it approves. */
  readonly change: string;
  readonly stack: string;
  readonly tenant: string;
  readonly status: 'used' | 'expired' | 'unused' | 'elsewhere';
}

/** What acts beside the changes of resources, or decides where and how they are made. */
export type ActKind =
  | ('provider' | 'module' | 'provisioner' | 'data source' | 'ephemeral resource')
  | ('variable' | 'output' | 'check' | 'action' | 'deferred change');

export interface Does {
  /** One for each change of a resource, sorted. */
  readonly deeds: readonly { readonly address: string; readonly action: string; readonly digest: string }[];
  /** What acts beside them, or decides where and how they are made, sorted. */
  readonly acts: readonly { readonly kind: ActKind; readonly name: string; readonly digest: string }[];
  /** What the plan does not show the whole of, nor does code beside it; no other plan can be called the same. */
  readonly unseen: readonly string[];
  /** Where each provider configuration acts; no address where that is not known. */
  readonly tenants: readonly { readonly provider: string; readonly address?: string }[];
  /** Of the files of the configuration; left out where the plan was reviewed without them. */
  readonly code?: string;
  /** Of everything that changes, whether or not it is shown. */
  readonly traffic: string;
  /** Of values of `acts` that may be secret, all together; left out where there are none. */
  readonly withheld?: string;
  /** Of sensitive values of `deeds`, all together; left out where there are none. */
  readonly sensitive?: string;
  /** Whether the tenant itself was looked at. */
  readonly tenant: boolean;
}
