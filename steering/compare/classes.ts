/**
 * Which classes of flows does a context have? In a class all flows have the same fates before, and the same after. The
 * fates have two factors: what the traffic meets, whatever the process, and what the process brings about, whatever the
 * traffic. Only the destination concerns both.
 */
import { append, computed } from '../collections';
import { mayBeLimited } from '../decide/actions';
import type { Certainty } from '../decide/certainty';
import { ALWAYS, conditionOf } from '../decide/condition';
import type { Contender } from '../decide/contender';
import { parseHost, type Host } from '../decide/destination';
import { NOTHING, type Possibilities } from '../decide/outcome';
import type { PinnedIndex } from '../decide/pinned-index';
import type { WholeFlow } from './comparison';
import { pinnedIn, whoIn, type Context } from './contexts';
import { contenderOf, type Contribution, type Contributions } from './effects';
import type { HostClass, HostPart } from './hosts';
import { domainsOf } from './pattern-groups';
import { doingOf, type ProcessClass, type ProcessClasses } from './processes';
import { columnOf, isManaged, type Slot, SlotList } from './slots';
import type { Treatment, TreatedColumns, TrafficSpace } from './traffic';
import { NO_EFFECT, Verdicts, type ProcessEffect, type FlowsVerdict } from './verdicts';
import { type World, toldOf } from './worlds';

/** Hosts and slots on which a class of processes meets one verdict. */
export interface Box {
  /** A text that is equal for processes that bring about the same there. */
  readonly effects: string;
  readonly part: HostPart;
  readonly slots: SlotList;
}

/** What tells a flow from others of its context. */
export interface Point {
  readonly process: string;
  readonly host: Host;
  readonly slot: Slot;
}

/** The verdicts of a class of hosts, each with its slots, which are listed when they are asked for. */
type VerdictTable = ReadonlyMap<FlowsVerdict, SlotList>;

/** The effects of processes on hosts. */
interface HostEffects {
  readonly key: string;
  /** The effects on unmanaged devices, then on managed ones, each by the index of rules. */
  readonly matched: readonly (readonly ProcessEffect[])[];
  /** The verdicts that follow on classes of hosts, as far as they were asked for. */
  readonly tables: Map<HostClass, VerdictTable>;
}

/** A verdict that flows of a class of processes meet, with the boxes in which they meet it. */
export interface ProcessVerdict {
  readonly process: ProcessClass;
  readonly verdict: FlowsVerdict;
  readonly boxes: readonly Box[];
}

/** The classes of flows of one context. */
export class ContextPartition {
  private readonly indexes: readonly PinnedIndex[];
  private readonly rulesOf: readonly number[];
  private readonly verdicts: Verdicts;
  private readonly effects = new Map<string, HostEffects>();
  private found: ProcessClasses | undefined;
  private changing: ReadonlySet<HostClass> | undefined;

  constructor(
    readonly context: Context,
    readonly traffic: TrafficSpace,
    private readonly classesOf: (indexes: readonly PinnedIndex[]) => ProcessClasses,
    /** Whether flows say that their process is a Windows service. */
    private readonly service: boolean | undefined,
  ) {
    const all = pinnedIn(context);
    this.indexes = [...new Set(all)];
    this.rulesOf = all.map((index) => this.indexes.indexOf(index));
    this.verdicts = new Verdicts(context.worlds, this.rulesOf);
  }

  /** Whether every process that is to be looked at is in a class; true as long as processes were not asked for. */
  get isComplete(): boolean {
    return this.found?.complete ?? true;
  }

  get processes(): ProcessClasses {
    return (this.found ??= this.classesOf(this.indexes));
  }

  /** Yields every verdict that flows of a class of processes meet: the classes of flows. */
  *all(): Generator<ProcessVerdict> {
    for (const process of this.processes.classes.values())
      yield* this.collect(process, this.partsFor(process), () => true);
  }

  /** Returns the verdicts that flows of one process meet. */
  verdictsOf(name: string): ProcessVerdict[] {
    const process = this.processes.classOf(name);
    return this.collect(process, this.partsFor(process), () => true);
  }

  /** Yields the verdicts that are a change. The others are not computed, as far as that can be told beforehand. */
  *changes(): Generator<ProcessVerdict> {
    const changing = this.changingHosts;
    if (changing.size === 0 && this.haveSameRules()) return;
    for (const process of this.processes.classes.values()) {
      const isUnchanged = this.isUnchanged(process);
      if (isUnchanged && changing.size === 0) continue;
      const parts = this.partsFor(process).filter(({ base }) => !isUnchanged || changing.has(base));
      yield* this.collect(process, parts, ({ isChanged }) => isChanged);
    }
  }

  /** Whether traffic to the hosts, whatever the process, is treated otherwise than before. */
  isTreatedOtherwise(base: HostClass): boolean {
    return this.changingHosts.has(base);
  }

  /** Returns the verdict that a flow of this context meets, and what its process brings about. */
  locate(flow: WholeFlow): { verdict: FlowsVerdict; effects: string } {
    const contributions = this.processes.contributionsOf(flow.process);
    const host = parseHost(flow.host);
    const treatments = this.traffic.treatmentsAt(host, flow);
    const verdict = this.verdicts.of(treatments, this.matchedBy(contributions, host, flow.managed));
    return { verdict, effects: this.effectsOn(contributions, host).key };
  }

  /** Returns an example of a flow that meets a verdict. */
  witness(found: ProcessVerdict): WholeFlow {
    return this.sample(found, () => 0);
  }

  /** Returns some flow that meets a verdict. @param below chooses a whole number from 0 on, below the given one */
  sample({ process: { names, examples }, boxes }: ProcessVerdict, below: (count: number) => number): WholeFlow {
    const box = boxes[below(boxes.length)];
    if (box === undefined) throw new Error('a class without flows');
    const { hasRest, host, atoms } = box.part;
    const rest = hasRest ? 1 : 0;
    const chosen = below(rest + atoms.length);
    const process = below(names.length + examples.length);
    return this.flow({
      process: names[process] ?? examples[process - names.length] ?? '',
      host: chosen < rest ? host : (atoms[chosen - rest]?.host ?? host),
      slot: box.slots.at(below(box.slots.size)),
    });
  }

  /** Returns the flow of this context at a point. */
  flow({ process, host, slot }: Point): WholeFlow {
    const column = this.traffic.columns[columnOf(slot)];
    if (column === undefined) throw new Error(`no slot ${slot}`);
    const { platform, ...who } = whoIn(this.context);
    const said = this.service === undefined ? {} : { service: this.service };
    return { platform, process, ...this.traffic.flowOf(host, column), managed: isManaged(slot), ...said, ...who };
  }

  private collect(
    process: ProcessClass,
    parts: readonly HostPart[],
    isWanted: (verdict: FlowsVerdict) => boolean,
  ): ProcessVerdict[] {
    const found = new Map<FlowsVerdict, Box[]>();
    const known = new Map<string, HostEffects>();
    for (const part of parts) {
      const { base, said, host } = part;
      const effects = computed(known, base.isName ? `name ${said}` : '', () =>
        this.effectsOn(process.contributions, host),
      );
      const table = computed(effects.tables, base, () => this.makeTable(base, effects.matched));
      for (const [verdict, list] of table) {
        if (isWanted(verdict)) append(found, verdict, { effects: effects.key, part, slots: list });
      }
    }
    return [...found].map(([verdict, boxes]) => ({ process, verdict, boxes }));
  }

  /** Returns the effects of a process on a host, on unmanaged and on managed devices. */
  private effectsOn(contributions: Contributions, host: Host): HostEffects {
    const matched = [false, true].map((managed) => this.matchedBy(contributions, host, managed));
    const key = matched.map(keyOfEffects).join('/');
    return computed(this.effects, key, () => ({ key, matched, tables: new Map() }));
  }

  private makeTable(base: HostClass, matched: HostEffects['matched']): VerdictTable {
    const table = new Map<FlowsVerdict, SlotList>();
    for (const { columns, treatments } of this.traffic.treatmentsOf(base)) {
      for (const managed of [false, true]) {
        const verdict = this.verdicts.of(treatments, matched[managed ? 1 : 0] ?? []);
        computed(table, verdict, () => new SlotList()).add(columns, managed);
      }
    }
    return table;
  }

  private partsFor({ contributions }: ProcessClass): readonly HostPart[] {
    const listed = contributions.filter(looksAtHost);
    const domains = new Set(listed.flatMap(({ rule }) => domainsOf(rule)));
    return this.traffic.hosts.part(domains, (host) => saidOf(listed, host));
  }

  private matchedBy(contributions: Contributions, host: Host, managed: boolean): ProcessEffect[] {
    if (host.kind !== 'name') return this.indexes.map(() => NO_EFFECT);
    const contenders = new Map<number, Contender[]>();
    for (const contribution of contributions) {
      const contender = contenderOf(contribution, host, managed);
      if (contender !== undefined) append(contenders, contribution.scenario, contender);
    }
    return this.indexes.map((_, index) => effectOf(contenders.get(index)));
  }

  // Treatments are compared scenario by scenario, as rules are: where both are alike, they are alike together.
  private get changingHosts(): ReadonlySet<HostClass> {
    return (this.changing ??= this.findChangingHosts());
  }

  private findChangingHosts(): ReadonlySet<HostClass> {
    const { worlds } = this.context;
    const differs = ({ treatments }: TreatedColumns) => worlds.some((world) => !isTreatedAlike(treatments, world));
    const classes = [...this.traffic.hosts.classes.values()];
    return new Set(classes.filter((base) => this.traffic.treatmentsOf(base).some(differs)));
  }

  private haveSameRules(): boolean {
    const rules = (scenario: number) => this.indexes[this.rulesOf[scenario] ?? 0];
    return this.context.worlds.every((world) => {
      const [was, is] = [rules(world.before), rules(world.after)];
      return was !== undefined && is !== undefined && doingOf(was) === doingOf(is);
    });
  }

  /** Whether the process brings about the same before and after. */
  private isUnchanged({ contributions }: ProcessClass): boolean {
    const broughtAbout = (scenario: number) =>
      contributions
        .filter((one) => one.scenario === this.rulesOf[scenario])
        .map(({ effect, matched, who, when }) => `${effect}${matched.verdict}${who}${when.join('|')}`)
        .sort()
        .join();
    return this.context.worlds.every(({ before, after }) => broughtAbout(before) === broughtAbout(after));
  }
}

function isTreatedAlike(treatments: readonly Treatment[], { before, after }: World): boolean {
  return treatments[before]?.told === treatments[after]?.told;
}

function effectOf(contenders: readonly Contender[] | undefined): ProcessEffect {
  if (contenders === undefined) return NO_EFFECT;
  const all = (which: (one: Contender) => boolean): Possibilities =>
    contenders.reduce((fates, one) => (which(one) ? fates | one.fates : fates), NOTHING);
  const isCertain = ({ when }: Contender) => when === ALWAYS;
  return {
    certain: all(isCertain),
    possible: all((one) => !isCertain(one)),
    contenders,
    told: toldOf(contenders),
  };
}

/** The key of the effects of a process that brings about nothing. */
export const NOTHING_DONE = '/';

/** Returns a key that is the same for effects that come to the same, by whichever exceptions. */
function keyOfEffects(effects: readonly ProcessEffect[]): string {
  const byException = new Map<string, string[]>();
  effects.forEach(({ contenders }, index) => {
    for (const { who, what, when } of contenders) append(byException, who, `${index}:${what} ${when}`);
  });
  if (byException.size === 0) return '';
  const told = [...byException.values()].map((own) => [...new Set(own)].sort().join('+'));
  return told.length < 2 ? (told[0] ?? '') : [...new Set(told)].sort().join('\n');
}

/** Whether the rule of a contribution looks at the destination. */
function looksAtHost({ rule: { domains, limit, actions } }: Contribution): boolean {
  return domains !== undefined || (limit !== undefined && mayBeLimited(actions));
}

function saidOf(listed: Contributions, host: Host): string {
  return listed
    .map(({ rule }) => [rule.limit?.limits(host), rule.domains?.tells(host)].map((one) => one && saidBy(one)).join())
    .join(' ');
}

function saidBy(found: Certainty): string {
  return found.verdict === 'unknown' ? conditionOf(found, '') : found.verdict;
}
