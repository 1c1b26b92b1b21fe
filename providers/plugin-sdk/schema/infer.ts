/**
 * The TypeScript types of an object, which follow from its one declaration. An object is seen at these stages:
 *
 * | stage     | seen by                    | unknown                  | null                          |
 * | --------- | -------------------------- | ------------------------ | ----------------------------- |
 * | `config`  | validation, plan           | anywhere                 | whatever is not required      |
 * | `plan`    | plan modification          | anywhere                 | what can be stored as null    |
 * | `planned` | create, update             | computed without default | what can be stored as null    |
 * | `query`   | a data source's read       | nowhere                  | not required, without default |
 * | `state`   | read, delete, their result | nowhere                  | what can be stored as null    |
 *
 * A state can hold null for an attribute that is optional and not computed, that is `nullable`, or that is write-only,
 * and for a `single` block that is not required.
 */
import type { Dynamic, TfNumber, Unknown } from '../values';
import type { Collection, DynamicType, Primitive, Structure, Type } from '../types';
import type { Attribute, Attributes, BlockForm, BlockShape, Options, Shape } from './attribute';
import type { NestedShape, NestingMode, TypeShape } from './attribute';

/** The stage at which an object is seen. It decides what may be unknown or null in the object. */
export type Stage = 'config' | 'plan' | 'planned' | 'query' | 'state';

/** The value of a plain type. `X` is what may stand in place of any value in it: `Unknown`, or nothing. */
export type ValueOf<T extends Type, X = never> = Type extends T
  ? unknown
  : T extends Primitive
    ? PrimitiveOf<T> | X
    : T extends DynamicType
      ? Dynamic | X
      : T extends Collection<infer E>
        ? CollectionOf<T['kind'], ValueOf<E, X>> | X
        : T extends Structure
          ? StructureOf<T, X> | X
          : never;

type PrimitiveOf<T extends Primitive> = T extends { kind: 'string' }
  ? string
  : T extends { kind: 'bool' }
    ? boolean
    : T extends { kind: 'number'; whole: true }
      ? number
      : TfNumber;

type CollectionOf<K extends NestingMode, V> = K extends 'map' ? Readonly<Record<string, V>> : readonly V[];

type StructureOf<T extends Structure, X> = T extends {
  kind: 'object';
  attributes: infer A extends Record<string, Type>;
}
  ? { readonly [N in keyof A]: ValueOf<A[N], X> | null }
  : T extends { kind: 'tuple'; elements: infer E extends readonly Type[] }
    ? { readonly [I in keyof E]: ValueOf<E[I], X> | null }
    : never;

/** The type of the object that attributes describe, at a stage. */
export type ObjectOf<A extends Attributes, G extends Stage> = { readonly [N in keyof A]: AttributeOf<A[N], G> };

/** The type of one attribute, or of the blocks of one name, at a stage. */
export type AttributeOf<A extends Attribute, G extends Stage> = A['shape'] extends BlockShape
  ? ShapeOf<A['shape'], G> | Inner<G> | NullOf<A['shape']['block'], A['options']>
  : PlainOf<A, G>;

/**
 * The value where no block is written: null for the kind `single`. The values of all other kinds are empty then, not
 * null.
 */
type NullOf<B extends BlockForm, O extends Options> =
  B extends BlockForm<'single'> ? (O extends { required: true } ? never : null) : never;

type PlainOf<A extends Attribute, G extends Stage> =
  Settable<A['options'], G> extends true
    ? ShapeOf<A['shape'], G> | UnknownAt<A['options'], G> | NullAt<A['options'], G>
    : null;

/** The type of a value of a form, at a stage, when it is neither null nor unknown. */
export type ShapeOf<S extends Shape, G extends Stage> =
  S extends TypeShape<infer T>
    ? Exclude<ValueOf<T, Inner<G>>, Unknown>
    : S extends NestedShape<infer A, infer M>
      ? M extends 'single'
        ? ObjectOf<A, G>
        : CollectionOf<M, ObjectOf<A, G> | Inner<G>>
      : never;

type Inner<G extends Stage> = G extends 'config' | 'plan' ? Unknown : never;

type Settable<O extends Options, G extends Stage> = G extends 'config' | 'query'
  ? O extends { required: true } | { optional: true }
    ? true
    : false
  : O extends { writeOnly: true }
    ? false
    : true;

type UnknownAt<O extends Options, G extends Stage> = G extends 'state' | 'query'
  ? never
  : G extends 'planned'
    ? O extends { default: unknown }
      ? never
      : O extends { computed: true }
        ? Unknown
        : never
    : Unknown;

type NullAt<O extends Options, G extends Stage> = O extends { required: true }
  ? never
  : G extends 'config'
    ? null
    : O extends { default: unknown }
      ? never
      : G extends 'query'
        ? null
        : O extends { computed: true }
          ? O extends { nullable: true }
            ? null
            : never
          : null;
