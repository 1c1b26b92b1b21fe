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

/** What the gates stop at: single changes and findings, and what nobody can approve. */
export interface Stopping {
  /** The changes and findings that can be approved, each once, with the review that shows it. */
  readonly approvable: readonly { readonly id: string; readonly review: Review }[];
  /** The number of traffic tests that do not pass, and of plans that could not be judged completely. */
  readonly fixed: number;
}

/** Finds the most dangerous of the gates that stop; undefined where none does. */
export function stopOf(report: Pick<Report, 'plans'>, gates: readonly Gate[]): Stop | undefined {
  const plans = plansThatAct(report);
  for (const gate of includedIn(gates)) {
    const stops = plans.map(STOPS[gate]);
    const found = stops.reduce((sum, { approvable, fixed }) => sum + approvable.length + fixed, 0);
    const old = stops.flatMap(({ approvable }) => approvable).filter(({ isNew }) => isNew === false).length;
    if (found > 0) return { gate, because: `${SAYS[gate](found)}${thereBefore(old, found)}` };
  }
  return undefined;
}

/** Lists every gate that stops, for itself. */
export function listStops({ plans }: Pick<Report, 'plans'>): Stop[] {
  return GATES.flatMap((gate) => stopOf({ plans }, [gate]) ?? []).filter(
    (one, index, all) => all.findIndex(({ gate }) => gate === one.gate) === index,
  );
}

/** Lists all that the gates stop at, whichever of them gives the exit code. */
export function stoppingAt(report: Report, gates: readonly Gate[]): Stopping {
  const found = plansThatAct(report).map((review) => {
    const each = includedIn(gates).map((gate) => STOPS[gate](review));
    const ids = new Set(each.flatMap(({ approvable }) => approvable.map(({ id }) => id)));
    return {
      approvable: [...ids].map((id) => ({ id, review })),
      fixed: each.reduce((sum, { fixed }) => sum + fixed, 0),
    };
  });
  return {
    approvable: found.flatMap(({ approvable }) => approvable),
    fixed: found.reduce((sum, { fixed }) => sum + fixed, 0),
  };
}

/** A plan that does nothing needs no approval, whatever its objects were before. */
function plansThatAct({ plans }: Pick<Report, 'plans'>): Review[] {
  return plans.filter((plan) => !doesNothing(plan));
}

function includedIn(gates: readonly Gate[]): Gate[] {
  const asked = new Set(gates.flatMap((gate) => INCLUDES[gate]));
  return GATES.filter((gate) => asked.has(gate));
}

/** For each gate, all gates whose conditions make it stop: the gate itself, and the worse one of its kind. */
const INCLUDES: Readonly<Record<Gate, readonly Gate[]>> = {
  collateral: ['collateral'],
  broadening: ['collateral', 'broadening'],
  error: ['error'],
  warning: ['error', 'warning'],
};

interface StopsAt {
  readonly approvable: readonly { readonly id: string; readonly isNew?: boolean }[];
  readonly fixed: number;
}

const STOPS: Readonly<Record<Gate, (review: Review) => StopsAt>> = {
  collateral: ({ traffic }) => ({
    approvable: unapproved(traffic).filter((line) => verdictOfLine(line) === 'collateral'),
    fixed: 0,
  }),
  // Flows that could not be judged cannot be approved.
  broadening: ({ traffic, isComplete }) => ({
    approvable: unapproved(traffic).filter(({ effect }) => effect === 'broadening'),
    fixed: Number(!isComplete),
  }),
  error: ({ findings, tests }) => ({
    approvable: unapproved(findings).filter(({ severity }) => severity === 'error'),
    fixed: tests.filter(({ result }) => result !== 'passed').length,
  }),
  warning: ({ findings }) => ({
    approvable: unapproved(findings).filter(({ severity }) => severity === 'warning'),
    fixed: 0,
  }),
};

const SAYS: Readonly<Record<Gate, (count: number) => string>> = {
  collateral: (count) =>
    `${plural(count, 'change')} of traffic ${count === 1 ? 'reaches' : 'reach'} what the plan does not name`,
  broadening: (count) =>
    `${plural(count, 'change')} of traffic ${count === 1 ? 'opens' : 'open'} what was blocked or inspected, or may`,
  error: (count) => `${plural(count, 'error')} among guardrails and traffic tests`,
  warning: (count) => `${plural(count, 'warning')} of guardrails`,
};

/** Says how many findings the report only counts. */
function thereBefore(old: number, found: number): string {
  if (old === 0) return '';
  const which = old < found ? `, ${old} of them` : '';
  return `${which} there before the plan (netskope-steering check tells them)`;
}

function unapproved<T extends { readonly approval?: unknown }>(all: readonly T[]): T[] {
  return all.filter(({ approval }) => approval === undefined);
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
