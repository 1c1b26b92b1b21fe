/** Attributes that several types have: names, network locations, and the action of a bypass. */
import {
  type OptionsOf,
  type TypeShape,
  type Validator,
  attribute,
  eachSetElement,
  lengthBetween,
  oneOf,
  sizeAtLeast,
  t,
} from '../../../../plugin-sdk';
import { LONGEST_NAME } from '../../../../../steering/domain/vocabulary';
import { BYPASS_ACTIONS } from '../../../../../steering/model/model';
import { checkName } from '../../../complaints';
import { trimmedEach } from '../../../normal-forms';

type Validators = NonNullable<OptionsOf<TypeShape<{ kind: 'set'; element: { kind: 'string' } }>>['validators']>;

/** What is particular to names of a kind. */
interface Kind {
  readonly normalize?: typeof trimmedEach;
  /** @default - the rule of all names */
  readonly check?: Validator<string>;
  readonly checkAll?: Validators[number];
}

/** A set of at least one text, none of them empty. */
export function names(description: string, { normalize = trimmedEach, check = checkName, checkAll }: Kind = {}) {
  const each = eachSetElement(lengthBetween(1, LONGEST_NAME), check);
  return attribute.set(t.string, {
    required: true,
    description,
    normalize,
    validators: [sizeAtLeast(1), each, ...(checkAll === undefined ? [] : [checkAll])],
  });
}

export function networkLocations() {
  return names('Names of network locations; at least one.');
}

export function bypassAction() {
  return attribute.string({
    optional: true,
    computed: true,
    default: 'bypass',
    description: '`bypass`, or `bypass_except_dns`, which still steers DNS. [doc] Default `bypass`.',
    validators: [oneOf(...BYPASS_ACTIONS)],
  });
}
