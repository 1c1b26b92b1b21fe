/** Who can be where? A context has clients and locations, with the scenarios in which their traffic is judged. */
import { placeOutsideSteeredApps } from '../decide/bypass-place';
import type { PinnedIndex } from '../decide/pinned-index';
import type { Scenario, TenantIndex } from '../decide/tenant-index';
import { COMMA_READINGS } from '../domain/processes';
import type { PlatformName } from '../domain/vocabulary';
import { SIDES, type Side } from '../model/flow';
import { clientClasses, type ClientClass } from './clients';
import type { Asking, WholeFlow } from './comparison';
import { worldsOf, type Way, type World } from './worlds';

/** Clients on a platform, in one location or in both. */
export interface Context {
  readonly key: string;
  readonly platform: PlatformName;
  readonly clients: ClientClass;
  /** Both locations, where it makes no difference in which one the clients are. */
  readonly locations: readonly Side[];
  /** The scenarios before, then those after. */
  readonly scenarios: readonly Scenario[];
  /** A key that is equal for contexts in which the same scenarios judge the traffic, in the same worlds. */
  readonly trafficKey: string;
  readonly worlds: readonly World[];
}

/** What a flow says of its client and of where it is. */
export type Who = Pick<WholeFlow, 'platform' | 'location' | keyof Asking>;

export interface Contexts {
  readonly list: readonly Context[];
  /** Whether these are all contexts. */
  readonly complete: boolean;
}

/**
 * Lists the contexts on some platforms. Where no configuration asks for a platform, all platforms have the same
 * clients.
 */
export function contextsOf(before: TenantIndex, after: TenantIndex, platforms: readonly PlatformName[]): Contexts {
  const list: Context[] = [];
  let complete = true;
  let shared: { classes: readonly ClientClass[]; complete: boolean } | undefined;
  const alike = [...before.model.configurations, ...after.model.configurations].every(
    ({ osFamilies: { items, open } }) => items.length === 0 && open === undefined,
  );
  for (const platform of platforms) {
    const found = (alike ? shared : undefined) ?? clientClasses(before, after, platform);
    shared = found;
    complete &&= found.complete;
    for (const one of found.classes) {
      const clients = { ...one, example: { ...one.example, platform } };
      list.push(...contextsFor(before, after, clients, platform));
    }
  }
  return { list, complete };
}

/** Returns the contexts of some clients: one for each location, or one for both where it makes no difference. */
export function contextsFor(
  before: TenantIndex,
  after: TenantIndex,
  clients: ClientClass,
  platform: PlatformName,
): Context[] {
  const at = (location: Side) => {
    const [was, is] = [waysOf(before, clients.before, location), waysOf(after, clients.after, location)];
    const hasCommas = [...was, ...is].some(
      ({ scenario: { index, place } }) => index.at(place).pinned(platform).hasCommas,
    );
    const read = (ways: readonly Unnumbered[]) => (hasCommas ? ways.flatMap(inEachReading) : ways);
    const first = read(was).map((way, index) => ({ ...way, index }));
    const second = read(is).map((way, index) => ({ ...way, index: first.length + index }));
    const keys = [first, second].map((ways) => ways.map(({ scenario }) => scenarioKey(scenario)));
    const worlds = worldsOf(first, second);
    const scenarios = [...first, ...second].map(({ scenario }) => scenario);
    return { location, scenarios, worlds, trafficKey: JSON.stringify([keys, worlds, seenOn(platform, scenarios)]) };
  };
  const found = SIDES.map(at);
  const [on, off] = found;
  const sameEverywhere = on?.trafficKey === off?.trafficKey;
  return (sameEverywhere ? found.slice(0, 1) : found).map(({ location, scenarios, worlds, trafficKey }) => ({
    key: `${platform} ${clients.key} ${sameEverywhere ? 'everywhere' : location}`,
    trafficKey,
    platform,
    clients,
    locations: sameEverywhere ? SIDES : [location],
    scenarios,
    worlds,
  }));
}

/** Returns the effect of the platform on traffic; undefined where it has none. */
function seenOn(platform: PlatformName, scenarios: readonly Scenario[]): number | undefined {
  const tells = scenarios.some(({ mode, index, place }) => mode === 'cloud_apps' && index.at(place).others.hasDomains);
  return tells ? placeOutsideSteeredApps(platform) : undefined;
}

type Unnumbered = Omit<Way, 'index'>;

function waysOf(index: TenantIndex, choices: ClientClass['before'], location: Side): Unnumbered[] {
  return choices.flatMap((choice) =>
    index
      .of(choice.configuration)
      .scenariosAt(location)
      .map((scenario) => ({ choice, scenario })),
  );
}

/** Parts a scenario by the reading of commas. A tenant reads them alike before and after. */
function inEachReading({ choice, scenario }: Unnumbered): Unnumbered[] {
  return COMMA_READINGS.map((commas) => ({
    choice,
    scenario: { ...scenario, key: `${scenario.key} ${commas}`, commas },
  }));
}

/** Returns the rules about processes in each scenario. */
export function pinnedIn({ scenarios, platform }: Context): PinnedIndex[] {
  return scenarios.map(({ index, place, commas }) => index.at(place).pinned(platform, commas));
}

/** Returns what a flow of a context says of its client and of where it is. */
export function whoIn({ platform, locations: [location], clients: { example } }: Context): Who {
  if (location === undefined) throw new Error('a context without a location');
  const { userGroups, organizationUnit, deviceTags } = example;
  return { platform, location, userGroups, organizationUnit, deviceTags };
}

function scenarioKey({ index, key }: Scenario): string {
  return `${index.configuration.key} ${key}`;
}
