/** The non-standard ports of a configuration: whether a row steers a flow. [doc] */
import { append } from '../collections';
import { type NonStandardPort, isEmpty } from '../model/model';
import { ALWAYS, conditionOf, identityOf } from './condition';
import { DomainList } from './domain-list';
import { and, either, certainty, NO, notesOf, openBecause, YES, type Certainty } from './certainty';
import { mayBeUntold, parseHost, type Host } from './destination';

export interface PortRow {
  readonly row: NonStandardPort;
  readonly stands: Certainty;
  /** Undefined: every host. */
  readonly domains: DomainList | undefined;
}

export interface SteeredPort {
  readonly finding: Certainty;
  /** The row that decided; undefined where none does. */
  readonly row?: NonStandardPort;
}

const NONE: SteeredPort = { finding: NO };
const NO_PORT = openBecause('port-entry-without-port');

export class PortIndex {
  private readonly byPort = new Map<number, PortRow[]>();
  /** Rows whose port is not known, or that have none. */
  private readonly others: PortRow[] = [];

  constructor(readonly rows: readonly PortRow[]) {
    for (const row of rows) {
      const { port } = row.row;
      if (!port.known || port.value === null) this.others.push(row);
      else append(this.byPort, port.value, row);
    }
  }

  /** Every port that some row names, or may name. */
  get ports(): readonly number[] {
    const candidates = this.others.flatMap(({ row: { port } }) => (port.known ? [] : (port.candidates ?? [])));
    return [...this.byPort.keys(), ...candidates.filter((port) => port !== null)];
  }

  /** The same for ports that no host tells apart. */
  describe(port: number): string {
    const rows = [
      ...(this.byPort.get(port) ?? []).map(({ row, stands }) => [row, stands] as const),
      ...this.others.map(({ row, stands }) => [row, and(stands, mayBe(row, port))] as const),
    ];
    const told = rows.filter(([, { verdict }]) => verdict !== 'no');
    return JSON.stringify(
      told.map(([row, found]) => `${conditionOf(found, identityOf(row))} ${JSON.stringify(row.domains)}`).sort(),
    );
  }

  steers(port: number, host: Host): SteeredPort {
    let best = NONE;
    for (const one of this.byPort.get(port) ?? []) best = better(best, { row: one.row, finding: steersOf(one, host) });
    for (const one of this.others)
      best = better(best, { row: one.row, finding: steersOf(one, host, mayBe(one.row, port)) });
    return best;
  }

  /** On what it hangs whether some row steers a flow: on nothing where one does, undefined where none may. */
  conditionAt(port: number, host: Host): string | undefined {
    const open = new Set<string>();
    const isMet = ({ row }: PortRow, found: Certainty) => {
      if (found.verdict === 'unknown') open.add(conditionOf(found, identityOf(row), ...addressesOf(row, host)));
      return found.verdict === 'yes';
    };
    for (const one of this.byPort.get(port) ?? []) if (isMet(one, steersOf(one, host))) return ALWAYS;
    for (const one of this.others) if (isMet(one, steersOf(one, host, mayBe(one.row, port)))) return ALWAYS;
    return open.size === 0 ? undefined : [...open].sort().join(' or ');
  }
}

/** @param isAbout whether it is about the port of the flow */
function steersOf({ stands, domains }: PortRow, host: Host, isAbout = YES): Certainty {
  return and(and(stands, isAbout), domains === undefined ? YES : domains.steers(host));
}

/** Of an address that the flow does not tell. */
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

export function portRow(row: NonStandardPort, stands: Certainty): PortRow {
  return { row, stands, domains: isEmpty(row.domains) ? undefined : new DomainList(row.domains) };
}

/** Whether a row without a known port is about this one. */
function mayBe({ port }: NonStandardPort, asked: number): Certainty {
  const isAbout = (one: number | null) => (one === null ? NO_PORT : one === asked ? YES : NO);
  if (port.known) return isAbout(port.value);
  const [first, ...others] = new Set(port.candidates?.map(isAbout));
  if (first === undefined || others.length > 0) return certainty('unknown', ...notesOf(port));
  return first === NO ? NO : and(first, certainty('yes', ...notesOf(port)));
}

/** What is certain; of two entries that may steer, the first one, and all on which either hangs. */
function better(a: SteeredPort, b: SteeredPort): SteeredPort {
  if (b.finding.verdict === 'no' || a.finding.verdict === 'yes') return a;
  if (a.finding.verdict === 'no' || b.finding.verdict === 'yes') return b;
  return { ...a, finding: either(a.finding, b.finding) };
}
