/**
 * Terraform's type system, as the protocol knows it.
 * https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 */

/** Any type. A type that `t.custom` made has the field `custom`. */
export type Type = (Primitive | DynamicType | Collection | Structure) & { readonly custom?: Custom };

/** What a type means beyond its form. Only the provider sees it; Terraform knows nothing of it. */
export interface Custom {
  /** The name that reference pages show in place of the form, such as `CIDR block`. */
  readonly name: string;
  readonly normalize?: (value: never) => unknown;
  /** The validators of its values. Their type is the schema's, which this file does not know. */
  readonly validators?: readonly unknown[];
}

/** The types of text, truth and numbers. */
export type Primitive =
  | { readonly kind: 'string' }
  | { readonly kind: 'bool' }
  /** A `whole` number is a safe integer, so its TypeScript type is `number`. */
  | { readonly kind: 'number'; readonly whole?: true };

/** The type of a value whose own type the configuration decides. */
export interface DynamicType {
  readonly kind: 'dynamic';
}

/** The type of a value with any number of elements, all of one type. */
export interface Collection<E extends Type = Type> {
  readonly kind: 'list' | 'set' | 'map';
  readonly element: E;
}

/** The type of a value with a fixed number of parts, each of a type of its own. */
export type Structure =
  | { readonly kind: 'object'; readonly attributes: { readonly [name: string]: Type } }
  | { readonly kind: 'tuple'; readonly elements: readonly Type[] };

/**
 * Gives the type of the value at a key of an object or map, or at an index of a sequence; undefined where there can be
 * none.
 */
export function partType(type: Type, key: string | number): Type | undefined {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return type.element;
    case 'tuple':
      return type.elements[Number(key)];
    case 'object':
      return Object.hasOwn(type.attributes, key) ? type.attributes[key] : undefined;
    default:
      return undefined;
  }
}

/** Whether something holds of a type or of a part of it, at any depth. */
export function someType(type: Type, holds: (part: Type) => boolean): boolean {
  if (holds(type)) return true;
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return someType(type.element, holds);
    case 'tuple':
      return type.elements.some((part) => someType(part, holds));
    case 'object':
      return Object.values(type.attributes).some((part) => someType(part, holds));
    default:
      return false;
  }
}
