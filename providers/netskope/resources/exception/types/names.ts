/** What several types are made of: lists of names, and the action of a bypass. */
import { attribute, eachSetElement, lengthBetween, oneOf, sizeAtLeast, t } from '../../../../plugin-sdk';
import type { OptionsOf, TypeShape, Validator } from '../../../../plugin-sdk';
import { LONGEST_NAME } from '../../../../../steering/limits';

type Names = OptionsOf<TypeShape<{ kind: 'set'; element: { kind: 'string' } }>>;

/** A set of at least one text, none of them empty. */
export function names(description: string, ...validators: readonly Validator<string>[]) {
  return attribute.set(t.string, {
    required: true,
    description,
    validators: [sizeAtLeast(1), eachSetElement(lengthBetween(1, LONGEST_NAME), ...validators)] as NonNullable<
      Names['validators']
    >,
  });
}

export const BYPASS_ACTIONS = ['bypass', 'bypass_except_dns'] as const;
export type BypassAction = (typeof BYPASS_ACTIONS)[number];

export function bypassAction() {
  return attribute.string({
    optional: true,
    computed: true,
    default: 'bypass',
    description: '`bypass`, or `bypass_except_dns`, which still steers DNS. [doc] Default `bypass`.',
    validators: [oneOf(...BYPASS_ACTIONS)],
  });
}
