/**
 * Which verdict do flows meet? A verdict has their fates before and after, and what may change under one reading of
 * what is not known.
 */
import { computed } from '../collections';
import type { Contender } from '../decide/contender';
import { combine, fatesOfMatched, type Matched } from '../decide/evaluate';
import { DIRECT, fatesOf, NOTHING, type Possibilities } from '../decide/outcome';
import type { Treatment } from './traffic';
import { isChange, NO_TURNS, staying, turnsBetween, type Turns } from './turns';
import { type World, turnsIn } from './worlds';

/** What becomes of flows, before and after. */
export interface FlowsVerdict {
  readonly key: string;
  /** The fates in all worlds together, as a decision says them. */
  readonly before: Possibilities;
  readonly after: Possibilities;
  readonly turns: Turns;
  /** The fates in each world. */
  readonly inWorlds: readonly InWorld[];
  readonly isChanged: boolean;
}

/** What becomes of flows in one world. */
export interface InWorld {
  readonly before: Possibilities;
  readonly after: Possibilities;
  readonly turns: Turns;
}

/** The effect of a process, with the exceptions that bring it about. */
export interface ProcessEffect extends Matched {
  readonly contenders: readonly Contender[];
  /** A text that tells the contenders. */
  readonly told: string;
}

export const NO_EFFECT: ProcessEffect = { certain: NOTHING, possible: NOTHING, contenders: [], told: '' };

/** The verdicts of a context, each once. */
export class Verdicts {
  private readonly known = new Map<string, FlowsVerdict>();
  private readonly turns = new Map<string, Turns>();

  constructor(
    private readonly worlds: readonly World[],
    /** The index of the rules of each scenario. */
    private readonly rulesOf: readonly number[],
  ) {}

  /**
   * @param treatments what the traffic meets, by scenario
   * @param effects what the process brings about, by the index of rules
   */
  of(treatments: readonly Treatment[], effects: readonly ProcessEffect[]): FlowsVerdict {
    const inWorlds = this.worlds.map((world) => this.inWorld(world, treatments, effects));
    const key = inWorlds.map(({ before, after, turns }) => `${before}>${after}:${turns}`).join();
    let verdict = this.known.get(key);
    if (verdict === undefined) this.known.set(key, (verdict = verdictOf(key, inWorlds)));
    return verdict;
  }

  private inWorld(world: World, treatments: readonly Treatment[], effects: readonly ProcessEffect[]): InWorld {
    const [was, is] = [treatments[world.before], treatments[world.after]];
    if (was === undefined || is === undefined) return { before: NOTHING, after: NOTHING, turns: NO_TURNS };
    const by = effects[this.rulesOf[world.before] ?? 0] ?? NO_EFFECT;
    const byNow = effects[this.rulesOf[world.after] ?? 0] ?? NO_EFFECT;
    const [before, after] = [fatesIn(was, by), fatesIn(is, byNow)];
    // Whether dynamic steering is on changes nothing beyond what exceptions do.
    const haveSameExceptions = was.exceptions === is.exceptions && by.told === byNow.told;
    if (world.isToldByExceptions && haveSameExceptions) return { before, after, turns: staying(before) };
    if (isOne(before) || isOne(after)) return { before, after, turns: turnsBetween(before, after) };
    if (was.told === is.told && by.told === byNow.told) return { before, after, turns: staying(before) };
    const turns = computed(this.turns, `${was.told}|${by.told}|${is.told}|${byNow.told}`, () =>
      turnsIn(
        { intercepted: was.when, contenders: [...was.contenders, ...by.contenders] },
        { intercepted: is.when, contenders: [...is.contenders, ...byNow.contenders] },
      ),
    );
    return { before, after, turns };
  }
}

function verdictOf(key: string, inWorlds: readonly InWorld[]): FlowsVerdict {
  const all = (what: keyof InWorld) => inWorlds.reduce((bits, one) => bits | one[what], NOTHING);
  const turns = all('turns');
  return { key, before: all('before'), after: all('after'), turns, inWorlds, isChanged: isChange(turns) };
}

function fatesIn(treatment: Treatment, effect: ProcessEffect): Possibilities {
  if (treatment.intercepted === 'no') return DIRECT;
  const fates = fatesOfMatched(combine(treatment, effect));
  return treatment.intercepted === 'yes' ? fates : fates | DIRECT;
}

function isOne(fates: Possibilities): boolean {
  return fatesOf(fates).length === 1;
}
