/**
 * What defines a type of exception? The attributes that only it has, and how these become the contract's field of its
 * name. This file also has the attributes that several types share: names, network locations, and the action of a
 * bypass. `index.ts` lists the types; what all of them share is in `exception-resource.ts`.
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

type Validators = NonNullable<OptionsOf<TypeShape<{ kind: 'set'; element: { kind: 'string' } }>>['validators']>;

/** What is particular to the names of one attribute. */
interface NameOptions {
  /**
   * The function that makes the normal form of the names. Default: it removes white space around them and repetitions.
   */
  readonly normalize?: typeof trimmedEach;
  /** The rule for each name. Default: the rule of all names. */
  readonly check?: Validator<string>;
  /** The rule for all names together. Default: none. */
  readonly checkAll?: Validators[number];
}

/** An attribute for a set of at least one text. No text may be empty. */
export function names(description: string, { normalize = trimmedEach, check = checkName, checkAll }: NameOptions = {}) {
  const each = eachSetElement(lengthBetween(1, LONGEST_NAME), check);
  return attribute.set(t.string, {
    required: true,
    description,
    normalize,
    validators: [sizeAtLeast(1), each, ...(checkAll === undefined ? [] : [checkAll])],
  });
}

/** An attribute for the names of network locations. */
export function networkLocations() {
  return names(
    'Names of network locations, such as `netskopesteering_network_location.office.name`, or of those that the vendor ships; at least one.',
  );
}

/** An attribute for what a bypass lets pass. */
export function bypassAction() {
  return attribute.string({
    optional: true,
    computed: true,
    default: 'bypass',
    description: '`bypass`, or `bypass_except_dns`, which still steers DNS. [doc] Default `bypass`.',
    validators: [oneOf(...BYPASS_ACTIONS)],
  });
}

/** The contract's word for a type. */
export type TypeName = SteeringException['type'];

/** The definition of a type with the attributes `A` and the name `N`. */
export interface TypeDefinition<A extends Attributes, N extends TypeName> {
  /** What the resource is for, in whole sentences: the head of its page. */
  readonly description: string;
  readonly attributes: A;
  toApi(planned: ObjectOf<A, 'planned'>): NonNullable<SteeringExceptionInput[N]>;
  /**
   * Maps the contract's field to attributes. `previous` is what is planned or stored, if anything; its spelling of
   * empty values stays.
   */
  fromApi(data: NonNullable<SteeringException[N]>, previous: Partial<ObjectOf<A, 'state'>>): ObjectOf<A, 'state'>;
  /** The path of the attribute that a part of the contract's field became; empty where there is none. */
  pathOf(names: readonly string[]): Path;
  /** Names contradictions within a configuration. */
  validate?(config: Config<Schema<A>>): readonly Diagnostic[];
  /** The values that have no effect because of other values. */
  readonly withoutEffect?: readonly WithoutEffect<object>[];
  /** Names what no tenant accepts, without asking one. */
  impossible?(plan: Plan<Schema<A>>): readonly Diagnostic[];
  /** Warns of new values that every tenant accepts, without asking one. */
  caution?(plan: Plan<Schema<A>>, prior: State<Schema<A>> | null): readonly Diagnostic[];
  /** Warns, at plan, of the effect that a change has together with the rest of the tenant. */
  advice?(
    tenant: TenantClient,
    planned: Planned<Schema<A>>,
    prior: State<Schema<A>> | null,
    signal: AbortSignal,
  ): Promise<readonly Diagnostic[]>;
}

/** A type whose attributes are not known to TypeScript. Its functions must get only objects of the same type. */
export type AnyExceptionType = TypeDefinition<Attributes, never>;

/** Checks a definition against the contract's field of its name, and returns it. */
export function exceptionType<N extends TypeName, const A extends Attributes>(
  _name: N,
  type: TypeDefinition<A, N>,
): TypeDefinition<A, N> {
  return type;
}
