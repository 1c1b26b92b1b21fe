/** Types and roles in the words of the Terraform registry's pages. */
import { isNested, type Attribute, type NestingMode, type Shape } from '../../../providers/plugin-sdk/schema';
import type { Type } from '../../../providers/plugin-sdk/types';

const PRIMITIVES = {
  string: 'String',
  bool: 'Boolean',
  number: 'Number',
  dynamic: 'Dynamic',
  object: 'Object',
} as const;
const COLLECTIONS = { list: 'List', set: 'Set', map: 'Map' } as const;

export function spellType(type: Type): string {
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

export function spellShape(shape: Shape): string {
  return isNested(shape) ? NESTINGS[shape.nesting] : spellType(shape.type);
}

export const ROLES = ['Required', 'Optional', 'Read-Only'] as const;

/** Who writes an attribute. */
export function roleOf({ options }: Attribute): (typeof ROLES)[number] {
  if (options.required) return 'Required';
  return options.optional ? 'Optional' : 'Read-Only';
}
