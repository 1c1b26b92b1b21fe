/**
 * Which changes of traffic does a review tell? Classes of flows that change, described for people, the most dangerous
 * first.
 */
import type { Comparison, Judged, Subject, TrafficChange } from '../../steering';
import { digestOf } from '../digest';
import type { At, Judgement, ReportedReading, TrafficLine } from '../report';
import type { CollateralFinder } from './collateral';
import { describeRegion } from './describe-region';
import { effectOf, EFFECTS, isCertain } from './columns';

/** A class of flows that changes, together with the change of traffic that the review tells. */
export interface ToldChange {
  readonly change: TrafficChange;
  readonly line: TrafficLine;
}

/**
 * Tells the changes of a comparison.
 * @param hide a function that takes out what nobody may see
 * @param plan the digest of everything that the plan does
 */
export function toldBy(
  { changes }: Comparison,
  collateral: CollateralFinder,
  hide: <T>(value: T) => T,
  plan: string,
): ToldChange[] {
  return changes.map((change) => ({ change, line: lineOf(change, collateral, hide, plan) })).sort(byDanger);
}

function lineOf(
  change: TrafficChange,
  collateral: CollateralFinder,
  hide: <T>(value: T) => T,
  plan: string,
): TrafficLine {
  const { before, after, turns, region, witness, causes, readings = [], isRough = false } = change;
  const said = hide({
    effect: effectOf(change),
    before: judgement(before),
    after: judgement(after),
    turns: toldTurns({ before, after, turns }),
    readings: readings.map((one): ReportedReading => ({
      configuration: one.configuration.name ?? one.configuration.key,
      place: one.place,
      mode: one.mode,
      ...(one.commas !== undefined && { commas: one.commas }),
      effect: effectOf(one),
      before: judgement(one.before),
      after: judgement(one.after),
    })),
    flows: describeRegion(region),
    isRough,
    causes: causes.map(at),
    collateral: collateral.find(change),
  });
  // The example is not part of the id, because any flow of the class would do. A rough change does not tell all of its
  // flows, so its id stands for this plan alone.
  const { turns: mayTurn, ...rest } = said;
  const named = mayTurn.length === 0 ? rest : said;
  return { id: digestOf(isRough ? [named, plan] : named), certain: isCertain(change), witness: hide(witness), ...said };
}

/**
 * Puts collateral first, then changes that broaden, and certain changes before possible ones. Otherwise the order of
 * the comparison stays.
 */
function byDanger({ line: a }: ToldChange, { line: b }: ToldChange): number {
  return (
    Number(b.collateral.length > 0) - Number(a.collateral.length > 0) ||
    EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) ||
    Number(b.certain) - Number(a.certain)
  );
}

export function judgement({ outcome, via, possible }: Judged): Judgement {
  return { outcome, ...(via !== undefined && { via }), possible };
}

/**
 * Tells what may become what, where neither outcome is known. Elsewhere the outcomes before and after already tell it.
 */
export function toldTurns({
  before,
  after,
  turns,
}: Pick<TrafficChange, 'before' | 'after' | 'turns'>): TrafficLine['turns'] {
  return before.possible.length > 1 && after.possible.length > 1 ? turns : [];
}

export function at({ origin, name }: Pick<Subject, 'origin' | 'name'>): At {
  const { address, deposed, construct, id } = origin;
  return {
    ...(address !== undefined && { address }),
    ...(deposed !== undefined && { deposed }),
    ...(construct !== undefined && { construct: withoutResource(construct) }),
    ...(id !== undefined && { id }),
    ...(name !== undefined && { name }),
  };
}

/** The path of the construct that a user wrote, which is the construct around the resource. */
export function withoutResource(construct: string): string {
  return construct.replace(/\/Resource$/, '');
}
