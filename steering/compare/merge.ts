/** Drafts of many contexts as few lines: what is the same for several platforms, locations and clients is said once. */
import { groupBy } from '../collections';
import type { Asking, FlowRegion, ReadingChange, TrafficChange, WholeFlow } from './comparison';
import type { Scenario } from '../decide/tenant-index';
import { NOTHING, type Possibilities, inWords } from '../decide/outcome';
import type { Context } from './contexts';
import type { FlowsVerdict } from './verdicts';
import { NO_TURNS, type Turns, changesIn, isChange } from './turns';
import type { Side } from '../model/flow';
import { PLATFORMS, type PlatformName } from '../domain/vocabulary';
import type { ChangedObjects } from './causes';

/** What a line will say, for one context. */

export interface Draft {
  readonly verdict: FlowsVerdict;
  readonly readings: readonly ReadingChange[] | undefined;
  readonly region: Omit<FlowRegion, 'platforms' | 'locations' | 'clients'>;
  readonly witness: WholeFlow;
  /** Ids of objects. */
  readonly causes: readonly string[];
  readonly isRough?: true;
}

/** Where several readings are possible, those that change. Where all else is known, it is how commas are read. */
export function readingsOf({ inWorlds }: FlowsVerdict, { worlds, scenarios }: Context): ReadingChange[] | undefined {
  if (worlds.length < 2 || !worlds.every(({ isReading }) => isReading)) return undefined;
  const told = inWorlds.flatMap(({ before, after, turns }, index): InReading[] => {
    const scenario = scenarios[worlds[index]?.after ?? 0];
    return scenario === undefined ? [] : [{ scenario, before, after, turns }];
  });
  const groups = groupBy(told, ({ scenario: { index, place, mode } }) => `${index.subject.key} ${place} ${mode}`);
  const isChanged = ({ turns }: InReading) => isChange(turns);
  const [only = [], ...others] = [...groups.values()];
  if (others.length > 0) return [only, ...others].filter((group) => group.some(isChanged)).map(together);
  const [first] = only;
  if (only.every(({ turns }) => turns === first?.turns)) return undefined;
  return only.filter(isChanged).map((one) => ({ ...together([one]), commas: one.scenario.commas ?? 'kept' }));
}

/** What changes in readings that differ in how commas are read. */
function together(group: readonly InReading[]): ReadingChange {
  const [first] = group;
  if (first === undefined) throw new Error('a group of no readings');
  const { index, place, mode } = first.scenario;
  const all = (side: 'before' | 'after') => inWords(group.reduce((fates, one) => fates | one[side], NOTHING));
  const turns = changesIn(group.reduce((all, one) => all | one.turns, NO_TURNS));
  return { configuration: index.subject, place, mode, before: all('before'), after: all('after'), turns };
}

interface InReading {
  readonly scenario: Scenario;
  readonly before: Possibilities;
  readonly after: Possibilities;
  readonly turns: Turns;
}

export interface FoundDraft {
  readonly context: Context;
  readonly draft: Draft;
}

/** Lines with the same outcomes and causes that are still told one by one; more of them become one rough line. */
const MOST_ALIKE = 3;
/** Values of a dimension that a rough line lists. */
const MOST_LISTED = 12;

/** @param contexts all that there are */
export function linesOf(
  found: readonly FoundDraft[],
  contexts: readonly Context[],
  changed: ChangedObjects,
): TrafficChange[] {
  const lines = exactLines(found, contexts, changed);
  const byCause = groupBy(lines, ({ before, after, turns, readings, causes }) =>
    JSON.stringify([before, after, turns, readings, causes.map(({ key }) => key)]),
  );
  return inOrder([...byCause.values()].flatMap((group) => (group.length > MOST_ALIKE ? roughly(group) : group)));
}

/** What the drafts say, each once. */
export function exactLines(
  found: readonly FoundDraft[],
  contexts: readonly Context[],
  changed: Pick<ChangedObjects, 'subjectsOf'>,
): TrafficChange[] {
  const whole = new Extent(contexts);
  const alike = groupBy(found, ({ draft }) =>
    JSON.stringify([outcomeOf(draft), draft.region, draft.causes, draft.isRough]),
  );
  return [...alike.values()].flatMap((group) => whole.productsOf(group).map((part) => lineOf(part, changed, whole)));
}

interface MergedPart {
  readonly draft: Draft;
  readonly platforms: readonly PlatformName[];
  readonly locations: readonly Side[];
  readonly clients: ReadonlyMap<string, Asking>;
}

/** Who there is on each platform. */
class Extent {
  private readonly clients = new Map<PlatformName, Set<string>>();

  constructor(contexts: readonly Context[]) {
    for (const { platform, clients } of contexts) {
      this.clients.set(platform, (this.clients.get(platform) ?? new Set()).add(clients.key));
    }
  }

  get platforms(): PlatformName[] {
    return [...this.clients.keys()];
  }

  isEverybody(platforms: readonly PlatformName[], clients: ReadonlyMap<string, Asking>): boolean {
    return platforms.every((platform) => this.clients.get(platform)?.size === clients.size);
  }

  /** The contexts of drafts that say the same, as products of platforms, clients and locations. */
  productsOf(group: readonly FoundDraft[]): MergedPart[] {
    const byPlace = groupBy(group, ({ context: { platform, clients } }) => `${platform} ${clients.key}`);
    const places = [...byPlace.values()].map((same) => ({
      same,
      locations: [...new Set(same.flatMap(({ context }) => context.locations))].sort(),
    }));
    const byPlatform = groupBy(places, ({ same, locations }) => `${same[0]?.context.platform} ${locations.join()}`);
    const columns = [...byPlatform.values()].map((own) => ({
      own,
      clients: new Map(
        own.flatMap(({ same }) => same).map(({ context: { clients } }) => [clients.key, askingOf(clients.example)]),
      ),
    }));
    const products = groupBy(columns, ({ own, clients }) => {
      const platform = own[0]?.same[0]?.context.platform;
      const everybody = platform !== undefined && this.isEverybody([platform], clients);
      return `${own[0]?.locations.join()} ${everybody ? '' : [...clients.keys()].sort().join()}`;
    });
    return [...products.values()].flatMap((product): MergedPart[] => {
      const [first] = product;
      const [place] = first?.own ?? [];
      const draft = place?.same[0]?.draft;
      if (first === undefined || place === undefined || draft === undefined) return [];
      const platforms = product.flatMap(({ own }) => own[0]?.same[0]?.context.platform ?? []);
      return [{ draft, platforms, locations: place.locations, clients: first.clients }];
    });
  }
}

function lineOf(
  { draft, platforms, locations, clients }: MergedPart,
  changed: Pick<ChangedObjects, 'subjectsOf'>,
  whole: Extent,
): TrafficChange {
  const { region, witness, causes } = draft;
  return {
    ...outcomeOf(draft),
    region: {
      ...(platforms.length < whole.platforms.length && { platforms: inTheirOrder(platforms) }),
      ...region,
      ...(locations.length === 1 && { locations }),
      ...(!whole.isEverybody(platforms, clients) && { clients: [...clients.values()] }),
    },
    witness,
    causes: changed.subjectsOf(causes),
    ...(draft.isRough && { isRough: true }),
  };
}

function outcomeOf({ verdict, readings }: Draft): Pick<TrafficChange, 'before' | 'after' | 'turns' | 'readings'> {
  return {
    before: inWords(verdict.before),
    after: inWords(verdict.after),
    turns: changesIn(verdict.turns),
    ...(readings !== undefined && { readings }),
  };
}

/** One line for many: in each dimension that all of them limit, what any of them has, unless that is too much to read. */
function roughly(lines: readonly TrafficChange[]): TrafficChange[] {
  const [first] = lines;
  if (first === undefined) return [];
  const region = Object.entries(first.region).flatMap(([dimension, value]) => {
    const values = lines.map((line) => line.region[dimension as keyof FlowRegion]);
    const all = new Map<string, unknown>();
    for (const one of values) for (const part of Array.isArray(one) ? one : [one]) all.set(JSON.stringify(part), part);
    if (all.has(JSON.stringify(undefined)) || all.size > MOST_LISTED) return [];
    if (Array.isArray(value)) return [[dimension, [...all.values()]] as const];
    return all.size === 1 ? [[dimension, value] as const] : [];
  });
  return [{ ...first, region: Object.fromEntries(region), isRough: true }];
}

function askingOf({ userGroups, organizationUnit, deviceTags }: Asking): Asking {
  return { userGroups, organizationUnit, deviceTags };
}

function inTheirOrder(platforms: readonly PlatformName[]): PlatformName[] {
  return PLATFORMS.map(({ name }) => name).filter((name) => platforms.includes(name));
}

/** What is blocked now first, then what no longer is, then bypasses; then by what the lines say. */
const WEIGHTS: readonly ((line: TrafficChange) => boolean)[] = [
  ({ after }) => after.outcome === 'block',
  ({ after }) => after.possible.includes('block'),
  ({ before }) => before.possible.includes('block'),
  ({ after }) => after.outcome === 'bypass',
  ({ before, after }) => [...before.possible, ...after.possible].some((fate) => fate.startsWith('bypass')),
];

function inOrder(lines: readonly TrafficChange[]): TrafficChange[] {
  return lines
    .map((line) => ({ line, weight: weightOf(line), text: JSON.stringify(line) }))
    .sort((a, b) => a.weight - b.weight || compareTexts(a.text, b.text))
    .map(({ line }) => line);
}

function weightOf(line: TrafficChange): number {
  const weight = WEIGHTS.findIndex((isMet) => isMet(line));
  return weight < 0 ? WEIGHTS.length : weight;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
