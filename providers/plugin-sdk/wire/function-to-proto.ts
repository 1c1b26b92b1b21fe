/** Functions as the protocol's messages. */
import type { Parameter, Signature } from '../schema/function';
import type { Type } from '../types';
import { StringKind, type FunctionMessage, type Function_Parameter } from './gen/tfplugin6';
import { typeToJson } from './type-json';

export function functionToProto({
  parameters,
  variadic,
  returns,
  summary,
  description,
  deprecated,
}: Signature): FunctionMessage {
  return {
    parameters: parameters.map(parameterToProto),
    variadicParameter: variadic && parameterToProto(variadic),
    return: { type: typeBytes(returns) },
    summary,
    description,
    descriptionKind: StringKind.MARKDOWN,
    deprecationMessage: deprecated ?? '',
  };
}

function parameterToProto({ name, type, description, allowNull, allowUnknown }: Parameter): Function_Parameter {
  return {
    name,
    type: typeBytes(type),
    allowNullValue: allowNull === true,
    allowUnknownValues: allowUnknown === true,
    description,
    descriptionKind: StringKind.MARKDOWN,
  };
}

function typeBytes(type: Type): Uint8Array {
  return Buffer.from(JSON.stringify(typeToJson(type)));
}
