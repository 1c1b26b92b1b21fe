/** The non-standard ports of a configuration: whether a row steers a flow. [doc] */
import { append } from '../grouping';
import type { NonStandardPort } from '../model';
import { isEmpty } from '../value';
import { DomainList } from './domain-list';
import { and, finding, NO, notesOf, openBecause, YES, type Finding } from './finding';
import type { Host } from './host';

export interface PortRow {
  readonly row: NonStandardPort;
  readonly stands: Finding;
  /** Undefined: every host. */
  readonly domains: DomainList | undefined;
}

export interface Steered {
  readonly finding: Finding;
  /** The row that decided; undefined where none does. */
  readonly row?: NonStandardPort;
}

const NONE: Steered = { finding: NO };
const NO_PORT = openBecause('port-row-without-port');

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
      ...(this.byPort.get(port) ?? []).map(({ row, stands }) => [row, stands.verdict] as const),
      ...this.others.map(({ row, stands }) => [row, and(stands, mayBe(row, port)).verdict] as const),
    ];
    const told = rows.filter(([, verdict]) => verdict !== 'no');
    return JSON.stringify(told.map(([{ domains }, verdict]) => `${verdict} ${JSON.stringify(domains)}`).sort());
  }

  steers(port: number, host: Host): Steered {
    let best = NONE;
    for (const { row, stands, domains } of this.byPort.get(port) ?? []) {
      best = better(best, { row, finding: and(stands, domains === undefined ? YES : domains.steers(host)) });
    }
    for (const { row, stands, domains } of this.others) {
      const finding = and(and(stands, mayBe(row, port)), domains === undefined ? YES : domains.steers(host));
      best = better(best, { row, finding });
    }
    return best;
  }
}

export function portRow(row: NonStandardPort, stands: Finding): PortRow {
  return { row, stands, domains: isEmpty(row.domains) ? undefined : new DomainList(row.domains) };
}

/** Whether a row without a known port is about this one. */
function mayBe({ port }: NonStandardPort, asked: number): Finding {
  if (port.known) return NO_PORT;
  return port.candidates === undefined || port.candidates.some((one) => one === asked || one === null)
    ? finding('unknown', ...notesOf(port))
    : NO;
}

function better(a: Steered, b: Steered): Steered {
  if (b.finding.verdict === 'no') return a;
  return a.finding.verdict === 'yes' || (a.finding.verdict === 'unknown' && b.finding.verdict === 'unknown') ? a : b;
}
