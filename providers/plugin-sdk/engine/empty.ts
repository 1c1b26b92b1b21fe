/** What a value is where nothing is set: null, or empty blocks. */
import { isBlock, type Attribute, type Attributes } from '../schema/attribute';
import { record, type Value, type ValueRecord } from '../values';
import { mapPlanned, selecting } from './align';

const BLOCKS = selecting(({ shape }) => isBlock(shape));

export function hasBlocks(attributes: Attributes): boolean {
  return BLOCKS(attributes).length > 0;
}

/**
 * Gives the value of an attribute that is not set. For Terraform, blocks are never null, except those of the kind
 * `single`.
 */
export function emptyOf({ shape }: Attribute): Value {
  if (!isBlock(shape)) return null;
  switch (shape.block.kind) {
    case 'single':
      return null;
    case 'group':
      return emptyObject(shape.attributes);
    case 'map':
      return record();
    case 'list':
    case 'set':
      return [];
  }
}

/** Makes an object in which nothing is set. */
export function emptyObject(attributes: Attributes): ValueRecord {
  return record(Object.entries(attributes).map(([name, attribute]) => [name, emptyOf(attribute)]));
}

/**
 * Puts empty blocks where an object has null. An object that an earlier version of the provider stored may have null
 * there.
 */
export function fillBlocks(attributes: Attributes, object: ValueRecord): ValueRecord {
  const aligned = { path: [], absent: true, configured: true, config: null, prior: null, planned: object };
  return mapPlanned(attributes, aligned, {
    select: BLOCKS,
    visit: (attribute, { planned }) => planned ?? emptyOf(attribute),
  });
}
