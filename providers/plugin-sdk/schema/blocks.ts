/**
 * Blocks: objects that a configuration writes as `rule { … }`. Prefer attributes: blocks are for objects that users of
 * Terraform expect to write in this way, and for schemas that are older than nested attributes.
 */
import type { Attribute, Attributes, BlockKind, BlockShape, NestingMode, Options } from './attribute';
import type { OptionsOf } from './builders';

/** What may be declared of blocks. */
export type BlockOptions<S extends BlockShape> = Pick<
  OptionsOf<S>,
  'description' | 'deprecated' | 'validators' | 'planModifiers' | 'rules'
>;

interface Counted {
  /** The fewest blocks that must be written; default 0. */
  readonly min?: number;
  /** The most blocks that may be written; default: any number. */
  readonly max?: number;
}

/** The words that declare blocks. They stand among the attributes: `attributes: { rule: block.list({ … }, { … }) }`. */
export const block = {
  /** Declares one block, or none, which is null. With `required` the block must be written. */
  single: <
    const A extends Attributes,
    const O extends BlockOptions<BlockShape<A, 'single', 'single'>> & { readonly required?: true },
  >(
    attributes: A,
    options: O,
  ): Attribute<BlockShape<A, 'single', 'single'>, O & Options> => {
    const count = options.required === true ? 1 : undefined;
    return blocks('single', 'single', attributes, options, { min: count, max: count });
  },
  /**
   * Declares one block, or none. The value is an object either way; where no block is written, its attributes are null.
   * A required attribute in the block makes the block required, since that attribute may never be null.
   */
  group: <const A extends Attributes, const O extends BlockOptions<BlockShape<A, 'single', 'group'>>>(
    attributes: A,
    options: O,
  ) => blocks('single', 'group', attributes, options),
  /** Declares blocks in order. */
  list: <const A extends Attributes, const O extends BlockOptions<BlockShape<A, 'list', 'list'>> & Counted>(
    attributes: A,
    options: O,
  ) => blocks('list', 'list', attributes, options, options),
  /** Declares blocks without order. */
  set: <const A extends Attributes, const O extends BlockOptions<BlockShape<A, 'set', 'set'>> & Counted>(
    attributes: A,
    options: O,
  ) => blocks('set', 'set', attributes, options, options),
  /** Declares blocks by the label that each has: `rule "name" { … }`. */
  map: <const A extends Attributes, const O extends BlockOptions<BlockShape<A, 'map', 'map'>>>(
    attributes: A,
    options: O,
  ) => blocks('map', 'map', attributes, options),
} as const;

function blocks<A extends Attributes, M extends NestingMode, K extends BlockKind, O extends object>(
  nesting: M,
  kind: K,
  attributes: A,
  options: O,
  { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined } = {},
): Attribute<BlockShape<A, M, K>, O & Options> {
  const role = 'required' in options ? {} : { optional: true };
  return {
    shape: { nesting, attributes, block: { kind, min, max } },
    options: { ...options, ...role } as unknown as O & Options,
  };
}
