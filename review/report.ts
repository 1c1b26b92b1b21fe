/**
 * What does a reviewer need to know of plans? One value, which every format renders; `--format json` prints it as it is
 * (docs/review.schema.json). Texts of others are cut and redacted, but each format makes them inert itself.
 */
import type { Mark, PlatformName, Severity, Transport } from '../steering';
import type {
  At,
  Approval,
  ChangeGroup,
  TrafficLine,
  ReportedDestination,
  Reassigned,
  Effect,
  Judgement,
} from './changes';

/** The verdicts, from harmless to dangerous; docs/review.md defines each. */
export const VERDICTS = ['no_traffic_change', 'narrowing', 'broadening', 'collateral'] as const;
export type Verdict = (typeof VERDICTS)[number];

export * from './changes';

export interface Report {
  readonly formatVersion: '2.0';
  /** The worst verdict of all plans. */
  readonly verdict: Verdict;
  /** The reviews, in the order in which the plans were given. */
  readonly plans: readonly Review[];
}

/** The review of one plan. Lists are in the order in which people should read them. */
export interface Review {
  readonly name: string;
  /** The file in which the plan's resources are written, or the plan itself, as the caller names it. */
  readonly source: string;
  /** The tenant as it was observed, where no terraform planned; what is not observed is not known. */
  readonly observed?: ReportedTenant;
  readonly verdict: Verdict;
  /** Whether all flows could be judged. Where they could not, the verdict is not below broadening. */
  readonly isComplete: boolean;
  /** What could not be judged, and why, in sentences that every format says first. */
  readonly notJudged: readonly string[];
  /** What weakens the verdict, in sentences: what is not known, and what was assumed instead. */
  readonly reservations: readonly string[];
  readonly counts: Readonly<Record<ResourceActions, number>>;
  /** The objects that are destroyed, replaced, or let go. */
  readonly removals: readonly Removal[];
  /** What a person did, each with the changes of traffic that it causes; what is done alike is one group. */
  readonly groups: readonly ChangeGroup[];
  /** The changes of traffic, the most dangerous first. */
  readonly traffic: readonly TrafficLine[];
  /** Where flows go, each list once: changes of traffic refer to them by their places in this list. */
  readonly destinations: readonly (readonly ReportedDestination[])[];
  /** The clients that get another configuration than before. */
  readonly reassigned: readonly Reassigned[];
  readonly matrices: readonly Matrix[];
  readonly findings: readonly ReviewFinding[];
  /** The number of findings that the stack accepts by suppressions. */
  readonly suppressed: number;
  readonly tests: readonly TestResult[];
  /** What the plan does or uses besides the resources of this provider, and the tenants on which it acts. */
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
  /** What the plan does, in the form that `--same-as` compares. */
  readonly does: Does;
}

/** A tenant on which a person brings about what the code says. */
interface ReportedTenant {
  /** Its address. */
  readonly tenant: string;
  /** When it was observed, ISO 8601. */
  readonly at: string;
  /** What of it is not observed, each as a part of a sentence. */
  readonly notObserved: readonly string[];
}

/** The actions that a review counts: those of terraform, and drift, which happened before. */
export type ResourceActions =
  'create' | 'update' | 'replace' | 'destroy' | 'forget' | 'read' | 'import' | 'move' | 'drift';

export interface Removal {
  readonly at: At;
  readonly action: 'destroy' | 'replace' | 'forget';
  /** The attributes whose change forces a replacement. */
  readonly forcedBy: readonly string[];
  /** The reason, as far as terraform gives one. */
  readonly reason?: string;
  readonly changes: readonly AttributeChange[];
}

/** A table of processes by ports. Every cell is true of all flows that belong to it. */
export interface Matrix {
  /** The platforms, on which all cells are the same. */
  readonly platforms: readonly PlatformName[];
  /** The transport; left out where it makes no difference. */
  readonly transport?: Transport;
  /** The titles of the columns: `any`, or ports and ranges with commas between, perhaps after `all but `. */
  readonly ports: readonly string[];
  readonly rows: readonly MatrixRow[];
  /** The numbers of processes and of columns that are left out. */
  readonly more: { readonly processes: number; readonly ports: number };
}

export interface MatrixRow {
  readonly process: string;
  /** The kind of the process; `others` is any process that no exception names. */
  readonly kind: 'name' | 'pattern' | 'others';
  /** The other processes with the same cells. */
  readonly alike: readonly string[];
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** Every outcome that some flow of the cell has before the change. */
  readonly before: Judgement;
  readonly after: Judgement;
  /** The worst effect of the cases; left out where nothing changes. */
  readonly effect?: Effect;
  /** Whether a change of traffic in the cell reaches beyond what it names. */
  readonly isCollateral: boolean;
  /** What changes, and for which flows. */
  readonly cases: readonly Case[];
  /** The number of cases that are left out. */
  readonly moreCases: number;
  /** What becomes of all other flows, before as after; the lists are empty where there are no others. */
  readonly unchanged: {
    readonly names: readonly Judgement[];
    /** What becomes of flows to literal addresses, or without a host name that the client sees. */
    readonly addresses: readonly Judgement[];
  };
  /** The ids of the changes of traffic that tell more about this cell. */
  readonly changes: readonly string[];
}

export interface Case extends Pick<TrafficLine, 'effect' | 'certain' | 'before' | 'after' | 'turns'> {
  /** The flows of the cell that change in this way. */
  readonly flows: TrafficLine['flows'];
}

export interface ReviewFinding {
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Whether this plan brings the finding at some object; else it was there before. */
  readonly isNew: boolean;
  /** The objects of which it is true, those first at which it is new. */
  readonly at: readonly At[];
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

/** Something that the plan does besides steering, told in a sentence: its name, what is said of it, and values. */
export interface Other {
  readonly kind: 'program' | 'data source' | 'resource' | 'tenant' | 'provider' | 'module' | 'output';
  /** The subject of the sentence; empty where `says` needs none. */
  readonly name: string;
  readonly says: string;
  readonly values?: readonly string[];
}

/** A change of a resource that neither replaces nor removes it, or a drift. */
export interface ResourceChange {
  readonly at: At;
  readonly action: 'create' | 'update' | 'destroy' | 'read';
  readonly changes: readonly AttributeChange[];
}

/** A change of an attribute. Values are JSON as text, or one of `(sensitive)` and `(known after apply)`. */
export interface AttributeChange {
  readonly attribute: string;
  readonly before?: string;
  readonly after?: string;
  /** The elements that a list gains, in place of before and after. */
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
  /** Whether the list has the same elements in another order. */
  readonly reordered?: true;
}

/** A configuration that clients must fetch again. */
export interface Rollout {
  readonly at: At;
  /** The clients that it applies to, in words. */
  readonly clients: string;
  /** The minutes within which clients fetch it. */
  readonly withinMinutes: number;
  readonly mark: Mark;
}

/** What became of an approval in the file of approvals. */
export interface ApprovalStatus extends Approval {
  /** The id of the change that it approves. */
  readonly change: string;
  readonly stack: string;
  readonly tenant: string;
  readonly status: 'used' | 'expired' | 'unused' | 'elsewhere';
}

/** The kinds of what acts besides the changes of resources, or decides where and how they are made. */
export type ActKind =
  | ('provider' | 'module' | 'provisioner' | 'data source' | 'ephemeral resource')
  | ('variable' | 'output' | 'check' | 'action' | 'deferred change');

/** What a plan does, short enough to be compared. The names of the fields are part of the published format. */
export interface Does {
  /** The actions, one for each change of a resource, sorted. */
  readonly actions: readonly { readonly address: string; readonly action: string; readonly digest: string }[];
  /** What acts besides the changes of resources, or decides where and how they are made, sorted. */
  readonly acts: readonly { readonly kind: ActKind; readonly name: string; readonly digest: string }[];
  /** What neither the plan nor the code beside it shows completely. With any, no other plan counts as the same. */
  readonly unseen: readonly string[];
  /** The tenant on which each provider configuration acts; without an address where that is not known. */
  readonly tenants: readonly { readonly provider: string; readonly address?: string }[];
  /** The digest of the files of the configuration; left out where the plan was reviewed without them. */
  readonly code?: string;
  /** The digest of every change of traffic, whether or not it is shown. */
  readonly traffic: string;
  /** The digest of all values of `acts` that may be secret; left out where there are none. */
  readonly withheld?: string;
  /** The digest of all sensitive values of `actions`; left out where there are none. */
  readonly sensitive?: string;
  /** Whether the tenant itself was looked at. */
  readonly tenant: boolean;
}
