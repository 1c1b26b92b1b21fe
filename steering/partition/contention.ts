/**
 * What may become of a flow before and after, where several outcomes are possible on both sides: under each reading of what is
 * not known that holds before and after alike. Of exceptions that contend, an unpublished order decides, in which each keeps its
 * place as long as it is the same exception; a new one may have any. Of an open question there is one answer.
 */
import type { Contender, Either } from '../decide/contender';
import { ALWAYS } from '../decide/condition';
import { groupBy } from '../collections';
import { DIRECT, NOTHING, STEER, type Possibilities } from '../decide/outcome';
import { NO_TURNS, staying, turnsBetween, type Turns } from '../turns';

/** What decides a flow on one side. */
export interface Contention {
  /** All that must hold for the client to intercept the flow, beside what is certain. */
  readonly intercepted: readonly string[];
  readonly contenders: readonly Contender[];
}

/** Questions that are answered one by one: more of them at once are left open. */
const MOST_ASKED = 4;

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
  // Where all that is needed on one side holds, less does, too.
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

/** What may become of a flow that is intercepted. */
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

/** All contenders do the same, so it does not matter which of them wins, but whether one applies. */
function turnsOfOne(fates: Possibilities, before: readonly Contender[], after: readonly Contender[]): Turns {
  const [was, is] = [before, after].map((side) => new Set(side.map(({ when }) => when)));
  if (was === undefined || is === undefined) return NO_TURNS;
  const [never, neverNow] = [before, after].map((side) => !isCertain(side));
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
      // It keeps its place.
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

/** The same for contenders that decide alike. */
export function toldOf(contenders: readonly Contender[]): string {
  const told = contenders.map(({ who, what, when }) => `${who}: ${what}; ${when}`);
  return told.length < 2 ? (told[0] ?? '') : [...new Set(told)].sort().join('\n');
}
