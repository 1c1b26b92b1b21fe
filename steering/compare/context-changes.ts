/**
 * Which changes does one context have? Flows that change in the same way, for the same causes, become one draft of a
 * change, however many destinations they have.
 */
import { computed, groupBy, remembered } from '../collections';
import type { Model } from '../model/model';
import { type ChangedObjects, groupsOf, kindOf as kindOfObject } from './causes';
import { type Box, type ContextPartition, NOTHING_DONE, type ProcessVerdict } from './classes';
import type { Destination, FlowRegion } from './comparison';
import { readingsOf, type Draft } from './merge';
import { type Part, Parts, type SettledCauses } from './parts';
import { Products, belongingIn } from './products';
import type { ProcessElement } from './regions';
import type { FlowsVerdict } from './verdicts';

/** Parts that are told as one, because the same objects cause what changes there. */
interface JoinedParts {
  readonly first: Part;
  readonly region: Omit<FlowRegion, 'processes' | 'platforms' | 'locations' | 'clients'>;
  readonly causes: readonly string[];
}

/** Processes of which the same parts change. */
interface Draftable extends JoinedParts {
  readonly verdict: FlowsVerdict;
  readonly processes: ProcessElement[];
}

/** Collects the changes of one context, and drafts them. */
export class ContextChanges {
  private readonly found = new Map<string, Draftable>();
  private readonly products: Products;
  private readonly parts: Parts;
  private readonly plain = new Map<Box['slots'], readonly Part[]>();
  /** The parts that are told alone. */
  private readonly alone = new Map<Part, JoinedParts>();
  private readonly regions = new Map<JoinedParts['region'], number>();
  /** The numbers of regions, by texts that tell them. */
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly partition: ContextPartition,
    models: { readonly before: Model; readonly after: Model },
    private readonly changed: ChangedObjects,
  ) {
    this.products = new Products(partition.traffic);
    this.parts = new Parts(partition, models, changed, this.products);
  }

  draftsOf(found: readonly ProcessVerdict[]): Draft[] {
    for (const one of found) this.add(one);
    return [...this.found.values()].map((one) => this.draftOf(one));
  }

  /**
   * Adds what changes of a class of processes. Processes that exceptions of their own are about have changes of their
   * own. Where these exceptions differ in nothing else, the same parts of the traffic change for all of them, and are
   * looked for once.
   */
  private add({ process, verdict, boxes }: ProcessVerdict): void {
    const [plain, others] = [boxes.filter(isPlain), boxes.filter((box) => !isPlain(box))];
    const products = this.products.of(others);
    const alike = groupBy(groupsOf(process, this.partition.processes, this.changed), ([owners]) => shapeOf(owners));
    for (const groups of alike.values()) {
      const [[firstOwners = '', [example] = []] = []] = groups;
      if (example === undefined) continue;
      const own = idsIn(firstOwners);
      const mine = new Set(own);
      const settled: SettledCauses = new Map();
      const parts = [
        ...plain.flatMap((box) => this.plainPartsOf(box, example)),
        ...products.flatMap((product) => this.parts.of(product, example, mine, settled)),
      ];
      const joined = this.join(parts, mine);
      for (const [owners, elements] of groups) {
        const others = idsIn(owners);
        const named = (id: string) => others[own.indexOf(id)] ?? id;
        for (const one of joined) {
          const isOwn = one.causes.some((id) => own.includes(id));
          this.put(verdict, isOwn ? { ...one, causes: one.causes.map(named).sort() } : one, elements);
        }
      }
    }
  }

  /** Parts what is the same for every process that brings about nothing there. */
  private plainPartsOf(box: Box, process: ProcessElement): readonly Part[] {
    return computed(this.plain, box.slots, () =>
      this.products.of([box]).flatMap((product) => this.parts.of(product, process, new Set(), new Map())),
    );
  }

  private put(verdict: FlowsVerdict, joined: JoinedParts, elements: readonly ProcessElement[]): void {
    const region = computed(this.regions, joined.region, () =>
      computed(this.numbers, JSON.stringify(joined.region), () => this.numbers.size),
    );
    const key = `${verdict.key}|${region}|${joined.causes.join('|')}`;
    const found = this.found.get(key);
    if (found === undefined) this.found.set(key, { ...joined, verdict, processes: [...elements] });
    else found.processes.push(...elements);
  }

  /**
   * Joins parts that have the same causes. Where the processes have exceptions of their own that are among the causes,
   * only these count: what else they meet, such as the port entries of other apps, makes no change of its own.
   * @param own the ids of the changed objects that are about the processes
   */
  private join(parts: readonly Part[], own: ReadonlySet<string>): JoinedParts[] {
    const groups = groupBy(parts, (part) => {
      const mine = own.size === 0 ? [] : part.causes.filter((id) => own.has(id));
      return mine.length === 0 ? keyOf(part) : `${mine.join('|')}|${kindOf(part)}`;
    });
    return [...groups.values()].flatMap((group): JoinedParts[] => {
      const [first] = group;
      if (first === undefined) return [];
      const mine = first.causes.filter((id) => own.has(id));
      const causes = mine.length > 0 ? mine : first.causes;
      const make = () => ({ first, causes, region: this.regionOf(first, group, new Set(causes)) });
      return [group.length === 1 && mine.length === 0 ? computed(this.alone, first, make) : make()];
    });
  }

  private regionOf(
    { product: { rectangle }, memberships }: Part,
    group: readonly Part[],
    causes: ReadonlySet<string>,
  ): JoinedParts['region'] {
    const { traffic } = this.partition;
    const [transport, another] = rectangle.transports;
    const [managed, unmanagedToo] = rectangle.managed;
    const destinations = this.destinationsOf(group, causes);
    return {
      ...(destinations !== undefined && { destinations }),
      ...(transport !== undefined && another === undefined && { transport }),
      ...(managed !== undefined && unmanagedToo === undefined && { managed }),
      ...(memberships.length < traffic.memberships.classes.length && {
        belonging: belongingIn(traffic.memberships, memberships),
      }),
    };
  }

  /**
   * Describes where the flows of some parts go: hosts that share their ports, and what else causes the change there, are
   * told together.
   * @param causes the causes that all parts have
   */
  private destinationsOf(parts: readonly Part[], causes: ReadonlySet<string>): Destination[] | undefined {
    const othersOf = (part: Part) => part.causes.filter((id) => !causes.has(id));
    const alike = groupBy(parts, (one) => [one.ports.map(({ port }) => port), '', othersOf(one)].join('|'));
    const all = [...alike.values()].map((same) => {
      const [first] = same;
      const others = first === undefined ? [] : this.changed.subjectsOf(othersOf(first));
      return { ...this.products.destinationOf(same), ...(others.length > 0 && { causes: others }) };
    });
    const isEverything = all.some((one) => Object.keys(one).length === 0);
    return isEverything ? undefined : all;
  }

  private draftOf({ verdict, region, first, causes, processes }: Draftable): Draft {
    const [process] = processes;
    const [host] = first.hosts;
    const [port] = first.ports;
    const [membership = 0] = first.memberships;
    if (process === undefined || host === undefined || port === undefined) throw new Error('a change without flows');
    const described = this.products.processesOf(processes, this.partition.processes);
    return {
      verdict,
      readings: readingsOf(verdict, this.partition.context),
      region: { ...(described !== undefined && { processes: described }), ...region },
      witness: this.parts.witnessAt(first.product, process, { host, port, membership }),
      causes,
    };
  }
}

/** Returns a text that is the same for parts whose flows differ in nothing but destinations. */
const kindOf = remembered(({ product: { rectangle }, memberships }: Part): string =>
  [rectangle.transports, rectangle.managed, memberships].join('|'),
);

const keyOf = remembered((part: Part): string => [...part.causes, '', kindOf(part)].join('|'));

/** Whether a process brings about nothing in a box, which has a whole class of hosts. */
function isPlain({ effects, part }: Box): boolean {
  return effects === NOTHING_DONE && part.isWhole;
}

const idsIn = (owners: string): string[] => (owners === '' ? [] : owners.split('\n'));

/** Returns a key that is the same for owners that can stand for each other: at most one object of each kind. */
function shapeOf(owners: string): string {
  const kinds = idsIn(owners).map(kindOfObject);
  return new Set(kinds).size === kinds.length ? kinds.join() : owners;
}
