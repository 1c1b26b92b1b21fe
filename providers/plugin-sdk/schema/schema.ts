/** A schema: the one declaration from which types, protocol messages, constructs and reference pages follow. */
import type { Type } from '../types';
import { isNested, type Attribute, type Attributes } from './attribute';
import { checkDeclaration } from './declaration';
import type { ObjectOf } from './infer';
import type { Rule } from './rules';

/** A declared schema. */
export interface Schema<A extends Attributes = Attributes> {
  /** Grows by one whenever stored states need an upgrade; 0 at first. */
  readonly version: number;
  /** Markdown. */
  readonly description: string;
  /** Attributes, and what is written as blocks. */
  readonly attributes: A;
  /** Across attributes. */
  readonly rules?: readonly Rule[];
  /** Why not to use it any more, and what to use. */
  readonly deprecated?: string;
}

/** The object as the configuration writes it: unknowns anywhere, null where nothing is set. */
export type Config<S extends Schema> = ObjectOf<S['attributes'], 'config'>;
/** The object while a change is planned. */
export type Plan<S extends Schema> = ObjectOf<S['attributes'], 'plan'>;
/** The object as create and update meet it: only computed attributes may still be unknown. */
export type Planned<S extends Schema> = ObjectOf<S['attributes'], 'planned'>;
/** The object as a data source is asked for it: the configuration, wholly known, with defaults. */
export type Query<S extends Schema> = ObjectOf<S['attributes'], 'query'>;
/** The object as it is stored. */
export type State<S extends Schema> = ObjectOf<S['attributes'], 'state'>;

/** Declares a schema, and throws at once where the declaration contradicts itself. */
export function schema<const A extends Attributes>(declaration: {
  readonly version?: number;
  readonly description: string;
  readonly attributes: A;
  readonly rules?: readonly Rule[];
  readonly deprecated?: string;
}): Schema<A> {
  checkDeclaration(declaration);
  return { version: 0, ...declaration };
}

/** Types by their attributes: every call of the protocol asks for one. */
const types = new WeakMap<Attributes, ObjectType>();

type ObjectType = Type & { kind: 'object' };

/** The Terraform type of the whole object. */
export function typeOfAttributes(attributes: Attributes): ObjectType {
  const known = types.get(attributes);
  if (known !== undefined) return known;
  const parts = Object.entries(attributes).map(([name, attribute]) => [name, typeOfAttribute(attribute)]);
  const type: ObjectType = { kind: 'object', attributes: Object.fromEntries(parts) as Record<string, Type> };
  types.set(attributes, type);
  return type;
}

/** The Terraform type of one attribute; blocks are objects, or lists, sets and maps of them, like nested attributes. */
export function typeOfAttribute({ shape }: Attribute): Type {
  if (!isNested(shape)) return shape.type;
  const element = typeOfAttributes(shape.attributes);
  return shape.nesting === 'single' ? element : { kind: shape.nesting, element };
}
