/** Terraform's type system, as the protocol writes it: https://developer.hashicorp.com/terraform/language/expressions/type-constraints */

export type Type = Primitive | Dynamic | Collection | Structure;

export type Primitive =
  | { readonly kind: 'string' }
  | { readonly kind: 'bool' }
  /** `whole`: the attribute holds safe integers only, so that its TypeScript type is `number`. */
  | { readonly kind: 'number'; readonly whole?: true };

export interface Dynamic {
  readonly kind: 'dynamic';
}

export interface Collection<E extends Type = Type> {
  readonly kind: 'list' | 'set' | 'map';
  readonly element: E;
}

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
