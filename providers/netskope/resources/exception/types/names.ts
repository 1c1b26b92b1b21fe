/** What several types are made of: names, and the action of a bypass. */
import { attribute, eachSetElement, lengthBetween, oneOf, sizeAtLeast, t } from '../../../../plugin-sdk';
import { checkName } from '../../../complaints';
import { trimmedEach } from '../../../normal-forms';
import type { OptionsOf, TypeShape, Validator } from '../../../../plugin-sdk';
import { replacedWithItsType } from './exception-type';
import { LONGEST_NAME } from '../../../../../steering/limits';

type Names = OptionsOf<TypeShape<{ kind: 'set'; element: { kind: 'string' } }>>;

/** A set of at least one text, none of them empty: inside a type, or all that a type has. */
export function names(description: string) {
  return attribute.set(t.string, { required: true, description, normalize: trimmedEach, validators: atLeastOne([]) });
}

/** A type that is nothing but names of one kind. Without validators of their own, they follow the rule of all names. */
export function typeOfNames(description: string, normalize = trimmedEach, ...validators: readonly Validator<string>[]) {
  return attribute.set(t.string, {
    optional: true,
    description,
    normalize,
    validators: atLeastOne(validators),
    planModifiers: [replacedWithItsType()],
  });
}

function atLeastOne(validators: readonly Validator<string>[]): NonNullable<Names['validators']> {
  const own = validators.length > 0 ? validators : [checkName];
  return [sizeAtLeast(1), eachSetElement(lengthBetween(1, LONGEST_NAME), ...own)];
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
