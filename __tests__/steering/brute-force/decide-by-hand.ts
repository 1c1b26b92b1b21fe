/**
 * What becomes of a flow, as domain.md tells it, by loops over everything: no index, no cache, nothing of the engine. Marks
 * as there. Where something is open, all that is possible is collected, each open question apart from the others.
 */
import type { TrafficModeName } from '../../../steering/exception-offer';
import { SIDES, type Flow } from '../../../steering/flow';
import type { Configuration, Model, NonStandardPort } from '../../../steering/model';
import type { Fate } from '../../../steering/outcome';
import { configurationsFor } from './configuration-by-hand';
import { exceptionsFor } from './exceptions-by-hand';
import { isAddressListed, isCovered, readHost, type HostRead } from './host-by-hand';
import { both, either, MAYBE, NO, YES, type Answer } from './answer';
import { candidatesOf } from './candidates';
import { isHttp, type Situation, type Where } from './situation';

export function fatesByHand(model: Model, flow: Flow): Set<Fate> {
  const fates = new Set<Fate>();
  for (const { situation, mode } of situationsFor(model, flow)) {
    for (const fate of fatesIn(situation, mode)) fates.add(fate);
  }
  return fates;
}

/** How a tenant may read elements with a comma. */
const COMMAS = ['kept', 'split'] as const;

/** All in which the flow may be. */
export function situationsFor(model: Model, flow: Flow): { situation: Situation; mode: TrafficModeName }[] {
  const host = readHost(flow.host);
  const isDns = flow.port === 53; // [assumed]
  return configurationsFor(model, flow).flatMap((configuration) => {
    const web = isWebPort(model, configuration, flow.port, host);
    return placesOf(model, configuration, flow).flatMap(([where, modes]) =>
      modes.flatMap((mode) =>
        COMMAS.map((commas) => ({
          situation: { model, flow, host, configuration, where, mode, web, isDns, commas },
          mode,
        })),
      ),
    );
  });
}

/** Dynamic steering: location picks the side [doc]; exceptions that are written tell whether there are sides. */
function placesOf(model: Model, configuration: Configuration, flow: Flow): [Where, readonly TrafficModeName[]][] {
  const { enabled, trafficMode: sides } = configuration.dynamicSteering;
  const modes = ['cloud_apps', 'web', 'all', 'none'] as const;
  let dynamic = candidatesOf(enabled, [true, false]);
  if (!enabled.known) {
    const mine = model.exceptions.filter(
      (one) => one.doubt === undefined && one.configuration.known && one.configuration.value === configuration.key,
    );
    const told = mine.map(({ location }) => (location.known ? location.value !== null : undefined));
    if (told.includes(true) && !told.includes(false)) dynamic = [true];
    if (told.includes(false) && !told.includes(true)) dynamic = [false];
  }
  const places: [Where, readonly TrafficModeName[]][] = [];
  if (dynamic.includes(false)) places.push(['everywhere', candidatesOf(configuration.trafficMode, modes)]);
  for (const side of dynamic.includes(true) ? SIDES : []) {
    if (flow.location === undefined || flow.location === side) places.push([side, candidatesOf(sides[side], modes)]);
  }
  return places;
}

function fatesIn(situation: Situation, mode: TrafficModeName): Set<Fate> {
  const intercepted = isIntercepted(situation, mode);
  const fates = new Set<Fate>();
  const matching = intercepted === NO ? [] : exceptionsFor(situation);
  const isReached = matching.some(({ applies, reaches }) => reaches === true && applies === YES);
  if (intercepted !== YES && !isReached) fates.add('direct');
  if (intercepted === NO) return fates;
  // Which of those that match wins is not published.
  for (const { does } of matching) for (const fate of does) fates.add(fate);
  if (!matching.some(({ applies }) => applies === YES)) fates.add('steer');
  return fates;
}

export function isIntercepted(situation: Situation, mode: TrafficModeName): Answer {
  if (mode === 'none') return NO;
  const { configuration, host } = situation;
  const inMode = mode === 'cloud_apps' ? MAYBE : mode === 'all' ? isInAll(situation) : isInWeb(situation);
  if (host.kind === 'private') {
    const steered = candidatesOf(configuration.steerPrivateApps, ['none', 'all', 'specific']);
    return steered.every((one) => one === 'none') ? NO : both(MAYBE, inMode);
  }
  return host.kind === 'local' ? both(MAYBE, inMode) : inMode;
}

/** All but port 53, UDP port 5353, and IPv6 that is not HTTP. [doc] That a host name has an address of IPv4 is [assumed]. */
function isInAll(situation: Situation): Answer {
  const { flow, host, isDns } = situation;
  if (isDns) return isDnsSteered(situation);
  if (flow.port === 5353 && flow.transport === 'udp') return NO;
  return host.isIpv6 ? isHttp(situation) : YES;
}

function isInWeb(situation: Situation): Answer {
  const http = isHttp(situation);
  return situation.isDns ? either(http, isDnsSteered(situation)) : http;
}

/** Only off-premises. [doc] Without dynamic steering it counts for all clients. [assumed] */
function isDnsSteered({ configuration: { steerDns }, where }: Situation): Answer {
  if (where === 'on_premises') return NO;
  if (!steerDns.known) return MAYBE;
  return steerDns.value ? YES : NO;
}

/** 80, 443, and the non-standard ports; with domains, only those. [doc] */
function isWebPort(model: Model, { key }: Configuration, port: number, host: HostRead): Answer {
  if (port === 80 || port === 443) return YES;
  let best: Answer = NO;
  for (const row of model.ports) {
    const mine = candidatesOf<string | undefined>(row.configuration, [undefined]);
    if (!mine.includes(undefined) && !mine.includes(key)) continue;
    const isThere = row.doubt === undefined && row.configuration.known ? YES : MAYBE;
    const answer = both(isThere, both(isOnPort(row, port), isForHost(row, host)));
    if (answer === YES || (answer === MAYBE && best === NO)) best = answer;
  }
  return best;
}

function isOnPort({ port }: NonStandardPort, asked: number): Answer {
  if (port.known) return port.value === null ? MAYBE : port.value === asked ? YES : NO;
  if (port.candidates === undefined) return MAYBE;
  return port.candidates.includes(asked) || port.candidates.includes(null) ? MAYBE : NO;
}

function isForHost({ domains: { items, open } }: NonStandardPort, host: HostRead): Answer {
  if (items.length === 0 && open === undefined) return YES;
  const others = open === undefined ? NO : MAYBE;
  if (host.kind === 'name') return items.some((item) => isCovered(host.text, item)) ? YES : others;
  if (host.kind === 'none')
    return items.some((item) => !['name', 'none'].includes(readHost(item).kind)) ? MAYBE : others;
  return isAddressListed(host, items) ? YES : others;
}
