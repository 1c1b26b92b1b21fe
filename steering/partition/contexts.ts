/** Who is where: clients and locations, with the scenarios in which their traffic is judged before and after. */
import { COMMA_READINGS } from '../comma';
import type { Asking, WholeFlow } from '../comparison';
import type { PinnedIndex } from '../engine/pinned-index';
import type { Scenario } from '../engine/scenario';
import type { TenantIndex } from '../engine/tenant-index';
import { SIDES, type Side } from '../flow';
import type { PlatformName } from '../platforms';
import { clientClasses, type ClientClass } from './clients';

/**
 * What is not known on both sides alike is taken to be the same: one world for each thing that it can be. Numbers are
 * indexes of scenarios.
 */
export interface World {
  /** The one scenario on each side; undefined: all that is possible on each side, taken together. */
  readonly key: string | undefined;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

export interface Context {
  readonly key: string;
  readonly platform: PlatformName;
  readonly clients: ClientClass;
  /** Both, where it makes no difference. */
  readonly locations: readonly Side[];
  /** Those of before, then those of after. */
  readonly scenarios: readonly Scenario[];
  /** The same where the same scenarios see the traffic. */
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
    const scenarios = (index: TenantIndex, choices: ClientClass['before']) =>
      choices.flatMap(({ configuration }) => index.of(configuration).scenariosAt(location));
    const [first, second] = [scenarios(before, clients.before), scenarios(after, clients.after)];
    const hasCommas = [...first, ...second].some(({ index, place }) => index.at(place).pinned(platform).hasCommas);
    const read = (list: readonly Scenario[]) => (hasCommas ? list.flatMap(inEachReading) : list);
    return { location, first: read(first), second: read(second) };
  };
  const places = SIDES.map(at);
  const [on, off] = places;
  const sameEverywhere =
    on !== undefined && off !== undefined && isSame(on.first, off.first) && isSame(on.second, off.second);
  return (sameEverywhere ? places.slice(0, 1) : places).map(({ location, first, second }) => ({
    key: `${platform} ${clients.key} ${sameEverywhere ? 'everywhere' : location}`,
    trafficKey: JSON.stringify([first.map(scenarioKey), second.map(scenarioKey)]),
    platform,
    clients,
    locations: sameEverywhere ? SIDES : [location],
    scenarios: [...first, ...second],
    worlds: worldsOf(first, second),
  }));
}

/** Both sides are of one tenant, which reads elements with a comma in one way. */
function inEachReading(scenario: Scenario): Scenario[] {
  return COMMA_READINGS.map((commas) => ({ ...scenario, key: `${scenario.key} ${commas}`, commas }));
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

function isSame(a: readonly Scenario[], b: readonly Scenario[]): boolean {
  return a.map(scenarioKey).join('|') === b.map(scenarioKey).join('|');
}

function worldsOf(before: readonly Scenario[], after: readonly Scenario[]): World[] {
  const all = [...before, ...after].map((scenario, index) => ({ scenario, index }));
  const sides = [all.slice(0, before.length), all.slice(before.length)] as const;
  const readings = new Set(all.map(({ scenario: { commas } }) => commas));
  return [...readings].flatMap((reading) => {
    const [first, second] = sides.map((side) => side.filter(({ scenario: { commas } }) => commas === reading));
    return worldsIn(first ?? [], second ?? [], reading !== undefined);
  });
}

interface Numbered {
  readonly scenario: Scenario;
  readonly index: number;
}

/** @param isOneOfSeveral whether there are other worlds beside these */
function worldsIn(before: readonly Numbered[], after: readonly Numbered[], isOneOfSeveral: boolean): World[] {
  const second = new Map(after.map(({ scenario, index }) => [scenarioKey(scenario), index]));
  const isAlike = before.length === after.length && before.every(({ scenario }) => second.has(scenarioKey(scenario)));
  if (isAlike && (before.length > 1 || isOneOfSeveral)) {
    return before.map(({ scenario, index }) => {
      const key = scenarioKey(scenario);
      return { key, before: [index], after: [second.get(key) ?? index] };
    });
  }
  return [{ key: undefined, before: before.map(({ index }) => index), after: after.map(({ index }) => index) }];
}
