/**
 * How are flows that have the same fates described? They are described by as few products as possible. A product has
 * hosts, ports, transports, memberships, and managed devices, others or both.
 */
import { computed } from '../collections';
import type { Transport } from '../model/flow';
import { type Box, type Slot, columnOf, isManaged } from './classes';
import type { BelongingSet, FlowRegion, HostSet } from './comparison';
import { type HostAtom, type HostPart, atomsOf } from './hosts';
import { type PortElement, atomId, describeHosts, describePorts, portElements } from './regions';
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
  /** A key that is the same for the same hosts. */
  readonly key: string;
  readonly atoms: readonly HostAtom[];
  /** Every host that is told apart there; `atoms` are described by comparison with them. */
  readonly all: readonly HostAtom[];
  /** The description of the hosts; undefined where they are all. */
  readonly described: readonly HostSet[] | undefined;
}

export interface Product {
  /** A key that is the same for the same product. */
  readonly key: string;
  readonly hosts: Hosts;
  readonly rectangle: Rectangle;
}

/** Describes boxes as products. */
export class Products {
  private readonly hosts = new Map<string, Hosts>();
  private readonly rectangles = new Map<string, readonly Rectangle[]>();

  constructor(private readonly traffic: TrafficSpace) {}

  of(boxes: readonly Box[]): Product[] {
    const bySlots = new Map<string, { slots: readonly Slot[]; parts: HostPart[] }>();
    for (const { part, slots } of boxes) {
      const key = slots.join();
      const found = bySlots.get(key);
      if (found === undefined) bySlots.set(key, { slots, parts: [part] });
      else found.parts.push(part);
    }
    return [...bySlots].flatMap(([slotsKey, { slots, parts }]) => {
      const hosts = this.hostsOf(parts);
      const rectangles = computed(this.rectangles, slotsKey, () => rectanglesOf(slots, this.traffic.columns));
      return rectangles.map((rectangle, index) => ({
        key: [hosts.key, slotsKey, index].join('|'),
        hosts,
        rectangle,
      }));
    });
  }

  /** Describes a product as a region, without the dimensions of which it has all. */
  describe({ hosts, rectangle }: Product): Omit<FlowRegion, 'platforms' | 'processes' | 'locations' | 'clients'> {
    const { ports, memberships } = this.traffic;
    const all = ports.groups.flatMap((group, index) => portElements(group, index));
    const included = new Set(rectangle.ports);
    const [transport, another] = rectangle.transports;
    const [managed, unmanagedToo] = rectangle.managed;
    const described = describePorts(
      all,
      all.filter(({ group }: PortElement) => included.has(group)),
    );
    return {
      ...(hosts.described !== undefined && { hosts: hosts.described }),
      ...(described !== undefined && { ports: described }),
      ...(transport !== undefined && another === undefined && { transport }),
      ...(managed !== undefined && unmanagedToo === undefined && { managed }),
      ...(rectangle.memberships.length < memberships.classes.length && {
        belonging: belongingIn(memberships, rectangle.memberships),
      }),
    };
  }

  private hostsOf(parts: readonly HostPart[]): Hosts {
    const domains = parts[0]?.domains ?? new Set<string>();
    const key = JSON.stringify([
      [...domains],
      parts.map(({ base, hasRest, atoms }) => [base.key, hasRest, atoms.map(atomId)]),
    ]);
    return computed(this.hosts, key, () => {
      const atoms = parts.flatMap(atomsOf);
      const all = this.traffic.hosts.allAtoms(domains);
      const isIn = new Set(atoms.map(atomId));
      const sets = describeHosts(all, (atom) => isIn.has(atomId(atom)));
      return { key: JSON.stringify(sets), atoms, all, described: isIn.size === all.length ? undefined : sets };
    });
  }
}

/** Describes memberships. @param indexes the indexes of their classes */
export function belongingIn({ classes }: MembershipSpace, indexes: readonly number[]): BelongingSet[] {
  return indexes.flatMap((index) => {
    const found = classes[index];
    return found === undefined ? [] : [{ groups: found.groups }];
  });
}
