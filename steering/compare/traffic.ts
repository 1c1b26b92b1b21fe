/** Which traffic is there, and what do some scenarios make of it, whatever its process? */
import { computed, groupBy } from '../collections';
import { conditionOf, identityOf, sideOf } from '../decide/condition';
import type { Contender } from '../decide/contender';
import { DNS_PORT, type Facts, type Host } from '../decide/destination';
import { matchOthers } from '../decide/evaluate';
import { intercept, interceptionConditions } from '../decide/interception';
import { type BelongingException, NAMED_TYPES, type NamedType } from '../decide/other-exceptions';
import { NOTHING, type Possibilities } from '../decide/outcome';
import type { Scenario } from '../decide/tenant-index';
import type { TrafficModeName } from '../domain/exceptions';
import type { PlatformName } from '../domain/vocabulary';
import { type Flow, TRANSPORTS, type Transport } from '../model/flow';
import { possibilitiesOf } from '../model/model';
import type { Belonging as Belongings, BelongingSet, WholeFlow } from './comparison';
import { type HostClass, HostSpace } from './hosts';
import { PortSpace } from './ports';
import { type World, toldOf } from './worlds';

/** The names that a flow belongs to: applications, categories, locations, a country. */
type Membership = Belongings;

/** Memberships that exceptions do not tell apart. */
export interface MembershipClass extends BelongingSet {
  readonly key: string;
  /** An example, as small as can be. */
  readonly example: Membership;
}

/** The membership of a flow that belongs to nothing. */
const NOWHERE: Membership = {
  applications: [],
  categories: [],
  destinationLocations: [],
  sourceLocations: [],
  sourceCountry: null,
};
/** The largest number of combinations that are looked at. */
const MOST = 512;

/** All memberships, parted by the exceptions that name them. */
export class MembershipSpace {
  readonly classes: readonly MembershipClass[];
  /** Whether these are all classes. */
  readonly complete: boolean;
  /** The effects of exceptions on flows that belong to a name, by the type of the exceptions and the name. */
  private readonly effects = new Map<string, Doings>();

  constructor(scenarios: readonly Scenario[]) {
    const all = scenarios.flatMap(({ index, place, mode }, scenario) =>
      index.at(place).others.exceptions.flatMap((belonging) => namingIn(scenario, belonging, mode)),
    );
    for (const same of groupBy(all, ({ who }) => who).values()) this.addEffects(same);
    const classes = new Map<string, MembershipClass>([['', { key: '', example: NOWHERE, groups: [] }]]);
    const add = (to: Iterable<MembershipClass>, alike: readonly MembershipEntry[]) => {
      const [entry] = alike;
      if (entry === undefined) return;
      const group = { kind: NAMED_TYPES[entry.type], names: alike.map(({ name }) => name) };
      for (const { example, groups } of [...to]) {
        const widened = withName(example, entry);
        const key = this.keyOf(widened);
        const all = [...groups, group];
        if (!classes.has(key) && classes.size < MOST) classes.set(key, { key, example: widened, groups: all });
      }
    };
    const distinct = this.alikeNames();
    const isCountry = ([entry]: readonly MembershipEntry[]) => entry?.type === 'source_countries';
    for (const alike of distinct.filter((one) => !isCountry(one))) add(classes.values(), alike);
    // A client is in one country at a time.
    const anywhere = [...classes.values()];
    for (const alike of distinct.filter(isCountry)) add(anywhere, alike);
    this.classes = [...classes.values()];
    this.complete = classes.size < MOST;
  }

  private keyOf(membership: Membership): string {
    const found = new Map<string, Set<string>>();
    for (const [type, attribute] of Object.entries(NAMED_TYPES)) {
      const value = membership[attribute];
      for (const name of value === null ? [] : typeof value === 'string' ? [value] : value) {
        for (const [whose, effects] of this.effects.get(`${type} ${name}`) ?? []) {
          const all = computed(found, whose, () => new Set<string>());
          for (const effect of effects) all.add(effect);
        }
      }
    }
    return [...new Set([...found.values()].map(inOrder))].sort().join(' ');
  }

  /** Adds what one exception does. @param same the exception in each scenario that has it */
  private addEffects(same: readonly Naming[]): void {
    const [first] = same;
    if (first === undefined) return;
    const effects = same.map(({ scenario, effect }) => `${scenario}:${effect}`);
    // An exception whose names change counts by its identity: other names may name it before and after.
    const keepsNames = same.every(({ list }) => list === first.list);
    const whose = keepsNames ? inOrder(effects) : first.who;
    for (const { scenario, effect, names } of same) {
      for (const name of names) {
        const doings = computed(this.effects, `${first.type} ${name}`, () => new Map<string, Set<string>>());
        computed(doings, whose, () => new Set<string>()).add(`${scenario}:${effect}`);
      }
    }
  }

  /** Groups the names of one type that have the same effects. */
  private alikeNames(): MembershipEntry[][] {
    const all = [...this.effects].map(([entry, doings]) => {
      const told = [...doings].map(([whose, effects]) => `${whose} ${inOrder(effects)}`).sort();
      return { entry: entryOf(entry), told: told.join(' ') };
    });
    const groups = groupBy(all, ({ entry, told }) => `${entry.type} ${told}`);
    return [...groups.values()].map((alike) => alike.map(({ entry }) => entry));
  }
}

interface MembershipEntry {
  readonly type: NamedType;
  readonly name: string;
}

function entryOf(text: string): MembershipEntry {
  const space = text.indexOf(' ');
  return { type: text.slice(0, space) as NamedType, name: text.slice(space + 1) };
}

/**
 * Effects by the exceptions that have them, or by what these do in all scenarios, where that is enough to tell them
 * apart.
 */
type Doings = Map<string, Set<string>>;

/** What an exception does in a scenario to flows that belong to its names. */
interface Naming {
  readonly who: string;
  readonly type: string;
  readonly scenario: number;
  readonly effect: string;
  readonly names: readonly string[];
  /** A text that is the same for the same names. */
  readonly list: string;
}

function namingIn(scenario: number, { exception, stands }: BelongingException, mode: TrafficModeName): Naming[] {
  const { data } = exception;
  if (!('names' in data) || !Object.hasOwn(NAMED_TYPES, data.type)) return [];
  const who = identityOf(exception);
  // The type counts only where exceptions of several types do not do the same.
  const byType = mode === 'all' || data.type === 'category' || data.type === 'source_countries' ? data.type : '';
  const action = 'action' in data ? possibilitiesOf(data.action, ['bypass', 'bypass_except_dns']).join() : '';
  const local = 'treatLikeLocalIp' in data ? possibilitiesOf(data.treatLikeLocalIp, [true, false]).join() : '';
  const when = conditionOf(stands, who, ...sideOf(exception, stands));
  const open = 'action' in data && !data.action.known ? `${who}: ${data.action.reason}` : '';
  const effect = `${byType}:${action}:${open}:${local}:${when}`;
  const { items } = data.names;
  return [{ who: `${data.type} ${who}`, type: data.type, scenario, effect, names: items, list: inOrder(items) }];
}

function inOrder(texts: Iterable<string>): string {
  return [...texts].sort().join('|');
}

function withName(membership: Membership, { type, name }: MembershipEntry): Membership {
  const attribute = NAMED_TYPES[type];
  if (attribute === 'sourceCountry') return { ...membership, sourceCountry: name };
  return { ...membership, [attribute]: [...membership[attribute], name] };
}

/** All of traffic but its destination; the port and the membership are indexes of their groups. */
export interface TrafficColumn {
  readonly port: number;
  readonly transport: Transport;
  readonly membership: number;
}

const NO_COLUMN: TrafficColumn = { port: 0, transport: 'tcp', membership: 0 };

/** Columns that are treated alike. */
export interface TreatedColumns {
  /** The indexes of the columns, in ascending order. */
  readonly columns: readonly number[];
  /** The treatment in each scenario. */
  readonly treatments: readonly Treatment[];
}

/** What a scenario makes of traffic, before any process is looked at. */
export interface Treatment {
  readonly intercepted: 'yes' | 'no' | 'unknown';
  /** The conditions for interception, all of which must hold, where it is not known. */
  readonly when: readonly string[];
  readonly certain: Possibilities;
  readonly possible: Possibilities;
  readonly contenders: readonly Contender[];
  /** A text that tells the contenders. */
  readonly exceptions: string;
  /** A text that tells all of the treatment; it is equal before and after where the same is not known. */
  readonly told: string;
}

/** What a flow says of its traffic: the destination, and the names that it belongs to. */
export type Traffic = Pick<WholeFlow, 'host' | 'port' | 'transport'> & Membership;

const NOT_INTERCEPTED: Treatment = {
  intercepted: 'no',
  when: [],
  certain: NOTHING,
  possible: NOTHING,
  contenders: [],
  exceptions: '',
  told: 'no',
};

/** All traffic, as some scenarios see it. */
export class TrafficSpace {
  readonly ports: PortSpace;
  readonly hosts: HostSpace;
  readonly memberships: MembershipSpace;
  readonly columns: readonly TrafficColumn[];
  private readonly treatments = new Map<string, readonly TreatedColumns[]>();
  /** The scenarios that treat traffic differently; the reading of commas makes no difference to traffic. */
  private readonly distinct: readonly Scenario[];
  /** The index in `distinct` of each scenario. */
  private readonly numbers: readonly number[];

  /** @param platform the platform of the clients, or one on which traffic is treated alike */
  constructor(
    all: readonly Scenario[],
    worlds: readonly World[],
    unused: string,
    private readonly platform: PlatformName,
  ) {
    const isLike = (a: Scenario, b: Scenario) => a.index === b.index && a.place === b.place && a.mode === b.mode;
    const scenarios = all.filter((one, index) => all.findIndex((other) => isLike(one, other)) === index);
    this.distinct = scenarios;
    this.numbers = all.map((one) => scenarios.findIndex((other) => isLike(one, other)));
    this.ports = new PortSpace(scenarios);
    this.memberships = new MembershipSpace(scenarios);
    const numberOf = (scenario: number) => this.numbers[scenario] ?? scenario;
    const told = worlds.map((one) => ({ ...one, before: numberOf(one.before), after: numberOf(one.after) }));
    this.hosts = new HostSpace(scenarios, told, this.ports.groups, unused);
    this.columns = this.ports.groups.flatMap((_, port) =>
      TRANSPORTS.flatMap((transport) =>
        this.memberships.classes.map((__, membership) => ({ port, transport, membership })),
      ),
    );
  }

  /** Returns the treatments of traffic to a class of hosts; each column is in one group. */
  treatmentsOf({ key, atoms }: HostClass): readonly TreatedColumns[] {
    const [atom] = atoms;
    if (atom === undefined) throw new Error('a class without hosts');
    return computed(this.treatments, key, () => this.findTreatments(atom.host));
  }

  /**
   * Most ports are treated like those that nothing names, to most hosts: only the others are looked at one by one, since
   * there may be a thousand ports for each of a thousand hosts.
   */
  private findTreatments(host: Host): TreatedColumns[] {
    const { groups } = this.ports;
    const plain = groups.findIndex(({ ports }) => ports.length === 0);
    const like = groups.map(({ key }, port) =>
      this.ports.isPlain(key) && this.hosts.steeredAt(port, host) === this.hosts.steeredAt(plain, host) ? plain : port,
    );
    const columns = groupBy(this.columns.keys(), (index) => {
      const { port, transport, membership } = this.columns[index] ?? NO_COLUMN;
      return `${like[port]} ${transport} ${membership}`;
    });
    return [...columns.values()].map((alike) => {
      const { port, ...rest } = this.columns[alike[0] ?? 0] ?? NO_COLUMN;
      return { columns: alike, treatments: this.treatmentsAt(host, this.flowOf(host, { ...rest, port })) };
    });
  }

  /** Returns the treatments of some traffic, by scenario. */
  treatmentsAt(host: Host, traffic: Traffic): Treatment[] {
    const { port, transport } = traffic;
    const flow: Flow = { ...traffic, platform: this.platform, process: '' };
    const facts: Facts = { flow, host, port, transport, isDns: port === DNS_PORT };
    const treatments = this.distinct.map((scenario): Treatment => {
      const { certainty } = intercept(scenario, facts);
      if (certainty.verdict === 'no') return NOT_INTERCEPTED;
      const contenders: Contender[] = [];
      const matched = matchOthers(scenario, facts, undefined, contenders);
      const intercepted = matched.reaches ? 'yes' : certainty.verdict;
      const when = intercepted === 'yes' ? [] : interceptionConditions(scenario, facts, certainty);
      const isPlain = intercepted === 'yes' && contenders.length === 0;
      const exceptions = toldOf(contenders);
      const told = isPlain ? intercepted : `${intercepted} ${when.join('&')} ${exceptions}`;
      return { intercepted, when, ...matched, contenders, exceptions, told };
    });
    return this.numbers.map((number) => treatments[number] ?? NOT_INTERCEPTED);
  }

  /** Returns an example of traffic to a host in a column. */
  flowOf(host: Host, { port, transport, membership }: TrafficColumn): Traffic {
    const example = this.memberships.classes[membership]?.example ?? NOWHERE;
    return { host: host.text, port: this.ports.groups[port]?.sample ?? 0, transport, ...example };
  }
}
