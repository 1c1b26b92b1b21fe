/** This index says whether an entry of the non-standard ports of a configuration steers a flow. [doc] */
import { append } from '../collections';
import { type NonStandardPort, isEmpty } from '../model/model';
import { and, either, certaintyOf, NO, notesOf, openBecause, YES, type Certainty } from './certainty';
import { ALWAYS, conditionOf, identityOf } from './condition';
import { mayBeUntold, parseHost, type Host } from './destination';
import { DomainList } from './domain-list';

/** A port entry, and whether it is there and belongs to the configuration. */
export interface IndexedPort {
  readonly entry: NonStandardPort;
  readonly stands: Certainty;
  /** The hosts that it is for; undefined where it is for every host. */
  readonly domains: DomainList | undefined;
}

/** Whether the port of a flow is steered. */
export interface SteeredPort {
  readonly certainty: Certainty;
  /** The entry that decides it; undefined where none does. */
  readonly entry?: NonStandardPort;
}

const NONE: SteeredPort = { certainty: NO };
const NO_PORT = openBecause('port-entry-without-port');

export class PortIndex {
  private readonly byPort = new Map<number, IndexedPort[]>();
  /** The entries whose port is not known, or that have none. */
  private readonly others: IndexedPort[] = [];

  constructor(readonly entries: readonly IndexedPort[]) {
    for (const one of entries) {
      const { port } = one.entry;
      if (!port.known || port.value === null) this.others.push(one);
      else append(this.byPort, port.value, one);
    }
  }

  /** Every port that an entry names, or may name. */
  get ports(): readonly number[] {
    const candidates = this.others.flatMap(({ entry: { port } }) => (port.known ? [] : (port.candidates ?? [])));
    return [...this.byPort.keys(), ...candidates.filter((port) => port !== null)];
  }

  /** Returns a text that is equal for two ports where the entries say the same of both, whatever the host. */
  describe(port: number): string {
    const all = [
      ...(this.byPort.get(port) ?? []).map(({ entry, stands }) => [entry, stands] as const),
      ...this.others.map(({ entry, stands }) => [entry, and(stands, mayBe(entry, port))] as const),
    ];
    const told = all.filter(([, { verdict }]) => verdict !== 'no');
    return JSON.stringify(
      told.map(([entry, found]) => `${conditionOf(found, identityOf(entry))} ${JSON.stringify(entry.domains)}`).sort(),
    );
  }

  /** Returns whether an entry steers flows to this port of this host, and which entry decides it. */
  steers(port: number, host: Host): SteeredPort {
    let best = NONE;
    for (const one of this.byPort.get(port) ?? [])
      best = better(best, { entry: one.entry, certainty: steersOf(one, host) });
    for (const one of this.others)
      best = better(best, { entry: one.entry, certainty: steersOf(one, host, mayBe(one.entry, port)) });
    return best;
  }

  /** Returns the condition on which an entry steers a flow: `ALWAYS` where one does, undefined where none may. */
  conditionAt(port: number, host: Host): string | undefined {
    const open: string[] = [];
    for (const one of this.byPort.get(port) ?? NO_ENTRIES) {
      const found = steersOf(one, host);
      if (found.verdict === 'yes') return ALWAYS;
      if (found.verdict === 'unknown') open.push(conditionOn(one, host, found));
    }
    for (const one of this.others) {
      const found = steersOf(one, host, mayBe(one.entry, port));
      if (found.verdict === 'yes') return ALWAYS;
      if (found.verdict === 'unknown') open.push(conditionOn(one, host, found));
    }
    return open.length === 0 ? undefined : [...new Set(open)].sort().join(' or ');
  }
}

const NO_ENTRIES: readonly IndexedPort[] = [];

function conditionOn({ entry }: IndexedPort, host: Host, found: Certainty): string {
  return conditionOf(found, identityOf(entry), ...addressesOf(entry, host));
}

/**
 * Whether an entry steers a flow.
 * @param isAbout whether the entry is about the port of the flow
 */
function steersOf({ stands, domains }: IndexedPort, host: Host, isAbout = YES): Certainty {
  return and(and(stands, isAbout), domains === undefined ? YES : domains.steers(host));
}

/**
 * Returns the addresses of an entry, on which the answer depends where the flow does not tell its own; else an empty
 * list.
 */
function addressesOf({ domains: { items } }: NonStandardPort, { kind }: Host): string[] {
  return kind === 'none'
    ? [
        items
          .filter((item) => mayBeUntold(parseHost(item)))
          .sort()
          .join(),
      ]
    : [];
}

export function indexedPort(entry: NonStandardPort, stands: Certainty): IndexedPort {
  return { entry, stands, domains: isEmpty(entry.domains) ? undefined : new DomainList(entry.domains) };
}

/** Whether an entry without a known port is about this port. */
function mayBe({ port }: NonStandardPort, asked: number): Certainty {
  const isAbout = (one: number | null) => (one === null ? NO_PORT : one === asked ? YES : NO);
  if (port.known) return isAbout(port.value);
  const [first, ...others] = new Set(port.candidates?.map(isAbout));
  if (first === undefined || others.length > 0) return certaintyOf('unknown', ...notesOf(port));
  return first === NO ? NO : and(first, certaintyOf('yes', ...notesOf(port)));
}

/** Returns the entry that is certain to steer; of two that may, the first, with the reasons of both. */
function better(a: SteeredPort, b: SteeredPort): SteeredPort {
  if (b.certainty.verdict === 'no' || a.certainty.verdict === 'yes') return a;
  if (a.certainty.verdict === 'no' || b.certainty.verdict === 'yes') return b;
  return { ...a, certainty: either(a.certainty, b.certainty) };
}
