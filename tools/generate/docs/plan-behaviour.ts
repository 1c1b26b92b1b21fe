/**
 * Says what a change of an attribute does, in the words of its plan modifiers. A modifier without words is a function
 * that cannot be read, so it is called with a few made-up changes. If it asks for a replacement at each of them, the
 * page says that it always replaces.
 */
import { UNKNOWN, type Attribute, type PlanModifier, type Value } from 'terraform-plugin-sdk-ts';

/** Pairs of a stored and a planned value, for any type. */
const CHANGES: readonly (readonly [prior: Value, planned: Value])[] = [
  ['a', 'b'],
  [null, 'a'],
  ['a', null],
  ['a', UNKNOWN],
];

/** The sentences in Markdown, each of them once. */
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
    // The modifier looks at values that a made-up change does not have, so nothing can be said.
    return false;
  }
}

function sibling(): never {
  throw new Error('nothing stands beside it');
}
