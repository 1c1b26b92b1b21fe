/**
 * Where do changes have the same causes? A product of hosts and ports is parted by the objects that cause what changes
 * there, with as few flows looked at as that takes.
 */
import { append, computed, groupBy } from '../collections';
import type { Model } from '../model/model';
import { type ChangedObjects, type CauseDimension, causesOf, tracedCausesOf } from './causes';
import type { ContextPartition } from './classes';
import type { WholeFlow } from './comparison';
import type { HostAtom } from './hosts';
import type { Product, Products } from './products';
import type { PortElement, ProcessElement } from './regions';
import { slotOf } from './slots';

/** The causes of changes by what the rules of a process say of the hosts. */
export type SettledCauses = Map<string, readonly string[]>;

/** One element of each dimension of a product, which stands for the flows there. */
export interface Corner {
  readonly host: HostAtom;
  readonly port: PortElement;
  readonly membership: number;
}

/** A process that stands for all that nothing is about. */
const ANY_PROCESS: ProcessElement = { kind: 'others', text: '', example: 'another-process.exe' };

/** The number of elements of a dimension whose causes are looked at one by one; further ones go with the first. */
const MOST_LOOKED_AT = 256;

/** A part of a product that changes for the same causes. */
export interface Part {
  readonly product: Product;
  readonly hosts: readonly HostAtom[];
  readonly ports: readonly PortElement[];
  readonly memberships: readonly number[];
  /** The ids of the causes. */
  readonly causes: readonly string[];
}

/** Finds the parts of products. */
export class Parts {
  private readonly ofTraffic = new Map<string, readonly string[]>();

  constructor(
    private readonly partition: ContextPartition,
    private readonly models: { readonly before: Model; readonly after: Model },
    private readonly changed: ChangedObjects,
    private readonly products: Products,
  ) {}

  /**
   * Parts a product by the causes of what changes there, dimension by dimension.
   * @param own the ids of the changed objects that are about the process
   * @param settled what is known of hosts whose traffic is treated as before, whatever the process
   */
  of(product: Product, process: ProcessElement, own: ReadonlySet<string>, settled: SettledCauses): Part[] {
    const { hosts, rectangle } = product;
    const ports = this.products.portsOf(product);
    const [port] = ports;
    const [membership = 0] = rectangle.memberships;
    if (port === undefined) return [];
    const { memberships } = rectangle;
    const causesAt = (corner: Corner) => this.causesAt(this.witnessAt(product, process, corner));
    // Where traffic is treated as before, the cause is the same for all hosts of which the rules of the process say the
    // same: one flow shows it. Elsewhere, what changes the traffic of every process counts as well.
    const groups = groupBy(hosts.parts, ([part]) => `${!this.partition.isTreatedOtherwise(part.base)} ${part.said}`);
    return [...groups.values()].flatMap((same): Part[] => {
      const [[part, [host] = []] = []] = same;
      if (part === undefined || host === undefined) return [];
      const atoms = same.flatMap(([, some]) => some);
      const base: Corner = { host, port, membership };
      if (!this.partition.isTreatedOtherwise(part.base)) {
        const causes = computed(settled, part.said, () => causesAt(base));
        return [{ product, hosts: atoms, ports, memberships, causes }];
      }
      const mine =
        own.size === 0 ? [] : computed(settled, `mine ${part.said}`, () => causesAt(base).filter((id) => own.has(id)));
      return this.splitAtoms(product, { atoms, ports }, (some) => {
        const corner = { ...base, ...some };
        const all = [...new Set([...mine, ...this.trafficCausesAt(product, corner)])].sort();
        return all.length > 0 ? all : causesAt(corner);
      });
    });
  }

  /** Returns the ids of the objects because of which the traffic of every process changes, found once for all processes. */
  private trafficCausesAt(product: Product, corner: Corner): readonly string[] {
    const { transports, managed } = product.rectangle;
    const { host, port, membership } = corner;
    const key = [host.host.text, port.port, membership, transports[0], managed[0]].join('|');
    return computed(this.ofTraffic, key, () => {
      const flow = this.witnessAt(product, ANY_PROCESS, corner);
      return tracedCausesOf(this.models.before, this.models.after, this.changed, flow);
    });
  }

  private splitAtoms(
    product: Product,
    { atoms, ports }: { readonly atoms: readonly HostAtom[]; readonly ports: readonly PortElement[] },
    causesAt: (corner: Partial<Corner>) => readonly string[],
  ): Part[] {
    const { rectangle } = product;
    const split = <T>(dimension: CauseDimension, list: readonly T[], at: (one: T) => Partial<Corner>): T[][] =>
      this.changed.concern(dimension) ? splitBy(list, (one) => causesAt(at(one)).join()) : [[...list]];
    return split('hosts', atoms, (one) => ({ host: one })).flatMap((byHost) =>
      split('ports', ports, (one) => ({ port: one })).flatMap((byPort) =>
        split('belonging', rectangle.memberships, (one) => ({ membership: one })).map((byMembership): Part => {
          const [host, port, membership] = [byHost[0], byPort[0], byMembership[0]];
          const causes = causesAt({
            ...(host && { host }),
            ...(port && { port }),
            ...(membership !== undefined && { membership }),
          });
          return { product, hosts: byHost, ports: byPort, memberships: byMembership, causes };
        }),
      ),
    );
  }

  witnessAt({ rectangle }: Product, process: ProcessElement, { host, port, membership }: Corner): WholeFlow {
    const { traffic } = this.partition;
    const [transport] = rectangle.transports;
    const [managed = false] = rectangle.managed;
    const column = traffic.columns.findIndex(
      (one) => one.port === port.group && one.transport === transport && one.membership === membership,
    );
    const slot = slotOf(column, managed);
    return { ...this.partition.flow({ process: process.example, host: host.host, slot }), port: port.port };
  }

  private causesAt(flow: WholeFlow): readonly string[] {
    return causesOf(this.models.before, this.models.after, this.changed, flow);
  }
}

/** Groups elements by their causes. */
function splitBy<T>(list: readonly T[], causesOf: (one: T) => string): T[][] {
  if (list.length < 2) return [[...list]];
  const groups = new Map<string, T[]>();
  let first: string | undefined;
  list.forEach((one, index) => {
    const key = index < MOST_LOOKED_AT || first === undefined ? causesOf(one) : first;
    first ??= key;
    append(groups, key, one);
  });
  return [...groups.values()];
}
