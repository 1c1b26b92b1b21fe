/**
 * What does a review say of approvals? It says how an approval is written here, and what became of the existing ones.
 */
import { approvalForm } from '../approvals';
import type { Review } from '../report';
import { name, prose, type Item } from './document';

export function approvalItems(review: Review): Item[] {
  return [...(isWanted(review) ? [howTo(review)] : []), ...review.approvals.map(approval)];
}

/** Says whether a gate may stop at something that can be approved. */
function isWanted({ traffic, findings }: Review): boolean {
  return (
    traffic.some(
      ({ effect, collateral, approval: by }) => by === undefined && (effect === 'broadening' || collateral.length > 0),
    ) || findings.some(({ severity, approval: by }) => by === undefined && severity !== 'info')
  );
}

function howTo({ approving }: Review): Item {
  return {
    tone: 'quiet',
    badge: 'to approve',
    head: [prose('a change by its id, write: '), name(approvalForm(approving))],
    details: [
      [
        prose(
          approving.tenant === undefined
            ? 'it counts on one tenant, which is not known here: set NETSKOPE_SERVER_URL to the tenant of the plan'
            : 'it counts for this stack on this tenant, for a year at most',
        ),
      ],
    ],
  };
}

const SAYS: Readonly<Record<Review['approvals'][number]['status'], string>> = {
  used: 'until',
  expired: 'expired after',
  unused: 'approves nothing here; until',
  elsewhere: 'is for another stack or tenant; until',
};

function approval({ change: id, reason, expires, status }: Review['approvals'][number]): Item {
  return {
    tone: status === 'used' || status === 'elsewhere' ? 'quiet' : 'warning',
    badge: status,
    head: [name(id), prose(`: `), name(reason), prose(`, ${SAYS[status]} ${expires}`)],
    details: [],
  };
}
