/**
 * Identity: what tells an object of a resource from all others, for good, wherever it is stored. Terraform 1.12 keeps it beside
 * the state, and can import by it. Declared with the builders of attributes: `required` is what an import must name,
 * `optional` what it may leave to the provider.
 */
import { isNested, type Attribute, type Attributes, type Shape } from './attribute';
import type { ObjectOf } from './infer';
import type { Schema } from './schema';

/** A declared identity; `identity` makes it. */
export type IdentitySchema<A extends Attributes = Attributes> = Pick<Schema<A>, 'version' | 'attributes'>;

/** The identity of an object: null only where an import may leave it out. */
export type Identity<I extends IdentitySchema> = ObjectOf<I['attributes'], 'state'>;

/** Declares an identity, and throws where Terraform could not have it. */
export function identity<const A extends Attributes>(declaration: {
  /** Grows by one whenever stored identities need an upgrade; 0 at first. */
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
