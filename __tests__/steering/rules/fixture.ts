/**
 * A fixture: a stack, a change, and the codes that one rule must find there, the empty list included. What other rules find there
 * does not matter to it, so a new rule leaves the fixtures of others as they are.
 */
import type { StatedOrder } from '../../../steering';
import type { Expiry } from '../../../steering/rules';
import type { Stack } from './stack';

export interface Fixture {
  readonly what: string;
  readonly stack: Stack;
  /** What was on the tenant before. */
  readonly before?: Stack;
  /** The last days that the stack states. */
  readonly expiries?: readonly Expiry[];
  /** The orders on which the stack insists. */
  readonly orders?: readonly StatedOrder[];
  /** What the rule that the fixture belongs to finds, in the order of severities. */
  readonly codes: readonly string[];
}

export interface RuleFixtures {
  /** Near misses, in which the rule must find nothing. */
  readonly passing: readonly Fixture[];
  readonly mistakes: readonly Fixture[];
}

/** A stack with one change. */
function after(make: () => Stack, change: (stack: Stack) => void): Stack {
  const stack = make();
  change(stack);
  return stack;
}

/** A stack with one mistake. */
export function mistake(what: string, make: () => Stack, change: (stack: Stack) => void, ...codes: string[]): Fixture {
  return { what, stack: after(make, change), codes };
}

export function passing(what: string, make: () => Stack, change: (stack: Stack) => void = () => undefined): Fixture {
  return { what, stack: after(make, change), codes: [] };
}
