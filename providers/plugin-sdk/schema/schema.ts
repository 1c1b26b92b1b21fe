/** A schema: the one declaration from which types, messages of the protocol, checks and reference pages follow. */
import type { Type } from '../types';
import { isNested, type Attribute, type Attributes } from './attribute';
import { checkDeclaration } from './declaration';
import type { ObjectOf } from './infer';
import type { Rule } from './rules';

/** A declared schema; `schema` makes it. */
export interface Schema<A extends Attributes = Attributes> {
  /** The version, which grows by one whenever stored states need an upgrade; 0 at first. */
  readonly version: number;
  /** What the object is, in Markdown. */
  readonly description: string;
  /** The attributes and blocks, by name. */
  readonly attributes: A;
  /** The rules across attributes. */
  readonly rules?: readonly Rule[];
  /** Why the object should not be used any more, and what to use instead. */
  readonly deprecated?: string;
}

/** The object as the configuration writes it: any value may be unknown, and is null where nothing is set. */
export type Config<S extends Schema> = ObjectOf<S['attributes'], 'config'>;
/** The object while a change is planned: any value may be unknown. */
export type Plan<S extends Schema> = ObjectOf<S['attributes'], 'plan'>;
/** The object that create and update get: only computed attributes may still be unknown. */
export type Planned<S extends Schema> = ObjectOf<S['attributes'], 'planned'>;
/**
 * The object that a data source or an ephemeral resource is asked for: the configuration, wholly known, with defaults.
 */
export type Query<S extends Schema> = ObjectOf<S['attributes'], 'query'>;
/** The object as it is stored: everything is known. */
export type State<S extends Schema> = ObjectOf<S['attributes'], 'state'>;

/** Declares a schema. @throws Error where the declaration contradicts itself, or no provider could keep it */
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

/** The types that were made, by their attributes. They are kept, since every call of the protocol asks for one. */
const types = new WeakMap<Attributes, ObjectType>();

type ObjectType = Type & { kind: 'object' };

/** Gives the Terraform type of the whole object. */
export function typeOfAttributes(attributes: Attributes): ObjectType {
  const known = types.get(attributes);
  if (known !== undefined) return known;
  const parts = Object.entries(attributes).map(([name, attribute]) => [name, typeOfAttribute(attribute)]);
  const type: ObjectType = { kind: 'object', attributes: Object.fromEntries(parts) as Record<string, Type> };
  types.set(attributes, type);
  return type;
}

/**
 * Gives the Terraform type of one attribute. Blocks are objects, or lists, sets and maps of them, like nested
 * attributes.
 */
export function typeOfAttribute({ shape }: Attribute): Type {
  if (!isNested(shape)) return shape.type;
  const element = typeOfAttributes(shape.attributes);
  return shape.nesting === 'single' ? element : { kind: shape.nesting, element };
}
