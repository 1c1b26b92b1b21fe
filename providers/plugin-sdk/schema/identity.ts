/**
 * Identity: what tells an object of a resource from all others for as long as it lives, wherever it is stored.
 * Terraform 1.12 keeps it beside the state, and can import by it. The words for attributes declare it: an import must
 * name what is `required`, and may leave what is `optional` to the provider.
 */
import { isNested, type Attribute, type Attributes, type Shape } from './attribute';
import type { ObjectOf } from './infer';
import type { Schema } from './schema';

/** A declared identity; `identity` makes it. */
export type IdentitySchema<A extends Attributes = Attributes> = Pick<Schema<A>, 'version' | 'attributes'>;

/** The identity of an object. Only what an import may leave out is ever null. */
export type Identity<I extends IdentitySchema> = ObjectOf<I['attributes'], 'state'>;

/**
 * Declares an identity.
 * @throws Error for an attribute that Terraform could not have in one: each must be a text, a number, a bool, or a list
 * of these
 */
export function identity<const A extends Attributes>(declaration: {
  /** The version, which grows by one whenever stored identities need an upgrade; default 0. */
  readonly version?: number;
  readonly attributes: A;
}): IdentitySchema<A> {
  for (const [name, attribute] of Object.entries(declaration.attributes)) {
    const complaint = complaintAbout(name, attribute);
    if (complaint !== undefined) throw new Error(`attribute ${name} of an identity ${complaint}`);
  }
  return { version: 0, ...declaration };
}

const OPTIONS = ['description', 'required', 'optional', 'validators'];

function complaintAbout(name: string, { shape, options }: Attribute): string | undefined {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) return 'must be named in snake_case';
  if (options.required === options.optional) return 'must be either required or optional';
  if (!isSimple(shape)) return 'must be a text, a number, a bool, or a list of such';
  const odd = Object.keys(options).find((option) => !OPTIONS.includes(option));
  return odd === undefined ? undefined : `cannot have the option ${odd}`;
}

function isSimple(shape: Shape): boolean {
  if (isNested(shape)) return false;
  const { kind } = shape.type.kind === 'list' ? shape.type.element : shape.type;
  return kind === 'string' || kind === 'number' || kind === 'bool';
}
