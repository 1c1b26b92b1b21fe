/** Exceptions for certificate pinned apps: whose process it is, and what the action does. */
import {
  pinnedActionsOn,
  type Definition,
  type ExceptionData,
  type PinnedAction,
  type PinnedApp,
} from '../../../steering/model';
import type { Fate } from '../../../steering/outcome';
import { PARTS, PATTERNS, SERVICES } from '../random/words';
import { both, either, MAYBE, NO, YES, type Answer } from './answer';
import { candidatesOf } from './candidates';
import type { Applying, Situation } from './situation';
import { isCovered } from './host-by-hand';

type PinnedData = Extract<ExceptionData, { type: 'certificate_pinned_app' }>;

/** One for each app that it may be about. They do not apply where there is no host name. [doc] */
export function pinnedByHand(data: PinnedData, { model, flow, host, commas }: Situation): Applying[] {
  const action = data.platforms[flow.platform];
  if (host.kind !== 'name' || action === undefined) return [];
  const actions = candidatesOf(action, [...pinnedActionsOn(flow.platform), null]);
  const keys = candidatesOf(
    data.app,
    model.apps.map(({ key }) => key),
  );
  const apps = model.apps.filter(({ key }) => keys.includes(key));
  const found = apps.map((app) => {
    const certain = data.app.known && app.doubt === undefined ? YES : MAYBE;
    const { applies, ...does } = act(data, actions, app, host.text, flow);
    return { ...does, applies: [certain, isOfApp(app, flow, host.text, commas), applies].reduce(both) };
  });
  // It may be about an app that the model does not have.
  const mayBeElsewhere = !data.app.known && data.app.candidates === undefined;
  if (apps.length > 0 && !mayBeElsewhere) return found;
  const { applies, ...does } = act(data, actions, undefined, host.text, flow);
  return [...found, { ...does, applies: both(MAYBE, applies) }];
}

function isOfApp(app: PinnedApp, flow: Situation['flow'], host: string, commas: Situation['commas']): Answer {
  const definition = app.platforms[flow.platform];
  if (definition === undefined) return NO;
  if (!definition.known) return MAYBE;
  const { domains } = definition.value;
  const byProcess = isOfProcess(definition.value, flow.process, commas);
  const isMobile = flow.platform === 'ios' || flow.platform === 'android';
  if (!isMobile || (domains.items.length === 0 && domains.open === undefined)) return byProcess;
  const others = domains.open === undefined ? NO : MAYBE;
  const byDomain = domains.items.some((domain) => isCovered(host, domain)) ? YES : others;
  // By domain or by process, depending on the version of the system. [doc]
  return byProcess === byDomain ? byProcess : MAYBE;
}

function isOfProcess(
  { match, processes: { items, open } }: Definition,
  process: string,
  commas: Situation['commas'],
): Answer {
  let best: Answer = open === undefined ? NO : MAYBE;
  for (const kind of candidatesOf(match, ['exact', 'regex'] as const)) {
    for (const item of items.flatMap((one) => (commas === 'kept' ? [one] : partsOf(kind, one)))) {
      const matches = kind === 'exact' ? sameName(item, process) : matchesPattern(item, process);
      best = either(best, both(matches, match.known ? YES : MAYBE));
    }
  }
  return best;
}

function partsOf(kind: 'exact' | 'regex', item: string): readonly string[] {
  return (kind === 'regex' ? PARTS[item] : undefined) ?? item.split(',').map((part) => part.trim());
}

/** Without case. [assumed, partial evidence] */
function sameName(a: string, b: string): Answer {
  return a.toLowerCase() === b.toLowerCase() ? YES : NO;
}

/** Searches [assumed]; whether case counts is not published. */
function matchesPattern(source: string, process: string): Answer {
  // An exact name that may be a pattern, where that is not known: its dots stand for any character.
  const pattern = source in PATTERNS ? PATTERNS[source] : new RegExp(source);
  if (pattern === undefined) return MAYBE;
  if (pattern.test(process)) return YES;
  return new RegExp(pattern.source, 'iu').test(process) ? MAYBE : NO;
}

function act(
  { customAppDomains: { items, open }, deviceClassifications }: PinnedData,
  actions: readonly (PinnedAction | null)[],
  app: PinnedApp | undefined,
  host: string,
  flow: Situation['flow'],
): Applying {
  const isLimited = items.length > 0 || open !== undefined;
  const isPredefined = app?.custom.known === true && !app.custom.value;
  // A bypass of a custom app without domains may have ceased to work. [doc]
  let covered: Answer = isLimited ? (open === undefined ? NO : MAYBE) : isPredefined ? YES : MAYBE;
  if (items.some((item) => item === '*' || isCovered(host, item))) covered = YES;
  // *.x is not supported here. [doc]
  else if (items.some((item) => item.startsWith('*.') && isCovered(host, item.slice(2)))) covered = MAYBE;
  // Whether these limit steering and decrypting is not published.
  const maybeCovered = covered === YES ? YES : MAYBE;
  const { platform } = flow;
  const isDesktop = platform === 'windows' || platform === 'mac_os';
  const classified = isDesktop ? deviceClassifications?.[platform] : undefined;
  const isForSome = classified !== undefined && (classified.items.length > 0 || classified.open !== undefined);
  const does = new Set<Fate>();
  let applies: Answer = YES;
  for (const action of actions) {
    const isBypass = action?.startsWith('bypass') === true && !action.includes('managed');
    const reaches = action === null ? NO : isBypass ? covered : action === 'steer_and_decrypt' ? maybeCovered : YES;
    if (reaches !== YES) applies = MAYBE;
    if (action === null || reaches === NO) continue;
    const possible = fatesOf(action, flow.managed);
    // Which managed devices have a classification, no flow tells.
    const all = isForSome && action.includes('managed') ? [...possible, 'block' as const] : possible;
    for (const fate of all.flatMap((one) => sparing(one, flow))) does.add(fate);
  }
  const [action] = actions;
  const isQuestion =
    actions.length === 1 && isForSome && does.size === 2 && does.has('block') && classified.open === undefined;
  return {
    applies: does.size === 0 ? NO : applies,
    does: [...does],
    ...(isQuestion && action?.includes('managed') && { ifClassified: [...classified.items].sort().join() }),
  };
}

/** Managed modes: a bypass on a managed device, block otherwise. [doc] How a bypass without a mode leaves: not published. */
function fatesOf(action: PinnedAction, managed: boolean | undefined): readonly Fate[] {
  switch (action) {
    case 'block':
      return ['block'];
    case 'steer_and_decrypt':
      return ['steer'];
    case 'bypass':
      return ['bypass_direct', 'bypass_tunnel'];
    case 'bypass_direct':
    case 'bypass_tunnel':
      return [action];
    case 'bypass_managed_direct':
    case 'bypass_managed_tunnel': {
      const bypass = action === 'bypass_managed_direct' ? 'bypass_direct' : 'bypass_tunnel';
      return managed === undefined ? ['block', bypass] : [managed ? bypass : 'block'];
    }
  }
}

/** A Windows service is bypassed even by a block [doc], how is not published; nobody says: none, but for those that are known. */
function sparing(fate: Fate, { platform, process, service }: Situation['flow']): readonly Fate[] {
  if (fate !== 'block' || platform !== 'windows') return [fate];
  const bypassed: readonly Fate[] = ['bypass_direct', 'bypass_tunnel'];
  if (service !== undefined) return service ? bypassed : ['block'];
  return SERVICES.includes(process.toLowerCase()) ? ['block', ...bypassed] : ['block'];
}
