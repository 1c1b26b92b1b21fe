/** Identities of resources, as the protocol's messages. */
import type { IdentitySchema } from '../schema/identity';
import type { ResourceIdentitySchema } from './gen/tfplugin6';
import { typeToJson } from './type-json';

export function identityToProto({ version, attributes }: IdentitySchema): ResourceIdentitySchema {
  return {
    version,
    identityAttributes: Object.entries(attributes).map(([name, { shape, options }]) => ({
      name,
      type: 'nesting' in shape ? new Uint8Array() : Buffer.from(JSON.stringify(typeToJson(shape.type))),
      requiredForImport: options.required === true,
      optionalForImport: options.optional === true,
      description: options.description,
    })),
  };
}
