/**
 * How are flows that have the same fates described? They are described by as few products as possible. A product has
 * hosts, ports, transports, memberships, and managed devices, others or both.
 */
import { computed, groupBy, remembered } from '../collections';
import { TRANSPORTS, type Transport } from '../model/flow';
import type { Box } from './classes';
import type { BelongingSet, Destination, FlowRegion, ProcessSet } from './comparison';
import { type HostAtom, type HostPart, atomsOf } from './hosts';
import type { ProcessClasses } from './processes';
import {
  type PortElement,
  type ProcessElement,
  atomId,
  describeHosts,
  describePorts,
  describeProcesses,
  portElements,
} from './regions';
import type { SlotList } from './slots';
import type { TrafficColumn, MembershipSpace, TrafficSpace } from './traffic';

/**
 * A product of ports, transports, memberships and managed or not. Ports and memberships are indexes of their groups.
 */
export interface Rectangle {
  readonly ports: readonly number[];
  readonly transports: readonly Transport[];
  readonly memberships: readonly number[];
  readonly managed: readonly boolean[];
}

/** Describes slots of traffic as few rectangles. */
function rectanglesOf(slots: SlotList, columns: readonly TrafficColumn[], memberships: number): Rectangle[] {
  // What a port is met with is a set of transports, memberships and managed or not: ports with equal sets go together.
  const met = new Map<number, Set<number>>();
  for (const [list, managed] of slots.parts) {
    for (const index of list) {
      const column = columns[index];
      if (column === undefined) continue;
      const transport = TRANSPORTS.indexOf(column.transport);
      const code = (transport * memberships + column.membership) * 2 + (managed ? 1 : 0);
      computed(met, column.port, () => new Set<number>()).add(code);
    }
  }
  const byCodes = groupBy(
    [...met].sort(([a], [b]) => a - b),
    ([, codes]) => [...codes].sort((a, b) => a - b).join(),
  );
  return [...byCodes.values()].flatMap((same) => {
    const ports = same.map(([port]) => port);
    const cells = [...(same[0]?.[1] ?? [])].map((code): ProductCell => ({
      managed: code % 2 === 1,
      membership: (code >> 1) % memberships,
      transport: TRANSPORTS[Math.floor((code >> 1) / memberships)] ?? 'tcp',
    }));
    return alike(cells, 'transport', (cell) => `${cell.membership} ${cell.managed}`).flatMap(([transports, rest]) =>
      alike(rest, 'membership', (cell) => String(cell.managed)).map(([found, own]) => ({
        ports,
        transports,
        memberships: found,
        managed: own.map(({ managed }) => managed),
      })),
    );
  });
}

/** What the flows to a port are met with. */
interface ProductCell {
  readonly transport: Transport;
  readonly membership: number;
  readonly managed: boolean;
}

/**
 * Groups the values of a dimension that occur with the same values of the other dimensions. A group has the cells of
 * one value.
 */
function alike<K extends keyof ProductCell>(
  cells: readonly ProductCell[],
  dimension: K,
  restOf: (cell: ProductCell) => string,
): [ProductCell[K][], ProductCell[]][] {
  const byValue = groupBy(cells, (cell) => cell[dimension]);
  const found = groupBy(byValue, ([, own]) => own.map(restOf).sort().join());
  return [...found.values()].map((same) => [same.map(([value]) => value), same[0]?.[1] ?? []]);
}

/** The hosts of a product. */
export interface Hosts {
  readonly atoms: readonly HostAtom[];
  /** Every host that is told apart there; `atoms` are described by comparison with them. */
  readonly all: readonly HostAtom[];
  /** The parts of classes of hosts that `atoms` are from, each with its own. */
  readonly parts: readonly (readonly [part: HostPart, atoms: readonly HostAtom[]])[];
}

export interface Product {
  readonly hosts: Hosts;
  readonly rectangle: Rectangle;
}

/** Hosts and ports of a product, or some of them. */
interface DestinationPart {
  readonly product: Product;
  readonly hosts: readonly HostAtom[];
  readonly ports: readonly PortElement[];
}

/** Describes boxes as products. */
export class Products {
  private readonly hosts = new Map<string, Hosts>();
  private readonly rectangles = new Map<string, readonly Rectangle[]>();
  private readonly allHosts = new Map<ReadonlySet<string>, readonly HostAtom[]>();
  private readonly processes = new Map<string, readonly ProcessSet[] | undefined>();
  private readonly ports: readonly (readonly PortElement[])[];
  private readonly allPorts: readonly PortElement[];

  constructor(private readonly traffic: TrafficSpace) {
    this.ports = traffic.ports.groups.map((group, index) => portElements(group, index));
    this.allPorts = this.ports.flat();
  }

  of(boxes: readonly Box[]): Product[] {
    const bySlots = groupBy(boxes, ({ slots }) => slots.key);
    return [...bySlots].flatMap(([key, same]) => {
      const [first] = same;
      if (first === undefined) return [];
      const hosts = this.hostsOf(same.map(({ part }) => part));
      const { columns, memberships } = this.traffic;
      const rectangles = computed(this.rectangles, key, () =>
        rectanglesOf(first.slots, columns, memberships.classes.length),
      );
      return rectangles.map((rectangle) => ({ hosts, rectangle }));
    });
  }

  portsOf({ rectangle }: Product): readonly PortElement[] {
    return rectangle.ports.flatMap((index) => this.ports[index] ?? []);
  }

  /** Describes the hosts and ports of parts, all of which have the same ports. */
  destinationOf(parts: readonly DestinationPart[]): Destination {
    const [first] = parts;
    const atoms = parts.flatMap(({ hosts }) => hosts);
    const lists = new Set(parts.map(({ product }) => product.hosts.all));
    const all = lists.size === 1 ? (first?.product.hosts.all ?? []) : [...lists].flat();
    const isAll = new Set(atoms.map(atomId)).size === countOf(all);
    const ports = describePorts(this.allPorts, first?.ports ?? []);
    return {
      ...(!isAll && { hosts: describeHosts(all, atoms) }),
      ...(ports !== undefined && { ports }),
    };
  }

  /** Describes processes. Equal lists of processes are described by one and the same list of sets. */
  processesOf(included: readonly ProcessElement[], all: ProcessClasses): readonly ProcessSet[] | undefined {
    const key = included.map(({ kind, text, example }) => `${kind} ${text} ${example}`).join('|');
    if (!this.processes.has(key)) this.processes.set(key, describeProcesses(included, all));
    return this.processes.get(key);
  }

  /** Describes a product as a region, without the dimensions of which it has all. */
  describe(product: Product): Omit<FlowRegion, 'platforms' | 'processes' | 'locations' | 'clients'> {
    const { memberships } = this.traffic;
    const { hosts, rectangle } = product;
    const [transport, another] = rectangle.transports;
    const [managed, unmanagedToo] = rectangle.managed;
    const destination = this.destinationOf([{ product, hosts: hosts.atoms, ports: this.portsOf(product) }]);
    const isEverything = destination.hosts === undefined && destination.ports === undefined;
    return {
      ...(!isEverything && { destinations: [destination] }),
      ...(transport !== undefined && another === undefined && { transport }),
      ...(managed !== undefined && unmanagedToo === undefined && { managed }),
      ...(rectangle.memberships.length < memberships.classes.length && {
        belonging: belongingIn(memberships, rectangle.memberships),
      }),
    };
  }

  private hostsOf(parts: readonly HostPart[]): Hosts {
    const domains = parts.every(({ isWhole }) => isWhole) ? NO_DOMAINS : (parts[0]?.domains ?? NO_DOMAINS);
    const key = JSON.stringify([
      [...domains],
      parts.map(({ base, hasRest, atoms }) => [base.key, hasRest, atoms.map(atomId)]),
    ]);
    return computed(this.hosts, key, () => {
      const own = parts.map((part) => [part, domains === NO_DOMAINS ? part.base.atoms : atomsOf(part)] as const);
      return {
        atoms: own.flatMap(([, atoms]) => atoms),
        all: computed(this.allHosts, domains.size === 0 ? NO_DOMAINS : domains, () =>
          this.traffic.hosts.allAtoms(domains),
        ),
        parts: own,
      };
    });
  }
}

const countOf = remembered((atoms: readonly HostAtom[]): number => new Set(atoms.map(atomId)).size);

const NO_DOMAINS: ReadonlySet<string> = new Set();

/** Describes memberships. @param indexes the indexes of their classes */
export function belongingIn({ classes }: MembershipSpace, indexes: readonly number[]): BelongingSet[] {
  return indexes.flatMap((index) => {
    const found = classes[index];
    return found === undefined ? [] : [{ groups: found.groups }];
  });
}
