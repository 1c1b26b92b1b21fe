/**
 * A type of exception: the attributes that only it has, and how they become the contract's field of its name. `index.ts` lists
 * the types; what all of them share is in `exception-resource.ts`.
 */
import type {
  Attributes,
  Config,
  Diagnostic,
  ObjectOf,
  Path,
  Plan,
  Planned,
  Schema,
  State,
} from '../../../../plugin-sdk';
import type { SteeringException, SteeringExceptionInput, TenantClient } from '../../../client';
import type { WithoutEffect } from '../../../without-effect';

export type TypeName = SteeringException['type'];

export interface ExceptionType<A extends Attributes, N extends TypeName> {
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
export type AnyExceptionType = ExceptionType<Attributes, never>;

export function exceptionType<N extends TypeName, const A extends Attributes>(
  _name: N,
  type: ExceptionType<A, N>,
): ExceptionType<A, N> {
  return type;
}
