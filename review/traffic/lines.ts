/**
 * Which changes of traffic does a review tell? Classes of flows that change, described for people, the most dangerous
 * first.
 */
import { type Comparison, type Judged, type Subject, type TrafficChange, computed, PLATFORMS } from '../../steering';
import { digestOf } from '../digest';
import type { At, ReportedDestination, Judgement, ReportedReading, TrafficLine } from '../report';
import type { CollateralFinder } from './collateral';
import { ConfigurationNames } from './configuration-names';
import { describeHost, describePort, describeRegion } from './describe-region';
import { effectOf, EFFECTS, isCertain } from './columns';

/** A class of flows that changes, together with the change of traffic that the review tells. */
export interface ToldChange {
  readonly change: TrafficChange;
  readonly line: TrafficLine;
}

/** The changes of a comparison as a review tells them. */
export interface ToldChanges {
  /** The changes, the most dangerous first. */
  readonly list: readonly ToldChange[];
  /** Where their flows go; each list stands here once. */
  readonly destinations: readonly (readonly ReportedDestination[])[];
}

/**
 * Tells the changes of a comparison.
 * @param hide a function that takes out what nobody may see
 */
export function toldBy(
  { changes, models }: Comparison,
  collateral: CollateralFinder,
  hide: <T>(value: T) => T,
): ToldChanges {
  const all = new DestinationLists(hide);
  const names = new ConfigurationNames(models);
  const appsOf = appsIn(models);
  const list = changes.map((change) => ({ change, line: lineOf(change, { names, appsOf, collateral, hide, all }) }));
  return { list: list.sort(byDanger), destinations: all.list };
}

/** Lists of destinations, described once: many changes go to the same destinations. */
class DestinationLists {
  readonly list: ReportedDestination[][] = [];
  private readonly places = new Map<string, number>();
  private readonly known = new Map<object, { place: number; digest: string }>();

  constructor(private readonly hide: <T>(value: T) => T) {}

  of(destinations: NonNullable<ToldRegion['destinations']>): { readonly place: number; readonly digest: string } {
    return computed(this.known, destinations, () => {
      const described = this.hide(destinations.map(describeDestination));
      const digest = digestOf(described);
      const place = computed(this.places, digest, () => this.list.push(described) - 1);
      return { place, digest };
    });
  }
}

/** The flows of a change. */
export type ToldRegion = TrafficChange['region'];

function describeDestination({
  hosts,
  ports,
  causes,
}: NonNullable<ToldRegion['destinations']>[number]): ReportedDestination {
  return {
    ...(hosts !== undefined && { hosts: hosts.map(describeHost) }),
    ...(ports !== undefined && { ports: ports.map(describePort) }),
    ...(causes !== undefined && { causes: causes.map(at) }),
  };
}

interface Telling {
  readonly names: ConfigurationNames;
  readonly appsOf: (region: ToldRegion) => string[];
  readonly collateral: CollateralFinder;
  readonly hide: <T>(value: T) => T;
  readonly all: DestinationLists;
}

function lineOf(change: TrafficChange, { names, appsOf, collateral, hide, all }: Telling): TrafficLine {
  const { before, after, turns, region, witness, causes, readings = [] } = change;
  const { destinations, ...rest } = region;
  const to = destinations && all.of(destinations);
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
    flows: describeRegion(rest),
    causes: causes.map(at),
    collateral: collateral.find(change),
  });
  // The example is not part of the id, because any flow of the class would do.
  const { turns: mayTurn, ...named } = said;
  return {
    id: digestOf([mayTurn.length === 0 ? named : said, to?.digest ?? null]),
    certain: isCertain(change),
    witness: hide(witness),
    ...said,
    ...(to !== undefined && { destinations: to.place }),
    apps: hide(appsOf(region)),
    configurations: hide(names.deciding(change)),
  };
}

/** Makes a function that names the apps whose definitions name processes, exactly or by the same patterns. */
function appsIn({ before, after }: Comparison['models']): (region: ToldRegion) => string[] {
  const found = new Map<string, Set<string>>();
  for (const { name, key, platforms } of [...after.apps, ...before.apps]) {
    for (const [platform, definition] of Object.entries(platforms)) {
      for (const text of definition.known ? definition.value.processes.items : [])
        computed(found, `${platform} ${text.toLowerCase()}`, () => new Set<string>()).add(
          name.known ? name.value : key,
        );
    }
  }
  return ({ processes = [], platforms = PLATFORMS.map(({ name }) => name) }) => {
    const texts = processes.flatMap((set) =>
      set.kind === 'others'
        ? []
        : set.kind === 'name'
          ? [set.text]
          : set.text.split(' + ').map((text) => text.replace(/ in other case$/, '')),
    );
    const names = texts.flatMap((text) =>
      platforms.flatMap((platform) => [...(found.get(`${platform} ${text.toLowerCase()}`) ?? [])]),
    );
    return [...new Set(names)];
  };
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
