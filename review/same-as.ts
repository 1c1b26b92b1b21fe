/** Whether a fresh plan still does what was reviewed. */
import type { Does, Report } from './review';

/** A file that is no review in JSON. */
export class UnreadableReview extends Error {
  override readonly name = 'UnreadableReview';
}

interface Reviewed {
  readonly name: string;
  readonly does: Does;
}

/** What differs, in sentences; none where the plans do the same. @throws UnreadableReview */
export function differencesFrom(reviewed: string, fresh: Report): string[] {
  const old = readReviewed(reviewed);
  if (old.length !== fresh.plans.length)
    return [`${old.length} plans were reviewed, and there are ${fresh.plans.length} now.`];
  return fresh.plans.flatMap((plan) => {
    // One plan may be called otherwise where it is planned again.
    const match = old.length === 1 ? old[0] : old.find(({ name }) => name === plan.name);
    return match === undefined
      ? [`${JSON.stringify(plan.name)} was not reviewed.`]
      : compareDoes(match.does, plan.does);
  });
}

function compareDoes(old: Does, now: Does): string[] {
  const keyOf = ({ address, action, digest }: Does['deeds'][number]) => `${action} ${address} ${digest}`;
  const nameOf = ({ address, action }: Does['deeds'][number]) => `${action} ${JSON.stringify(address)}`;
  const before = new Set(old.deeds.map(keyOf));
  const after = new Set(now.deeds.map(keyOf));
  const added = now.deeds.filter((deed) => !before.has(keyOf(deed)));
  const gone = old.deeds.filter((deed) => !after.has(keyOf(deed)));
  return [
    ...added.map((deed) => `It does what was not reviewed: ${nameOf(deed)}.`),
    ...gone
      .filter((deed) => !added.some((other) => nameOf(other) === nameOf(deed)))
      .map((deed) => `It no longer does what was reviewed: ${nameOf(deed)}.`),
    ...(old.sensitive === now.sensitive ? [] : ['Its sensitive values are others.']),
    ...(old.tenant === now.tenant
      ? []
      : [`The tenant was ${old.tenant ? '' : 'not '}looked at then, and is ${now.tenant ? '' : 'not '}now.`]),
    ...(old.traffic === now.traffic ? [] : ['It changes traffic in another way.']),
  ];
}

function readReviewed(text: string): Reviewed[] {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new UnreadableReview(`What was reviewed is not JSON. ${HOW}`);
  }
  const { formatVersion, plans } = (document ?? {}) as Partial<Record<keyof Report, unknown>>;
  if (typeof formatVersion !== 'string' || !Array.isArray(plans))
    throw new UnreadableReview(`What was reviewed is no review. ${HOW}`);
  if (!/^1\./.test(formatVersion))
    throw new UnreadableReview(
      `The review has the format ${JSON.stringify(formatVersion)}; this version of the tool reads format 1.`,
    );
  if (!plans.every(isReviewed)) throw new UnreadableReview(`What was reviewed is damaged. ${HOW}`);
  return plans;
}

const HOW = 'Write it with: netskope-steering review PLAN.json --format json --output reviewed.json';

function isReviewed(plan: unknown): plan is Reviewed {
  const { name, does } = (plan ?? {}) as { name?: unknown; does?: Partial<Record<keyof Does, unknown>> };
  return (
    typeof name === 'string' &&
    typeof does?.traffic === 'string' &&
    Array.isArray(does.deeds) &&
    does.deeds.every((deed: unknown) => {
      const { address, action, digest } = (deed ?? {}) as Partial<Record<string, unknown>>;
      return [address, action, digest].every((part) => typeof part === 'string');
    })
  );
}
