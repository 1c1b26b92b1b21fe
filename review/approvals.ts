/**
 * Which changes are accepted? Approvals say it: a file in the repository that accepts single changes of a review. An
 * approval names a change by its id, on one stack of one tenant, with a reason and a last day. An id stands for exactly
 * one change: a change that reaches further, or has another effect, has another id. The same code on another tenant has
 * the same ids, so an approval names where it counts.
 */
import { dayAfter, isDay, isObject, normalAddress } from '../steering';
import type { Approval, ApprovalStatus, Report } from './report';
import { cut, mapTexts } from './tests';

/** The error for a file of approvals that has not the required content. */
export class UnreadableApprovals extends Error {
  override readonly name = 'UnreadableApprovals';
}

/** The stack and the tenant on which an approval counts. */
export interface ApprovalPlace {
  readonly stack: string;
  /** The tenant's address in its normal form; left out where it is not known, and then no approval counts. */
  readonly tenant?: string;
}

export interface ApprovalEntry extends Approval {
  readonly change: string;
  readonly stack: string;
  readonly tenant: string;
}

/** The longest time of an approval, in days: nobody remembers what was accepted longer ago. */
const MOST_DAYS = 366;
/** The latest last day that an approval may have. */
export const latestDay = (today: string): string => dayAfter(today, MOST_DAYS);

const FIELDS = ['change', 'stack', 'tenant', 'reason', 'expires'];

/** The form in which an approval for this place is written. */
export function approvalForm(
  { stack, tenant = 'ADDRESS OF THE TENANT' }: ApprovalPlace,
  change = 'ID OF A CHANGE',
): string {
  const place = `"stack": ${JSON.stringify(stack)}, "tenant": ${JSON.stringify(tenant)}`;
  return `{"change": ${JSON.stringify(change)}, ${place}, "reason": "WHY", "expires": "YYYY-MM-DD"}`;
}

/**
 * Reads the file of approvals.
 * @param today the day of the review, ISO 8601
 * @param here the place of the review, which messages show for an approval that names no place
 * @throws UnreadableApprovals
 */
export function readApprovals(text: string, today: string, here: ApprovalPlace): ApprovalEntry[] {
  const form = `Write {"approvals": [${approvalForm(here)}]}`;
  const refuse = (what: string) => new UnreadableApprovals(`${what}. ${form}`);
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw refuse('The approvals are not JSON');
  }
  const { approvals: list, ...rest } = isObject(document) ? document : {};
  if (!Array.isArray(list)) throw refuse('The approvals have no list "approvals"');
  refuseUnknown(rest, 'The approvals', refuse);
  const latest = latestDay(today);
  const entries = list.map((one: unknown, index) => {
    const at = `approvals[${index}]`;
    const fields = isObject(one) ? one : {};
    const { change, stack, tenant, reason, expires } = fields;
    if (typeof change !== 'string' || !/^[0-9a-f]{32}$/.test(change))
      throw refuse(`${at} names no change: its id is 32 digits and letters that a review shows`);
    if (typeof stack !== 'string' || stack === '' || typeof tenant !== 'string')
      throw refuse(
        `${at} names no ${typeof tenant === 'string' ? 'stack' : 'stack and no tenant'}. An approval counts on one stack of one tenant: add "stack" and "tenant" to it, as the review that shows the change prints them`,
      );
    const address = normalAddress(tenant);
    if (address === undefined)
      throw refuse(`${at} has a tenant that is no address, such as https://TENANT.goskope.com/api/v2`);
    if (typeof reason !== 'string' || reason.trim() === '') throw refuse(`${at} gives no reason`);
    if (typeof expires !== 'string' || !isDay(expires)) throw refuse(`${at} gives no last day, such as 2026-12-31`);
    if (expires > latest)
      throw refuse(`${at} would count until ${expires}. The latest last day that is allowed on ${today} is ${latest}`);
    refuseUnknown(fields, at, refuse, FIELDS);
    return { change, stack, tenant: address, reason, expires };
  });
  const keys = entries.map(({ change, stack, tenant }) => JSON.stringify([change, stack, tenant]));
  const again = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  if (again !== -1)
    throw refuse(`approvals[${again}] approves once more what another does already: leave one of them out`);
  return entries;
}

function refuseUnknown(
  fields: object,
  what: string,
  refuse: (what: string) => UnreadableApprovals,
  known: readonly string[] = [],
): void {
  const other = Object.keys(fields).find((name) => !known.includes(name));
  if (other !== undefined) throw refuse(`${what}: ${JSON.stringify(other)} means nothing there`);
}

/** Judges the changes and findings of a report by approvals that were read after the report was made. */
export function approvedBy(report: Report, entries: readonly ApprovalEntry[], today: string): Report {
  const plans = report.plans.map((review) => {
    const approvals = new Approvals(entries, today, review.approving);
    const judged = <T extends { readonly id: string; readonly approval?: Approval }>(all: readonly T[]): T[] =>
      all.map(({ approval: _earlier, ...one }) => ({ ...one, ...mapTexts(approvals.for(one.id), cut) }) as T);
    const judgement = { traffic: judged(review.traffic), findings: judged(review.findings) };
    return { ...review, ...judgement, approvals: mapTexts(approvals.status, cut) };
  });
  return { ...report, plans };
}

/** Finds the approval of each change, and remembers which were used. */
export class Approvals {
  private readonly used = new Set<ApprovalEntry>();

  /** @param today the day of the review, ISO 8601; an approval still counts on its last day */
  constructor(
    private readonly entries: readonly ApprovalEntry[],
    private readonly today: string,
    readonly here: ApprovalPlace,
  ) {}

  for(id: string): { readonly approval?: Approval } {
    const entry = this.entries.find((one) => one.change === id && this.isHere(one) && !this.isExpired(one));
    if (entry === undefined) return {};
    this.used.add(entry);
    return { approval: { reason: entry.reason, expires: entry.expires } };
  }

  get status(): ApprovalStatus[] {
    return this.entries.map((entry) => ({ ...entry, status: this.statusOf(entry) }));
  }

  private statusOf(entry: ApprovalEntry): ApprovalStatus['status'] {
    if (this.used.has(entry)) return 'used';
    if (this.isExpired(entry)) return 'expired';
    return this.isHere(entry) ? 'unused' : 'elsewhere';
  }

  private isHere({ stack, tenant }: ApprovalEntry): boolean {
    return stack === this.here.stack && tenant === this.here.tenant;
  }

  private isExpired({ expires }: ApprovalEntry): boolean {
    return expires < this.today;
  }
}
