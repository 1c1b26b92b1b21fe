/** Which states does a tenant go through on the way to what the code says? It begins as it is observed. */
import { modelFromRestV1, type Model } from '../../steering';
import { exemptions, type ObservedTenant } from '../diff';
import type { Snapshot } from '../snapshot';
import { withDone, type Wanted } from '../wanted';
import { changesOf, divided } from './changes';
import type { TenantChange } from './order';
import { applied, asObserved, flowsOf, gapIn, type Gap } from './safety';

/** What is taken into account besides the code and the tenant. */
export interface RunbookOptions {
  /** The code whose runbook has been carried out: what is not observed is as it says. @default - nothing is known of it */
  readonly done?: Wanted;
  /** A tenant as it was observed before: what it holds and no code has stays. @default - what no code has is deleted */
  readonly baseline?: Snapshot;
}

/** The way of a tenant to what the code says. */
export interface WayThrough {
  readonly changes: readonly TenantChange[];
  readonly before: Model;
  readonly after: Model;
  /** A state in which something is more open than before and after; left out where the order is safe, as far as it was looked at. */
  readonly gap: Gap | undefined;
  /** Whether the states were looked at by few flows only, because there are so many. */
  readonly isSample: boolean;
  /** Whether an object stays although no code has it. */
  readonly isExempt: (object: NonNullable<TenantChange['before']>) => boolean;
}

/** Finds the changes that make a tenant what the code says, and the states between them. */
export function wayTo(
  wanted: Wanted,
  { snapshot, dialect }: ObservedTenant,
  { done, baseline }: RunbookOptions = {},
): WayThrough {
  const observed = modelFromRestV1(snapshot.configurations, dialect);
  const before = done === undefined ? observed : withDone(observed, done);
  const held = baseline === undefined ? undefined : modelFromRestV1(baseline.configurations, dialect);
  const because = exemptions(before, held);
  const isExempt: WayThrough['isExempt'] = (object) => because(object) !== undefined;
  const { changes, gap, isSample } = safest(changesOf(wanted, before, isExempt), wanted, before);
  const after = statesOf(before, changes).at(-1) ?? before;
  return { changes, before, after, gap, isSample, isExempt };
}

/** The changes, undivided where that is safe; divided where it is not. */
function safest(planned: readonly TenantChange[], wanted: Wanted, before: Model) {
  const whole = inStates(planned, before);
  if (whole.gap === undefined) return whole;
  return inStates(divided(planned, wanted, before), before);
}

/** How many configurations are matched with flows in all states together: about ten seconds of work. */
const WORK = 10e6;
const MOST_FLOWS = 4_000;
const LEAST_FLOWS = 100;

/** The states of a tenant between changes, and the first in which a flow is more open than before and after all of them. */
function inStates(changes: readonly TenantChange[], tenant: Model) {
  const before = asObserved(tenant);
  const states = statesOf(before, changes);
  const switching = changes.flatMap(({ phase }, index) => (phase === 'switch' ? [index] : []));
  const [first, last] = [switching[0], switching.at(-1)];
  const after = states.at(-1) ?? before;
  const isSafe = first === undefined || last === undefined || first === last;
  const most = Math.floor(WORK / (switching.length * after.configurations.length));
  const isSample = !isSafe && most < MOST_FLOWS;
  const gap = isSafe
    ? undefined
    : gapIn(
        [before, ...states.slice(first + 1, last + 2), after],
        flowsOf([before, after], Math.max(LEAST_FLOWS, Math.min(most, MOST_FLOWS))),
        changes.slice(first, last + 1),
      );
  return { changes, gap, isSample };
}

function statesOf(before: Model, changes: readonly TenantChange[]): Model[] {
  const states = [before];
  for (const change of changes) states.push(applied(states.at(-1) ?? before, change));
  return states;
}
