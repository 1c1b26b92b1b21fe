/** Decisions for processes and ports at once. Pure. */
import { decide, describeOutcome, quote, type AssumptionId, type Decision, type Model } from '../../steering';
import { outcomeColor, type Palette } from '../palette';
import { table } from '../table';
import type { FlowRest } from './flow-options';

export interface Matrix {
  readonly ports: readonly number[];
  readonly rows: readonly { readonly process: string; readonly decisions: readonly Decision[] }[];
  /** Of all of them. */
  readonly assumptions: readonly AssumptionId[];
}

export function decideMatrix(
  model: Model,
  processes: readonly string[],
  ports: readonly number[],
  rest: FlowRest,
): Matrix {
  const rows = processes.map((process) => ({
    process,
    decisions: ports.map((port) => decide(model, { ...rest, process, port })),
  }));
  const assumptions = new Set(rows.flatMap(({ decisions }) => decisions.flatMap((decision) => decision.assumptions)));
  return { ports, rows, assumptions: [...assumptions] };
}

/** Processes that the model names exactly on the platform, sorted; what patterns match cannot be listed. */
export function processesNamed({ apps }: Model, platform: FlowRest['platform']): string[] {
  const names = apps.flatMap(({ platforms }) => {
    const definition = platforms[platform];
    if (definition?.known !== true) return [];
    const { match, processes } = definition.value;
    return match.known && match.value === 'exact' ? processes.items : [];
  });
  return [...new Set(names)].sort();
}

/** 443, and the non-standard ports that the model names, sorted. */
export function portsNamed({ ports }: Model): number[] {
  const numbers = ports.flatMap(({ port }) => (port.known && port.value !== null ? [port.value] : []));
  return [...new Set([443, ...numbers])].sort((a, b) => a - b);
}

export function showMatrix({ ports, rows }: Matrix, color: Palette): string {
  return table(
    ['process', ...ports.map(String)],
    rows.map(({ process, decisions }) => [
      quote(process),
      ...decisions.map((decision) => ({
        text: describeOutcome(decision),
        paint: outcomeColor(color, decision.outcome),
      })),
    ]),
    color,
  );
}
