/**
 * A type of exception: the attributes that only it has, and how they become the contract's field of its name. `index.ts` lists
 * the types; what all of them share is in `exception-resource.ts`.
 */
import {
  type Attributes,
  type Config,
  type Diagnostic,
  type ObjectOf,
  type OptionsOf,
  type Path,
  type Plan,
  type Planned,
  type Schema,
  type State,
  type TypeShape,
  type Validator,
  attribute,
  eachSetElement,
  lengthBetween,
  oneOf,
  sizeAtLeast,
  t,
} from 'terraform-plugin-sdk-ts';
import { LONGEST_NAME } from '../../../../../steering/domain/vocabulary';
import { BYPASS_ACTIONS } from '../../../../../steering/model/model';
import { checkName, trimmedEach } from '../../../values';
import type { SteeringException, SteeringExceptionInput, TenantClient } from '../../../client';
import type { WithoutEffect } from '../../../without-effect';

/** Attributes that several types have: names, network locations, and the action of a bypass. */

type Validators = NonNullable<OptionsOf<TypeShape<{ kind: 'set'; element: { kind: 'string' } }>>['validators']>;

/** What is particular to names of a kind. */
interface AttributeKind {
  readonly normalize?: typeof trimmedEach;
  /** @default - the rule of all names */
  readonly check?: Validator<string>;
  readonly checkAll?: Validators[number];
}

/** A set of at least one text, none of them empty. */
export function names(
  description: string,
  { normalize = trimmedEach, check = checkName, checkAll }: AttributeKind = {},
) {
  const each = eachSetElement(lengthBetween(1, LONGEST_NAME), check);
  return attribute.set(t.string, {
    required: true,
    description,
    normalize,
    validators: [sizeAtLeast(1), each, ...(checkAll === undefined ? [] : [checkAll])],
  });
}

export function networkLocations() {
  return names(
    'Names of network locations, such as `netskopesteering_network_location.office.name`, or of those that the vendor ships; at least one.',
  );
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

export type TypeName = SteeringException['type'];

export interface TypeDefinition<A extends Attributes, N extends TypeName> {
  /** What the resource is for, in whole sentences: the head of its page. */
  readonly description: string;
  readonly attributes: A;
  toApi(planned: ObjectOf<A, 'planned'>): NonNullable<SteeringExceptionInput[N]>;
  /** `previous` is what is planned or stored, if anything is: its spelling of empty values stays. */
  fromApi(data: NonNullable<SteeringException[N]>, previous: Partial<ObjectOf<A, 'state'>>): ObjectOf<A, 'state'>;
  /** The path of the attribute that a field below the contract's became; empty where there is none. */
  pathOf(names: readonly string[]): Path;
  validate?(config: Config<Schema<A>>): readonly Diagnostic[];
  readonly withoutEffect?: readonly WithoutEffect<object>[];
  /** What no tenant takes, seen without asking one. */
  impossible?(plan: Plan<Schema<A>>): readonly Diagnostic[];
  /** Warnings of what is new, although every tenant takes it. */
  caution?(plan: Plan<Schema<A>>, prior: State<Schema<A>> | null): readonly Diagnostic[];
  /** What the rest of the tenant makes of a change, as warnings. */
  advice?(
    tenant: TenantClient,
    planned: Planned<Schema<A>>,
    prior: State<Schema<A>> | null,
    signal: AbortSignal,
  ): Promise<readonly Diagnostic[]>;
}

/** A type with its attributes forgotten: what goes in and comes out belongs to the same type. */
export type AnyExceptionType = TypeDefinition<Attributes, never>;

export function exceptionType<N extends TypeName, const A extends Attributes>(
  _name: N,
  type: TypeDefinition<A, N>,
): TypeDefinition<A, N> {
  return type;
}
