/**
 * In which order are changes safe? One change is one object that is created, changed
 * or deleted. Each has a phase, so that no state in between opens more than the states before and after all changes:
 *
 *     prepare   changes nothing for any traffic: a new app, what is in a configuration that is not enabled
 *     narrow    opens nothing: a block, a steered port; a bypass that goes
 *     switch    does both, or gives clients another configuration: at most one of these is safe without a look
 *     open      only opens: a bypass; a block or a port that goes
 *     clean     changes nothing for any traffic any more
 *
 * Up to the switch every flow is at most as open as before all changes; after it, at most as open as after all of them.
 */
import type { Configuration, NonStandardPort, PinnedApp, PlatformName, SteeringException } from '../../steering';
import type { ComparedAttribute } from '../attributes';
import type { Match } from '../match';
import { exceptionEffect } from './effects';

export const PHASES = ['prepare', 'narrow', 'switch', 'open', 'clean'] as const;
export type Phase = (typeof PHASES)[number];

interface ObjectChange<K extends Match['kind'], T> {
  readonly kind: K;
  readonly phase: Phase;
  /** What the tenant has; left out where it has nothing of it, or nothing is observed. */
  readonly before?: T;
  /** What it shall have, with the keys of the tenant; left out where it shall go. */
  readonly after?: T;
  /** The attributes that differ, or that are not observed. */
  readonly attributes: readonly ComparedAttribute[];
  /** Whether it may turn out that there is nothing to do, because it is not observed. */
  readonly isUnseen: boolean;
  /** The object of the code. */
  readonly wanted?: T;
  /** The one platform of an existing app that changes: each is a form of its own. */
  readonly platform?: PlatformName;
  /** Whether dynamic steering is turned on or off before it, which copies exceptions, or loses them. [doc] */
  readonly isAfterToggle?: boolean;
}

/** The creation, change or removal of one object. */
export type TenantChange =
  | ObjectChange<'configuration', Configuration>
  | ObjectChange<'app', PinnedApp>
  | ObjectChange<'port_entry', NonStandardPort>
  | ObjectChange<'exception', SteeringException>;

const KINDS: readonly TenantChange['kind'][] = ['app', 'configuration', 'port_entry', 'exception'];

/**
 * The order of changes: by phase, then by kind, apps first; what is cleaned up goes the other way, so that an app is
 * deleted when nothing uses it any more. After dynamic steering is turned on or off, blocks come before bypasses.
 */
export function inOrder(a: TenantChange, b: TenantChange): number {
  const phase = PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase);
  const kind = KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
  if (phase !== 0) return phase;
  if (a.phase === 'switch') return turnOf(a) - turnOf(b);
  return a.phase === 'clean' ? -kind : kind;
}

/** The turn of a change among those that switch: configurations are enabled and disabled last. */
function turnOf(change: TenantChange): number {
  if (change.kind === 'configuration') return isEnabling(change) ? 4 : 0;
  if (change.isAfterToggle !== true || change.kind !== 'exception') return 1;
  return exceptionEffect(change.before, change.after) === 'narrows' ? 2 : 3;
}

/** Whether a change only enables a configuration, or disables it. */
export function isEnabling({ kind, attributes, before, after }: TenantChange): boolean {
  return (
    kind === 'configuration' &&
    before !== undefined &&
    after !== undefined &&
    attributes.length === 1 &&
    attributes[0]?.name === 'enabled'
  );
}

/** Puts new configurations into the order in which the code makes them: the tenant takes it for their priority. */
export function asWritten(changes: readonly TenantChange[]): TenantChange[] {
  const isMade = (one: TenantChange) => one.kind === 'configuration' && one.before === undefined;
  const isEnabledAnew = (one: TenantChange) => isEnabling(one) && one.before?.key.startsWith('new ') === true;
  return reordered(reordered(changes, isMade), isEnabledAnew);
}

function reordered(changes: readonly TenantChange[], isNew: (one: TenantChange) => boolean): TenantChange[] {
  const left = changes.filter(isNew);
  const ordered: TenantChange[] = [];
  while (left.length > 0) {
    const waits = (one: TenantChange) =>
      one.kind === 'configuration' &&
      (one.wanted?.after ?? []).some((key) => left.some((other) => other !== one && other.wanted?.key === key));
    const next = left.find((one) => !waits(one)) ?? left[0];
    if (next === undefined) break;
    left.splice(left.indexOf(next), 1);
    ordered.push(next);
  }
  let index = 0;
  return changes.map((one) => (isNew(one) ? (ordered[index++] ?? one) : one));
}
