/**
 * What becomes of all flows of one process on one platform, changed or not, and which processes are worth asking for?
 */
import { computed, groupBy } from '../collections';
import type { PinnedIndex } from '../decide/pinned-index';
import type { PlatformName } from '../domain/vocabulary';
import type { ContextPartition, ProcessVerdict } from './classes';
import type { ChangedProcesses, FlowPart } from './comparison';
import { pinnedIn, whoIn, type Context } from './contexts';
import type { FlowSpace } from './flow-space';
import { exactChanges } from './merge';
import { Products } from './products';
import { asSets, elementsOf } from './regions';
import type { TrafficSpace } from './traffic';
import { changesIn, NO_TURNS, type Turns } from './turns';

/** The changes that were found in contexts in which the same becomes of all flows. */
export interface FoundChanges {
  readonly contexts: readonly Context[];
  readonly partition: ContextPartition;
  readonly changes: readonly ProcessVerdict[];
}

/** The number of kinds of traffic that are told apart for one process; nobody would read more. */
const MOST_KINDS = 50_000;

/** Answers questions about single processes. */
export class ProcessTraffic {
  private readonly products = new Map<TrafficSpace, Products>();

  /** @param found all changes that there are */
  constructor(
    private readonly space: FlowSpace,
    private readonly found: readonly FoundChanges[],
  ) {}

  /** The platforms, in groups: on those of one group the same becomes of all flows. */
  get alikePlatforms(): PlatformName[][] {
    const platforms = groupBy(this.space.contexts, ({ platform }) => platform);
    const keyOf = (contexts: readonly Context[]) =>
      JSON.stringify(contexts.map((one) => [this.space.keyOf(one), one.clients.key, one.locations]));
    return [...groupBy(platforms, ([, contexts]) => keyOf(contexts)).values()].map((alike) =>
      alike.map(([platform]) => platform),
    );
  }

  changedProcesses(platform: PlatformName): ChangedProcesses[] {
    const here = this.contextsOn(platform);
    const turnsOf = this.turnsByClass();
    const indexes = new Set<PinnedIndex>(here.flatMap(pinnedIn));
    const all = this.space.processesBy([...indexes], platform);
    return [...all.classes.values()].flatMap((process): ChangedProcesses[] => {
      const elements = elementsOf(process, all);
      const [first] = elements;
      if (first === undefined) return [];
      const turns = here.reduce((found, context) => {
        const { key } = this.space.partition(context).processes.classOf(first.example);
        return found | (turnsOf.get(`${this.space.keyOf(context)} ${key}`) ?? NO_TURNS);
      }, NO_TURNS);
      if (turns === NO_TURNS) return [];
      return [{ processes: asSets(elements), example: first.example, turns: changesIn(turns) }];
    });
  }

  partsOf(platform: PlatformName, process: string): FlowPart[] | undefined {
    const here = this.contextsOn(platform);
    const kinds = here.reduce((sum, context) => {
      const { hosts, columns } = this.space.partition(context).traffic;
      return sum + hosts.classes.size * columns.length;
    }, 0);
    if (kinds > MOST_KINDS) return undefined;
    const drafts = here.flatMap((context) => {
      const partition = this.space.partition(context);
      const { traffic } = partition;
      const products = computed(this.products, traffic, () => new Products(traffic));
      return partition.verdictsOf(process).flatMap(({ verdict, boxes, ...found }) =>
        products.of(boxes).map((product) => ({
          context,
          draft: {
            verdict,
            readings: undefined,
            region: products.describe(product),
            witness: { ...partition.witness({ ...found, verdict, boxes }), process, ...whoIn(context) },
            causes: [],
          },
        })),
      );
    });
    return exactChanges(drafts, here, { subjectsOf: () => [] }).map(({ before, after, turns, region, witness }) => {
      const { platforms: _, destinations: [destination] = [], ...rest } = region;
      return { before, after, turns, region: { ...destination, ...rest }, witness };
    });
  }

  private contextsOn(platform: PlatformName): readonly Context[] {
    return this.space.contexts.filter((context) => context.platform === platform);
  }

  /** Returns the changes by context and class of processes. */
  private turnsByClass(): Map<string, Turns> {
    const turns = new Map<string, Turns>();
    for (const { contexts, changes } of this.found) {
      const [context] = contexts;
      if (context === undefined) continue;
      for (const { process, verdict } of changes) {
        const key = `${this.space.keyOf(context)} ${process.key}`;
        turns.set(key, (turns.get(key) ?? NO_TURNS) | verdict.turns);
      }
    }
    return turns;
  }
}
