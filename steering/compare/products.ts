/**
 * How are flows that have the same fates described? They are described by as few products as possible. A product has
 * hosts, ports, transports, memberships, and managed devices, others or both.
 */
import { computed, groupBy, remembered } from '../collections';
import type { Transport } from '../model/flow';
import { type Box, type Slot, columnOf, isManaged } from './classes';
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

type ProductCell = TrafficColumn & { readonly managed: boolean };

/** Describes slots of traffic as few rectangles. */
function rectanglesOf(slots: readonly Slot[], columns: readonly TrafficColumn[]): Rectangle[] {
  const cells = slots.flatMap((slot): ProductCell[] => {
    const column = columns[columnOf(slot)];
    return column === undefined ? [] : [{ ...column, managed: isManaged(slot) }];
  });
  const byPort = alike(cells, 'port', (cell) => `${cell.transport} ${cell.membership} ${cell.managed}`);
  return byPort.flatMap(([ports, ofPorts]) =>
    alike(ofPorts, 'transport', (cell) => `${cell.membership} ${cell.managed}`).flatMap(([transports, ofTransports]) =>
      alike(ofTransports, 'membership', (cell) => String(cell.managed)).map(([memberships, rest]) => ({
        ports,
        transports,
        memberships,
        managed: rest.map(({ managed }) => managed),
      })),
    ),
  );
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
  const byValue = new Map<ProductCell[K], ProductCell[]>();
  for (const cell of cells) {
    const own = byValue.get(cell[dimension]);
    if (own === undefined) byValue.set(cell[dimension], [cell]);
    else own.push(cell);
  }
  const found = new Map<string, [ProductCell[K][], ProductCell[]]>();
  for (const [value, own] of byValue) {
    const key = own.map(restOf).join();
    const same = found.get(key);
    if (same === undefined) found.set(key, [[value], own]);
    else same[0].push(value);
  }
  return [...found.values()];
}

/** The hosts of a product. */
export interface Hosts {
  readonly atoms: readonly HostAtom[];
  /** Every host that is told apart there; `atoms` are described by comparison with them. */
  readonly all: readonly HostAtom[];
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
    const bySlots = groupBy(boxes, ({ slots }) => keyOfSlots(slots));
    return [...bySlots].flatMap(([key, alike]) => {
      const hosts = this.hostsOf(alike.map(({ part }) => part));
      const slots = alike[0]?.slots ?? [];
      const rectangles = computed(this.rectangles, key, () => rectanglesOf(slots, this.traffic.columns));
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
    const domains = parts[0]?.domains ?? NO_DOMAINS;
    const key = JSON.stringify([
      [...domains],
      parts.map(({ base, hasRest, atoms }) => [base.key, hasRest, atoms.map(atomId)]),
    ]);
    return computed(this.hosts, key, () => ({
      atoms: parts.flatMap(atomsOf),
      all: computed(this.allHosts, domains.size === 0 ? NO_DOMAINS : domains, () =>
        this.traffic.hosts.allAtoms(domains),
      ),
    }));
  }
}

const countOf = remembered((atoms: readonly HostAtom[]): number => new Set(atoms.map(atomId)).size);

const NO_DOMAINS: ReadonlySet<string> = new Set();

const keyOfSlots = remembered((slots: readonly Slot[]): string => slots.join());

/** Describes memberships. @param indexes the indexes of their classes */
export function belongingIn({ classes }: MembershipSpace, indexes: readonly number[]): BelongingSet[] {
  return indexes.flatMap((index) => {
    const found = classes[index];
    return found === undefined ? [] : [{ groups: found.groups }];
  });
}
