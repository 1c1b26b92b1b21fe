/**
 * Under which readings is traffic judged before and after a change? What is not known before and after alike is taken
 * to be the same: there is one world for each thing that it can be. What is not known only before or only after, or not
 * alike, may be anything there: there is a world for each combination.
 */
import { groupBy } from '../collections';
import { ALWAYS, identityOf } from '../decide/condition';
import type { Contender, Either } from '../decide/contender';
import { DIRECT, NOTHING, type Possibilities, STEER } from '../decide/outcome';
import { type Choice, describeChoice } from '../decide/selection';
import type { Scenario } from '../decide/tenant-index';
import { meaningOf } from '../model/model';
import { NO_TURNS, type Turns, staying, turnsBetween } from './turns';

/** What decides a flow, before or after. */
export interface Contention {
  /** The conditions under which the client intercepts the flow, beside what is certain; all must hold. */
  readonly intercepted: readonly string[];
  readonly contenders: readonly Contender[];
}

/** The number of questions that are answered one by one; where there are more, all are left open. */
const MOST_ASKED = 4;

/**
 * Returns the turns of a flow of which several outcomes are possible before and after, under each reading of what is
 * not known that holds before and after alike. Among exceptions that contend, an unpublished order decides, in which
 * each keeps its rank as long as it is the same exception; a new one may have any. An open question has one answer,
 * before and after.
 */
export function turnsIn(before: Contention, after: Contention): Turns {
  const asked = new Set([...before.contenders, ...after.contenders].flatMap(({ either }) => either?.on ?? []));
  const [question] = asked;
  if (question === undefined || asked.size > MOST_ASKED) return turnsOfAnswered(before, after);
  const given = (answer: 'yes' | 'no') =>
    turnsIn(answered(before, question, answer), answered(after, question, answer));
  return given('yes') | given('no');
}

function answered({ contenders, ...rest }: Contention, question: string, answer: 'yes' | 'no'): Contention {
  return {
    ...rest,
    contenders: contenders.map((one) => (one.either?.on === question ? does(one, one.either[answer]) : one)),
  };
}

function does({ who, when }: Contender, fates: Either['yes']): Contender {
  return { who, when, fates, what: String(fates) };
}

function turnsOfAnswered(before: Contention, after: Contention): Turns {
  const [needed, neededNow] = [before, after].map(({ intercepted }) => new Set(intercepted));
  if (needed === undefined || neededNow === undefined) return NO_TURNS;
  // If one model needs only conditions that the other needs too, they hold whenever those of the other do.
  const mayBegin = [...needed].some((one) => !neededNow.has(one));
  const mayEnd = [...neededNow].some((one) => !needed.has(one));
  const mayBeDirect = needed.size > 0 && neededNow.size > 0;
  return (
    turnsOfContenders(before.contenders, after.contenders) |
    (mayBeDirect ? staying(DIRECT) : NO_TURNS) |
    (mayBegin ? turnsBetween(DIRECT, outcomesOf(after.contenders)) : NO_TURNS) |
    (mayEnd ? turnsBetween(outcomesOf(before.contenders), DIRECT) : NO_TURNS)
  );
}

/** Returns the fates that are possible for a flow that is intercepted. */
function outcomesOf(contenders: readonly Contender[]): Possibilities {
  const fates = contenders.reduce((all, one) => all | one.fates, NOTHING);
  return isCertain(contenders) ? fates : fates | STEER;
}

function isCertain(contenders: readonly Contender[]): boolean {
  return contenders.some(({ when }) => when === ALWAYS);
}

function turnsOfContenders(before: readonly Contender[], after: readonly Contender[]): Turns {
  const [first, another] = new Map([...before, ...after].map((one) => [one.what, one.fates])).values();
  if (first === undefined) return staying(STEER);
  return another === undefined ? turnsOfOne(first, before, after) : turnsOfSeveral(before, after);
}

/**
 * Returns the turns where all contenders do the same: it does not matter which of them wins, but whether one applies.
 */
function turnsOfOne(fates: Possibilities, before: readonly Contender[], after: readonly Contender[]): Turns {
  const [was, is] = [before, after].map((contenders) => new Set(contenders.map(({ when }) => when)));
  if (was === undefined || is === undefined) return NO_TURNS;
  const [never, neverNow] = [before, after].map((contenders) => !isCertain(contenders));
  const both = was.size > 0 && is.size > 0 ? staying(fates) : NO_TURNS;
  const neither = never && neverNow ? staying(STEER) : NO_TURNS;
  const ends = neverNow && [...was].some((when) => !is.has(when)) ? turnsBetween(fates, STEER) : NO_TURNS;
  const begins = never && [...is].some((when) => !was.has(when)) ? turnsBetween(STEER, fates) : NO_TURNS;
  return both | neither | ends | begins;
}

function turnsOfSeveral(before: readonly Contender[], after: readonly Contender[]): Turns {
  const [was, is] = [byName(before), byName(after)];
  const [outcomes, outcomesNow] = [outcomesOf(before), outcomesOf(after)];
  let turns = isCertain(before) || isCertain(after) ? NO_TURNS : staying(STEER);
  for (const who of new Set([...was.keys(), ...is.keys()])) {
    const [mine, mineNow] = [was.get(who) ?? [], is.get(who) ?? []];
    const [first] = mine;
    const [firstNow] = mineNow;
    const isOne = mine.length === 1 && mineNow.length === 1;
    if (toldOf(mine) === toldOf(mineNow)) for (const { fates } of mine) turns |= staying(fates);
    else if (first !== undefined && firstNow !== undefined && isOne && first.when === firstNow.when)
      // It keeps its rank.
      turns |= turnsBetween(first.fates, firstNow.fates);
    else {
      for (const { fates } of mine) turns |= turnsBetween(fates, outcomesNow);
      for (const { fates } of mineNow) turns |= turnsBetween(outcomes, fates);
    }
  }
  return turns;
}

function byName(contenders: readonly Contender[]): Map<string, Contender[]> {
  return groupBy(contenders, ({ who }) => who);
}

/** Returns a text that is the same for contenders that decide alike. */
export function toldOf(contenders: readonly Contender[]): string {
  const told = contenders.map(({ who, what, when }) => `${who}: ${what}; ${when}`);
  return told.length < 2 ? (told[0] ?? '') : [...new Set(told)].sort().join('\n');
}

/** A scenario before and one after, by their indexes. */
export interface World {
  /** Whether both are one reading of what is not known before and after alike. */
  readonly isReading: boolean;
  /**
   * Whether only exceptions tell that dynamic steering is on or off, while the configuration says the same before and
   * after.
   */
  readonly isToldByExceptions?: true;
  readonly before: number;
  readonly after: number;
}

/** A scenario that may hold of a client, before or after. */
export interface Way {
  readonly choice: Choice;
  readonly scenario: Scenario;
  /** The index of the scenario among those of a context. */
  readonly index: number;
}

/** The ways, before or after, in which one configuration applies. */
interface Applying {
  readonly who: string;
  readonly when: string;
  /** The configurations that, if they apply, come before it for certain. */
  readonly behind: readonly string[];
  readonly ways: readonly Way[];
}

/**
 * Returns the worlds of some ways. A tenant reads commas in one way, before and after, so that readings of them never
 * mix.
 */
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
      // A configuration that may apply before and after keeps its rank among those that may.
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

/**
 * Returns the worlds in which one configuration applies, or another in its stead. Its location and its mode may not be
 * known.
 */
function inOne(before: Applying, after: Applying): World[] {
  if (settingsOf(before) !== settingsOf(after)) return all(before.ways, after.ways);
  const isAlike = keysOf(before) === keysOf(after);
  const isOneReading = ([way, other]: readonly [Way, Way]) => way.scenario.key === other.scenario.key;
  const isOneMode = ([way, other]: readonly [Way, Way]) => way.scenario.mode === other.scenario.mode;
  const pairs = before.ways.flatMap((way) => after.ways.map((other) => [way, other] as const));
  // Where only exceptions tell whether dynamic steering is on, a location that is possible before may not be so after.
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

/**
 * Returns a text with what a configuration says of its locations and modes; where it is the same, so is what is not
 * known.
 */
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
