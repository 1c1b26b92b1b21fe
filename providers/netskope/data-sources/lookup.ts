/**
 * How do data sources look objects up and show them? They use a filter on names, or an id or a name, and show the
 * attributes of the resource, whose descriptions serve for both.
 */
import {
  attribute,
  DiagnosticError,
  error,
  isKnown,
  isNested,
  path,
  type Attribute,
  type Attributes,
  type Diagnostic,
  type NestedShape,
  type Path,
  type TypeShape,
} from 'terraform-plugin-sdk-ts';
import { compileRe2 } from '../../../steering/domain/processes';

/** The filter on names that all plural data sources have. No client runs the pattern, so it is a pattern of RE2. */
export function namePattern(what: string) {
  return attribute.string({
    optional: true,
    description: `Only ${what} in whose name this regular expression (RE2) is found.`,
    validators: [checkPattern],
  });
}

function checkPattern(source: string, at: Path): Diagnostic[] {
  const compiled = compileRe2(source);
  if (compiled.ok) return [];
  return [
    error('Broken pattern', `${JSON.stringify(source)} is no regular expression of RE2: ${compiled.reason}.`, at),
  ];
}

/** Whether a pattern is found in a name. Where no pattern is given, every name passes. */
export function matches(pattern: string | null, name: string): boolean {
  if (pattern === null) return true;
  const compiled = compileRe2(pattern);
  return compiled.ok && compiled.pattern.matcher(name).find();
}

/** Compares objects by name, so that the order is the same at every read. The order of a tenant is not [vendor]. */
export function byName(a: { readonly name: string | null }, b: { readonly name: string | null }): number {
  return compare(a.name ?? '', b.name ?? '');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** How a data source finds one object among all: by its id or by its name. Exactly one of the two is given. */
interface LookupChoice {
  readonly id: unknown;
  readonly name: unknown;
}

export function complainAboutChoice({ id, name }: LookupChoice): Diagnostic[] {
  if ((id === null) !== (name === null)) return [];
  const what = id === null ? 'Neither id nor name is given' : 'Both id and name are given';
  return [error('Not exactly one of id and name', `${what}. Give one of the two.`)];
}

/** The kind of object that is looked for. */
export interface Searched<T> {
  /** The word for an object, in messages. */
  readonly title: string;
  readonly idOf: (object: T) => string;
  readonly nameOf: (object: T) => string;
}

/**
 * The one object that was asked for.
 *
 * @throws DiagnosticError at the attribute, where there is no such object, or more than one
 */
export function choose<T>(objects: readonly T[], { id, name }: LookupChoice, { title, idOf, nameOf }: Searched<T>): T {
  const [attribute, wanted, of] = isKnown(id) ? (['id', id, idOf] as const) : (['name', name, nameOf] as const);
  const found = objects.filter((object) => of(object) === wanted);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const count = found.length === 0 ? `no ${title}` : `${found.length} objects of the kind ${title}`;
  const names = objects.map(nameOf).sort();
  const shown =
    names.length === 0 ? 'It has none.' : `It has: ${names.slice(0, 20).join(', ')}${names.length > 20 ? ', …' : ''}.`;
  throw new DiagnosticError(
    error(
      'No such object',
      `The tenant has ${count} with the ${attribute} ${JSON.stringify(wanted)}. ${shown}`,
      path(attribute),
    ),
  );
}

/** The options of an attribute that is only read. */
interface ReadObject {
  readonly description: string;
  readonly computed: true;
  readonly nullable: true;
}

/** The same attributes as `A`, but they can only be read. */
export type ReadOnly<A extends Attributes> = {
  readonly [N in keyof A]: Attribute<
    A[N]['shape'] extends NestedShape<infer B, infer M>
      ? NestedShape<ReadOnly<B>, M>
      : A[N]['shape'] extends TypeShape
        ? A[N]['shape']
        : never,
    ReadObject
  >;
};

/** The attributes of a resource as a data source shows them: with the same descriptions, but they can only be read. */
export function readOnly<A extends Attributes>(attributes: A): ReadOnly<A> {
  const read = Object.entries(attributes).map(([name, { shape, options }]): [string, Attribute] => [
    name,
    {
      shape: isNested(shape) ? { ...shape, attributes: readOnly(shape.attributes) } : shape,
      options: { description: describe(options.description), computed: true, nullable: true },
    },
  ]);
  return Object.fromEntries(read) as unknown as ReadOnly<A>;
}

/** A description without its last sentence, where that sentence matters only to those who write the attribute. */
function describe(description: string): string {
  return description.replace(/ (Default|If you leave it out,) [^.]*\.$/, '');
}
