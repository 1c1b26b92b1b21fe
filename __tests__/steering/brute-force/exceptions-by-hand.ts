/** All exceptions that apply to an intercepted flow, or may, and what each does. */
import type { SteeringException } from '../../../steering/model';
import type { Fate } from '../../../steering/outcome';
import { both, either, MAYBE, NO, YES, type Answer } from './answer';
import { candidatesOf } from './candidates';
import { isHttp, type Applying, type Situation } from './situation';
import { inALabels, isAddressListed, readHost, type HostRead } from './host-by-hand';
import { pinnedByHand } from './pinned-by-hand';

export function exceptionsFor(situation: Situation): Applying[] {
  return situation.model.exceptions
    .flatMap((exception) => {
      const isHere = belongs(exception, situation);
      if (isHere === NO) return [];
      const found =
        exception.data.type === 'certificate_pinned_app'
          ? pinnedByHand(exception.data, situation)
          : [counted(otherByHand(exception, situation), exception, situation)];
      return found.map((one) => ({ ...one, applies: both(isHere, one.applies) }));
    })
    .filter(({ applies }) => applies !== NO);
}

function belongs(
  { configuration, location, doubt }: SteeringException,
  { configuration: { key }, where }: Situation,
): Answer {
  const configurations = candidatesOf<string | undefined>(configuration, [undefined]);
  if (!configurations.includes(undefined) && !configurations.includes(key)) return NO;
  const certain = doubt === undefined && configuration.known && location.known;
  if (!location.known) {
    const places = location.candidates?.map((one) => one ?? 'everywhere');
    return places === undefined || places.includes(where) ? MAYBE : NO;
  }
  const place = location.value ?? 'everywhere';
  if (place === where) return certain ? YES : MAYBE;
  // What becomes of one with a side where there are none, or of one without where there are, is not published.
  return place === 'everywhere' || where === 'everywhere' ? MAYBE : NO;
}

/**
 * Non-web traffic in mode all: application and destination location exceptions of the default configuration count, and are void
 * in a custom one [doc]; of other types two pages say two things.
 */
function counted(one: Applying, { data: { type } }: SteeringException, situation: Situation): Applying {
  const http = isHttp(situation);
  if (situation.mode !== 'all' || http === YES || type === 'unknown') return one;
  const isOfFirewall = type === 'application' || type === 'destination_location';
  const counts = !isOfFirewall ? MAYBE : situation.configuration.isDefault ? YES : http;
  return { ...one, applies: both(one.applies, counts) };
}

function otherByHand({ data }: SteeringException, situation: Situation): Applying {
  const { flow, host, isDns } = situation;
  if (data.type === 'unknown') return { applies: MAYBE, does: ['block', 'bypass_direct', 'bypass_tunnel'] };
  const usual = bypassedWhere(situation);
  // Two sources agree. [community]
  const tunnel: readonly Fate[] = ['bypass_tunnel'];
  if (data.type === 'certificate_pinned_app') return { applies: NO, does: [] };
  const { items, open } = data.names;
  const others = open === undefined ? NO : MAYBE;
  const names = (said: readonly string[] | undefined): Answer =>
    said === undefined ? MAYBE : either(items.some((item) => said.includes(item)) ? YES : NO, others);
  const exceptDns = 'action' in data && isDns ? candidatesOf(data.action, ['bypass', 'bypass_except_dns']) : ['bypass'];
  const action = !exceptDns.includes('bypass') ? NO : exceptDns.length > 1 ? MAYBE : YES;
  switch (data.type) {
    case 'domains':
      return { applies: either(isAmong(host, items), others), ...domainsDo(usual, situation) };
    case 'dns':
      return { applies: isDns ? MAYBE : NO, does: usual };
    case 'application':
      return { applies: both(names(flow.applications), action), does: usual };
    case 'destination_location': {
      const likeLocal = candidatesOf(data.treatLikeLocalIp, [true, false]).includes(true);
      const does = likeLocal ? [...usual, 'direct' as const] : usual;
      return { applies: both(names(flow.destinationLocations), action), does };
    }
    case 'source_location':
      return { applies: names(flow.sourceLocations), does: usual };
    case 'category':
      return { applies: names(flow.categories), does: tunnel };
    case 'source_countries': {
      const { sourceCountry: country } = flow;
      return { applies: names(country === undefined ? undefined : country === null ? [] : [country]), does: tunnel };
    }
  }
}

/** Outside the steered apps in cloud apps mode: local on Windows, in the cloud on macOS [doc]; else not published. */
function domainsDo(usual: readonly Fate[], situation: Situation): Pick<Applying, 'does' | 'reaches'> {
  const { flow, mode } = situation;
  if (mode !== 'cloud_apps' || isHttp(situation) !== YES) return { does: usual };
  if (flow.platform === 'windows') return { does: [...usual, 'bypass_direct'], reaches: true };
  if (flow.platform === 'mac_os') return { does: [...usual, 'bypass_tunnel'], reaches: true };
  return { does: ['bypass_direct', 'bypass_tunnel'] };
}

/** Names and `*.x`; whether that covers x itself, the vendor says in two ways. An address among domains: not published. */
function isAmong(host: HostRead, items: readonly string[]): Answer {
  let best: Answer = NO;
  for (const item of items) {
    const entry = inALabels(item);
    const isAddress = !['name', 'none'].includes(readHost(entry).kind);
    if (host.kind === 'name') {
      if (entry === host.text || (entry.startsWith('*.') && host.text.endsWith(entry.slice(1)))) best = YES;
      else if (entry === `*.${host.text}`) best = either(best, MAYBE);
    } else if (isAddress && (host.kind === 'none' || isAddressListed(host, [entry]))) best = either(best, MAYBE);
  }
  return best;
}

/** At the client or in the cloud, as configured; with legacy dynamic steering by side; non-web TCP at the client. [doc] */
function bypassedWhere({ configuration, flow, web, where }: Situation): readonly Fate[] {
  const isTcp = (flow.transport ?? 'tcp') === 'tcp';
  if (isTcp && web === NO) return ['bypass_direct'];
  const places = new Set<string>(candidatesOf(configuration.bypassExceptionTrafficAt, ['client', 'cloud']));
  if (where === 'on_premises') places.add('cloud');
  if (where === 'off_premises' || (isTcp && web === MAYBE)) places.add('client');
  return [...places].map((place) => (place === 'client' ? 'bypass_direct' : 'bypass_tunnel'));
}
