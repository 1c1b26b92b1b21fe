/**
 * Approvals: a file in the repository that accepts single changes of a review, each by its id, with a reason and a last day. An id
 * stands for exactly one change: whatever changes more, or otherwise, has another.
 */
import type { Approval, ApprovalStatus } from './review';

/** A file that does not say what it must. */
export class UnreadableApprovals extends Error {
  override readonly name = 'UnreadableApprovals';
}

interface Entry extends Approval {
  readonly change: string;
}

const FORM = '{"approvals": [{"change": "ID OF A CHANGE", "reason": "WHY", "expires": "YYYY-MM-DD"}]}';

/** @throws UnreadableApprovals */
export function readApprovals(text: string): Entry[] {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new UnreadableApprovals(`The approvals are not JSON. Write ${FORM}`);
  }
  const list = (document as { approvals?: unknown } | null)?.approvals;
  if (!Array.isArray(list)) throw new UnreadableApprovals(`The approvals have no list "approvals". Write ${FORM}`);
  return list.map((entry: unknown, index) => {
    const { change, reason, expires } = (entry ?? {}) as Partial<Record<string, unknown>>;
    const refuse = (what: string) => new UnreadableApprovals(`approvals[${index}] ${what}. Write ${FORM}`);
    if (typeof change !== 'string' || !/^[0-9a-f]{32}$/.test(change))
      throw refuse('names no change: its id is 32 digits and letters that a review shows');
    if (typeof reason !== 'string' || reason.trim() === '') throw refuse('gives no reason');
    if (typeof expires !== 'string' || !isDay(expires)) throw refuse('gives no last day, such as 2026-12-31');
    return { change, reason, expires };
  });
}

/** Gives approvals to what they are for. */
export class Approvals {
  private readonly used = new Set<Entry>();

  /** @param today ISO 8601; the last day counts still */
  constructor(
    private readonly entries: readonly Entry[],
    private readonly today: string,
  ) {}

  for(id: string): { readonly approval?: Approval } {
    const entry = this.entries.find((one) => one.change === id && !this.isExpired(one));
    if (entry === undefined) return {};
    this.used.add(entry);
    return { approval: { reason: entry.reason, expires: entry.expires } };
  }

  get status(): ApprovalStatus[] {
    return this.entries.map((entry) => ({
      ...entry,
      status: this.used.has(entry) ? 'used' : this.isExpired(entry) ? 'expired' : 'unused',
    }));
  }

  private isExpired({ expires }: Entry): boolean {
    return expires < this.today;
  }
}

/** A day of the calendar, ISO 8601. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
