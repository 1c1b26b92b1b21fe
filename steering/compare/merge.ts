/**
 * How do drafts of many contexts become few changes? What is the same for several platforms, locations and clients is
 * said once.
 */
import { computed, groupBy } from '../collections';
import { NOTHING, type Possibilities, inWords } from '../decide/outcome';
import type { Scenario } from '../decide/tenant-index';
import { PLATFORMS, type PlatformName } from '../domain/vocabulary';
import type { Side } from '../model/flow';
import type { ChangedObjects } from './causes';
import type { Asking, FlowRegion, ReadingChange, TrafficChange, WholeFlow } from './comparison';
import type { Context } from './contexts';
import { NO_TURNS, type Turns, changesIn, isChange } from './turns';
import type { FlowsVerdict } from './verdicts';

/** A change of traffic as it is found in one context. */
export interface Draft {
  readonly verdict: FlowsVerdict;
  readonly readings: readonly ReadingChange[] | undefined;
  readonly region: Omit<FlowRegion, 'platforms' | 'locations' | 'clients'>;
  readonly witness: WholeFlow;
  /** The ids of the objects that cause it. */
  readonly causes: readonly string[];
}

/**
 * Returns the readings that change, where several are possible. Where all else is known, they differ in how commas are
 * read.
 */
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

/** Returns the change under readings that differ only in how commas are read. */
function together(group: readonly InReading[]): ReadingChange {
  const [first] = group;
  if (first === undefined) throw new Error('a group of no readings');
  const { index, place, mode } = first.scenario;
  const all = (when: 'before' | 'after') => inWords(group.reduce((fates, one) => fates | one[when], NOTHING));
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

/** Returns the changes that drafts tell, in order. @param contexts all contexts that there are */
export function changesOf(
  found: readonly FoundDraft[],
  contexts: readonly Context[],
  changed: ChangedObjects,
): TrafficChange[] {
  return inOrder(exactChanges(found, contexts, changed));
}

/** Returns the changes that drafts tell, each once. */
export function exactChanges(
  found: readonly FoundDraft[],
  contexts: readonly Context[],
  changed: Pick<ChangedObjects, 'subjectsOf'>,
): TrafficChange[] {
  const whole = new Extent(contexts);
  const lists = new Lists();
  const alike = groupBy(found, ({ draft }) => lists.told([outcomeOf(draft), draft.region, draft.causes]));
  return [...alike.values()].flatMap((group) => whole.productsOf(group).map((part) => changeOf(part, changed, whole)));
}

/** A draft with all contexts that it is the same for. */
interface MergedPart {
  readonly draft: Draft;
  readonly platforms: readonly PlatformName[];
  readonly locations: readonly Side[];
  readonly clients: ReadonlyMap<string, Asking>;
}

/** All clients that there are on each platform. */
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

  /** Merges the contexts of drafts that say the same into products of platforms, clients and locations. */
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

function changeOf(
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

/** Lists that many changes share are told by numbers, because they can be long. */
class Lists {
  private readonly numbers = new Map<string, number>();
  private readonly known = new Map<object, number>();

  /** Returns a text that is the same for equal values. */
  told(value: unknown): string {
    return JSON.stringify(value, (name, part: unknown) =>
      (name === 'destinations' || name === 'processes') && Array.isArray(part) ? this.numberOf(part) : part,
    );
  }

  private numberOf(list: object): number {
    return computed(this.known, list, () => computed(this.numbers, JSON.stringify(list), () => this.numbers.size));
  }
}

export function askingOf({ userGroups, organizationUnit, deviceTags }: Asking): Asking {
  return { userGroups, organizationUnit, deviceTags };
}

function inTheirOrder(platforms: readonly PlatformName[]): PlatformName[] {
  return PLATFORMS.map(({ name }) => name).filter((name) => platforms.includes(name));
}

/** The order of changes: first what is blocked now, then what no longer is, then bypasses. */
const WEIGHTS: readonly ((change: TrafficChange) => boolean)[] = [
  ({ after }) => after.outcome === 'block',
  ({ after }) => after.possible.includes('block'),
  ({ before }) => before.possible.includes('block'),
  ({ after }) => after.outcome === 'bypass',
  ({ before, after }) => [...before.possible, ...after.possible].some((fate) => fate.startsWith('bypass')),
];

/** Sorts changes by weight; those of one weight by all that they say. */
function inOrder(changes: readonly TrafficChange[]): TrafficChange[] {
  return changes
    .map((change) => ({ change, weight: weightOf(change), text: shortTextOf(change) }))
    .sort(
      (a, b) =>
        a.weight - b.weight ||
        compareTexts(a.text, b.text) ||
        compareTexts(JSON.stringify(a.change), JSON.stringify(b.change)),
    )
    .map(({ change }) => change);
}

/** The number of elements of each list by which changes are sorted, as long as these tell them apart. */
const MOST_SORTED_BY = 8;

function shortTextOf(change: TrafficChange): string {
  return JSON.stringify(change, (_, part: unknown) =>
    Array.isArray(part) && part.length > MOST_SORTED_BY
      ? [...(part.slice(0, MOST_SORTED_BY) as unknown[]), part.length]
      : part,
  );
}

function weightOf(change: TrafficChange): number {
  const weight = WEIGHTS.findIndex((isMet) => isMet(change));
  return weight < 0 ? WEIGHTS.length : weight;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
