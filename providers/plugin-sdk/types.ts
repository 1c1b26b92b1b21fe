/** Terraform's type system, as the protocol writes it: https://developer.hashicorp.com/terraform/language/expressions/type-constraints */

/** Any type; `custom` where `t.custom` made it. */
export type Type = (Primitive | DynamicType | Collection | Structure) & { readonly custom?: Custom };

/** What a type means beyond its form: for a provider's own eyes, Terraform knows nothing of it. */
export interface Custom {
  /** Shown on reference pages in place of the form, such as `CIDR block`. */
  readonly name: string;
  readonly normalize?: (value: never) => unknown;
  /** Validators, in the schema's vocabulary. */
  readonly validators?: readonly unknown[];
}

/** Text, truth and numbers. */
export type Primitive =
  | { readonly kind: 'string' }
  | { readonly kind: 'bool' }
  /** `whole`: the attribute holds safe integers only, so that its TypeScript type is `number`. */
  | { readonly kind: 'number'; readonly whole?: true };

/** A type that the configuration decides. */
export interface DynamicType {
  readonly kind: 'dynamic';
}

/** Any number of elements of one type. */
export interface Collection<E extends Type = Type> {
  readonly kind: 'list' | 'set' | 'map';
  readonly element: E;
}

/** A fixed number of parts, each of a type of its own. */
export type Structure =
  | { readonly kind: 'object'; readonly attributes: { readonly [name: string]: Type } }
  | { readonly kind: 'tuple'; readonly elements: readonly Type[] };

/** The type of what stands at a key of an object or map, or at an index of a sequence; undefined where nothing can. */
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

/** Whether something holds of a type, or of a part of it. */
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
