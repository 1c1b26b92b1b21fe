/**
 * Which combinations of groups some name matches, each with such a name. Names are explored from plain to far-fetched, so
 * that where there are too many combinations to look at, those that are left are of names that match many patterns at once.
 */
import type { Automaton, State } from './automaton';

/** A combination: the owners that match, and states that end in it, each with a shortest name that leads there. */
export interface Combination {
  readonly key: string;
  readonly accepted: readonly number[];
  readonly ends: Visit[];
}

export interface Visit {
  readonly state: State;
  readonly name: string;
}

export interface Explored {
  readonly combinations: ReadonlyMap<string, Combination>;
  /** Whether there are no others. */
  readonly complete: boolean;
}

/** Steps from node to node that may be taken: about half a second. */
const BUDGET = 4_000_000;
/** How many characters a further group that is bound to match counts as. */
const COST_OF_COMMITMENT = 16;

export function explore(automaton: Automaton, budget = BUDGET): Explored {
  const combinations = new Map<string, Combination>();
  const seen = new Set<State>([automaton.start]);
  const waiting: Visit[][] = [[{ state: automaton.start, name: '' }]];
  const limit = automaton.work + budget;
  for (let cost = 0; cost < waiting.length; cost++) {
    const level = waiting[cost];
    // Grows while it is read.
    for (let index = 0; level !== undefined && index < level.length; index++) {
      const visit = level[index];
      if (visit === undefined) continue;
      if (automaton.work > limit) return { combinations, complete: false };
      end(automaton, visit, combinations);
      automaton.alphabet.forEach(({ sample }, character) => {
        const state = automaton.step(visit.state, character);
        if (seen.has(state)) return;
        seen.add(state);
        const name = visit.name + sample;
        const at = costOf(state, name);
        (waiting[Math.max(at, cost)] ??= []).push({ state, name });
      });
    }
    waiting[cost] = [];
  }
  return { combinations, complete: true };
}

function end(automaton: Automaton, visit: Visit, combinations: Map<string, Combination>): void {
  const accepted = automaton.accepted(visit.state);
  const key = accepted.join();
  const found = combinations.get(key);
  if (found === undefined) combinations.set(key, { key, accepted, ends: [visit] });
  else found.ends.push(visit);
}

function costOf({ commitments }: State, name: string): number {
  return name.length + COST_OF_COMMITMENT * Math.max(0, commitments - 1);
}
