/** Who is where: clients and locations, with the scenarios in which their traffic is judged before and after. */
import { COMMA_READINGS } from '../domain/processes';
import type { Asking, WholeFlow } from './comparison';
import { placeOutsideSteeredApps } from '../decide/bypass-place';
import type { PinnedIndex } from '../decide/pinned-index';
import type { Scenario, TenantIndex } from '../decide/tenant-index';
import { SIDES, type Side } from '../model/flow';
import type { PlatformName } from '../domain/vocabulary';
import { clientClasses, type ClientClass } from './clients';
import { worldsOf, type Way, type World } from './worlds';

export interface Context {
  readonly key: string;
  readonly platform: PlatformName;
  readonly clients: ClientClass;
  /** Both, where it makes no difference. */
  readonly locations: readonly Side[];
  /** Those of before, then those of after. */
  readonly scenarios: readonly Scenario[];
  /** The same where the same scenarios see the traffic, in the same worlds. */
  readonly trafficKey: string;
  readonly worlds: readonly World[];
}

export type Who = Pick<WholeFlow, 'platform' | 'location' | keyof Asking>;

export interface Contexts {
  readonly list: readonly Context[];
  readonly complete: boolean;
}

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

/** The contexts of some clients: one for each location where it makes a difference. */
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
  const places = SIDES.map(at);
  const [on, off] = places;
  const sameEverywhere = on?.trafficKey === off?.trafficKey;
  return (sameEverywhere ? places.slice(0, 1) : places).map(({ location, scenarios, worlds, trafficKey }) => ({
    key: `${platform} ${clients.key} ${sameEverywhere ? 'everywhere' : location}`,
    trafficKey,
    platform,
    clients,
    locations: sameEverywhere ? SIDES : [location],
    scenarios,
    worlds,
  }));
}

/** What the platform means for traffic, where it means something. */
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

/** Both sides are of one tenant, which reads elements with a comma in one way. */
function inEachReading({ choice, scenario }: Unnumbered): Unnumbered[] {
  return COMMA_READINGS.map((commas) => ({
    choice,
    scenario: { ...scenario, key: `${scenario.key} ${commas}`, commas },
  }));
}

/** By scenario, the rules about processes. */
export function pinnedIn({ scenarios, platform }: Context): PinnedIndex[] {
  return scenarios.map(({ index, place, commas }) => index.at(place).pinned(platform, commas));
}

/** What a flow of a context says of where it is and who asks. */
export function whoIn({ platform, locations: [location], clients: { example } }: Context): Who {
  if (location === undefined) throw new Error('a context without a location');
  const { userGroups, organizationUnit, deviceTags } = example;
  return { platform, location, userGroups, organizationUnit, deviceTags };
}

function scenarioKey({ index, key }: Scenario): string {
  return `${index.configuration.key} ${key}`;
}
