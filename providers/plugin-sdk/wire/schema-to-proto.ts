/** Schemas as the protocol's messages. */
import type { Attribute, Attributes, NestingMode } from '../schema/attribute';
import type { Schema } from '../schema/schema';
import {
  Schema_Object_NestingMode,
  StringKind,
  type Schema as SchemaMessage,
  type Schema_Attribute,
} from './gen/tfplugin6';
import { typeToJson } from './json';

const NESTING: Readonly<Record<NestingMode, Schema_Object_NestingMode>> = {
  single: Schema_Object_NestingMode.SINGLE,
  list: Schema_Object_NestingMode.LIST,
  set: Schema_Object_NestingMode.SET,
  map: Schema_Object_NestingMode.MAP,
};

export function schemaToProto({ version, description, attributes, deprecated }: Schema): SchemaMessage {
  return {
    version,
    block: {
      version,
      attributes: attributesToProto(attributes),
      blockTypes: [],
      description,
      descriptionKind: StringKind.MARKDOWN,
      deprecated: deprecated !== undefined,
    },
  };
}

function attributesToProto(attributes: Attributes): Schema_Attribute[] {
  return Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, attribute]) => attributeToProto(name, attribute));
}

function attributeToProto(name: string, { shape, options }: Attribute): Schema_Attribute {
  return {
    name,
    type: 'nesting' in shape ? new Uint8Array() : Buffer.from(JSON.stringify(typeToJson(shape.type))),
    nestedType:
      'nesting' in shape
        ? { attributes: attributesToProto(shape.attributes), nesting: NESTING[shape.nesting] }
        : undefined,
    description: options.description,
    descriptionKind: StringKind.MARKDOWN,
    required: options.required === true,
    optional: options.optional === true,
    computed: options.computed === true,
    sensitive: options.sensitive === true,
    deprecated: options.deprecated !== undefined,
    writeOnly: options.writeOnly === true,
  };
}
