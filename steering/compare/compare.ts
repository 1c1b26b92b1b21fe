/** What does a change of a tenant do to every flow? `comparison.ts` has the types of the answer. */
import { groupBy } from '../collections';
import { inWords } from '../decide/outcome';
import type { Choice } from '../decide/selection';
import type { PlatformName } from '../domain/vocabulary';
import type { Model, Value } from '../model/model';
import { ChangedObjects } from './causes';
import type { ProcessVerdict } from './classes';
import type {
  ChangedProcesses,
  Comparison,
  CompareOptions,
  FlowClass,
  FlowPart,
  ReassignedClients,
  TrafficChange,
  WholeFlow,
} from './comparison';
import { ContextChanges } from './context-changes';
import { whoIn, type Context } from './contexts';
import { FlowSpace } from './flow-space';
import { type Draft, askingOf, changesOf } from './merge';
import { ProcessTraffic, type FoundChanges } from './process-traffic';
import { changesIn } from './turns';
import type { FlowsVerdict } from './verdicts';

/** The memory that a comparison takes whatever the models, and for each pair of what it looks at, in bytes. */
const MEMORY = 150e6;
const MEMORY_OF_PAIR = 400;

/**
 * Returns about how much memory a comparison takes, in bytes. It looks at each host that something names, at each port
 * that something names and for each exception that is limited to domains, configuration by configuration.
 * benchmarks/review.ts measures it.
 */
export function memoryToCompare(before: Model, after: Model): number {
  const pairsIn = ({ configurations, exceptions, ports }: Model) =>
    configurations.reduce((sum, { key }) => {
      const isHere = ({ configuration }: { readonly configuration: Value<string> }) =>
        !configuration.known || configuration.value === key;
      const own = exceptions.filter(isHere).map(({ data }) => data);
      const entries = ports.filter(isHere);
      const hosts = new Set([
        ...entries.flatMap(({ domains }) => domains.items),
        ...own.flatMap((data) => (data.type === 'domains' ? data.names.items : [])),
      ]).size;
      const limited = own.filter(
        (data) => data.type === 'certificate_pinned_app' && !data.customAppDomains.items.includes('*'),
      ).length;
      return sum + hosts * (new Set(entries.map(({ port }) => (port.known ? port.value : port))).size + limited);
    }, 0);
  return MEMORY + MEMORY_OF_PAIR * Math.max(pairsIn(before), pairsIn(after));
}

/** Compares what becomes of all flows on two models of one tenant. The models must not change afterwards. */
export function compare(before: Model, after: Model, options: CompareOptions = {}): Comparison {
  return new ComparedModels({ before, after }, new FlowSpace(before, after, options));
}

class ComparedModels implements Comparison {
  private told: readonly TrafficChange[] | undefined;
  private found: readonly FoundChanges[] | undefined;
  private byProcess: ProcessTraffic | undefined;

  constructor(
    readonly models: Comparison['models'],
    private readonly space: FlowSpace,
  ) {}

  get changes(): readonly TrafficChange[] {
    return (this.told ??= this.findChanges());
  }

  get reassigned(): readonly ReassignedClients[] {
    const all = this.space.contexts.map(({ platform, clients: { before, after, example } }) => ({
      platform,
      clients: askingOf(example),
      before: keysOf(before),
      after: keysOf(after),
    }));
    const changed = all.filter(({ before, after }) => before.join() !== after.join());
    const groups = groupBy(changed, ({ platform: _, ...rest }) => JSON.stringify(rest));
    return [...groups.values()].flatMap((alike) => {
      const [first] = alike;
      return first === undefined ? [] : [{ ...first, platforms: [...new Set(alike.map(({ platform }) => platform))] }];
    });
  }

  get classes(): number {
    return [...this.eachClass()].length;
  }

  get changedClasses(): number {
    return [...this.eachClass()].filter(({ isChanged }) => isChanged).length;
  }

  get complete(): boolean {
    return this.notCovered.length === 0;
  }

  get notCovered(): readonly string[] {
    void this.changes;
    return this.space.notCovered;
  }

  *eachClass(): Generator<FlowClass> {
    for (const context of this.space.contexts) {
      const partition = this.space.partition(context);
      const classes = new Map<string, { effects: string; verdict: FlowsVerdict; members: ProcessVerdict[] }>();
      for (const { process, verdict, boxes } of partition.all()) {
        for (const box of boxes) {
          const key = `${box.effects} ${verdict.key}`;
          const member: ProcessVerdict = { process, verdict, boxes: [box] };
          const found = classes.get(key);
          if (found === undefined) classes.set(key, { effects: box.effects, verdict, members: [member] });
          else found.members.push(member);
        }
      }
      for (const { effects, verdict, members } of classes.values()) {
        const sample = (below: (count: number) => number) => {
          const member = members[below(members.length)];
          if (member === undefined) throw new Error('a class without flows');
          return partition.sample(member, below);
        };
        yield {
          ...judged(context.key, effects, verdict),
          get witness() {
            return sample(() => 0);
          },
          sample,
        };
      }
    }
  }

  get alikePlatforms(): readonly (readonly PlatformName[])[] {
    return this.processTraffic.alikePlatforms;
  }

  changedProcesses(platform: PlatformName): readonly ChangedProcesses[] {
    return this.processTraffic.changedProcesses(platform);
  }

  partsOf(platform: PlatformName, process: string): readonly FlowPart[] | undefined {
    return this.processTraffic.partsOf(platform, process);
  }

  private get processTraffic(): ProcessTraffic {
    return (this.byProcess ??= new ProcessTraffic(this.space, this.foundChanges));
  }

  private get foundChanges(): readonly FoundChanges[] {
    return (this.found ??= this.space.alike().flatMap((contexts): FoundChanges[] => {
      const [context] = contexts;
      if (context === undefined) return [];
      const partition = this.space.partition(context);
      return [{ contexts, partition, changes: [...partition.changes()] }];
    }));
  }

  private findChanges(): TrafficChange[] {
    const { models, space, foundChanges: found } = this;
    const changed = new ChangedObjects(models.before, models.after);
    const drafts = found.flatMap(({ contexts, partition, changes }) => {
      const own = new ContextChanges(partition, models, changed).draftsOf(changes);
      return contexts.flatMap((context) => own.map((draft) => ({ context, draft: seenFrom(context, draft) })));
    });
    return changesOf(drafts, space.contexts, changed);
  }

  classOf(flow: WholeFlow): ClassOfFlow {
    const context = this.space.contextOf(flow);
    const { verdict, effects } = this.space.partition(context).locate(flow);
    return judged(context.key, effects, verdict);
  }
}

function keysOf(choices: readonly Choice[]): string[] {
  return choices.map(({ configuration }) => configuration.key).sort();
}

/** Returns a draft as it stands for another context that is like the one where it was found. */
function seenFrom(context: Context, draft: Draft): Draft {
  return { ...draft, witness: { ...draft.witness, ...whoIn(context) } };
}

type ClassOfFlow = ReturnType<Comparison['classOf']>;

function judged(context: string, effects: string, { key, before, after, turns, isChanged }: FlowsVerdict): ClassOfFlow {
  return {
    key: `${context} ${effects} ${key}`,
    before: inWords(before),
    after: inWords(after),
    turns: changesIn(turns),
    isChanged,
  };
}
