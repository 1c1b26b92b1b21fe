/**
 * The readings under which traffic is judged before and after a change. What is not known on both sides alike is taken to be the
 * same: one world for each thing that it can be. What is not known on one side, or otherwise than on the other, may be anything
 * there: a world for each combination.
 */
import { identityOf } from '../decide/condition';
import type { Scenario } from '../decide/tenant-index';
import { describeChoice, type Choice } from '../decide/selection';
import { groupBy } from '../collections';
import { meaningOf } from '../model/model';

/** A scenario on each side; numbers are indexes of them. */
export interface World {
  /** Whether both are one reading of what is not known on both sides alike. */
  readonly isReading: boolean;
  /** The configuration says the same, of which exceptions alone tell otherwise whether it has sides. */
  readonly isToldByExceptions?: true;
  readonly before: number;
  readonly after: number;
}

/** What may hold of a client on one side. */
export interface Way {
  readonly choice: Choice;
  readonly scenario: Scenario;
  /** Among the scenarios of a context. */
  readonly index: number;
}

/** The ways of a side in which one configuration applies. */
interface Applying {
  readonly who: string;
  readonly when: string;
  /** Those that come before it for certain, if they apply. */
  readonly behind: readonly string[];
  readonly ways: readonly Way[];
}

/** A tenant reads elements with a comma in one way, before and after: readings of them never mix. */
export function worldsOf(before: readonly Way[], after: readonly Way[]): World[] {
  const readings = new Set([...before, ...after].map(({ scenario: { commas } }) => commas));
  return [...readings].flatMap((reading) => {
    const read = (ways: readonly Way[]) => ways.filter(({ scenario: { commas } }) => commas === reading);
    return worldsIn(read(before), read(after));
  });
}

function worldsIn(before: readonly Way[], after: readonly Way[]): World[] {
  const [was, is] = [applying(before), applying(after)];
  const onBoth = new Set(was.filter(({ who }) => is.some((one) => one.who === who)).map(({ who }) => who));
  const toldOf = ({ who, when, behind }: Applying) =>
    JSON.stringify([who, when, behind.filter((one) => onBoth.has(one)).sort()]);
  const isAlone = was.length === 1 && is.length === 1;
  const told = new Set(was.map(toldOf));
  const toldNow = new Set(is.map(toldOf));
  return was.flatMap((one) =>
    is.flatMap((other) => {
      // A configuration that may apply before and after keeps its place among those that may.
      if (isAlone || toldOf(one) === toldOf(other)) return inOne(one, other);
      return told.has(toldOf(other)) && toldNow.has(toldOf(one)) ? [] : all(one.ways, other.ways);
    }),
  );
}

function applying(ways: readonly Way[]): Applying[] {
  return [...groupBy(ways, ({ choice }) => choice).entries()].map(([choice, own]) => ({
    ...describeChoice(choice),
    behind: (choice.behind ?? []).map(identityOf),
    ways: own,
  }));
}

/** One configuration applies, or another in its place: its side and its mode may not be known. */
function inOne(before: Applying, after: Applying): World[] {
  if (settingsOf(before) !== settingsOf(after)) return all(before.ways, after.ways);
  const isAlike = keysOf(before) === keysOf(after);
  const isOneReading = ([way, other]: readonly [Way, Way]) => way.scenario.key === other.scenario.key;
  const isOneMode = ([way, other]: readonly [Way, Way]) => way.scenario.mode === other.scenario.mode;
  const pairs = before.ways.flatMap((way) => after.ways.map((other) => [way, other] as const));
  // Exceptions tell whether there are sides, where nothing else does: then one side, or none, is not among those of both.
  const partners = (own: readonly (readonly [Way, Way])[]) => {
    const alike = own.filter(isOneReading);
    const near = own.filter(isOneMode);
    return alike.length > 0 ? alike : near.length > 0 ? near : own;
  };
  const found = new Set([
    ...before.ways.flatMap((way) => partners(pairs.filter(([one]) => one === way))),
    ...after.ways.flatMap((way) => partners(pairs.filter(([, other]) => other === way))),
  ]);
  return [...found].map((pair) => ({
    ...worldOf(...pair, isAlike),
    ...(!isOneReading(pair) && { isToldByExceptions: true as const }),
  }));
}

/** What is said of the side and the mode: where it is the same, so is what is not known. */
function settingsOf({ who, ways }: Applying): string {
  const { trafficMode, dynamicSteering } = ways[0]?.choice.configuration ?? {};
  return meaningOf([who, trafficMode, dynamicSteering]);
}

function keysOf({ ways }: Applying): string {
  return ways
    .map(({ scenario }) => scenario.key)
    .sort()
    .join();
}

function all(before: readonly Way[], after: readonly Way[]): World[] {
  return before.flatMap((way) => after.map((other) => worldOf(way, other, false)));
}

function worldOf(before: Way, after: Way, isReading: boolean): World {
  return { isReading, before: before.index, after: after.index };
}
