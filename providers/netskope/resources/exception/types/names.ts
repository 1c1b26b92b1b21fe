/** What several types are made of: names, and the action of a bypass. */
import { attribute, eachSetElement, lengthBetween, oneOf, sizeAtLeast, t } from '../../../../plugin-sdk';
import { checkName } from '../../../complaints';
import { trimmedEach } from '../../../normal-forms';
import type { OptionsOf, TypeShape, Validator } from '../../../../plugin-sdk';
import { replacedWithItsType } from './exception-type';
import { LONGEST_NAME } from '../../../../../steering/limits';

type Validators = NonNullable<OptionsOf<TypeShape<{ kind: 'set'; element: { kind: 'string' } }>>['validators']>;

/** A set of at least one text, none of them empty: inside a type, or all that a type has. */
export function names(description: string) {
  return attribute.set(t.string, { required: true, description, normalize: trimmedEach, validators: atLeastOne({}) });
}

/** What is particular to names of a kind. */
interface Kind {
  readonly normalize?: typeof trimmedEach;
  /** @default - the rule of all names */
  readonly check?: Validator<string>;
  readonly checkAll?: Validators[number];
}

/** A type that is nothing but names of one kind. */
export function typeOfNames(description: string, { normalize = trimmedEach, ...kind }: Kind = {}) {
  return attribute.set(t.string, {
    optional: true,
    description,
    normalize,
    validators: atLeastOne(kind),
    planModifiers: [replacedWithItsType()],
  });
}

function atLeastOne({ check = checkName, checkAll }: Kind): Validators {
  const each = eachSetElement(lengthBetween(1, LONGEST_NAME), check);
  return [sizeAtLeast(1), each, ...(checkAll === undefined ? [] : [checkAll])];
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
