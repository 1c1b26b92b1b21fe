/** Schemas as the protocol's messages. */
import type { Attribute, Attributes, BlockKind, NestingMode, Shape } from '../schema/attribute';
import type { Schema } from '../schema/schema';
import {
  Schema_NestedBlock_NestingMode,
  Schema_Object_NestingMode,
  StringKind,
  type Schema as SchemaMessage,
  type Schema_Attribute,
  type Schema_Block,
  type Schema_NestedBlock,
} from './gen/tfplugin6';
import { typeToJson } from './json';

const NESTING: Readonly<Record<NestingMode, Schema_Object_NestingMode>> = {
  single: Schema_Object_NestingMode.SINGLE,
  list: Schema_Object_NestingMode.LIST,
  set: Schema_Object_NestingMode.SET,
  map: Schema_Object_NestingMode.MAP,
};

const BLOCKS: Readonly<Record<BlockKind, Schema_NestedBlock_NestingMode>> = {
  single: Schema_NestedBlock_NestingMode.SINGLE,
  group: Schema_NestedBlock_NestingMode.GROUP,
  list: Schema_NestedBlock_NestingMode.LIST,
  set: Schema_NestedBlock_NestingMode.SET,
  map: Schema_NestedBlock_NestingMode.MAP,
};

export function schemaToProto({ version, description, attributes, deprecated }: Schema): SchemaMessage {
  return { version, block: blockToProto(attributes, { version, description, deprecated }) };
}

interface About {
  readonly version: number;
  readonly description: string;
  readonly deprecated?: string | undefined;
}

function blockToProto(attributes: Attributes, { version, description, deprecated }: About): Schema_Block {
  const parts = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    version,
    attributes: parts.flatMap(([name, attribute]) => attributeToProto(name, attribute)),
    blockTypes: parts.flatMap(([name, attribute]) => nestedBlockToProto(name, attribute)),
    description,
    descriptionKind: StringKind.MARKDOWN,
    deprecated: deprecated !== undefined,
  };
}

function nestedBlockToProto(name: string, { shape, options }: Attribute): Schema_NestedBlock[] {
  if (!('nesting' in shape) || shape.block === undefined) return [];
  const { kind, min = 0, max = 0 } = shape.block;
  const block = blockToProto(shape.attributes, { version: 0, ...options });
  return [{ typeName: name, block, nesting: BLOCKS[kind], minItems: min, maxItems: max }];
}

function attributeToProto(name: string, { shape, options }: Attribute): Schema_Attribute[] {
  if ('nesting' in shape && shape.block !== undefined) return [];
  return [
    {
      name,
      ...shapeToProto(shape),
      description: options.description,
      descriptionKind: StringKind.MARKDOWN,
      required: options.required === true,
      optional: options.optional === true,
      computed: options.computed === true,
      sensitive: options.sensitive === true,
      deprecated: options.deprecated !== undefined,
      writeOnly: options.writeOnly === true,
    },
  ];
}

function shapeToProto(shape: Shape): Pick<Schema_Attribute, 'type' | 'nestedType'> {
  if (!('nesting' in shape))
    return { type: Buffer.from(JSON.stringify(typeToJson(shape.type))), nestedType: undefined };
  const attributes = Object.entries(shape.attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    type: new Uint8Array(),
    nestedType: {
      attributes: attributes.flatMap(([name, attribute]) => attributeToProto(name, attribute)),
      nesting: NESTING[shape.nesting],
    },
  };
}
