/**
 * What is reviewed where no terraform can plan? A person makes a live tenant what the code says: the tenant as REST v1 shows
 * it is before, and the tenant after the runbook is after.
 */
import { planByHand } from '../../live/plan-by-hand';
import type { PlanInput } from '../../review';
import { EXIT, UserError, type Surroundings } from '../complaint';
import { type LiveFlags, readObserved, snapshotIn } from '../live/tenant';
import { readWanted } from '../live/wanted';
import { shellWord } from '../source/show-plan';
import { readBeside } from './inputs';

/** The options of a review on a live tenant. */
export interface ObservedFlags extends LiveFlags {
  /** Whether the tenant is read now. */
  readonly live?: boolean;
  readonly baseline?: string;
  readonly done?: string;
  readonly provider?: string;
}

/** Whether a live tenant is meant. */
export function isOfLiveTenant({ live, snapshot }: ObservedFlags): boolean {
  return live === true || snapshot !== undefined;
}

const ALONE = ['dialect', 'baseline', 'done', 'provider'] as const;

/** Refuses options that do not belong together. @throws UserError */
export function refuseLiveContradictions(
  plans: readonly string[],
  flags: ObservedFlags & { readonly tenant?: boolean },
): void {
  const refuse = (message: string) => new UserError(EXIT.usage, message);
  if (!isOfLiveTenant(flags)) {
    const alone = ALONE.find((name) => flags[name] !== undefined);
    if (alone === undefined) return;
    throw refuse(`--${alone} belongs to a review on a live tenant. Add --live, or --snapshot FILE.`);
  }
  if (flags.live === true && flags.snapshot !== undefined)
    throw refuse('--live reads the tenant now, and --snapshot what it showed before. Leave one of the two out.');
  if (flags.tenant === true)
    throw refuse(
      '--tenant reads a tenant by the API of the provider, and --live and --snapshot are of one that is read by REST v1. Leave one out.',
    );
  if (plans.length > 1)
    throw refuse(
      `On a live tenant one stack is reviewed at a time, for it says all that the tenant shall have, and these are ${plans.length}: ${plans.join(', ')}.`,
    );
}

/** The options that name a live tenant, as they are written. */
export function liveOptions(flags: ObservedFlags): string[] {
  const named = (['snapshot', ...ALONE] as const).flatMap((name) => {
    const value = flags[name];
    return value === undefined ? [] : [`--${name} ${shellWord(value)}`];
  });
  return [...(flags.live === true ? ['--live'] : []), ...named];
}

/** @throws UserError */
export async function readObservedInput(
  path: string,
  flags: ObservedFlags,
  surroundings: Surroundings,
): Promise<{ readonly input: PlanInput; readonly notes: readonly string[] }> {
  const { wanted, steering, notes } = await readWanted(path, flags.provider, surroundings);
  const done = flags.done === undefined ? undefined : await readWanted(flags.done, flags.provider, surroundings);
  const baseline = flags.baseline === undefined ? undefined : await snapshotIn(flags.baseline);
  const beside = await readBeside(path);
  const observed = await readObserved(flags, surroundings);
  const plan = planByHand(wanted, observed, {
    ...(done !== undefined && { done: done.wanted }),
    ...(baseline !== undefined && { baseline }),
  });
  return { input: { ...beside, plan: { ...plan, ...(steering && { steering }) } }, notes };
}
