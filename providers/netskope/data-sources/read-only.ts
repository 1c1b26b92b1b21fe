/** A resource's attributes as a data source shows them: the same words, all of them read. One description serves both. */
import { isNested, type Attribute, type Attributes, type NestedShape, type TypeShape } from '../../plugin-sdk';

interface Read {
  readonly description: string;
  readonly computed: true;
  readonly nullable: true;
}

export type ReadOnly<A extends Attributes> = {
  readonly [N in keyof A]: Attribute<
    A[N]['shape'] extends NestedShape<infer B, infer M>
      ? NestedShape<ReadOnly<B>, M>
      : A[N]['shape'] extends TypeShape
        ? A[N]['shape']
        : never,
    Read
  >;
};

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

/** Without what only concerns whoever writes it. */
function describe(description: string): string {
  return description.replace(/ (Default|Not written:?) [^.]*\.$/, '');
}
