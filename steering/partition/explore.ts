/**
 * Which combinations of groups some name matches, each with such a name. Names are explored from plain to far-fetched, so
 * that where there are too many combinations to look at, those that are left are of names that match many patterns at once.
 */
import type { Machine, MachineState } from './machine';

/** A combination: the owners that match, and states that end in it, each with a shortest name that leads there. */
export interface Combination<S> {
  readonly key: string;
  readonly accepted: readonly number[];
  readonly ends: Visit<S>[];
}

export interface Visit<S> {
  readonly state: S;
  readonly name: string;
}

export interface Explored<S> {
  readonly combinations: ReadonlyMap<string, Combination<S>>;
  /** Whether there are no others. */
  readonly complete: boolean;
}

/** How many characters a further group that is bound to match counts as. */
const COST_OF_COMMITMENT = 16;

/** @param budget steps that may be taken */
export function explore<S extends MachineState>(automaton: Machine<S>, budget: number): Explored<S> {
  const combinations = new Map<string, Combination<S>>();
  /** By the numbers of states. */
  const seen: boolean[] = [];
  seen[automaton.start.id] = true;
  const waiting: Visit<S>[][] = [[{ state: automaton.start, name: '' }]];
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
        if (state === undefined || seen[state.id] === true) return;
        seen[state.id] = true;
        const name = visit.name + sample;
        const at = costOf(state, name);
        (waiting[Math.max(at, cost)] ??= []).push({ state, name });
      });
    }
    waiting[cost] = [];
  }
  return { combinations, complete: true };
}

function end<S extends MachineState>(
  automaton: Machine<S>,
  visit: Visit<S>,
  combinations: Map<string, Combination<S>>,
): void {
  const accepted = automaton.accepted(visit.state);
  const key = accepted.join();
  const found = combinations.get(key);
  if (found === undefined) combinations.set(key, { key, accepted, ends: [visit] });
  else found.ends.push(visit);
}

function costOf({ commitments }: MachineState, name: string): number {
  return name.length + COST_OF_COMMITMENT * Math.max(0, commitments - 1);
}
