/** A schema: the one declaration from which types, protocol messages, constructs and reference pages follow. */
import type { Type } from '../types';
import { isNested, type Attribute, type Attributes, type Options } from './attribute';
import type { ObjectOf } from './infer';

export interface Schema<A extends Attributes = Attributes> {
  /** Grows by one whenever stored states need an upgrade; 0 at first. */
  readonly version: number;
  /** Markdown. */
  readonly description: string;
  readonly attributes: A;
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
  readonly deprecated?: string;
}): Schema<A> {
  checkAttributes(declaration.attributes, '');
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

export function typeOfAttribute({ shape }: Attribute): Type {
  if (!isNested(shape)) return shape.type;
  const element = typeOfAttributes(shape.attributes);
  return shape.nesting === 'single' ? element : { kind: shape.nesting, element };
}

function checkAttributes(attributes: Attributes, prefix: string, inSet = false): void {
  for (const [name, attribute] of Object.entries(attributes)) {
    const { shape, options } = attribute;
    const complaint = complaintAbout(name, attribute) ?? (inSet ? complaintAboutElement(options) : undefined);
    if (complaint !== undefined) throw new Error(`attribute ${prefix}${name} ${complaint}`);
    if (isNested(shape)) checkAttributes(shape.attributes, `${prefix}${name}.`, inSet || shape.nesting === 'set');
  }
}

/** Terraform knows an element of a set by its values, so none of them may be missing from the state. */
function complaintAboutElement({ writeOnly }: Options): string | undefined {
  return writeOnly ? 'stands in a set, so it cannot be write-only' : undefined;
}

function complaintAbout(name: string, { shape, options }: Attribute): string | undefined {
  const { required, optional, computed, writeOnly } = options;
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) return 'must be named in snake_case';
  if (required && (optional || computed)) return 'is required, so it can be neither optional nor computed';
  if (!required && !optional && !computed) return 'must be required, optional or computed';
  if (options.default !== undefined && !(optional && computed))
    return 'has a default, so it must be optional and computed';
  if (writeOnly && computed) return 'is write-only, so it cannot be computed';
  if (options.normalize !== undefined) {
    if (writeOnly) return 'is write-only, so there is no stored value that normalize could compare with';
    if (isNested(shape)) return 'holds attributes, so normalize belongs to those';
  }
  return undefined;
}
