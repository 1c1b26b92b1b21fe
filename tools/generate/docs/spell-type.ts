/** Types and roles in the words of the Terraform registry's pages. */
import {
  isBlock,
  isNested,
  type Attribute,
  type BlockKind,
  type NestingMode,
  type Shape,
} from '../../../providers/plugin-sdk/schema';
import type { Type } from '../../../providers/plugin-sdk/types';

const PRIMITIVES = {
  string: 'String',
  bool: 'Boolean',
  number: 'Number',
  dynamic: 'Dynamic',
  object: 'Object',
} as const;
const COLLECTIONS = { list: 'List', set: 'Set', map: 'Map' } as const;

/** A type of the provider's own has its own name. */
export function spellType(type: Type): string {
  if (type.custom !== undefined) return type.custom.name;
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return `${COLLECTIONS[type.kind]} of ${spellType(type.element)}`;
    case 'tuple':
      return `Tuple of ${type.elements.length === 0 ? 'nothing' : type.elements.map(spellType).join(' and ')}`;
    default:
      return PRIMITIVES[type.kind];
  }
}

const NESTINGS = {
  single: 'Attributes',
  list: 'Attributes List',
  set: 'Attributes Set',
  map: 'Attributes Map',
} as const satisfies Record<NestingMode, string>;

const BLOCKS = {
  single: 'Block',
  group: 'Block',
  list: 'Block List',
  set: 'Block Set',
  map: 'Block Map',
} as const satisfies Record<BlockKind, string>;

export function spellShape(shape: Shape): string {
  if (!isNested(shape)) return spellType(shape.type);
  if (!isBlock(shape)) return NESTINGS[shape.nesting];
  const { kind, min = 0, max } = shape.block;
  const counted = kind === 'list' || kind === 'set';
  const bounds = [...(min > 0 ? [`Min: ${min}`] : []), ...(max === undefined ? [] : [`Max: ${max}`])];
  return [BLOCKS[kind], ...(counted ? bounds : [])].join(', ');
}

export const ROLES = ['Required', 'Optional', 'Read-Only'] as const;

/** Who writes an attribute. */
export function roleOf({ options }: Attribute): (typeof ROLES)[number] {
  if (options.required) return 'Required';
  return options.optional ? 'Optional' : 'Read-Only';
}
