/** What a change of a tenant does to every flow (types: `comparison.ts`). */
import type { Comparison, CompareOptions, FlowClass, TrafficChange, WholeFlow } from './comparison';
import { inWords } from './outcome';
import type { Model } from './model';
import type { ContextPartition, ProcessVerdict } from './partition/context-partition';
import { ChangedObjects } from './changes/changed-objects';
import { ContextChanges } from './changes/context-changes';
import { linesOf } from './changes/merge';
import { FlowSpace } from './partition/flow-space';
import type { Verdict } from './partition/verdicts';

/** Compares what becomes of all flows on two models of one tenant. Models must not change afterwards. */
export function compare(before: Model, after: Model, { platforms }: CompareOptions = {}): Comparison {
  return new ComparedModels({ before, after }, new FlowSpace(before, after, platforms));
}

class ComparedModels implements Comparison {
  private lines: readonly TrafficChange[] | undefined;

  constructor(
    readonly models: Comparison['models'],
    private readonly space: FlowSpace,
  ) {}

  get changes(): readonly TrafficChange[] {
    return (this.lines ??= this.findChanges());
  }

  get classes(): number {
    return [...this.eachClass()].length;
  }

  get changedClasses(): number {
    return [...this.eachClass()].filter(({ isChanged }) => isChanged).length;
  }

  get complete(): boolean {
    return true;
  }

  get notCovered(): readonly string[] {
    return [];
  }

  *eachClass(): Generator<FlowClass> {
    for (const context of this.space.contexts) {
      const partition = this.space.partition(context);
      for (const process of partition.processes.classes.values()) {
        for (const found of partition.verdictsOf(process)) yield classIn(partition, found);
      }
    }
  }

  private findChanges(): TrafficChange[] {
    const changed = new ChangedObjects(this.models.before, this.models.after);
    const { contexts } = this.space;
    const found = contexts.flatMap((context) => {
      const drafts = new ContextChanges(this.space.partition(context), this.models, changed).drafts();
      return drafts.map((draft) => ({ context, draft }));
    });
    return linesOf(found, contexts, changed);
  }

  classOf(flow: WholeFlow): ClassOfFlow {
    const context = this.space.contextOf(flow);
    const { verdict, process } = this.space.partition(context).locate(flow);
    return judged(context.key, process, verdict);
  }
}

type ClassOfFlow = ReturnType<Comparison['classOf']>;

function judged(context: string, process: string, { key, before, after, isChanged }: Verdict): ClassOfFlow {
  return { key: `${context} ${process} ${key}`, before: inWords(before), after: inWords(after), isChanged };
}

function classIn(partition: ContextPartition, { process, verdict, boxes }: ProcessVerdict): FlowClass {
  const processes = [...process.names, ...process.examples];
  const sample = (below: (count: number) => number): WholeFlow => {
    const box = boxes[below(boxes.length)];
    if (box === undefined) throw new Error('a class without flows');
    const { hasRest, host, atoms } = box.part;
    const rest = hasRest ? 1 : 0;
    const chosen = below(rest + atoms.length);
    return partition.flow({
      process: processes[below(processes.length)] ?? '',
      host: chosen < rest ? host : (atoms[chosen - rest]?.host ?? host),
      slot: box.slots[below(box.slots.length)] ?? 0,
    });
  };
  return {
    ...judged(partition.context.key, process.key, verdict),
    get witness() {
      return sample(() => 0);
    },
    sample,
  };
}
