/** When does a review stop a pipeline? Gates are conditions that a user chooses. They look at what nobody approved. */
import type { Report, Review } from './report';
import { doesNothing } from './plan/actions';
import { verdictOfLine } from './verdict';

/** The gates that `--fail-on` takes, most dangerous first; docs/review.md defines each. */
export const GATES = ['collateral', 'broadening', 'error', 'warning'] as const;
export type Gate = (typeof GATES)[number];

/** A gate that stops, with the reason. */
export interface Stop {
  readonly gate: Gate;
  /** The reason, as a part of a sentence. */
  readonly because: string;
}

/** Finds the most dangerous of the gates that stop; undefined where none does. */
export function stopOf(report: Pick<Report, 'plans'>, gates: readonly Gate[]): Stop | undefined {
  // A plan that does nothing needs no approval, whatever its objects were before.
  const plans = report.plans.filter((plan) => !doesNothing(plan));
  const asked = new Set(gates.flatMap((gate) => INCLUDES[gate]));
  for (const gate of GATES) {
    const found = asked.has(gate) ? plans.reduce((sum, plan) => sum + COUNTS[gate](plan), 0) : 0;
    if (found > 0) return { gate, because: SAYS[gate](found) };
  }
  return undefined;
}

/** Lists every gate that stops, for itself. */
export function listStops({ plans }: Pick<Report, 'plans'>): Stop[] {
  return GATES.flatMap((gate) => stopOf({ plans }, [gate]) ?? []).filter(
    (one, index, all) => all.findIndex(({ gate }) => gate === one.gate) === index,
  );
}

/** For each gate, all gates whose conditions make it stop: the gate itself, and the worse one of its kind. */
const INCLUDES: Readonly<Record<Gate, readonly Gate[]>> = {
  collateral: ['collateral'],
  broadening: ['collateral', 'broadening'],
  error: ['error'],
  warning: ['error', 'warning'],
};

const COUNTS: Readonly<Record<Gate, (review: Review) => number>> = {
  collateral: ({ traffic }) => unapproved(traffic).filter((line) => verdictOfLine(line) === 'collateral').length,
  // Flows that could not be judged cannot be approved.
  broadening: ({ traffic, isComplete }) =>
    unapproved(traffic).filter(({ effect }) => effect === 'broadening').length + Number(!isComplete),
  error: ({ findings, tests }) =>
    unapproved(findings).filter(({ severity }) => severity === 'error').length +
    tests.filter(({ result }) => result !== 'passed').length,
  warning: ({ findings }) => unapproved(findings).filter(({ severity }) => severity === 'warning').length,
};

const SAYS: Readonly<Record<Gate, (count: number) => string>> = {
  collateral: (count) => `${plural(count, 'change')} of traffic ${count === 1 ? 'reaches' : 'reach'} what nobody named`,
  broadening: (count) => `${plural(count, 'change')} of traffic ${count === 1 ? 'lets' : 'let'} more go, or go unseen`,
  error: (count) => `${plural(count, 'error')} among guardrails and traffic tests`,
  warning: (count) => `${plural(count, 'warning')} of guardrails`,
};

function unapproved<T extends { readonly approval?: unknown }>(all: readonly T[]): T[] {
  return all.filter(({ approval }) => approval === undefined);
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
