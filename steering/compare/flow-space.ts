/**
 * Which flows are there on two models? Every flow is in a context; a context is parted into classes when it is first
 * asked for.
 */
import { computed, firstUnused, groupBy } from '../collections';
import type { PinnedIndex } from '../decide/pinned-index';
import { indexOf, type TenantIndex } from '../decide/tenant-index';
import { hostName } from '../domain/hosts';
import { PLATFORMS, type PlatformName } from '../domain/vocabulary';
import type { Model, Names } from '../model/model';
import { ContextPartition } from './classes';
import { clientClassOf } from './clients';
import type { CompareOptions, WholeFlow } from './comparison';
import { contextsFor, contextsOf, pinnedIn, type Context } from './contexts';
import { ProcessClasses, type Services, servicesAmong, whoseOf } from './processes';
import { TrafficSpace } from './traffic';

const NOT_ALL_CLIENTS = 'Not all combinations of user groups, units and tags could be looked at.';
const NOT_ALL_PROCESSES =
  'Not all processes whose name several patterns match at once could be looked at; there are too many combinations.';
const NOT_ALL_BELONGING = 'Not all combinations of applications, categories and locations could be looked at.';

/** All flows on two models. */
export class FlowSpace {
  readonly contexts: readonly Context[];
  /** Whether the contexts are those of all clients. */
  readonly hasAllClients: boolean;
  private readonly before: TenantIndex;
  private readonly after: TenantIndex;
  private readonly unused: string;
  private readonly traffics = new Map<string, TrafficSpace>();
  private readonly processes = new Map<string, ProcessClasses>();
  private readonly services = new Map<string, Services>();
  /** The numbers of rules, by a text that tells them. */
  private readonly rules = new Map<string, number>();
  private readonly partitions = new Map<string, ContextPartition>();

  /**
   * @param only options as in `CompareOptions`; `processes` limits the flows to those of these exact names, in any case
   */
  constructor(
    before: Model,
    after: Model,
    private readonly only: CompareOptions & { readonly processes?: readonly string[] },
  ) {
    const platforms = only.platforms ?? PLATFORMS.map(({ name }) => name);
    this.before = indexOf(before);
    this.after = indexOf(after);
    this.unused = unusedLabel(before, after);
    const { list, complete } = contextsOf(this.before, this.after, platforms);
    this.contexts = list;
    this.hasAllClients = complete;
  }

  partition(context: Context): ContextPartition {
    return computed(this.partitions, context.key, () => {
      const traffic = computed(
        this.traffics,
        context.trafficKey,
        () => new TrafficSpace(context.scenarios, context.worlds, this.unused, context.platform),
      );
      const { platform } = context;
      return new ContextPartition(
        context,
        traffic,
        (indexes) => this.processesBy(indexes, platform),
        this.only.service,
      );
    });
  }

  /** Groups contexts in which the same becomes of all flows, and for the same reasons. */
  alike(): Context[][] {
    return [...groupBy(this.contexts, (context) => this.keyOf(context)).values()];
  }

  /** Returns a key that is equal for contexts in which the same becomes of all flows, for the same reasons. */
  keyOf(context: Context): string {
    const indexes = pinnedIn(context);
    const { key } = this.servicesIn([...new Set(indexes)], context.platform);
    return `${context.trafficKey} ${this.rulesKey(indexes)} ${key}`;
  }

  /**
   * Returns the classes of processes under some rules. Platforms share them if their rules do the same to the same
   * processes.
   */
  processesBy(indexes: readonly PinnedIndex[], platform: PlatformName): ProcessClasses {
    const services = this.servicesIn(indexes, platform);
    const key = `${this.rulesKey(indexes)} ${services.key}`;
    return computed(this.processes, key, () => new ProcessClasses(indexes, this.only.processes, services));
  }

  private servicesIn(indexes: readonly PinnedIndex[], platform: PlatformName): Services {
    const key = `${platform === 'windows'} ${this.rulesKey(indexes)}`;
    return computed(this.services, key, () => servicesAmong(platform, indexes, this.only.service));
  }

  private rulesKey(indexes: readonly PinnedIndex[]): string {
    const numbers = indexes.map((index) => computed(this.rules, whoseOf(index), () => this.rules.size));
    return numbers.join();
  }

  /** The sentences on what was left out so far. */
  get notCovered(): string[] {
    const partitions = [...this.partitions.values()];
    return [
      ...(this.hasAllClients ? [] : [NOT_ALL_CLIENTS]),
      ...(partitions.every(({ isComplete }) => isComplete) ? [] : [NOT_ALL_PROCESSES]),
      ...(partitions.every(({ traffic }) => traffic.memberships.complete) ? [] : [NOT_ALL_BELONGING]),
    ];
  }

  /** Returns the context that a flow is in. If none that was listed fits, one is made for it. */
  contextOf({ platform, location, userGroups, organizationUnit, deviceTags }: WholeFlow): Context {
    const clients = clientClassOf(this.before, this.after, { platform, userGroups, organizationUnit, deviceTags });
    const isIt = (one: Context) =>
      one.platform === platform && one.clients.key === clients.key && one.locations.includes(location);
    const found = this.contexts.find(isIt) ?? contextsFor(this.before, this.after, clients, platform).find(isIt);
    if (found === undefined) throw new Error(`nowhere: ${location}`);
    return found;
  }
}

function domainsIn({ apps, exceptions, ports }: Model): string[] {
  const definitions = apps.flatMap(({ platforms }) => Object.values(platforms));
  const lists: readonly Names[] = [
    ...definitions.flatMap((definition) => (definition.known ? [definition.value.domains] : [])),
    ...exceptions.flatMap(({ data }) => ('customAppDomains' in data ? [data.customAppDomains] : [])),
    ...exceptions.flatMap(({ data }) => (data.type === 'domains' ? [data.names] : [])),
    ...ports.map(({ domains }) => domains),
  ];
  return lists.flatMap(({ items }) => items);
}

/** Returns a label for host names that are below nothing that is named. */
function unusedLabel(...models: readonly Model[]): string {
  const text = models.flatMap(domainsIn).map(hostName).join();
  return firstUnused(
    (number) => (number === 1 ? 'some-host' : `some-host-${number}`),
    (label) => text.includes(label),
  );
}
