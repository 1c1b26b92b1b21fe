/**
 * A type of exception: the attribute that carries its data, and how that becomes the contract's field of the same name.
 * One file each; `index.ts` lists them.
 */
import {
  requiresReplaceIf,
  type Attribute,
  type AttributeOf,
  type Path,
  type PlanModifier,
} from '../../../../plugin-sdk';
import type { SteeringExceptionInput, SteeringException } from '../../../client';

export type TypeName = SteeringException['type'];

/** The data of a type as the plan has it, and as the state has it. */
type Data<A extends Attribute, G extends 'planned' | 'state'> = NonNullable<AttributeOf<A, G>>;

export interface ExceptionType<A extends Attribute, N extends TypeName> {
  readonly attribute: A;
  toApi(planned: Data<A, 'planned'>): NonNullable<SteeringExceptionInput[N]>;
  /** `previous` is the planned or stored data, if there is any: its spelling of empty values stays. */
  fromApi(data: NonNullable<SteeringException[N]>, previous: Partial<Data<A, 'state'>> | undefined): Data<A, 'state'>;
  /** The path below the attribute that a field below the contract's became; undefined where it has none. */
  pathOf(names: readonly string[]): Path;
}

export function exceptionType<N extends TypeName, const A extends Attribute>(
  _name: N,
  type: ExceptionType<A, N>,
): ExceptionType<A, N> {
  return type;
}

/** The type of an exception never changes on a tenant [assumed]: another type is another exception. */
export function replacedWithItsType(): PlanModifier {
  return requiresReplaceIf(({ prior, planned }) => (prior === null) !== (planned === null));
}
