/**
 * What a change of an attribute does: in the words of its plan modifiers. A modifier without words is a function, so it is
 * asked rather than read: what replaces a resource whatever the values are, replaces it for each of a few made-up changes.
 */
import { UNKNOWN, type Attribute, type PlanModifier, type Value } from 'terraform-plugin-sdk-ts';

/** Pairs of a stored and a planned value, for any type. */
const CHANGES: readonly (readonly [prior: Value, planned: Value])[] = [
  ['a', 'b'],
  [null, 'a'],
  ['a', null],
  ['a', UNKNOWN],
];

/** Sentences in Markdown, each once. */
export function planSentences({ options: { planModifiers = [] } }: Attribute): string[] {
  return [...new Set(planModifiers.flatMap((modifier) => modifier.description ?? findOut(modifier)))];
}

function findOut(modifier: PlanModifier): string[] {
  const answers = CHANGES.map((change) => ask(modifier, change));
  if (answers.every((answer) => answer)) return ['Changing it replaces the resource.'];
  return answers.includes(true) ? ['Some changes of it replace the resource.'] : [];
}

function ask(modifier: PlanModifier, [prior, planned]: readonly [Value, Value]): boolean {
  try {
    const values = { config: planned, prior, planned };
    const request = { path: [], ...values, creating: false, absent: false, changed: true, sibling };
    return modifier(request)?.requiresReplace === true;
  } catch {
    // It looks at values that this one has not: then nothing can be said.
    return false;
  }
}

function sibling(): never {
  throw new Error('nothing stands beside it');
}
