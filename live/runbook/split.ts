/**
 * How is a change that both narrows and opens made in two? The first half only narrows, the second only opens, so that
 * the one can be done before everything that opens, and the other after it. A person has more to do; so changes are only
 * divided where the order is not safe otherwise.
 */
import type { Names, PinnedAction, PinnedApp, PlatformName, SteeringException, Value } from '../../steering';
import { actionEffect, exceptionEffect, namesEffect } from './effects';
import type { WantedInTenant } from './in-tenant';
import type { TenantChange } from './order';

/** Returns a change in two halves, or as it is where it has none. */
export function halvesOf(change: TenantChange, own: WantedInTenant): TenantChange[] {
  if (change.phase !== 'switch' || change.isAfterToggle === true || change.isUnseen) return [change];
  if (change.kind === 'exception') return exceptionHalves(change);
  if (change.kind === 'app') return appHalves(change, own);
  return [change];
}

function exceptionHalves(change: Extract<TenantChange, { kind: 'exception' }>): TenantChange[] {
  const { before, after } = change;
  const half = halfway(before, after);
  if (half === 'nothing') {
    if (before === undefined || after === undefined) return [change];
    // Nothing of it stays: it goes, and another one comes.
    const { kind, wanted, attributes, isUnseen } = change;
    return [
      { kind, phase: 'narrow', before, attributes: [], isUnseen },
      {
        kind,
        phase: 'open',
        after: { ...after, key: `${after.key} again` },
        attributes,
        isUnseen,
        ...(wanted && { wanted }),
      },
    ];
  }
  if (half === undefined) return [change];
  const isRight = exceptionEffect(before, half) === 'narrows' && exceptionEffect(half, after) === 'opens';
  if (!isRight) return [change];
  return [
    { ...change, phase: 'narrow', after: half },
    { ...change, phase: 'open', before: half },
  ];
}

/** The exception when everything is narrowed and nothing opened; `nothing` where none is left then. */
function halfway(
  before: SteeringException | undefined,
  after: SteeringException | undefined,
): SteeringException | 'nothing' | undefined {
  const one = after ?? before;
  if (one === undefined) return undefined;
  if (one.data.type === 'certificate_pinned_app') {
    const [was, is] = [before?.data, after?.data];
    const old = was?.type === 'certificate_pinned_app' ? was : undefined;
    const next = is?.type === 'certificate_pinned_app' ? is : undefined;
    const platforms = [
      ...new Set([...Object.keys(old?.platforms ?? {}), ...Object.keys(next?.platforms ?? {})]),
    ] as PlatformName[];
    const chosen = platforms.flatMap((name): [PlatformName, Value<PinnedAction | null>][] => {
      const isOpening = actionEffect(old?.platforms[name], next?.platforms[name]) === 'opens';
      const action = isOpening ? old?.platforms[name] : next?.platforms[name];
      return action === undefined ? [] : [[name, action]];
    });
    if (chosen.length === 0) return 'nothing';
    const domains = narrower(old?.customAppDomains, next?.customAppDomains) ?? one.data.customAppDomains;
    return { ...one, data: { ...one.data, customAppDomains: domains, platforms: Object.fromEntries(chosen) } };
  }
  if (before === undefined || after === undefined || !('names' in before.data) || !('names' in after.data))
    return undefined;
  const shared = {
    items: before.data.names.items.filter(
      (name) => after.data.type !== 'unknown' && 'names' in after.data && after.data.names.items.includes(name),
    ),
  };
  return shared.items.length === 0 ? 'nothing' : { ...before, data: { ...before.data, names: shared } };
}

function narrower(before: Names | undefined, after: Names | undefined): Names | undefined {
  if (before === undefined || after === undefined) return after ?? before;
  return namesEffect(before, after) === 'opens' ? before : after;
}

function appHalves(change: Extract<TenantChange, { kind: 'app' }>, own: WantedInTenant): TenantChange[] {
  const { before, after, platform } = change;
  if (before === undefined || after === undefined || platform === undefined) return [change];
  const [was, is] = [before.platforms[platform], after.platforms[platform]];
  if (was?.known !== true || is?.known !== true) return [change];
  const union = [...new Set([...was.value.processes.items, ...is.value.processes.items])];
  const shared = was.value.processes.items.filter((name) => is.value.processes.items.includes(name));
  for (const items of [union, shared]) {
    if (items.length === 0) continue;
    const definition = { known: true, value: { ...is.value, processes: { items } } } as const;
    const half: PinnedApp = { ...before, platforms: { ...before.platforms, [platform]: definition } };
    const isRight =
      own.phaseOfApp(platform, before, half) === 'narrow' && own.phaseOfApp(platform, half, after) === 'open';
    if (isRight)
      return [
        { ...change, phase: 'narrow', after: half },
        { ...change, phase: 'open', before: half },
      ];
  }
  return [change];
}
