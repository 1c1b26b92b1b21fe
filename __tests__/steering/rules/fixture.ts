/** A fixture: a stack, a change, and the codes that must be found, the empty list included. */
import type { Code } from '../../../steering/rules/messages';
import type { Stack } from './stack';

export interface Fixture {
  readonly what: string;
  readonly stack: Stack;
  /** What was on the tenant before. */
  readonly before?: Stack;
  /** What all rules find, in the order of severities and rules. */
  readonly codes: readonly Code[];
}

export interface RuleFixtures {
  /** Near misses, in which the rule must find nothing. */
  readonly passing: readonly Fixture[];
  readonly mistakes: readonly Fixture[];
}

/** A stack with one change. */
export function after(make: () => Stack, change: (stack: Stack) => void): Stack {
  const stack = make();
  change(stack);
  return stack;
}

/** A stack with one mistake. */
export function mistake(what: string, make: () => Stack, change: (stack: Stack) => void, ...codes: Code[]): Fixture {
  return { what, stack: after(make, change), codes };
}

/** What the article's own stack yields always: today's build from the Microsoft Store has another executable. */
export const ARTICLE_CODES: readonly Code[] = ['missing-executable'];

export function passing(what: string, make: () => Stack, change: (stack: Stack) => void = () => undefined): Fixture {
  return { what, stack: after(make, change), codes: [] };
}
