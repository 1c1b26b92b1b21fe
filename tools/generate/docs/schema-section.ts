/**
 * Writes the attributes of a schema, grouped by who writes them. Nested attributes stand in sections of their own, with
 * anchors.
 */
import {
  type Attribute,
  type Attributes,
  type BlockKind,
  type NestingMode,
  type Rule,
  type Schema,
  type Shape,
  isBlock,
  isNested,
} from '../../../providers/plugin-sdk/schema';
import type { Type } from '../../../providers/plugin-sdk/types';
import { describe } from './page';

/** The names of types and roles on the Terraform registry's pages. */
const PRIMITIVES = {
  string: 'String',
  bool: 'Boolean',
  number: 'Number',
  dynamic: 'Dynamic',
  object: 'Object',
} as const;
const COLLECTIONS = { list: 'List', set: 'Set', map: 'Map' } as const;

/** The name of a type. A custom type of the provider has a name of its own. */
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

function spellShape(shape: Shape): string {
  if (!isNested(shape)) return spellType(shape.type);
  if (!isBlock(shape)) return NESTINGS[shape.nesting];
  const { kind, min = 0, max } = shape.block;
  const counted = kind === 'list' || kind === 'set';
  const bounds = [...(min > 0 ? [`Min: ${min}`] : []), ...(max === undefined ? [] : [`Max: ${max}`])];
  return [BLOCKS[kind], ...(counted ? bounds : [])].join(', ');
}

const ROLES = ['Required', 'Optional', 'Read-Only'] as const;

/** The role of an attribute, which says who writes it. */
function roleOf({ options }: Attribute): (typeof ROLES)[number] {
  if (options.required) return 'Required';
  return options.optional ? 'Optional' : 'Read-Only';
}

/**
 * The Markdown below `## Schema`; an empty text for a schema without attributes. `isPlanned` says that the schema is a
 * resource's.
 */
export function schemaSection({ attributes, rules }: Pick<Schema, 'attributes' | 'rules'>, isPlanned: boolean): string {
  if (Object.keys(attributes).length === 0) return '';
  const groups = groupsOf(attributes, { path: [], isPlanned }, (role) => `### ${role}`);
  const nested = nestedSections(attributes, { path: [], isPlanned });
  const caution = isWrittenNested(attributes) ? [MISSPELT] : [];
  return ['## Schema', ...sentencesOf(rules), ...groups, ...caution, ...nested].join('\n\n');
}

/**
 * A warning that only the page can give, because no provider can see the mistake: Terraform converts the written value
 * to the type, and drops every name that the type does not have.
 */
const MISSPELT =
  '**Inside nested attributes Terraform drops a name that it does not know, without an error**: what is misspelt there is not set. ' +
  'The plan of a new object, and `terraform state show`, list all that is set: look there for each name that you wrote.';

function isWrittenNested(attributes: Attributes): boolean {
  return Object.values(attributes).some(
    ({ shape, options }) =>
      isNested(shape) && !isBlock(shape) && (options.required === true || options.optional === true),
  );
}

/** The demands of the rules across attributes, in one paragraph. */
function sentencesOf(rules: readonly Rule[] = []): string[] {
  return rules.length === 0 ? [] : [rules.map(({ description }) => description).join(' ')];
}

interface SectionPlace {
  /** The names of the attributes around this one, the outermost first. */
  readonly path: readonly string[];
  readonly isPlanned: boolean;
}

function groupsOf(
  attributes: Attributes,
  { path, isPlanned }: SectionPlace,
  heading: (role: string) => string,
): string[] {
  return ROLES.flatMap((role) => {
    const lines = Object.entries(attributes)
      .filter(([, attribute]) => roleOf(attribute) === role)
      .map(([name, attribute]) => {
        const { shape, options } = attribute;
        const traits = [
          spellShape(shape),
          ...(options.sensitive ? ['Sensitive'] : []),
          ...(options.writeOnly ? ['Write-only'] : []),
          ...(options.deprecated === undefined ? [] : ['Deprecated']),
        ];
        return `- \`${name}\` (${traits.join(', ')}) ${describe(attribute, isPlanned)}${linkTo(shape, [...path, name])}`;
      });
    return lines.length === 0 ? [] : [heading(role), lines.join('\n')];
  });
}

function nestedSections(attributes: Attributes, { path, isPlanned }: SectionPlace): string[] {
  return Object.entries(attributes).flatMap(([name, { shape, options }]) => {
    const here = [...path, name];
    if (isNested(shape)) {
      const inside = { path: here, isPlanned };
      const groups = groupsOf(shape.attributes, inside, (role) => `${role}:`);
      return [
        sectionTitle(here),
        ...sentencesOf(options.rules),
        ...groups,
        ...nestedSections(shape.attributes, inside),
      ];
    }
    const fields = fieldsOf(shape.type);
    return fields === undefined ? [] : fieldSections(fields, here);
  });
}

/** The fields of an object type. Such fields have types, but no descriptions. */
type SectionFields = Readonly<Record<string, Type>>;

function fieldSections(fields: SectionFields, path: readonly string[]): string[] {
  const entries = Object.entries(fields);
  const lines = entries.map(([name, type]) => `- \`${name}\` (${spellType(type)})${linkTo({ type }, [...path, name])}`);
  const deeper = entries.flatMap(([name, type]) => {
    const inner = fieldsOf(type);
    return inner === undefined ? [] : fieldSections(inner, [...path, name]);
  });
  return [sectionTitle(path), lines.join('\n'), ...deeper];
}

function fieldsOf(type: Type): SectionFields | undefined {
  if (type.kind === 'object') return type.attributes;
  return 'element' in type ? fieldsOf(type.element) : undefined;
}

function linkTo(shape: Shape, path: readonly string[]): string {
  if (!isNested(shape) && fieldsOf(shape.type) === undefined) return '';
  return ` (see [below for nested schema](#${anchor(path)}))`;
}

function sectionTitle(path: readonly string[]): string {
  return `<a id="${anchor(path)}"></a>\n\n### Nested Schema for \`${path.join('.')}\``;
}

function anchor(path: readonly string[]): string {
  return `nestedatt--${path.join('--')}`;
}
