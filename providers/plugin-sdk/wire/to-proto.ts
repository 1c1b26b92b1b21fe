/** How diagnostics, paths, functions, identities and schemas become the protocol's messages. */
import { type Diagnostic, type Path, type PathStep, addressable, withPlace } from '../diagnostics';
import type { Attribute, Attributes, BlockKind, NestingMode, Shape } from '../schema/attribute';
import type { Parameter, Signature } from '../schema/function';
import type { IdentitySchema } from '../schema/identity';
import type { Schema } from '../schema/schema';
import type { Type } from '../types';
import {
  type AttributePath,
  type AttributePath_Step,
  type Diagnostic as DiagnosticMessage,
  Diagnostic_Severity,
  type FunctionMessage,
  type Function_Parameter,
  type ResourceIdentitySchema,
  type Schema as SchemaMessage,
  type Schema_Attribute,
  type Schema_Block,
  type Schema_NestedBlock,
  Schema_NestedBlock_NestingMode,
  Schema_Object_NestingMode,
  StringKind,
} from './gen/tfplugin6';
import { typeToJson } from './type-json';

/**
 * Makes the message of a diagnostic.
 * @param attributes the attributes of the object that the diagnostic is about. With them, the path ends where Terraform
 * can show the line; without them, the path stays whole
 */
export function diagnosticToProto(
  { severity, summary, detail, path }: Diagnostic,
  attributes?: Attributes,
): DiagnosticMessage {
  const at = path && addressable(path);
  return {
    severity: severity === 'error' ? Diagnostic_Severity.ERROR : Diagnostic_Severity.WARNING,
    summary,
    // Terraform 1.11 shows a line, never the path, so the text names the place.
    detail: path === undefined || path.length < 2 ? detail : withPlace(detail, path),
    attribute: at && pathToProto(attributes === undefined ? at : markable(attributes, at)),
  };
}

/**
 * Gives the part of a path of which Terraform 1.11 finds the line: through blocks to an attribute, and one index or key
 * below that. Of a longer path it only shows the line of the resource.
 */
function markable(attributes: Attributes, path: Path): Path {
  const [first, next] = path;
  if (first?.kind !== 'attribute' || next === undefined) return path;
  const shape = attributes[first.name]?.shape;
  if (shape === undefined) return path;
  const length = next.kind === 'attribute' ? 1 : 2;
  if (!('nesting' in shape) || shape.block === undefined) return path.slice(0, length);
  return [...path.slice(0, length), ...markable(shape.attributes, path.slice(length))];
}

/**
 * Makes the message of a path. The protocol has no step for an element of a set, so a path that passes one ends at the
 * set.
 */
export function pathToProto(path: Path): AttributePath {
  return { steps: addressable(path).map(stepToProto) };
}

function stepToProto(step: PathStep): AttributePath_Step {
  switch (step.kind) {
    case 'attribute':
      return { selector: { $case: 'attributeName', attributeName: step.name } };
    case 'index':
      return { selector: { $case: 'elementKeyInt', elementKeyInt: step.index } };
    case 'key':
      return { selector: { $case: 'elementKeyString', elementKeyString: step.key } };
    case 'element':
      return { selector: undefined };
  }
}

/** How a description is shown, as the author of a provider says. */
export type Describe = (description: string) => string;

/** A description that is shown as it is written. */
const asWritten: Describe = (description) => description;

export function functionToProto(
  { parameters, variadic, returns, summary, description, deprecated }: Signature,
  describe = asWritten,
): FunctionMessage {
  return {
    parameters: parameters.map((parameter) => parameterToProto(parameter, describe)),
    variadicParameter: variadic && parameterToProto(variadic, describe),
    return: { type: typeBytes(returns) },
    summary: describe(summary),
    description: describe(description),
    descriptionKind: StringKind.MARKDOWN,
    deprecationMessage: deprecated ?? '',
  };
}

function parameterToProto(
  { name, type, description, allowNull, allowUnknown }: Parameter,
  describe: Describe,
): Function_Parameter {
  return {
    name,
    type: typeBytes(type),
    allowNullValue: allowNull === true,
    allowUnknownValues: allowUnknown === true,
    description: describe(description),
    descriptionKind: StringKind.MARKDOWN,
  };
}

function typeBytes(type: Type): Uint8Array {
  return Buffer.from(JSON.stringify(typeToJson(type)));
}

export function identityToProto({ version, attributes }: IdentitySchema, describe = asWritten): ResourceIdentitySchema {
  return {
    version,
    identityAttributes: Object.entries(attributes).map(([name, { shape, options }]) => ({
      name,
      type: 'nesting' in shape ? new Uint8Array() : Buffer.from(JSON.stringify(typeToJson(shape.type))),
      requiredForImport: options.required === true,
      optionalForImport: options.optional === true,
      description: describe(options.description),
    })),
  };
}

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

export function schemaToProto(
  { version, description, attributes, deprecated }: Schema,
  describe = asWritten,
): SchemaMessage {
  return { version, block: blockToProto(attributes, { version, description, deprecated }, describe) };
}

interface BlockAbout {
  readonly version: number;
  readonly description: string;
  readonly deprecated?: string | undefined;
}

function blockToProto(
  attributes: Attributes,
  { version, description, deprecated }: BlockAbout,
  describe: Describe,
): Schema_Block {
  const parts = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    version,
    attributes: parts.flatMap(([name, attribute]) => attributeToProto(name, attribute, describe)),
    blockTypes: parts.flatMap(([name, attribute]) => nestedBlockToProto(name, attribute, describe)),
    description: describe(description),
    descriptionKind: StringKind.MARKDOWN,
    deprecated: deprecated !== undefined,
  };
}

function nestedBlockToProto(name: string, { shape, options }: Attribute, describe: Describe): Schema_NestedBlock[] {
  if (!('nesting' in shape) || shape.block === undefined) return [];
  const { kind, min = 0, max = 0 } = shape.block;
  const block = blockToProto(shape.attributes, { version: 0, ...options }, describe);
  return [{ typeName: name, block, nesting: BLOCKS[kind], minItems: min, maxItems: max }];
}

function attributeToProto(name: string, { shape, options }: Attribute, describe: Describe): Schema_Attribute[] {
  if ('nesting' in shape && shape.block !== undefined) return [];
  return [
    {
      name,
      ...shapeToProto(shape, describe),
      description: describe(options.description),
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

function shapeToProto(shape: Shape, describe: Describe): Pick<Schema_Attribute, 'type' | 'nestedType'> {
  if (!('nesting' in shape))
    return { type: Buffer.from(JSON.stringify(typeToJson(shape.type))), nestedType: undefined };
  const attributes = Object.entries(shape.attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    type: new Uint8Array(),
    nestedType: {
      attributes: attributes.flatMap(([name, attribute]) => attributeToProto(name, attribute, describe)),
      nesting: NESTING[shape.nesting],
    },
  };
}
