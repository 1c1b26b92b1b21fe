/** What becomes of the flows of several processes and ports at once? The functions are pure. */
import {
  complainAboutProcess,
  decide,
  describeOutcome,
  possibilitiesOf,
  quote,
  type AssumptionId,
  type Decision,
  type Model,
} from '../../steering';
import { DNS_PORT } from '../../steering/decide/destination';
import { STANDARD_PORTS } from '../../steering/domain/vocabulary';
import { type Palette, outcomeColor, table } from '../show';
import type { FlowRest } from './flow-options';

/** A column of neighbouring ports with the same outcome for each process. */
interface PortColumn {
  readonly from: number;
  /** The last port of the column. */
  readonly to: number;
}

export interface DecisionMatrix {
  readonly columns: readonly PortColumn[];
  readonly rows: readonly { readonly process: string; readonly decisions: readonly Decision[] }[];
  /** The assumptions of all decisions. */
  readonly assumptions: readonly AssumptionId[];
}

export function decideMatrix(
  model: Model,
  processes: readonly string[],
  ports: readonly number[],
  rest: FlowRest,
): DecisionMatrix {
  const columns = columnsOf(model, ports).map(({ from, to }) => ({
    from,
    to,
    decisions: processes.map((process) => decide(model, { ...rest, process, port: from })),
  }));
  const folded: typeof columns = [];
  for (const column of columns) {
    const last = folded.at(-1);
    if (last !== undefined && last.to + 1 === column.from && isSame(last.decisions, column.decisions)) {
      folded[folded.length - 1] = { ...last, to: column.to };
    } else folded.push(column);
  }
  const assumptions = new Set(columns.flatMap(({ decisions }) => decisions.flatMap((one) => one.assumptions)));
  return {
    columns: folded.map(({ from, to }) => ({ from, to })),
    rows: processes.map((process, row) => ({
      process,
      decisions: folded.flatMap(({ decisions }) => decisions[row] ?? []),
    })),
    assumptions: [...assumptions],
  };
}

/**
 * Puts ports into columns. A port that something names has a column of its own; all ports between two of these behave
 * alike.
 */
function columnsOf(model: Model, ports: readonly number[]): PortColumn[] {
  const named = new Set([...STANDARD_PORTS, DNS_PORT, ...model.ports.flatMap(({ port }) => possibilitiesOf(port, []))]);
  const columns: PortColumn[] = [];
  for (const port of ports) {
    const last = columns.at(-1);
    const goesOn = last !== undefined && last.to + 1 === port && !named.has(port) && !named.has(last.to);
    if (goesOn) columns[columns.length - 1] = { from: last.from, to: port };
    else columns.push({ from: port, to: port });
  }
  return columns;
}

function isSame(some: readonly Decision[], others: readonly Decision[]): boolean {
  const fate = ({ outcome, via, possible }: Decision) => JSON.stringify([outcome, via, possible]);
  return some.every((decision, row) => fate(decision) === fate(others[row] ?? decision));
}

/** Lists the processes that the model names exactly on a platform, sorted; what patterns match cannot be listed. */
export function processesNamed({ apps }: Model, platform: FlowRest['platform']): string[] {
  const names = apps.flatMap(({ platforms }) => {
    const definition = platforms[platform];
    if (definition?.known !== true) return [];
    const { match, processes } = definition.value;
    return match.known && match.value === 'exact' ? processes.items : [];
  });
  // A tenant accepts names that no process can have; no flow can come from such a process.
  return [...new Set(names)].filter((name) => complainAboutProcess(name, platform) === undefined).sort();
}

/** Lists port 443 and the non-standard ports that the model names, sorted. */
export function portsNamed({ ports }: Model): number[] {
  const numbers = ports.flatMap(({ port }) => (port.known && port.value !== null ? [port.value] : []));
  return [...new Set([443, ...numbers])].sort((a, b) => a - b);
}

export function showMatrix({ columns, rows }: DecisionMatrix, color: Palette): string {
  return table(
    ['process', ...columns.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`))],
    rows.map(({ process, decisions }) => [
      quote(process),
      ...decisions.map((decision) => ({
        lines: [describeOutcome(decision)],
        paint: outcomeColor(color, decision.outcome),
      })),
    ]),
    color,
  );
}
