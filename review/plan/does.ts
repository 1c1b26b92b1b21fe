/** What a plan does, short enough to compare with another plan of the same stack. */
import { digestOf, secretDigestOf } from '../digest';
import type { Does } from '../review';
import type { PlannedChange, ReviewedPlan } from './reviewed-plan';
import { SENSITIVE } from './sensitive';

/** @param sensitive all that nobody may see */
export function doesOf(plan: ReviewedPlan, sensitive: readonly string[]): Omit<Does, 'traffic' | 'tenant'> {
  const deeds = (plan.resource_changes ?? [])
    .filter(({ change, address, previous_address: from }) => acts(change) || (from !== undefined && from !== address))
    .map((one) => ({ address: one.address, action: one.change.actions.join(', '), digest: digestOf(contentOf(one)) }))
    .sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : a.digest < b.digest ? -1 : 1));
  return { deeds, ...(sensitive.length > 0 && { sensitive: secretDigestOf([...sensitive].sort()) }) };
}

export function acts({ actions, importing }: PlannedChange['change']): boolean {
  return actions.join() !== 'no-op' || importing !== undefined;
}

function contentOf({ deposed, previous_address, change }: PlannedChange): unknown {
  const { after, after_unknown, after_sensitive, importing, replace_paths } = change;
  return { deposed, previous_address, importing, replace_paths, after_unknown, after: without(after, after_sensitive) };
}

/** Sensitive values of any kind have a digest of their own, all together. */
function without(value: unknown, shape: unknown): unknown {
  if (shape === true) return SENSITIVE;
  if (typeof shape !== 'object' || shape === null || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((inner: unknown, index) => without(inner, (shape as unknown[])[index]));
  const shapes = shape as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      without(inner, Object.hasOwn(shapes, name) ? shapes[name] : undefined),
    ]),
  );
}
