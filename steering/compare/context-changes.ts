/**
 * Which changes does one context have? Flows that change in the same way, for the same causes, become one draft of a
 * change.
 */
import { append } from '../collections';
import type { Model } from '../model/model';
import { type ChangedObjects, type CauseDimension, causesOf, groupsOf } from './causes';
import { slotOf, type ContextPartition, type ProcessVerdict } from './classes';
import type { WholeFlow } from './comparison';
import type { HostAtom } from './hosts';
import { readingsOf, type Draft } from './merge';
import { Products, type Rectangle, belongingIn } from './products';
import {
  type PortElement,
  type ProcessElement,
  atomId,
  describeHosts,
  describePorts,
  describeProcesses,
  portElements,
} from './regions';
import type { FlowsVerdict } from './verdicts';

/** The number of elements of a dimension whose causes are looked at one by one; further ones go with the first. */
const MOST_LOOKED_AT = 256;

/** A product of processes, hosts and traffic on which one changed verdict is met. */
interface ChangedProduct {
  readonly verdict: FlowsVerdict;
  readonly hosts: readonly HostAtom[];
  /** Every host that is told apart there; `hosts` are described by comparison with them. */
  readonly allHosts: readonly HostAtom[];
  readonly rectangle: Rectangle;
  readonly processes: ProcessElement[];
}

/** Collects the changes of one context, and drafts them. */
export class ContextChanges {
  private readonly found = new Map<string, ChangedProduct>();
  private readonly products: Products;

  constructor(
    private readonly partition: ContextPartition,
    private readonly models: { readonly before: Model; readonly after: Model },
    private readonly changed: ChangedObjects,
  ) {
    this.products = new Products(partition.traffic);
  }

  draftsOf(found: readonly ProcessVerdict[]): Draft[] {
    for (const one of found) this.add(one);
    return [...this.found.values()].flatMap((product) => this.partsOf(product));
  }

  private add({ process, verdict, boxes }: ProcessVerdict): void {
    const groups = groupsOf(process, this.partition.processes, this.changed);
    for (const { key: product, hosts, rectangle } of this.products.of(boxes)) {
      for (const [owners, elements] of groups) {
        const key = [verdict.key, product, owners].join('|');
        const found = this.found.get(key);
        if (found !== undefined) found.processes.push(...elements);
        else {
          const { atoms, all } = hosts;
          this.found.set(key, { verdict, hosts: atoms, allHosts: all, rectangle, processes: [...elements] });
        }
      }
    }
  }

  /** Drafts a product, or the parts of it that have causes of their own, dimension by dimension. */
  private partsOf(product: ChangedProduct): Draft[] {
    const { ports, memberships } = this.partition.traffic;
    const { hosts, rectangle } = product;
    const somePorts = rectangle.ports.flatMap((index) =>
      [ports.groups[index]].flatMap((one) => (one ? portElements(one, index) : [])),
    );
    const [host] = hosts;
    const [port] = somePorts;
    const [membership = 0] = rectangle.memberships;
    if (host === undefined || port === undefined) return [];
    const base: Corner = { host, port, membership };
    const split = <T>(dimension: CauseDimension, list: readonly T[], at: (one: T) => Partial<Corner>): T[][] =>
      this.changed.concern(dimension)
        ? splitBy(list, (one) => this.causesAt(this.witnessAt(product, { ...base, ...at(one) })).join())
        : [[...list]];
    const parts = split('hosts', hosts, (one) => ({ host: one })).flatMap((byHost) =>
      split('ports', somePorts, (one) => ({ port: one })).flatMap((byPort) =>
        split('belonging', rectangle.memberships, (one) => ({ membership: one })).map((byMembership) => ({
          hosts: byHost,
          ports: byPort,
          memberships: byMembership,
        })),
      ),
    );
    const all = {
      ports: ports.groups.flatMap((group, index) => portElements(group, index)),
      memberships: memberships.classes.length,
    };
    return parts.map((part) => this.draftOf({ ...product, ...part }, all));
  }

  private draftOf(
    product: ChangedProduct & { ports: readonly PortElement[]; memberships: readonly number[] },
    all: { ports: readonly PortElement[]; memberships: number },
  ): Draft {
    const { verdict, hosts, allHosts, ports, memberships, rectangle, processes } = product;
    const { traffic, context } = this.partition;
    const [host] = hosts;
    const [port] = ports;
    const [membership = 0] = memberships;
    if (host === undefined || port === undefined) throw new Error('a product without flows');
    const isIn = new Set(hosts.map(atomId));
    const [transport] = rectangle.transports;
    const [managed] = rectangle.managed;
    const witness = this.witnessAt(product, { host, port, membership });
    const region = {
      processes: describeProcesses(processes, this.partition.processes),
      hosts: isIn.size === allHosts.length ? undefined : describeHosts(allHosts, (atom) => isIn.has(atomId(atom))),
      ports: describePorts(all.ports, ports),
      transport: rectangle.transports.length > 1 ? undefined : transport,
      managed: rectangle.managed.length > 1 ? undefined : managed,
      belonging: memberships.length === all.memberships ? undefined : belongingIn(traffic.memberships, memberships),
    };
    return {
      verdict,
      readings: readingsOf(verdict, context),
      region: withoutUndefined(region),
      witness,
      causes: this.causesAt(witness),
    };
  }

  private witnessAt({ rectangle, processes }: ChangedProduct, { host, port, membership }: Corner): WholeFlow {
    const { traffic } = this.partition;
    const [transport] = rectangle.transports;
    const [managed = false] = rectangle.managed;
    const column = traffic.columns.findIndex(
      (one) => one.port === port.group && one.transport === transport && one.membership === membership,
    );
    const slot = slotOf(column, managed);
    return { ...this.partition.flow({ process: processes[0]?.example ?? '', host: host.host, slot }), port: port.port };
  }

  private causesAt(flow: WholeFlow): readonly string[] {
    return causesOf(this.models.before, this.models.after, this.changed, flow);
  }
}

/** One element of each dimension of a product, which stands for the flows there. */
interface Corner {
  readonly host: HostAtom;
  readonly port: PortElement;
  readonly membership: number;
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

function withoutUndefined<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
