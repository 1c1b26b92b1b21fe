/**
 * Does a change of one object open traffic, or narrow it? A flow is the more open, the less the tenant sees of it:
 * blocked, steered, bypassed by tunnel, bypassed directly.
 */
import type {
  Names,
  NonStandardPort,
  PinnedAction,
  PinnedApp,
  PlatformName,
  SteeringException,
  Value,
} from '../../steering';

/** `mixed` is what does both, or what is not known well enough. */
export type TrafficEffect = 'none' | 'narrows' | 'opens' | 'mixed';

/** Returns the effect of several changes at once. */
export function joined(effects: readonly TrafficEffect[]): TrafficEffect {
  const all = new Set(effects.filter((one) => one !== 'none'));
  const [only] = all;
  return only === undefined ? 'none' : all.size === 1 ? only : 'mixed';
}

/** How open an action leaves the flows of managed and of unmanaged devices; without an action they are steered. */
const OPENNESS: Readonly<Record<PinnedAction | 'none', readonly [managed: number, unmanaged: number]>> = {
  block: [0, 0],
  none: [1, 1],
  steer_and_decrypt: [1, 1],
  bypass_tunnel: [2, 2],
  bypass: [3, 3],
  bypass_direct: [3, 3],
  bypass_managed_tunnel: [2, 0],
  bypass_managed_direct: [3, 0],
};

type Action = Value<PinnedAction | null> | undefined;

/** Finds what it does that the action on a platform changes; left out, there is none. */
export function actionEffect(before: Action, after: Action): TrafficEffect {
  const [was, is] = [actionsIn(before), actionsIn(after)];
  return joined(was.flatMap((one) => is.map((other) => between(one, other))));
}

function between(before: PinnedAction | 'none', after: PinnedAction | 'none'): TrafficEffect {
  if (before === after) return 'none';
  // Beside another exception for the same process, nobody knows which of the two counts.
  if (before === 'steer_and_decrypt' || after === 'steer_and_decrypt') return 'mixed';
  const [was, is] = [OPENNESS[before], OPENNESS[after]];
  const opens = is[0] > was[0] || is[1] > was[1];
  const narrows = is[0] < was[0] || is[1] < was[1];
  return opens && narrows ? 'mixed' : opens ? 'opens' : narrows ? 'narrows' : 'none';
}

function actionsIn(action: Action): (PinnedAction | 'none')[] {
  if (action === undefined) return ['none'];
  const all = action.known ? [action.value] : (action.candidates ?? (Object.keys(OPENNESS) as PinnedAction[]));
  return all.map((one) => (one === null ? 'none' : one));
}

/** What it does that a set of names changes, where more names open more. */
export function namesEffect(before: Names, after: Names): TrafficEffect {
  if (before.open !== undefined || after.open !== undefined) return 'mixed';
  const [was, is] = [lowered(before), lowered(after)];
  if (was.has('*') && is.has('*')) return 'none';
  const added = [...is].some((one) => !was.has(one)) && !was.has('*');
  const removed = [...was].some((one) => !is.has(one)) && !is.has('*');
  return added && removed ? 'mixed' : added ? 'opens' : removed ? 'narrows' : 'none';
}

function lowered({ items }: Names): ReadonlySet<string> {
  return new Set(items.map((one) => one.toLowerCase()));
}

const OPPOSITE: Readonly<Record<TrafficEffect, TrafficEffect>> = {
  none: 'none',
  narrows: 'opens',
  opens: 'narrows',
  mixed: 'mixed',
};

/** An entry of the non-standard ports steers more traffic, so that it narrows. Without domains it steers every host. */
export function portEffect(before: NonStandardPort | undefined, after: NonStandardPort | undefined): TrafficEffect {
  if (before === undefined || after === undefined) return before === undefined ? 'narrows' : 'opens';
  const all = (one: NonStandardPort): Names =>
    one.domains.open === undefined && one.domains.items.length === 0 ? { items: ['*'] } : one.domains;
  return OPPOSITE[namesEffect(all(before), all(after))];
}

/** Finds what it does that an exception is created, changed or deleted. */
export function exceptionEffect(
  before: SteeringException | undefined,
  after: SteeringException | undefined,
): TrafficEffect {
  const type = (after ?? before)?.data.type;
  if (type === 'certificate_pinned_app') return pinnedEffect(before, after);
  if (before === undefined || after === undefined) return before === undefined ? 'opens' : 'narrows';
  const [was, is] = [before.data, after.data];
  if (!('names' in was) || !('names' in is)) return 'mixed';
  // What is done with the names is shown for none; where the code changes it, it is told in the step.
  const isUndone =
    'treatLikeLocalIp' in was && 'treatLikeLocalIp' in is && !same(was.treatLikeLocalIp, is.treatLikeLocalIp);
  const action: TrafficEffect = 'action' in was && 'action' in is && !same(was.action, is.action) ? 'mixed' : 'none';
  return isUndone ? 'mixed' : joined([namesEffect(was.names, is.names), action]);
}

function pinnedEffect(before: SteeringException | undefined, after: SteeringException | undefined): TrafficEffect {
  const [was, is] = [pinnedData(before), pinnedData(after)];
  const platforms = [
    ...new Set([...Object.keys(was?.platforms ?? {}), ...Object.keys(is?.platforms ?? {})]),
  ] as PlatformName[];
  const actions = platforms.map((name) => actionEffect(was?.platforms[name], is?.platforms[name]));
  const limits = [was, is].some((one) => Object.values(one?.platforms ?? {}).some(mayBeLimited));
  const domains =
    limits && was !== undefined && is !== undefined ? namesEffect(was.customAppDomains, is.customAppDomains) : 'none';
  return joined([...actions, domains]);
}

/** Whether custom app domains may limit an action; a block ignores them. [community] */
function mayBeLimited(action: Value<PinnedAction | null>): boolean {
  return actionsIn(action).some((one) => one !== 'block' && one !== 'none');
}

/** The data of an exception for an app. A platform of which it is not observed whether it is there does not count. */
function pinnedData(one: SteeringException | undefined) {
  if (one?.data.type !== 'certificate_pinned_app') return undefined;
  const platforms = Object.entries(one.data.platforms).filter(
    ([, action]) => action.known || action.candidates?.includes(null) !== true,
  );
  return { ...one.data, platforms: Object.fromEntries(platforms) as typeof one.data.platforms };
}

function same<T>(one: Value<T>, other: Value<T>): boolean {
  return one.known && other.known && one.value === other.value;
}

/** Finds what it does to the traffic of an exception that its app is defined otherwise on a platform. */
export function definitionEffect(
  platform: PlatformName,
  before: PinnedApp,
  after: PinnedApp,
  { data }: SteeringException,
): TrafficEffect {
  if (data.type !== 'certificate_pinned_app') return 'none';
  const action = actionEffect(undefined, data.platforms[platform]);
  const [was, is] = [before.platforms[platform], after.platforms[platform]];
  if (action === 'none' || was === is) return 'none';
  if ((was !== undefined && !was.known) || (is !== undefined && !is.known)) return 'mixed';
  // Other processes than before are a change of both kinds; so is another way to match them.
  if (was !== undefined && is !== undefined && was.value.match.known && !same(was.value.match, is.value.match))
    return 'mixed';
  const none: Names = { items: [] };
  const processes = namesEffect(was?.value.processes ?? none, is?.value.processes ?? none);
  const domains = namesEffect(was?.value.domains ?? none, is?.value.domains ?? none);
  const grows = joined([processes, domains]);
  if (grows === 'none' || grows === 'mixed' || action === 'mixed') return grows === 'none' ? 'none' : 'mixed';
  // More processes for a block narrow, and open for a bypass.
  return grows === 'opens' ? action : OPPOSITE[action];
}
