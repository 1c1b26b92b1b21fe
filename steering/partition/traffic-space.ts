/** All traffic as some scenarios see it, whatever process it is of: destinations, ports, transports, memberships. */
import type { Contender } from '../decide/contender';
import { matchOthers } from '../decide/evaluate';
import { DNS_PORT, type Facts, type Host } from '../decide/destination';
import { intercept, interceptionConditions } from '../decide/interception';
import type { Scenario } from '../decide/tenant-index';
import type { WholeFlow } from '../comparison';
import { TRANSPORTS, type Flow, type Transport } from '../model/flow';
import { NOTHING, type Possibilities } from '../decide/outcome';
import type { PlatformName } from '../domain/vocabulary';
import { toldOf } from './contention';
import type { World } from './worlds';
import { HostSpace, type HostClass } from './host-space';
import { MembershipSpace, NOWHERE, type Membership } from './memberships';
import { PortSpace } from './port-groups';

/** What does not depend on the destination: indexes of a group of ports and of a membership. */
export interface Column {
  readonly port: number;
  readonly transport: Transport;
  readonly membership: number;
}

/** What a scenario makes of traffic before any process is looked at. */
export interface Treatment {
  readonly intercepted: 'yes' | 'no' | 'unknown';
  /** All that must hold for it, where it is not known. */
  readonly when: readonly string[];
  readonly certain: Possibilities;
  readonly possible: Possibilities;
  readonly contenders: readonly Contender[];
  /** Tells the contenders. */
  readonly exceptions: string;
  /** Tells all of it: the same before and after where it is the same that is not known. */
  readonly told: string;
}

/** What a flow says of its destination and of what it belongs to. */
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

export class TrafficSpace {
  readonly ports: PortSpace;
  readonly hosts: HostSpace;
  readonly memberships: MembershipSpace;
  readonly columns: readonly Column[];
  private readonly treatments = new Map<string, readonly (readonly Treatment[])[]>();
  /** Those that tell traffic apart: how elements with a comma are read does not. */
  private readonly distinct: readonly Scenario[];
  /** By scenario, the index of the one among these. */
  private readonly numbers: readonly number[];

  /** @param platform of the clients, or of some that are like them here */
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

  /** By column and scenario. */
  treatmentsOf({ key, atoms }: HostClass): readonly (readonly Treatment[])[] {
    let found = this.treatments.get(key);
    if (found === undefined) {
      const [atom] = atoms;
      if (atom === undefined) throw new Error('a class without hosts');
      const { host } = atom;
      found = this.columns.map((column) => this.treatmentsAt(host, this.flowOf(host, column)));
      this.treatments.set(key, found);
    }
    return found;
  }

  /** By scenario. */
  treatmentsAt(host: Host, traffic: Traffic): Treatment[] {
    const { port, transport } = traffic;
    const flow: Flow = { ...traffic, platform: this.platform, process: '' };
    const facts: Facts = { flow, host, port, transport, isDns: port === DNS_PORT };
    const treatments = this.distinct.map((scenario): Treatment => {
      const { finding } = intercept(scenario, facts);
      if (finding.verdict === 'no') return NOT_INTERCEPTED;
      const contenders: Contender[] = [];
      const matched = matchOthers(scenario, facts, undefined, contenders);
      const intercepted = matched.reaches ? 'yes' : finding.verdict;
      const when = intercepted === 'yes' ? [] : interceptionConditions(scenario, facts, finding);
      const isPlain = intercepted === 'yes' && contenders.length === 0;
      const exceptions = toldOf(contenders);
      const told = isPlain ? intercepted : `${intercepted} ${when.join('&')} ${exceptions}`;
      return { intercepted, when, ...matched, contenders, exceptions, told };
    });
    return this.numbers.map((number) => treatments[number] ?? NOT_INTERCEPTED);
  }

  /** The part of an example that is about traffic. */
  flowOf(host: Host, { port, transport, membership }: Column): Traffic {
    const example = this.memberships.classes[membership]?.example ?? NOWHERE;
    return { host: host.text, port: this.ports.groups[port]?.sample ?? 0, transport, ...example };
  }
}
