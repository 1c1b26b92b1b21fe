/**
 * What a change of an attribute does. A plan modifier is a function, so it is asked rather than read: what replaces a
 * resource whatever the values are, replaces it for each of a few made-up changes.
 */
import { UNKNOWN, type Attribute, type PlanModifier, type Value } from '../../../providers/plugin-sdk';

/** Pairs of a stored and a planned value, for any type. */
const CHANGES: readonly (readonly [prior: Value, planned: Value])[] = [
  ['a', 'b'],
  [null, 'a'],
  ['a', null],
  ['a', UNKNOWN],
];

/** `some`: the provider looks at the values. */
export type Replaces = 'always' | 'some' | 'never';

export function replaces({ options: { planModifiers = [] } }: Attribute): Replaces {
  const answers = CHANGES.map((change) => planModifiers.some((modifier) => ask(modifier, change)));
  if (answers.every((answer) => answer)) return 'always';
  return answers.includes(true) ? 'some' : 'never';
}

function ask(modifier: PlanModifier, [prior, planned]: readonly [Value, Value]): boolean {
  try {
    const request = { path: [], config: planned, prior, planned, creating: false, absent: false, changed: true };
    return modifier(request)?.requiresReplace === true;
  } catch {
    // It looks at values that this one has not: then nothing can be said.
    return false;
  }
}
